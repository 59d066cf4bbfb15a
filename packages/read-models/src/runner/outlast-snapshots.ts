import { setTimeout as sleep } from 'node:timers/promises'
import { DatelineError } from '@dateline/domain'
import type { Pool } from 'pg'

const LOOK_MS = 50

/** Somebody has read for so long that new rows cannot take the place of old ones. */
export class RebuildBlockedError extends DatelineError {
  readonly code = 'REBUILD_BLOCKED'
  readonly retryable = true

  /** @param who as a sentence's beginning. */
  constructor(name: string, who: string) {
    super(`${who}, and would see half of view ${name}: end that, or wait. The same command goes on from here.`)
  }
}

type Reader = { key: string; pid: number; application: string }

/**
 * Who reads on one snapshot for long (REPEATABLE READ, a long statement) sees by the name of a view whatever rows it has by
 * then, but no row that is younger than his snapshot: of a generation that was filled since, few or none. So before those
 * who took theirs while it was being filled have ended, it must not become the live one.
 *
 * Only whoever reads now is waited for, and by what he is, not by the age of his snapshot: a transaction that is held open
 * elsewhere makes every new snapshot look old.
 *
 * @param deadlineMs of `performance.now()`.
 * @param onLook between two looks.
 * @throws {RebuildBlockedError} when it takes longer.
 */
export async function outlastSnapshots(
  pool: Pool,
  name: string,
  deadlineMs: number,
  onLook: () => Promise<void>,
): Promise<void> {
  const first = await readersNow(pool)
  for (let left = first; left.length > 0; ) {
    const [{ pid, application }] = left as [Reader]
    if (performance.now() > deadlineMs) {
      throw new RebuildBlockedError(
        name,
        `Session ${pid} (${application}) has been reading on one snapshot since before`,
      )
    }
    await onLook()
    await sleep(LOOK_MS)
    const now = new Set((await readersNow(pool)).map(({ key }) => key))
    left = left.filter(({ key }) => now.has(key))
  }
}

/** Sessions that hold a snapshot: what is shown of them to everybody. Those without a user are the server's own. */
async function readersNow(pool: Pool): Promise<Reader[]> {
  const { rows } = await pool.query<Reader>(
    `select concat_ws(' ', a.pid, l.virtualxid, a.backend_xmin) as key, a.pid, a.application_name as application
       from pg_stat_activity a join pg_locks l on l.pid = a.pid and l.locktype = 'virtualxid' and l.granted
      where a.datname = current_database() and a.usename is not null and a.backend_xmin is not null
        and a.pid <> pg_backend_pid()`,
  )
  return rows
}
