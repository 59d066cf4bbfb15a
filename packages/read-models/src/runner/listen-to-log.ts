import { setTimeout as sleep } from 'node:timers/promises'
import { announcementsOf, type OnAppended } from '@dateline/database'
import type { Pool, PoolClient } from 'pg'

/** Notified by log.write_group, once per group commit. */
const CHANNEL = 'dateline_log'
const RECONNECT_MS = 1_000

export type LogSignal = {
  /** The furthest position heard of: taken before looking, given to `wait`, so that none between the two is missed. */
  position(): number
  /** Returns when the log is heard to be beyond `seen`, when `timeoutMs` have passed, or when `signal` aborts. */
  wait(seen: number, timeoutMs: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Hears of appends: of this process at once, of others by LISTEN. Connects again by itself; meanwhile `wait` ends by its timeout. */
export function listenToLog(pool: Pool, onError: (error: Error) => void): LogSignal {
  let position = 0
  let wake = (): unknown => undefined
  const closing = new AbortController()
  const onAppended = (lastPosition: number) => {
    if (!(lastPosition > position)) return
    position = lastPosition
    wake()
  }
  const unsubscribe = announcementsOf(pool).subscribe(onAppended)

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      let client: PoolClient | undefined
      try {
        client = await pool.connect()
        await hear(client, closing.signal, onAppended)
      } catch (error) {
        if (!closing.signal.aborted) onError(error as Error)
      }
      // Not given back to the pool: it would go on hearing.
      client?.release(true)
      await sleep(RECONNECT_MS, undefined, { signal: closing.signal }).catch(() => {})
    }
  }
  const listening = listen()

  return {
    position: () => position,
    async wait(seen, timeoutMs, signal) {
      if (position > seen || signal.aborted) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, timeoutMs)
        signal.addEventListener('abort', done)
        wake = () => position > seen && done()
        function done(): void {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          wake = () => undefined
          resolve()
        }
      })
    },
    async close() {
      unsubscribe()
      closing.abort()
      await listening
    },
  }
}

/** Resolves when `signal` aborts or the connection ends. */
async function hear(client: PoolClient, signal: AbortSignal, onAppended: OnAppended): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    client.on('notification', ({ payload }) => onAppended(Number(payload)))
    client.on('end', () => resolve())
    client.on('error', () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
    if (signal.aborted) resolve()
  })
  await client.query(`listen ${CHANNEL}`)
  await ended
}
