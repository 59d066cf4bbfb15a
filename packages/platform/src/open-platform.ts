import { type Archive, openArchiveAt } from '@dateline/archive'
import { type Database, openDatabase } from '@dateline/database'
import { type Log, openLog } from '@dateline/event-store'
import { openQueues, type Queues } from '@dateline/queue'
import type { Config } from './config.ts'
import type { Logger } from './logger.ts'

/** What a service stands on. */
export type Platform = {
  readonly config: Readonly<Config>
  readonly logger: Logger
  readonly database: Database
  readonly log: Log
  readonly archive: Archive
  readonly queues: Queues
  /** The wall clock. Pure code never reads it: times are handed down. */
  readonly now: () => Date
  close(): Promise<void>
}

/** Opens everything a service may need; nothing is opened twice in one process. */
export async function openPlatform(name: string, config: Readonly<Config>, logger: Logger): Promise<Platform> {
  const database = openDatabase(config.DATABASE_URL, {
    connectionsMax: config.DATABASE_CONNECTIONS_MAX,
    applicationName: `dateline-${name}`,
    onError: (err) => logger.warn({ err }, 'database connection lost'),
  })
  const log = await openLog(database, { onError: (err) => logger.error({ err }, 'no partition ahead of the log') })
  const queues = await openQueues({ redisUrl: config.REDIS_URL, postgresUrl: config.DATABASE_URL }, (err, queue) =>
    logger.warn({ err, queue }, 'queue error, it is opened again by itself'),
  )
  return {
    config,
    logger,
    database,
    log,
    archive: openArchiveAt(database, config.ARCHIVE_URL ?? null),
    queues,
    now: () => new Date(),
    async close() {
      await queues.close()
      await log.close()
      await database.close()
    },
  }
}
