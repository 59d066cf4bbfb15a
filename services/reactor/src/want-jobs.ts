import type { AnyEvent, ArticleEvent, Recorded } from '@dateline/domain'
import { readLog, readStream } from '@dateline/event-store'
import { addDueTasks, type Platform } from '@dateline/platform'
import {
  advanceConsumer,
  changePoll,
  dropTasks,
  isRendered,
  pausePoll,
  pauseSubscriptions,
  registerPoll,
  setRendering,
  wantBacklogRendered,
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
    if (platform.config.RENDER) for (const event of present) await wantRendering(database, trx, event)
    return events.at(-1)?.position ?? position
  })
  const added = await addDueTasks(platform)
  return { more: read === PAGE_EVENTS || added > 0 }
}

/** For sources whose operator has said so: what was empty without its scripts goes to a browser. */
async function wantRendering(
  database: Platform['database'],
  trx: Parameters<typeof registerPoll>[0],
  { type, stream, position, data }: Recorded<AnyEvent>,
): Promise<void> {
  if (type === 'SourceRenderingChanged' && data.enabled) {
    return wantBacklogRendered(trx, stream.slice('source-'.length), position)
  }
  if (type !== 'ArticleRejected' || data.reason !== 'empty-without-scripts') return
  const [first] = await readStream<ArticleEvent>(database, stream, { limit: 1 })
  const sourceId = first?.type === 'ArticleDiscovered' && !first.withdrawn ? first.data.sourceId : null
  if (sourceId === null || !(await isRendered(trx, sourceId))) return
  await wantTasks(trx, [{ name: 'render-article', key: stream, cause: position, data: { articleId: stream } }])
}

async function followSource(trx: Parameters<typeof registerPoll>[0], event: Recorded<AnyEvent>): Promise<void> {
  const sourceId = event.stream.slice('source-'.length)
  switch (event.type) {
    case 'SourceRegistered':
      return registerPoll(trx, event.data)
    case 'SourceChanged':
      return changePoll(trx, sourceId, event.data)
    case 'SourceRenderingChanged':
      return setRendering(trx, sourceId, event.data.enabled)
    case 'SourcePaused':
      await pauseSubscriptions(trx, sourceId, true)
      return pausePoll(trx, sourceId, true)
    case 'SourceResumed':
      await pauseSubscriptions(trx, sourceId, false)
      return pausePoll(trx, sourceId, false)
  }
}
