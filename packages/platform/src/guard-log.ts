import { isUnavailable, rememberWitness, type Witness, witnessOf } from '@dateline/database'
import { checkWitness, headPosition, LogShortenedError, takeWitness } from '@dateline/event-store'
import type { Platform } from './open-platform.ts'
import { runLoop } from './run-loop.ts'
import type { Running } from './service.ts'
import { queueWitness, type WitnessStore } from './witness-store.ts'

const CHECK_EVERY_MS = 1_000
const HERE = 'this process'

export type LogGuard = Running & {
  /** Resolves when events that were recorded are found to be gone: whoever goes on builds on a log that has forgotten. */
  readonly broken: Promise<LogShortenedError>
}

/**
 * Watches over what must never happen, and does with asynchronous replication, or an older backup: that the log is shorter than it
 * was. Compares the last event that this process has recorded or seen, and the last that any process has left in `store`, with the
 * log as it is now: at the start, and every second.
 *
 * @param store null: only what this process has seen itself is known.
 * @throws {LogShortenedError} at the start.
 */
export async function guardLog(
  { database, queues, logger }: Pick<Platform, 'database' | 'queues' | 'logger'>,
  store: WitnessStore | null = queueWitness(queues),
): Promise<LogGuard> {
  await check()
  let onBroken: (error: LogShortenedError) => void
  const broken = new Promise<LogShortenedError>((resolve) => {
    onBroken = resolve
  })
  const loop = runLoop({ name: 'guard-log', restMs: CHECK_EVERY_MS, logger }, async () => {
    await check().catch((error) => {
      if (error instanceof LogShortenedError) onBroken(error)
      // Others tell of it; as soon as it is back is the time to look.
      else if (!isUnavailable(error)) throw error
    })
    return { more: false }
  })
  return { broken, stop: () => loop.stop() }

  async function check(): Promise<void> {
    const kept = await readKept()
    const seen = witnessOf(database.pool)
    if (seen !== null) await checkWitness(database, seen, HERE)
    if (kept !== null && kept.position !== seen?.position) await checkWitness(database, kept, store!.where)
    if ((await headPosition(database)) > (seen?.position ?? 0)) {
      const newest = await takeWitness(database)
      if (newest !== null) rememberWitness(database.pool, newest)
    }
    const newest = witnessOf(database.pool)
    if (newest !== null && newest.position > (kept?.position ?? 0)) await store?.write(newest).catch(() => {})
  }

  /** A Redis that is away knows nothing for the moment. */
  async function readKept(): Promise<Witness | null> {
    return (await store?.read().catch(() => null)) ?? null
  }
}
