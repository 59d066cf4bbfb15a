import { fetchDocument, parseRobots } from '@dateline/http-fetch'
import { discoverArticles, type ListedArticle } from '@dateline/intake'
import { type JobData, PostponeJob } from '@dateline/queue'
import {
  addBackfillSitemaps,
  BACKFILL_QUEUE,
  type BackfillProgress,
  finishBackfill,
  getBackfill,
  getPoll,
  nextBackfillSitemap,
  recordBackfillSitemap,
  type SourcePoll,
  settleTask,
} from '@dateline/work-state'
import { eraseWithdrawn } from './erase-withdrawn.ts'
import type { Dependencies } from './fetch-article.ts'
import { keepListing } from './keep-listing.ts'
import type { ListingThreads } from './listing-threads.ts'
import { parseDocument } from './read-documents.ts'

/** Where sites customarily keep one, if their robots.txt names none. */
const CUSTOMARY_PATHS = ['/sitemap.xml', '/sitemap_index.xml', '/sitemap-index.xml', '/news-sitemap.xml']
const TRIES_MAX = 3
/** Before a sitemap that could not be had is asked for again. */
const RETRY_MS = 30_000
/** Read in one job; then others have their turn. */
const SITEMAPS_PER_JOB_MAX = 20

type BackfillDependencies = Dependencies & { listings: ListingThreads }

/**
 * Processor of the queue `backfill-source`: reads the sitemaps of a source and records what they list for the days asked
 * for. What has been read stays read, so it goes on where it was; hosts are asked at their own pace.
 */
export function backfillSource(dependencies: BackfillDependencies) {
  return async ({ sourceId }: JobData<'backfill-source'>): Promise<void> => {
    const { database, logger } = dependencies
    const { db } = database
    const backfill = await getBackfill(db, sourceId)
    const poll = await getPoll(db, sourceId)
    if (backfill !== null && poll !== null) {
      if (backfill.sitemapsKnown === 0) await addBackfillSitemaps(db, sourceId, await rootSitemaps(dependencies, poll))
      for (let read = 0; ; read++) {
        const next = await nextBackfillSitemap(db, sourceId)
        if (next === null) break
        if (read >= SITEMAPS_PER_JOB_MAX) throw new PostponeJob(Date.now())
        await readOne(dependencies, poll, backfill, next)
      }
      await finishBackfill(db, sourceId)
      const { inRange, discovered } = (await getBackfill(db, sourceId)) ?? backfill
      logger.info({ sourceId, inRange, discovered }, 'backfill done')
    }
    await settleTask(db, BACKFILL_QUEUE, sourceId, { sourceId })
  }
}

async function rootSitemaps({ http }: BackfillDependencies, { kind, url }: SourcePoll): Promise<string[]> {
  const own = kind === 'sitemap' ? [url] : []
  const { origin } = new URL(url)
  const robots = await fetchDocument(http, { url: `${origin}/robots.txt`, purpose: 'robots' })
  if (robots.kind === 'postponed') throw new PostponeJob(robots.untilMs)
  const named =
    robots.kind === 'document'
      ? parseRobots(robots.body).sitemaps.flatMap((sitemap) => URL.parse(sitemap, origin)?.href ?? [])
      : []
  const found = [...new Set([...own, ...named])]
  return found.length > 0 ? found : CUSTOMARY_PATHS.map((path) => `${origin}${path}`)
}

async function readOne(
  dependencies: BackfillDependencies,
  poll: SourcePoll,
  { sourceId, from, to }: BackfillProgress,
  { url, tries }: { url: string; tries: number },
): Promise<void> {
  const { http, listings, database, logger } = dependencies
  const { db } = database
  const startedAt = dependencies.now()
  const fetched = await fetchDocument(http, { url, purpose: 'sitemap' })
  if (fetched.kind === 'postponed') throw new PostponeJob(fetched.untilMs)
  if (fetched.kind !== 'document') {
    const reason =
      fetched.kind === 'failed' ? fetched.reason : `gone-${'httpStatus' in fetched ? fetched.httpStatus : ''}`
    const isAgain = fetched.kind === 'failed' && fetched.retryable && tries + 1 < TRIES_MAX
    await recordBackfillSitemap(db, sourceId, url, { state: isAgain ? 'waiting' : 'failed', reason })
    logger.warn({ sourceId, url, reason }, 'sitemap could not be had')
    if (isAgain) throw new PostponeJob(Date.now() + RETRY_MS)
    return
  }
  const keep = keepListing(dependencies, sourceId)
  const parsed = await parseDocument({ listings, keep }, 'sitemap', fetched)
  if (parsed.kind === 'entries') await eraseWithdrawn(dependencies, sourceId, parsed.entries, startedAt)
  if (parsed.kind === 'failed') {
    await recordBackfillSitemap(db, sourceId, url, { state: 'failed', reason: parsed.code })
    return
  }
  if (parsed.kind === 'index') {
    // Of a sitemap, lastmod says when it was last changed: nothing in an older one is newer.
    const wanted = parsed.sitemaps.filter(({ modifiedAt }) => modifiedAt === null || modifiedAt.slice(0, 10) >= from)
    const left = await addBackfillSitemaps(
      db,
      sourceId,
      wanted.map((sitemap) => sitemap.url),
    )
    if (left > 0) logger.warn({ sourceId, url, left }, 'more sitemaps than the backfill may read')
    await recordBackfillSitemap(db, sourceId, url, { state: 'read' })
    return
  }
  const inRange = parsed.entries.filter((entry) => isWithin(entry, from, to))
  const { discovered, hasMore } = await discoverArticles(dependencies, { sourceId, kind: poll.kind }, inRange)
  const state = hasMore ? 'waiting' : 'read'
  await recordBackfillSitemap(db, sourceId, url, { state, inRange: inRange.length, discovered })
}

/** A day in an address, such as /2026/11/20/ or /2026-11-20-. */
const DAY_IN_PATH = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)/

/** By what the sitemap says, or else its address; what nobody dates is left to the polls. */
export function isWithin({ publishedAt, url }: ListedArticle, from: string, to: string): boolean {
  const [, year, month, date] = DAY_IN_PATH.exec(URL.parse(url)?.pathname ?? '') ?? []
  const day = year === undefined ? publishedAt?.slice(0, 10) : `${year}-${month}-${date}`
  return day !== undefined && day >= from && day <= to
}
