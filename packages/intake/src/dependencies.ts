import type { Archive } from '@dateline/archive'
import type { Database } from '@dateline/database'
import type { Log } from '@dateline/event-store'

/** What intake stands on; a Platform is one. */
export type Dependencies = {
  readonly database: Database
  readonly log: Log
  readonly archive: Archive
  readonly now: () => Date
}
