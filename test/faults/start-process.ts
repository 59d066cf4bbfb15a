import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Started = {
  readonly child: ChildProcess
  /** What it has written so far: lines of JSON from its logger. */
  said(): string
  /** Resolves when it has written this. */
  until(text: string): Promise<void>
  /** Its first message to its parent. @throws if it ends without one, with what it said. */
  readonly message: Promise<unknown>
  /** Exit code, or null for a signal. */
  readonly ended: Promise<number | null>
  stop(): Promise<void>
}

/** One service in a process of its own, as in a container. */
export function startService(
  name: string,
  settings: Record<string, string>,
  nodeOptions: readonly string[] = [],
): Started {
  const program = join(import.meta.dirname, '../distributed/run-service.ts')
  return startProcess([...nodeOptions, program, name], settings)
}

export function startProcess(args: readonly string[], settings: Record<string, string>): Started {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  let look = () => {}
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      said += more
      look()
    })
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const unsaid = ended.then((code) => {
    throw new Error(`It ended (${code}) before it sent a message:\n${said.slice(-3_000)}`)
  })
  const message = Promise.race([new Promise((resolve) => child.once('message', resolve)), unsaid])
  // Most send none, and nobody waits for it.
  message.catch(() => {})
  return {
    child,
    message,
    said: () => said,
    ended,
    async until(text) {
      const found = new Promise<void>((resolve) => {
        look = () => said.includes(text) && resolve()
        look()
      })
      const isEnded = await Promise.race([found.then(() => false), ended.then(() => !said.includes(text))])
      if (isEnded) throw new Error(`It ended before it said "${text}":\n${said.slice(-3_000)}`)
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
