import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
/** A command that takes Docker's arguments; with an empty one, as for `sudo docker`, its words are parted at blanks. */
const [COMMAND = 'docker', ...PREFIX] = (process.env.DOCKER ?? 'docker').split(' ')
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024

/** Runs Docker. @returns what it printed. @throws Error with what it printed, if it fails. */
export function docker(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(COMMAND, [...PREFIX, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: OUTPUT_BYTES_MAX,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`docker ${args.join(' ')}\n${stdout}\n${stderr}`.slice(-4_000))
  return stdout.trim()
}

export type Project = {
  /** `docker compose` with the product's file and the test's over it. */
  compose(args: readonly string[], env?: Readonly<Record<string, string>>): string
  /** Ids of a service's containers. */
  containers(service: string): string[]
  /** By SIGKILL from outside, as the kernel would for want of memory: `docker kill` counts as the operator's own stop. */
  kill9(container: string): void
  restarts(container: string): number
  health(container: string): string
}

/** A compose project of its own name: another one of this machine, and its volumes, are not touched. */
export function openProject(name: string, image: string, settings: Readonly<Record<string, string>>): Project {
  const files = ['-f', 'docker-compose.yml', '-f', 'test/compose/docker-compose.test.yml']
  const compose = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    docker(['compose', '--progress', 'quiet', '-p', name, ...files, ...args], { ...settings, ...env })
  const inspect = (container: string, what: string) => docker(['inspect', '--format', `{{${what}}}`, container])
  return {
    compose,
    containers: (service) => compose(['ps', '-q', service]).split('\n').filter(Boolean),
    kill9(container) {
      const pid = inspect(container, '.State.Pid')
      // In the engine's own process table, so this works wherever the engine runs.
      docker(['run', '--rm', '--pid', 'host', '--user', 'root', image, 'node', '-e', `process.kill(${pid}, 'SIGKILL')`])
    },
    restarts: (container) => Number(inspect(container, '.RestartCount')),
    health: (container) => inspect(container, '.State.Health.Status'),
  }
}
