import type { Database } from './open-database.ts'

const durableThrough = new WeakMap<Database['pool'], number>()

/**
 * Resolves when the event at `position`, which was read, is on disk: at once for most.
 *
 * An append can be seen a moment before the disk has it, and until then a crash of the server would take it back. What is
 * written to the same database because of it would be taken back as well; whoever acts outside (answers a request, sends a
 * message) waits here first. See docs/decisions/0011.
 */
export async function waitUntilDurable({ pool }: Pick<Database, 'pool'>, position: number): Promise<void> {
  if (position <= (durableThrough.get(pool) ?? 0)) return
  const { rows } = await pool.query<{ position: number }>('select log.settle() as position')
  rememberDurable(pool, rows[0]!.position)
}

/** Told of a position that is known to be on disk. */
export function rememberDurable(pool: Database['pool'], position: number): void {
  durableThrough.set(pool, Math.max(position, durableThrough.get(pool) ?? 0))
}
