import { EventEmitter } from 'node:events'
import { announcementsOf } from '@dateline/database'
import pg from 'pg'

const CHANNEL = 'dateline_log'
const RECONNECT_MS = 1_000

/** Tells who waits for new events in this process. One per pool. */
export type Wakeups = {
  /** Called by this process's own appender. */
  announce(position: number): void
  /** Resolves at the next announcement, from this process or another, or after `timeoutMs`, or on abort. */
  next(timeoutMs: number, signal: AbortSignal): Promise<void>
}

const byPool = new WeakMap<pg.Pool, Wakeups>()

export function wakeupsOf(pool: pg.Pool): Wakeups {
  let wakeups = byPool.get(pool)
  if (wakeups === undefined) {
    wakeups = createWakeups(pool)
    byPool.set(pool, wakeups)
  }
  return wakeups
}

/**
 * Announcements only save waiting: whoever misses one finds the events at the next poll. So a lost connection is simply opened
 * again, and nobody is told.
 */
function createWakeups(pool: pg.Pool): Wakeups {
  const emitter = new EventEmitter().setMaxListeners(0)
  let waiters = 0
  let isListening = false

  async function listen(): Promise<void> {
    if (isListening || pool.ending) return
    isListening = true
    const client = new pg.Client({ ...pool.options, application_name: 'dateline-listen' })
    client.on('error', () => {})
    client.on('notification', ({ payload }) => emitter.emit('position', Number(payload)))
    client.on('end', () => {
      isListening = false
      if (waiters > 0) setTimeout(() => void listen(), RECONNECT_MS).unref()
    })
    const onPoolEnd = setInterval(() => {
      if (pool.ending) void client.end().catch(() => {})
    }, 100).unref()
    client.on('end', () => clearInterval(onPoolEnd))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch {
      void client.end().catch(() => {})
      isListening = false
    }
  }

  return {
    announce(position) {
      emitter.emit('position', position)
      announcementsOf(pool).announce(position)
    },
    async next(timeoutMs, signal) {
      if (signal.aborted) return
      void listen()
      waiters++
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer)
          emitter.off('position', done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, timeoutMs)
        emitter.on('position', done)
        signal.addEventListener('abort', done)
      })
      waiters--
    },
  }
}
