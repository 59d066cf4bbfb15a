import type { Database } from '@dateline/database'

/** What is known of an origin's robots.txt. */
export type RobotsRecord = {
  readonly verdict: 'rules' | 'allow-all' | 'disallow-all'
  /** The file, for "rules". */
  readonly body: Buffer | null
  readonly httpStatus: number | null
  /** Why all is disallowed: reason and detail of the failed fetch. */
  readonly reason: string | null
  readonly detail: string | null
  /** By the database's clock. */
  readonly remainingMs: number
}

export type RobotsStore = {
  /** Null: never fetched, or no longer to be relied on. */
  read(origin: string): Promise<RobotsRecord | null>
  /** `remainingMs` is how long it holds from now. */
  write(origin: string, record: RobotsRecord): Promise<void>
}

/** robots.txt files shared by every process on one database. */
export function openRobotsStore({ pool }: Pick<Database, 'pool'>): RobotsStore {
  return {
    async read(origin) {
      const { rows } = await pool.query<RobotsRecord>({
        name: 'read-robots',
        text: `select verdict, body, http_status as "httpStatus", reason, detail,
                      (extract(epoch from expires_at - clock_timestamp()) * 1000)::float8 as "remainingMs"
               from work.robots where origin = $1 and expires_at > clock_timestamp()`,
        values: [origin],
      })
      return rows[0] ?? null
    },

    async write(origin, { verdict, body, httpStatus, reason, detail, remainingMs }) {
      await pool.query({
        name: 'write-robots',
        text: `insert into work.robots (origin, verdict, body, http_status, reason, detail, fetched_at, expires_at)
               values ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp() + $7 * interval '1 ms')
               on conflict (origin) do update set
                 verdict = excluded.verdict, body = excluded.body, http_status = excluded.http_status,
                 reason = excluded.reason, detail = excluded.detail, fetched_at = excluded.fetched_at,
                 expires_at = excluded.expires_at`,
        values: [origin, verdict, body, httpStatus, reason, detail, remainingMs],
      })
    },
  }
}
