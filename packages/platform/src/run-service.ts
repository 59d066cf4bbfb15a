import { assertPrimary, assertSchemaCurrent, openDatabase } from '@dateline/database'
import { DatelineError } from '@dateline/domain'
import { LogShortenedError } from '@dateline/event-store'
import { warnOfSkew } from './clock-skew.ts'
import { type Config, ConfigError, readEnvironment } from './config.ts'
import { guardLog, type LogGuard } from './guard-log.ts'
import { serveHealth } from './health.ts'
import { type Logger, openLogger } from './logger.ts'
import { openPlatform } from './open-platform.ts'
import type { Running, Service } from './service.ts'

/** How long a service waits for the migrate job before it gives up and lets its supervisor start it again. */
const SCHEMA_WAIT_MS_MAX = 120_000
const SCHEMA_ASK_EVERY_MS = 1_000
/** SQLSTATE: wrong user or password, or no such database. Waiting does not help. */
const REFUSED = /^(28|3D)/

/** The whole life of a process that runs one service. Never returns; exits 0 after SIGTERM or SIGINT, 1 on failure. */
export async function runService(service: Service): Promise<void> {
  let logger: Logger | undefined
  try {
    const config = readEnvironment()
    logger = openLogger(service.name, config)
    await waitForSchema(config, logger)
    const platform = await openPlatform(service.name, config, logger)
    await warnOfSkew(platform.database, logger)
    const guard = await guardLog(platform)
    const running = await service.start(platform)
    const health = config.HEALTH_PORT === undefined ? undefined : await serveHealth(config.HEALTH_PORT, platform)
    logger.info({ queues: platform.queues.backend.kind, healthPort: health?.port }, 'service started')
    await untilStopped(logger, config.SHUTDOWN_GRACE_MS, guard, {
      async stop() {
        await health?.stop()
        await guard.stop()
        await running.stop()
        await platform.close()
      },
    })
  } catch (error) {
    // A configuration error is a sentence for the operator, not a stack trace.
    if (error instanceof LogShortenedError) logger!.fatal({ err: error }, 'events are lost')
    if (error instanceof DatelineError && !error.retryable) console.error(error.message)
    else if (logger) logger.fatal({ err: error }, 'service failed')
    else console.error(error)
    process.exit(1)
  }
}

async function waitForSchema(config: Config, logger: Logger): Promise<void> {
  const giveUpAt = performance.now() + SCHEMA_WAIT_MS_MAX
  for (let told = false; ; told = true) {
    const database = openDatabase(config.DATABASE_URL, {
      connectionsMax: 2,
      applicationName: 'dateline-start',
      onError: () => {},
    })
    try {
      await assertSchemaCurrent(database)
      return await assertPrimary(database)
    } catch (err) {
      const { code, message } = err as { code?: unknown; message?: string }
      if (REFUSED.test(String(code))) throw new ConfigError(`DATABASE_URL is refused by its server: ${message}.`)
      if (performance.now() > giveUpAt) throw err
      if (!told) logger.warn({ err }, 'waiting for the database and its schema')
      await new Promise((resolve) => setTimeout(resolve, SCHEMA_ASK_EVERY_MS))
    } finally {
      await database.close()
    }
  }
}

/** Waits for a signal, then for a clean stop; a second signal or the end of the grace period ends it at once. */
async function untilStopped(
  logger: Logger,
  graceMs: number,
  { broken }: Pick<LogGuard, 'broken'>,
  running: Running,
): Promise<never> {
  const signalled = new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, resolve)
  })
  const signal = await Promise.race([signalled, broken])
  // At once: whatever is in hand would be recorded in a log that has forgotten what it follows from.
  if (typeof signal !== 'string') throw signal
  logger.info({ signal }, 'stopping')
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => process.exit(1))
  setTimeout(() => {
    logger.warn({ graceMs }, 'jobs still running at the end of the grace period; they will be run again')
    process.exit(0)
  }, graceMs).unref()
  await running.stop()
  logger.info('stopped')
  process.exit(0)
}
