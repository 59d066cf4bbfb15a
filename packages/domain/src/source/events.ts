import { z } from 'zod'
import { event, instant } from '../event.ts'

export const sourceKind = z.enum(['feed', 'sitemap', 'site'])

/** When a source is polled. `adaptive` follows what the source itself publishes, within the platform's bounds. */
export const schedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('adaptive') }),
  z.object({ kind: z.literal('interval'), seconds: z.int().min(60) }),
  z.object({ kind: z.literal('cron'), expression: z.string() }),
])
export type Schedule = z.infer<typeof schedule>

/** What a source may cost. */
export const sourceLimits = z.object({
  /** Polls and pages together, from midnight to midnight, UTC; null: as many as there are. */
  fetchesPerDayMax: z.int().positive().nullable(),
  /** Its pages that are fetched at a time, whatever hosts they are on; null: as many as hosts and workers allow. */
  fetchesInFlightMax: z.int().positive().nullable(),
})
export type SourceLimits = z.infer<typeof sourceLimits>

/** What a person may say about a source beside its name and schedule. Absent in a change: as it was. */
const settings = {
  /** Where it stands in lists of sources, outermost first. */
  folders: z.array(z.string()).optional(),
  limits: sourceLimits.nullable().optional(),
  /** The set of a sources file that says how this source is to be; null: none does. */
  managedBy: z.string().nullable().optional(),
}

/** Something a site names or has, that is polled in its stead. */
export const foundListing = z.object({
  url: z.url(),
  kind: z.enum(['feed', 'sitemap', 'section']),
  title: z.string().nullable(),
  /** Where it was found: the page's head or a link, robots.txt, or a place where sites customarily keep one. */
  basis: z.enum(['declared', 'linked', 'robots', 'customary']),
})
export type FoundListing = z.infer<typeof foundListing>

/**
 * Why a listed URL was not taken up. not-http: no http or https address. cut: the listing breaks off within it.
 * not-an-article: the address of a section, a file or a front page.
 */
export const listingRefusal = z.enum(['not-http', 'cut', 'not-an-article'])
export type ListingRefusal = z.infer<typeof listingRefusal>

/** `length`: median characters of a text. Others: share of pages without that field; `text`: without an article. */
export const layoutMeasure = z.object({ name: z.string(), before: z.number(), now: z.number() })
export type LayoutMeasure = z.infer<typeof layoutMeasure>

/** Facts about one source of URLs, in its own stream `source-<uuid>`; what it lists in `listing-<uuid>`. */
export const sourceEvent = z.discriminatedUnion('type', [
  event('SourceRegistered', {
    sourceId: z.uuid(),
    kind: sourceKind,
    url: z.url(),
    name: z.string().nullable(),
    schedule,
    ...settings,
    registeredAt: instant,
  }),
  event('SourceChanged', {
    kind: sourceKind.optional(),
    name: z.string().nullable(),
    schedule,
    ...settings,
    changedAt: instant,
  }),
  event('SourcePaused', { reason: z.string(), pausedAt: instant }),
  event('SourceResumed', { resumedAt: instant }),
  /** Pages of a host suddenly give less than that host's pages used to: its template has probably changed. */
  event('SourceLayoutDrifted', {
    host: z.string(),
    measures: z.array(layoutMeasure),
    evidence: z.string(),
    driftedAt: instant,
  }),
  event('SourceLayoutRecovered', { host: z.string(), recoveredAt: instant }),
  event('SourceFailing', {
    reason: z.string(),
    detail: z.string(),
    /** Of the first of the polls that failed in a row. */
    failingSince: instant.optional(),
    failingAt: instant,
  }),
  event('SourceRecovered', { recoveredAt: instant }),
  /** It answers, and has listed nothing new for longer than ever before in its own rhythm. */
  event('SourceFellSilent', { lastNewAt: instant, detail: z.string(), silentAt: instant }),
  event('SourceSpokeAgain', { spokeAt: instant }),
  /** What a site's own pages and robots.txt name: the whole list, each time it has changed. */
  event('SourceListingsFound', { listings: z.array(foundListing), foundAt: instant }),
  /** Whether its pages that are empty without scripts go to a browser: a person's word. */
  event('SourceRenderingChanged', { enabled: z.boolean(), changedAt: instant }),
  /**
   * What the source lists for the first time, at most LISTED_MAX of each. Articles by their ids alone, so that nothing of
   * one that is withdrawn stays here.
   */
  event('UrlsListed', {
    sourceId: z.uuid(),
    /** Those that were known already, too. */
    articleIds: z.array(z.string()),
    refused: z.array(z.object({ url: z.string(), reason: listingRefusal })),
    listedAt: instant,
  }),
])
export type SourceEvent = z.infer<typeof sourceEvent>
export type SourceEventOf<Type extends SourceEvent['type']> = Extract<SourceEvent, { type: Type }>

/** A longer listing is recorded in several events. */
export const LISTED_MAX = 500
