import { existsSync, renameSync, statSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

/** Paths whose values never reach a log, whoever passes them. */
const SECRET = [
  'DATABASE_URL',
  'REDIS_URL',
  'LOG_SIGNING_KEY',
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

/** A log file of this size is set aside at the next start; one such is kept. */
const LOG_FILE_BYTES_MAX = 50_000_000

/** For `npm start`, whose terminal is for people. */
export function openLogFile(path: string): DestinationStream {
  if (existsSync(path) && statSync(path).size > LOG_FILE_BYTES_MAX) renameSync(path, `${path}.1`)
  return pino.destination({ dest: path, mkdir: true, sync: false })
}
