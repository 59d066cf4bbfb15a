import { nextPollDelay, source, sourceStream } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { discoverArticles } from '@dateline/intake'
import type { Config } from '@dateline/platform'
import { type JobData, PostponeJob } from '@dateline/queue'
import { getPoll, recordPoll, type SourcePoll } from '@dateline/work-state'
import type { Dependencies } from './fetch-article.ts'
import type { ListingThreads } from './listing-threads.ts'
import { readListing } from './read-listing.ts'

/** Processor of the queue `poll-source`: read the listing, record what is new. Safe to run twice. */
export function pollSource(dependencies: Dependencies & { config: Readonly<Config>; listings: ListingThreads }) {
  return async ({ sourceId }: JobData<'poll-source'>): Promise<void> => {
    const { database, logger, log, now } = dependencies
    const poll = await getPoll(database.db, sourceId)
    if (poll === null) return // its registration has not been seen yet, or its state was wiped: it will be due again
    const listing = await readListing(dependencies, poll)
    if (listing.kind === 'postponed') throw new PostponeJob(listing.untilMs)

    const cause = `poll-source/${sourceId}/${poll.polls}`
    const stream = sourceStream(sourceId)
    if (listing.kind === 'failed') {
      const data = { reason: listing.reason, detail: listing.detail, failingAt: now().toISOString() }
      await handle(log, source, stream, { type: 'RecordSourceFailure', data }, { cause: `${cause}/${data.failingAt}` })
      await recordOutcome(dependencies, poll, { ...listing, failed: true, foundNew: false })
      logger.warn({ sourceId, url: poll.url, reason: listing.reason, detail: listing.detail }, 'poll failed')
      return
    }
    const { discovered, hasMore } = await discoverArticles(dependencies, poll, listing.entries)
    const recoveredAt = now().toISOString()
    const recovery = { type: 'RecordSourceSuccess', data: { recoveredAt } } as const
    await handle(log, source, stream, recovery, { cause: `${cause}/${recoveredAt}` })
    await recordOutcome(dependencies, poll, {
      ...listing,
      ...(hasMore ? WHOLE_AGAIN : {}),
      failed: false,
      foundNew: discovered > 0,
    })
    logger.info({ sourceId, url: poll.url, listed: listing.entries.length, discovered }, 'poll recorded')
  }
}

/** What was not taken up yet would hide behind a "not modified". */
const WHOLE_AGAIN = { etag: null, lastModified: null }

type Outcome = {
  failed: boolean
  foundNew: boolean
  /** What the source asks for, in milliseconds, or null. */
  askedMs: number | null
  etag: string | null
  lastModified: string | null
}

async function recordOutcome(
  { database, config, now }: Dependencies & { config: Readonly<Config> },
  { sourceId, schedule, intervalMs, polls, failures, plan }: SourcePoll,
  { failed, foundNew, askedMs, etag, lastModified }: Outcome,
): Promise<void> {
  const history = { sourceId, intervalMs, polls, failures: failed ? failures + 1 : 0, foundNew, askedMs }
  const bounds = { minMs: config.POLL_INTERVAL_MIN_MS, maxMs: config.POLL_INTERVAL_MAX_MS }
  const delayMs = nextPollDelay(schedule, history, bounds, now())
  await recordPoll(database.db, { sourceId, plan }, { delayMs, failed, foundNew, etag, lastModified })
}
