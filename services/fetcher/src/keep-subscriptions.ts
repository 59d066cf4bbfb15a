import { type Fetcher, sendPost } from '@dateline/http-fetch'
import type { Platform } from '@dateline/platform'
import { claimDueSubscriptions, type DueSubscription, recordAsked, recordRefused } from '@dateline/work-state'

type Dependencies = Pick<Platform, 'database' | 'logger'> & { http: Fetcher; publicUrl: string }

const CLAIMS_MAX = 20
/** What is asked for; hubs grant what they like. */
const LEASE_SECONDS = 10 * 86_400
/** A hub that is down is asked again after this, doubled each time; an ending subscription is given up after some. */
const RETRY_FIRST_MS = 60_000
const RETRY_MAX_MS = 86_400_000
const UNSUBSCRIBE_ATTEMPTS_MAX = 5

/**
 * One step of keeping subscriptions: asks the hubs of those that are new, run out or end. The hub then asks back at our
 * callback, which the api answers.
 */
export async function keepSubscriptions(dependencies: Dependencies): Promise<{ more: boolean }> {
  const due = await claimDueSubscriptions(dependencies.database.db, CLAIMS_MAX)
  await Promise.all(due.map((subscription) => askHub(dependencies, subscription)))
  return { more: due.length === CLAIMS_MAX }
}

async function askHub({ database, logger, http, publicUrl }: Dependencies, due: DueSubscription): Promise<void> {
  const { callback, sourceId, hub, topic, secret, mode, failures } = due
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': topic,
    'hub.callback': `${publicUrl}/websub/${callback}`,
    ...(mode === 'subscribe' ? { 'hub.secret': secret, 'hub.lease_seconds': String(LEASE_SECONDS) } : {}),
  })
  const headers = [['Content-Type', 'application/x-www-form-urlencoded']] as const
  const answer = await sendPost(http, { url: hub, body: form.toString(), headers })
  if (answer.kind === 'answered' && answer.httpStatus >= 200 && answer.httpStatus < 300) {
    logger.info({ sourceId, hub, topic, mode }, 'hub was asked')
    return recordAsked(database.db, callback)
  }
  // What a hub says in words is left out: it may say our secret.
  const because =
    answer.kind === 'answered' ? `the hub answers ${answer.httpStatus}` : `${answer.reason}: ${answer.detail}`
  const isOver = mode === 'unsubscribe' && failures + 1 >= UNSUBSCRIBE_ATTEMPTS_MAX
  const delayMs = isOver ? null : Math.min(RETRY_FIRST_MS * 2 ** failures, RETRY_MAX_MS)
  logger.warn({ sourceId, hub, topic, mode, because }, 'hub could not be asked')
  await recordRefused(database.db, callback, because, delayMs)
}
