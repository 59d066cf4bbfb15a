import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { findBinaries } from './binaries.ts'
import { ensureCluster, readPassword, SUPERUSER } from './cluster.ts'
import { PostgresServerError } from './postgres-server-error.ts'
import { checkWritable, chooseRunAs } from './run-as.ts'
import { explainFailure, type Program, runProgram } from './run-program.ts'
import { claim, clearTheWay } from './server-owner.ts'

export type PostgresServer = {
  /** Of the superuser, to the database "postgres"; holds the password. */
  readonly url: string
  readonly port: number
  /** Process id of the postmaster. */
  readonly pid: number
  /** Ends all sessions, writes a checkpoint, waits until the server is gone. Twice is harmless. */
  stop(): Promise<void>
  /** Resolves when the server ends for whatever reason; `expected` if stop() was called. */
  readonly ended: Promise<{ readonly expected: boolean }>
}

export type PostgresOptions = {
  /** Made if it is not there. Holds `cluster`, `password` and `owner`. */
  readonly dataDir: string
  /** Default: a free one. */
  readonly port?: number
  readonly onLog?: (line: string) => void
  /** Server settings over the defaults below, e.g. `{ fsync: 'off' }` for throw-away data. */
  readonly settings?: Readonly<Record<string, string>>
}

/** For a machine that also does other work; a server of one's own with more memory is set up in infra/postgres. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  max_connections: '200',
  shared_buffers: '256MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  // A new file of the write-ahead log is filled with zeros before it is used, which takes a third of the time of an import. So
  // much of it is kept to be written over, for the next import after a quiet night.
  min_wal_size: '1GB',
  checkpoint_timeout: '15min',
  // Short statements only: compiling them costs more than it saves.
  jit: 'off',
  random_page_cost: '1.1',
  log_checkpoints: 'off',
  // What fails is said, not the statement: it may hold a password, or a whole article.
  log_min_error_statement: 'panic',
}

/** Crash recovery reads up to max_wal_size of log first. */
const START_MS_MAX = 300_000
/** Between choosing a free port and binding it another program may take it. */
const FREE_PORT_ATTEMPTS_MAX = 5
const MEMORY_FREE_MS_MAX = 30_000
const MEMORY_PAUSE_MS = 200

/**
 * Starts a real Postgres 18 on 127.0.0.1 with its data in a directory, and makes the cluster on first use.
 *
 * The server ends with this process: on stop(), on exit, and on SIGINT or SIGTERM where nobody else handles them. If this
 * process is killed outright, the next start stops the server left behind and goes on with its data.
 *
 * @throws {PostgresServerError} with a sentence that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const dataDir = resolve(options.dataDir)
  const onLog = options.onLog ?? (() => {})
  const settings: Record<string, string> = { ...SETTINGS, ...options.settings }
  makeDirectory(dataDir)
  const binaries = findBinaries()
  const runAs = chooseRunAs([binaries.postgres, join(dataDir, 'cluster')])
  const password = readPassword(dataDir)
  const cluster = await ensureCluster(binaries, runAs, dataDir, { password, sync: settings.fsync !== 'off', onLog })
  await clearTheWay(dataDir, cluster)
  claim(dataDir)

  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const deadline = performance.now() + MEMORY_FREE_MS_MAX
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort())
    const program = runProgram(runAs, binaries.postgres, ['-D', cluster, '-p', String(port), ...flags], onLog)
    try {
      await untilReady(program, { dataDir, port })
      return serve(program, port, password)
    } catch (error) {
      if (!(error instanceof PostgresServerError)) throw error
      const isTaken = error.code === 'POSTGRES_PORT_BUSY' && options.port === undefined
      if (isTaken && attempt < FREE_PORT_ATTEMPTS_MAX) continue
      if (!isMemoryInUse(error) || performance.now() > deadline) throw error
      await new Promise((done) => setTimeout(done, MEMORY_PAUSE_MS))
    }
  }
}

/** The sessions of a server that was killed outright hold its memory until they notice. */
function isMemoryInUse(error: PostgresServerError): boolean {
  return error.cause instanceof Error && error.cause.message.includes('pre-existing shared memory block')
}

function serve(program: Program, port: number, password: string): PostgresServer {
  const { child } = program
  let stopping = false
  const onExit = () => child.kill('SIGINT')
  const onSignal = (signal: NodeJS.Signals) => {
    // Somebody else decides when this process ends, and calls stop() or exit.
    if (process.listenerCount(signal) > 1) return
    void stop().finally(() => process.kill(process.pid, signal))
  }
  process.once('exit', onExit)
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  const ended = program.exited.then(() => {
    process.off('exit', onExit).off('SIGINT', onSignal).off('SIGTERM', onSignal)
    return { expected: stopping }
  })
  // SIGINT is Postgres's fast shutdown: sessions end at once, nothing committed is lost.
  const stop = async () => {
    stopping = true
    if (child.exitCode === null) child.kill('SIGINT')
    await ended
  }
  return {
    url: `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    port,
    pid: child.pid!,
    stop,
    ended,
  }
}

async function untilReady(program: Program, place: { dataDir: string; port: number }): Promise<void> {
  const deadline = performance.now() + START_MS_MAX
  let exited = false
  void program.exited.then(() => {
    exited = true
  })
  // A standby accepts "read-only connections".
  while (!program.output.some((line) => /database system is ready to accept (read-only )?connections/.test(line))) {
    if (exited) throw explainFailure(program.output, place)
    if (performance.now() > deadline) {
      program.child.kill('SIGINT')
      throw new PostgresServerError(
        'POSTGRES_START_FAILED',
        `Postgres was not ready within ${START_MS_MAX / 1000} s in ${place.dataDir}: see its log.`,
      )
    }
    await new Promise((done) => setTimeout(done, 10))
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function makeDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  } catch (cause) {
    throw new PostgresServerError(
      'POSTGRES_DATA_UNWRITABLE',
      `The data directory ${dataDir} cannot be made: ${(cause as Error).message}.`,
      { cause },
    )
  }
  checkWritable(dataDir)
}
