import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
/** A command that takes Docker's arguments; with an empty one, as for `sudo docker`, its words are parted at blanks. */
const [COMMAND = 'docker', ...PREFIX] = (process.env.DOCKER ?? 'docker').split(' ')
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024

/** Runs Docker. @returns what it printed. @throws Error with what it printed, if it fails. */
export function docker(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return dockerBytes(args, env).toString('utf8').trim()
}

/** As `docker`, with bytes in and bytes out. */
function dockerBytes(args: readonly string[], env: Readonly<Record<string, string>>, input?: Uint8Array): Buffer {
  const { status, stdout, stderr, error } = spawnSync(COMMAND, [...PREFIX, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    maxBuffer: OUTPUT_BYTES_MAX,
    ...(input !== undefined && { input }),
  })
  if (error) throw error
  if (status !== 0) throw new Error(`docker ${args.join(' ')}\n${stdout}\n${stderr}`.slice(-4_000))
  return stdout
}

export type Project = {
  /** `docker compose` with the product's file and the test's over it. */
  compose(args: readonly string[], env?: Readonly<Record<string, string>>): string
  /** `docker compose exec -T` with bytes in and bytes out. */
  pipe(service: string, command: readonly string[], input?: Uint8Array): Buffer
  /** What a container has logged. */
  logs(container: string): string
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
  const base = ['compose', '--progress', 'quiet', '-p', name, ...files]
  const compose = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    docker([...base, ...args], { ...settings, ...env })
  const inspect = (container: string, what: string) => docker(['inspect', '--format', `{{${what}}}`, container])
  return {
    compose,
    pipe: (service, command, input) => dockerBytes([...base, 'exec', '-T', service, ...command], settings, input),
    logs: (container) => docker(['logs', container]),
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
