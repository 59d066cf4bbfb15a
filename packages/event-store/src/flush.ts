import type { Pool } from 'pg'

/** Resolves when all that was committed before the call is on disk. */
export type Flush = () => Promise<void>

const FLUSH = { name: 'log.settle', text: 'select log.settle()' }

/** One flush at a time: whoever asks during one is served, together with all others who do, by the next. */
export function createFlush(pool: Pool): Flush {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function run(after: Promise<void> | null): Promise<void> {
    await after?.catch(() => {}) // told to those who waited for that one
    running = next
    next = null
    await pool.query(FLUSH)
    running = null
  }

  return () => {
    next ??= run(running)
    return next
  }
}
