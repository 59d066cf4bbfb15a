import { once } from 'node:events'
import { renameSync, statSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

/** Paths whose values never reach a log, whoever passes them. */
const SECRET = [
  'DATABASE_URL',
  'REDIS_URL',
  'LOG_SIGNING_KEY',
  'ARCHIVE_URL',
  'FETCH_PROXY_URL',
  '*.password',
  '*.connectionString',
  '*.authorization',
  '*.cookie',
]

/** One JSON line a message, on standard output; `destination` for tests and for the terminal of `npm start`. */
export function openLogger(name: string, { LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>, to?: DestinationStream): Logger {
  const options = { name, level: LOG_LEVEL, redact: { paths: SECRET, censor: '[secret]' } }
  return to === undefined ? pino(options) : pino(options, to)
}

/** A log file of this size is set aside, at a start and while it grows; one such is kept. */
const LOG_FILE_BYTES_MAX = 50_000_000
const LOOK_EVERY_MS = 60_000

/** For `npm start`, whose terminal is for people. Open when it is given: whoever ends before could not even flush it. */
export async function openLogFile(
  path: string,
  { bytesMax = LOG_FILE_BYTES_MAX, lookEveryMs = LOOK_EVERY_MS } = {},
): Promise<DestinationStream & { flushSync(): void }> {
  const isFull = () => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > bytesMax
  if (isFull()) renameSync(path, `${path}.1`)
  const file = pino.destination({ dest: path, mkdir: true, sync: false })
  await once(file, 'ready')
  setInterval(() => {
    if (!isFull()) return
    renameSync(path, `${path}.1`)
    file.reopen()
  }, lookEveryMs).unref()
  return file
}
