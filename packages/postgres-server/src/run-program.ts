import { type ChildProcess, spawn } from 'node:child_process'
import { PostgresServerError, type PostgresServerErrorCode } from './postgres-server-error.ts'
import type { RunAs } from './run-as.ts'

/** Last lines of output that are kept for an error message. */
const OUTPUT_LINES_MAX = 40

export type Program = {
  readonly child: ChildProcess
  /** The last lines it wrote, oldest first. */
  readonly output: readonly string[]
  readonly exited: Promise<number | null>
}

/**
 * Starts a program of the server, as the right user and in a process group of its own, so that Ctrl-C in a terminal stops
 * Dateline first and Postgres only when Dateline says so. Messages are in English whatever the machine speaks: they are read.
 */
export function runProgram(
  runAs: RunAs,
  file: string,
  args: readonly string[],
  onLog: (line: string) => void,
): Program {
  const [command, ...rest] = [...runAs.prefix, file, ...args]
  const asUser = runAs.prefix.length === 0 && runAs.uid !== undefined ? { uid: runAs.uid, gid: runAs.gid! } : {}
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: 'C', LANGUAGE: 'C', TZ: 'UTC' }
  const child = spawn(command!, rest, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env, cwd: '/', ...asUser })
  const output: string[] = []
  for (const stream of [child.stdout!, child.stderr!]) {
    let partial = ''
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (partial + chunk).split('\n')
      partial = lines.pop()!.slice(-10_000)
      for (const line of lines) {
        output.push(line)
        if (output.length > OUTPUT_LINES_MAX) output.shift()
        onLog(line)
      }
    })
  }
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
    child.once('error', (error) => {
      output.push(error.message)
      resolve(null)
    })
  })
  return { child, output, exited }
}

const REASONS: readonly [RegExp, PostgresServerErrorCode, (place: Place) => string][] = [
  [
    /Address already in use|could not bind/i,
    'POSTGRES_PORT_BUSY',
    ({ port }) => `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or choose another port.`,
  ],
  [
    /No space left on device|disk quota exceeded/i,
    'POSTGRES_DISK_FULL',
    ({ dataDir }) => `The disk of ${dataDir} is full: free some space and start again; nothing recorded is lost.`,
  ],
  [
    /lock file "postmaster\.pid" already exists|pre-existing shared memory block/i,
    'POSTGRES_DATA_IN_USE',
    ({ dataDir }) => `Another Postgres server is running on ${dataDir}: stop it, or choose another directory.`,
  ],
  [
    /Permission denied|Read-only file system|Operation not permitted/i,
    'POSTGRES_DATA_UNWRITABLE',
    ({ dataDir }) => `Postgres cannot write to ${dataDir}: check who owns it and whether its disk is read-only.`,
  ],
  [
    /database files are incompatible/i,
    'POSTGRES_DATA_VERSION',
    ({ dataDir }) => `The data in ${dataDir} was written by another major version of Postgres: dump and restore it.`,
  ],
]

export type Place = { readonly dataDir: string; readonly port: number | null }

/** Turns what a failed program wrote into one sentence. */
export function explainFailure(output: readonly string[], place: Place): PostgresServerError {
  const cause = new Error(output.join('\n'))
  for (const [pattern, code, explain] of REASONS) {
    if (output.some((line) => pattern.test(line))) return new PostgresServerError(code, explain(place), { cause })
  }
  const last = output.findLast((line) => /FATAL|error|could not/i.test(line)) ?? output.at(-1) ?? 'it wrote nothing'
  return new PostgresServerError('POSTGRES_START_FAILED', `Postgres did not start in ${place.dataDir}: ${last}`, {
    cause,
  })
}
