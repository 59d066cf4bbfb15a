import { randomBytes } from 'node:crypto'
import { addNews, NO_HINTS, nextPoll, type PollHints, type Rhythm } from '@dateline/domain'
import { discoverArticles, type ListedArticle } from '@dateline/intake'
import type { Config } from '@dateline/platform'
import { type JobData, PostponeJob } from '@dateline/queue'
import {
  deferPoll,
  getPoll,
  type PollOutcome,
  recordPoll,
  type SourcePoll,
  untilNextDayMs,
  wantSubscription,
} from '@dateline/work-state'
import { eraseWithdrawn } from './erase-withdrawn.ts'
import type { Dependencies as FetchDependencies } from './fetch-article.ts'
import { keepListing } from './keep-listing.ts'
import type { Listing } from './listing.ts'
import type { ListingThreads } from './listing-threads.ts'
import { readListing } from './read-listing.ts'
import { recordFailure, recordSuccess } from './record-health.ts'

type Dependencies = FetchDependencies & { config: Readonly<Config>; listings: ListingThreads }

/** Entries that claim to be older say nothing about when a source publishes. */
const NEWS_AGE_MS_MAX = 7 * 86_400_000

/** Processor of the queue `poll-source`: read the listing, record what is new. Safe to run twice. */
export function pollSource(dependencies: Dependencies) {
  return async ({ sourceId }: JobData<'poll-source'>): Promise<void> => {
    const { database, logger } = dependencies
    const poll = await getPoll(database.db, sourceId)
    if (poll === null) return // its registration has not been seen yet, or its state was wiped: it will be due again
    if (poll.paused) return deferPoll(database.db, poll, 0) // paused while it waited in its queue
    const budget = poll.limits?.fetchesPerDayMax ?? null
    if (budget !== null && poll.fetchesToday >= budget) {
      logger.info({ sourceId, fetchesToday: poll.fetchesToday }, 'poll put off until tomorrow: its budget is spent')
      return deferPoll(database.db, poll, await untilNextDayMs(database.db))
    }
    const startedAt = dependencies.now()
    const listing = await readAndErase(dependencies, poll, startedAt)
    if (listing.kind === 'postponed') throw new PostponeJob(listing.untilMs)
    if (listing.kind === 'failed') await endFailed(dependencies, poll, listing)
    else await endRead(dependencies, poll, listing)
  }
}

/** What was kept of a poll that failed, or was put off, amid its documents is searched for withdrawn articles like the rest. */
async function readAndErase(dependencies: Dependencies, poll: SourcePoll, startedAt: Date): Promise<Listing> {
  const { sourceId } = poll
  const listed: ListedArticle[][] = []
  const onListed = (entries: readonly ListedArticle[]) => void listed.push([...entries])
  try {
    return await readListing({ ...dependencies, keep: keepListing(dependencies, sourceId), onListed }, poll)
  } finally {
    // First: what is recorded as read hides behind a "not modified" when this is run again.
    await eraseWithdrawn(dependencies, sourceId, listed.flat(), startedAt, poll.lastPolledAt)
  }
}

async function endFailed(
  dependencies: Dependencies,
  poll: SourcePoll,
  listing: Extract<Listing, { kind: 'failed' }>,
): Promise<void> {
  const { sourceId, url, failures } = poll
  const { reason, detail, askedMs, etag, lastModified, fetches } = listing
  await recordFailure(dependencies, poll, listing)
  const outcome = { failed: true, foundNew: false, etag, lastModified, fetches, ...UNCHANGED }
  await recordOutcome(dependencies, poll, outcome, { ...(poll.hints ?? NO_HINTS), askedMs })
  dependencies.logger.warn({ sourceId, url, reason, detail, failures: failures + 1 }, 'poll failed')
}

async function endRead(
  dependencies: Dependencies,
  poll: SourcePoll,
  listing: Extract<Listing, { kind: 'entries' }>,
): Promise<void> {
  const { database, config, logger, now } = dependencies
  const { sourceId, url } = poll
  const { discovered, listed, hasMore } = await discoverArticles(dependencies, poll, listing.entries)
  const rhythm = addNews(poll.rhythm, listed > 0 ? timesOf(listing.entries, poll.rhythm, now()) : [], now())
  await recordSuccess(dependencies, poll, { rhythm, hasNews: listed > 0, found: listing.site?.found ?? null })
  if (config.PUBLIC_URL !== undefined && listing.hub !== undefined) {
    const fresh = { callback: randomBytes(16).toString('hex'), secret: randomBytes(32).toString('hex') }
    await wantSubscription(database.db, sourceId, listing.hub, fresh)
  }
  // What was not taken up yet would hide behind a "not modified".
  const { etag, lastModified } = hasMore ? { etag: null, lastModified: null } : listing
  await recordOutcome(
    dependencies,
    poll,
    {
      ...{ failed: false, foundNew: discovered > 0, etag, lastModified, fetches: listing.fetches },
      rhythm: listed > 0 || poll.rhythm === null ? rhythm : null,
      ...{ hints: listing.hints, listings: listing.site?.polled ?? null },
      hasLooked: Boolean(listing.site?.found),
    },
    listing.hints ?? poll.hints ?? NO_HINTS,
  )
  logger.info({ sourceId, url, listed: listing.entries.length, discovered }, 'poll recorded')
}

const UNCHANGED = { hints: null, rhythm: null, listings: null, hasLooked: false }

async function recordOutcome(
  { database, config, now }: Dependencies,
  poll: SourcePoll,
  outcome: Omit<PollOutcome, 'delayMs' | 'intervalMs'>,
  hints: PollHints,
): Promise<void> {
  const { sourceId, schedule, intervalMs, polls, failures, isPushed, hasNewPush } = poll
  const { failed, foundNew } = outcome
  const history = { sourceId, intervalMs, polls, failures: failed ? failures + 1 : 0, foundNew, hints, isPushed }
  const bounds = { minMs: config.POLL_INTERVAL_MIN_MS, maxMs: config.POLL_INTERVAL_MAX_MS }
  const next = nextPoll(schedule, history, bounds, now())
  // Pushed, and nothing to be seen: its caches are behind its hub. Once more, soon.
  const isBehind = hasNewPush && !foundNew && !failed && schedule.kind === 'adaptive'
  await recordPoll(database.db, poll, { ...outcome, ...next, ...(isBehind ? { delayMs: bounds.minMs } : {}) })
}

/** When what is new was published, as far as it is said and can be believed; else: now. */
function timesOf(entries: readonly ListedArticle[], rhythm: Rhythm | null, now: Date): Date[] {
  const knownMs = (rhythm?.newsHours.at(-1) ?? 0) * 3_600_000
  const oldestMs = Math.max(knownMs, now.getTime() - NEWS_AGE_MS_MAX)
  const times = entries
    .map(({ publishedAt }) => Date.parse(publishedAt ?? ''))
    .filter((time) => time > oldestMs && time <= now.getTime())
  return times.length === 0 ? [now] : times.map((time) => new Date(time))
}
