import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

/** Notified by log.append, once per group commit. */
const CHANNEL = 'dateline_log'
const RECONNECT_MS = 1_000

export type LogSignal = {
  /** Notifications so far: taken before looking, given to `wait`, so that none between the two is missed. */
  count(): number
  /** Returns at the first notification after `seen`, when `timeoutMs` have passed, or when `signal` aborts. */
  wait(seen: number, timeoutMs: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Hears of appends by any process. Connects again by itself; meanwhile `wait` ends by its timeout. */
export function listenToLog(pool: Pool, onError: (error: Error) => void): LogSignal {
  let count = 0
  let wake = () => {}
  const closing = new AbortController()

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      let client: PoolClient | undefined
      try {
        client = await pool.connect()
        await hear(client, closing.signal, () => {
          count++
          wake()
        })
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
    count: () => count,
    async wait(seen, timeoutMs, signal) {
      if (count !== seen || signal.aborted) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, timeoutMs)
        signal.addEventListener('abort', done)
        wake = done
        function done(): void {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          wake = () => {}
          resolve()
        }
      })
    },
    async close() {
      closing.abort()
      await listening
    },
  }
}

/** Resolves when `signal` aborts or the connection ends. */
async function hear(client: PoolClient, signal: AbortSignal, onNotification: () => void): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    client.on('notification', onNotification)
    client.on('end', () => resolve())
    client.on('error', () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
    if (signal.aborted) resolve()
  })
  await client.query(`listen ${CHANNEL}`)
  await ended
}
