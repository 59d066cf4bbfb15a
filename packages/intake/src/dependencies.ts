import type { Archive } from '@dateline/archive'
import type { Database } from '@dateline/database'
import type { Log } from '@dateline/event-store'

/** What intake stands on; a Platform is one. */
export type Dependencies = {
  readonly database: Database
  readonly log: Log
  readonly archive: Archive
  readonly now: () => Date
  /** Settings that decide on what may be registered; a Config holds them. Absent: no private host, no interval too short. */
  readonly config?: Readonly<{
    FETCH_PRIVATE_HOSTS: readonly string[]
    FETCH_HOST_OVERRIDES: readonly string[]
    POLL_INTERVAL_MIN_MS: number
  }>
}
