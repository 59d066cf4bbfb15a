import { type Archive, openArchiveAt } from '@dateline/archive'
import { assertSchemaCurrent, type Database, openDatabase } from '@dateline/database'
import { DatelineError } from '@dateline/domain'
import { type Log, openLog } from '@dateline/event-store'
import { type Config, ConfigError, readEnvironment } from './config.ts'
import { readConnectionFile } from './connection-file.ts'

/** What a command needs: no queues, since only reactor and scheduler add jobs. */
export type Tool = {
  readonly config: Readonly<Config>
  readonly database: Database
  readonly log: Log
  readonly archive: Archive
  readonly now: () => Date
  close(): Promise<void>
}

/**
 * Opens the database that `DATABASE_URL` names or, without one, that of the `npm start` running on `dataDirectory`.
 *
 * @throws {ConfigError} if there is neither, or it cannot be reached.
 * @throws {DatabaseError} SCHEMA_OUTDATED
 */
export async function openTool(dataDirectory: string): Promise<Tool> {
  const { config, database } = openToolDatabase(dataDirectory)
  await assertSchemaCurrent(database).catch(async (cause: Error) => {
    await database.close()
    if (cause instanceof DatelineError) throw cause
    throw new ConfigError(`The database does not answer: ${cause.message}. Is it running, and DATABASE_URL right?`, {
      cause,
    })
  })
  const log = await openLog(database)
  return {
    config,
    database,
    log,
    archive: openArchiveAt(database, config.ARCHIVE_URL ?? null),
    now: () => new Date(),
    async close() {
      await log.close()
      await database.close()
    },
  }
}

/**
 * The database alone, which may be empty still: for the command that makes its schema. The caller closes it.
 *
 * @throws {ConfigError} as `openTool`.
 */
export function openToolDatabase(dataDirectory: string): Pick<Tool, 'config' | 'database'> {
  // Another database is named: nothing of the local one, its key least of all, belongs to it.
  const local = process.env.DATABASE_URL ? null : readConnectionFile(dataDirectory)
  if (local === null && !process.env.DATABASE_URL) {
    throw new ConfigError(
      `No Dateline is running on the data folder ${dataDirectory}: start it with \`npm start\` in another terminal, name ` +
        'the folder it runs on with --data, or set DATABASE_URL to the Postgres it uses.',
    )
  }
  const config = readEnvironment(
    local === null ? {} : { DATABASE_URL: local.databaseUrl, LOG_SIGNING_KEY: local.signingKey },
  )
  const database = openDatabase(config.DATABASE_URL, {
    connectionsMax: config.DATABASE_CONNECTIONS_MAX,
    applicationName: 'dateline-cli',
    onError: () => {}, // the command in hand fails by itself and says so
  })
  return { config, database }
}
