import type { AnyEvent, Recorded } from '@dateline/domain'
import { readLog } from '@dateline/event-store'
import { addDueTasks, type Platform } from '@dateline/platform'
import {
  advanceConsumer,
  changePoll,
  dropTasks,
  pausePoll,
  pauseSubscriptions,
  registerPoll,
  wantTasks,
} from '@dateline/work-state'
import { wantedTasks } from './wanted-tasks.ts'

const CONSUMER = 'want-jobs'
const PAGE_EVENTS = 500

/**
 * One page of the log: writes down the jobs its events ask for, in the transaction that moves the checkpoint, then adds
 * them to their queues. If the process dies in between, the scheduler finds them written down.
 */
export async function wantJobs(platform: Platform): Promise<{ more: boolean }> {
  const { database } = platform
  let read = 0
  await advanceConsumer(database.db, CONSUMER, async (trx, position) => {
    const events = await readLog(database, { afterPosition: position, limit: PAGE_EVENTS })
    read = events.length
    // What has been withdrawn asks for nothing any more.
    const present = events.filter(({ withdrawn }) => !withdrawn)
    const { wanted, overtaken } = wantedTasks(present)
    await wantTasks(trx, wanted)
    await dropTasks(trx, ['fetch-article'], overtaken)
    for (const event of present) await followSource(trx, event)
    return events.at(-1)?.position ?? position
  })
  const added = await addDueTasks(platform)
  return { more: read === PAGE_EVENTS || added > 0 }
}

async function followSource(trx: Parameters<typeof registerPoll>[0], event: Recorded<AnyEvent>): Promise<void> {
  const sourceId = event.stream.slice('source-'.length)
  switch (event.type) {
    case 'SourceRegistered':
      return registerPoll(trx, event.data)
    case 'SourceChanged':
      return changePoll(trx, sourceId, event.data)
    case 'SourcePaused':
      await pauseSubscriptions(trx, sourceId, true)
      return pausePoll(trx, sourceId, true)
    case 'SourceResumed':
      await pauseSubscriptions(trx, sourceId, false)
      return pausePoll(trx, sourceId, false)
  }
}
