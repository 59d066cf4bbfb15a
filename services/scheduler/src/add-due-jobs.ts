import { addDueTasks, type Platform } from '@dateline/platform'
import { claimDuePolls, claimDueVisits, unclaimPolls, wantRevisits } from '@dateline/work-state'

/** At most this many of a kind at a time, so that one full table cannot starve the others. */
const CLAIMS_MAX = 500

/**
 * One look at the clock: adds jobs for sources, visits and tasks that are due. Several schedulers may run: each due row
 * is claimed by one of them.
 *
 * @returns how many jobs were added.
 */
export async function addDueJobs(platform: Platform): Promise<number> {
  const { db } = platform.database
  if (platform.config.REVISIT) {
    // Together or not at all: a visit that is claimed and not wanted would never be made.
    await db.transaction().execute(async (trx) => wantRevisits(trx, await claimDueVisits(trx, CLAIMS_MAX)))
  }
  return (await addDuePolls(platform)) + (await addDueTasks(platform))
}

async function addDuePolls({ database, queues }: Platform): Promise<number> {
  const polls = await claimDuePolls(database.db, CLAIMS_MAX)
  try {
    const [lost = [], due = []] = [true, false].map((each) =>
      polls
        .filter(({ wasLost }) => wasLost === each)
        .map(({ sourceId }) => ({ name: 'poll-source', data: { sourceId } }) as const),
    )
    await queues.add(due)
    await queues.addAgain(lost)
  } catch (error) {
    const sourceIds = polls.map(({ sourceId }) => sourceId)
    await unclaimPolls(database.db, sourceIds)
    throw error
  }
  return polls.length
}
