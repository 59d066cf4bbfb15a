import { mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startApi } from '@dateline/api'
import { classifier } from '@dateline/classifier'
import { readOrCreateSigningKey } from '@dateline/event-store'
import { extractor } from '@dateline/extractor'
import { fetcher } from '@dateline/fetcher'
import {
  ConfigError,
  fileWitness,
  guardLog,
  openLogFile,
  openLogger,
  openPlatform,
  type Running,
  readEnvironment,
  removeConnectionFile,
  type Service,
  writeConnectionFile,
} from '@dateline/platform'
import { PostgresServerError, startPostgres } from '@dateline/postgres-server'
import { projector } from '@dateline/projector'
import { reactor } from '@dateline/reactor'
import { scheduler } from '@dateline/scheduler'
import { prepareDatabase } from './prepare-database.ts'
import { commandOf, printStories, printWhereToLook } from './print-stories.ts'
import { openSample } from './sample.ts'
import { tell } from './terminal.ts'

/** In the order they start; they stop the other way round, so that what asks stops before what answers. */
const WORKERS: readonly Service[] = [projector, reactor, classifier, extractor, fetcher, scheduler]

export type Options = { dataDirectory: string; withSample: boolean }

/** The whole of Dateline in one process, with a Postgres of its own, until Ctrl-C. */
export async function standalone(options: Options): Promise<void> {
  const dataDirectory = resolve(options.dataDirectory)
  makeDirectory(dataDirectory)
  // Wrong settings are said before anything is started.
  const checked = readEnvironment({}, { DATABASE_URL: 'postgresql://localhost/dateline' })
  const logPath = join(dataDirectory, 'dateline.log')
  const logFile = await openLogFile(logPath)
  const serverLogger = openLogger('postgres', checked, logFile)
  const stopping = stopOnSignals()
  const open: Running[] = []
  try {
    tell('Starting Postgres …')
    const server = await startPostgres({
      dataDir: join(dataDirectory, 'postgres'),
      onLog: (line) => serverLogger.info(line),
    })
    open.push(server)
    const { databaseUrl, readerUrl, isNew } = await prepareDatabase(server.url)
    const signingKey = readOrCreateSigningKey(join(dataDirectory, 'signing-key.pem'))
    const sample = await openSample({ dataDirectory, isWanted: options.withSample && isNew })
    open.push(sample)
    const config = readEnvironment({ ...sample.settings, LOG_SIGNING_KEY: signingKey }, { DATABASE_URL: databaseUrl })
    const logger = openLogger('standalone', config, logFile)
    const platform = await openPlatform('standalone', config, logger)
    open.push({ stop: () => platform.close() })
    const guard = await guardLog(platform, fileWitness(join(dataDirectory, 'last-event.json')))
    open.push(guard)
    const api = await startApi(platform)
    open.push(api)
    for (const worker of WORKERS) open.push(await worker.start(platform))
    // A browser's driver is loaded only where it is wanted.
    if (config.RENDER) open.push(await (await import('@dateline/renderer')).renderer.start(platform))
    writeConnectionFile(dataDirectory, { databaseUrl, apiUrl: api.url, signingKey, processId: process.pid })
    open.push({ stop: async () => removeConnectionFile(dataDirectory) })

    await sample.ingest(platform, stopping.signal)
    if (!stopping.signal.aborted) {
      const command = commandOf(dataDirectory)
      await printStories(platform, command)
      printWhereToLook({ apiUrl: api.url, readerUrl, command, dataDirectory, isSample: sample.isServed })
    }
    await untilStopped(stopping.signal, { databaseEnded: server.ended, broken: guard.broken }, logPath)
    tell('Stopping …')
  } finally {
    await stopAll(open)
  }
  tell('Stopped.')
  // Work that would not end must not keep it alive.
  process.exit(0)
}

function makeDirectory(path: string): void {
  try {
    makePath(path)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file of that name is there' : message
    throw new ConfigError(`The data folder ${path} cannot be made: ${why}. Choose another one with --data.`, { cause })
  }
}

/** One folder after the other: Node's recursive mkdir never returns where the file system denies that it can hold any (/proc). */
function makePath(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makePath(dirname(path))
  mkdirSync(path)
}

/** Ctrl-C once: a clean stop. Twice: at once. */
function stopOnSignals(): AbortController {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(1)
      stopping.abort()
    })
  }
  return stopping
}

async function untilStopped(
  signal: AbortSignal,
  { databaseEnded, broken }: { databaseEnded: Promise<unknown>; broken: Promise<Error> },
  logPath: string,
): Promise<void> {
  const aborted = new Promise<void>((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
  const ended = databaseEnded.then(() => {
    if (signal.aborted) return
    const message = `Postgres has ended by itself; its last lines are in ${logPath}. Start again: nothing recorded is lost.`
    throw new PostgresServerError('POSTGRES_ENDED', message)
  })
  const shortened = broken.then((error) => {
    throw error
  })
  await Promise.race([aborted, ended, shortened])
}

/** Clean within this; what still runs then is run again at the next start. */
const STOP_MS_MAX = 8_000

async function stopAll(open: readonly Running[]): Promise<void> {
  const overdue = sleep(STOP_MS_MAX, 'overdue' as const, { ref: false })
  if ((await Promise.race([stopInTurn(open), overdue])) !== 'overdue') return
  tell('Some work would not end; it will be done again at the next start.')
  await open[0]?.stop()
}

async function stopInTurn(open: readonly Running[]): Promise<void> {
  for (const running of open.toReversed()) {
    await running.stop().catch((error: Error) => tell(`While stopping: ${error.message}`))
  }
}
