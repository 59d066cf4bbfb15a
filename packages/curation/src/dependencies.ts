import type { Database } from '@dateline/database'
import type { Log } from '@dateline/event-store'

/** What curation stands on; a Platform is one, and so is a Tool. */
export type Dependencies = {
  readonly database: Database
  readonly log: Log
  readonly now: () => Date
}
