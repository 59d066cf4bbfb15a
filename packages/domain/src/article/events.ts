import { z } from 'zod'
import { event, instant, sha256 } from '../event.ts'
import { classification, topicVerdict } from './classification.ts'
import { revisionChange } from './edit.ts'
import { extraction, rejectReason } from './extraction.ts'

/** How a URL became known. `original-url`: another document named it as its original. */
export const via = z.enum(['feed', 'sitemap', 'site', 'submission', 'import', 'original-url', 'alias'])

export const copyKind = z.enum(['exact', 'edited', 'partial', 'reworded'])

/** What a publisher asks for as to the use of a page, and the words that do. */
export const usageSignal = z.object({
  use: z.enum(['noarchive', 'nosnippet', 'noindex', 'tdm']),
  evidence: z.string(),
})
export type UsageSignal = z.infer<typeof usageSignal>

/** Facts about one article, in its own stream `article-<hash of its normal URL>` (of its bytes where no URL is known). */
export const articleEvent = z.discriminatedUnion('type', [
  event('ArticleDiscovered', {
    /** As listed; null: an imported document that names none. */
    url: z.url().nullable(),
    normalUrl: z.url().nullable(),
    sourceId: z.uuid().nullable(),
    via,
    /** What the listing said of it: a witness, not the article's own word. */
    listedTitle: z.string().nullable(),
    listedPublishedAt: instant.nullable(),
    discoveredAt: instant,
  }),
  event('DocumentImported', {
    kind: z.enum(['text', 'html', 'warc']),
    mediaType: z.string(),
    rawSha256: sha256,
    bytes: z.int().nonnegative(),
    fileName: z.string().nullable(),
    /** When the page was captured, against which "6 days ago" is read; null: not known. */
    capturedAt: instant.nullable(),
    importedAt: instant,
  }),
  event('ArticleFetched', {
    finalUrl: z.url(),
    rawSha256: sha256,
    bytes: z.int().nonnegative(),
    httpStatus: z.int(),
    /** The Content-Type header as sent, or null. */
    contentType: z.string().nullable(),
    fetchedAt: instant,
    /** What an archive says of when it captured the page (Memento-Datetime, RFC 7089); absent: it was live. */
    capturedAt: instant.optional(),
    /** Which browser ran its scripts before these bytes were taken, e.g. "Chromium/156.0"; absent: as they came. */
    rendered: z.string().optional(),
    /** From its headers, or its site's tdmrep.json; absent: they say nothing. */
    usage: z.array(usageSignal).optional(),
  }),
  event('ArticleUnreachable', {
    /** Stable code of http-fetch, e.g. "timeout", "robots-disallowed". */
    reason: z.string(),
    detail: z.string(),
    httpStatus: z.int().nullable(),
    failures: z.int().positive(),
    failedAt: instant,
  }),
  event('ArticleGone', { httpStatus: z.int(), goneAt: instant }),
  event('ArticleExtracted', {
    rawSha256: sha256,
    /** Which code read it, e.g. "html/3". */
    extractor: z.string(),
    extraction,
    /** sha256 over what readers see as the article: equal content is no new revision. */
    contentSha256: sha256,
    /** Present and true: a live blog that went on. Kept as updates, and not counted as a revision. */
    liveUpdate: z.boolean().optional(),
    /** Present and true: a page that goes to and fro between texts shows one of them again. Not counted as a revision. */
    alternates: z.boolean().optional(),
    /**
     * Id of the ExtractionPromoted that put this reading in the place of an earlier one of the same bytes: the page has not changed.
     * Not counted as a revision.
     */
    promotion: z.string().optional(),
    /** From headers and meta tags; absent: they say nothing. */
    usage: z.array(usageSignal).optional(),
    /** Why this address, and no other that the page names, is the article's own. */
    original: z.object({ rule: z.string(), evidence: z.string(), rules: z.string() }).optional(),
    /** sha256 of what was known of the host's repeated lines; absent: nothing. The same bytes with it give the same reading. */
    hostKnowledge: sha256.optional(),
  }),
  event('ArticleRejected', {
    rawSha256: sha256,
    extractor: z.string(),
    reason: rejectReason,
    evidence: z.string(),
    /** As of ArticleExtracted. */
    hostKnowledge: sha256.optional(),
    promotion: z.string().optional(),
  }),
  event('ArticleAliased', {
    rawSha256: sha256,
    originalArticleId: z.string(),
    originalUrl: z.url(),
    /** Which rule believed it, and the markup that says so. */
    evidence: z.string(),
    /** Version of the URL rules that decided. */
    rules: z.string().optional(),
  }),
  event('ArticleClassified', {
    /** Of the ArticleExtracted that was classified. */
    contentSha256: sha256,
    classifier: z.string(),
    classification,
    /** Id of the ClassificationPromoted that put this verdict in the place of an earlier one on the same text: no news of it. */
    promotion: z.string().optional(),
  }),
  /** Which topics of the operator's own it is on, beside those of the taxonomy. */
  event('OwnTopicsMatched', {
    contentSha256: sha256,
    topics: z.array(topicVerdict),
    /** Names the definitions it was held against: sha256 over all of them. */
    definitions: sha256,
  }),
  /** What it is about, as a person says. */
  event('ArticleTopicsSet', {
    topics: z.array(z.string()),
    /** True: later classifications leave them alone; false: they are the classifier's again, and stand here as it had them. */
    kept: z.boolean(),
    reason: z.string(),
    actor: z.string(),
  }),
  event('CopyDetected', {
    /** Whose copy it is. */
    originalArticleId: z.string(),
    kind: copyKind,
    /** Share of this text, quotations removed, that stands in the original: 0 to 1. */
    containment: z.number().min(0).max(1),
    /** Agency of the original's text where it is credited there, inferred here. */
    inferredAgency: z.string().nullable(),
    evidence: z.string(),
    matcher: z.string(),
    /** The person who says so, and why; absent: the texts do. Automatic decisions leave alone what a person has decided. */
    actor: z.string().optional(),
    reason: z.string().optional(),
  }),
  /** It is no copy of that article: not any more, or it never was one. Its text counts as its own until something else is found. */
  event('CopyRetracted', {
    originalArticleId: z.string(),
    reason: z.string(),
    /** How much of the one text stands in the other. */
    evidence: z.string(),
    matcher: z.string(),
    /** The person who says so; absent: the texts do. */
    actor: z.string().optional(),
  }),
  /** A person leaves it to automatic decisions again whether it carries that article's text, which people had said or denied. */
  event('CopyReleased', { originalArticleId: z.string(), reason: z.string(), actor: z.string() }),
  /** The substance of an article was changed, while its page shows neither a notice of it nor a later time of change. */
  event('StealthEditDetected', {
    /** Of the ArticleExtracted that was compared, and of the one before it. */
    contentSha256: sha256,
    beforeContentSha256: sha256,
    /** At most EDIT_CHANGES_MAX, the most telling first. */
    changes: z.array(revisionChange),
    /** What the page shows in place of a notice. */
    evidence: z.string(),
    detector: z.string(),
  }),
  /** The original of this copy was changed in substance, and the copy still says what the original no longer says. */
  event('CopyOutdated', {
    originalArticleId: z.string(),
    /** Of the original's ArticleExtracted that this copy lags behind. */
    originalContentSha256: sha256,
    /** Of the copy's text that was looked at. */
    contentSha256: sha256,
    /** The original's notice of correction, as printed; null: it gives none. */
    correction: z.string().nullable(),
    /** Changes of the original whose earlier words still stand in the copy. */
    changes: z.array(revisionChange),
    evidence: z.string(),
    detector: z.string(),
  }),
  /** This copy says something else than its original has ever said: another number or name, a "not" more or less; and owns up to nothing. */
  event('CopyAltered', {
    originalArticleId: z.string(),
    /** Of the original's latest ArticleExtracted; its earlier ones were looked at, too. */
    originalContentSha256: sha256,
    /** Of the copy's text that was looked at. */
    contentSha256: sha256,
    /** `before`: the original's words, `after`: the copy's. At most EDIT_CHANGES_MAX. */
    changes: z.array(revisionChange),
    /** The sentences that the changes stand in, of both; each at most EDIT_CHARS_MAX characters. */
    sentences: z.array(z.object({ original: z.string(), copy: z.string() })),
    evidence: z.string(),
    detector: z.string(),
  }),
  /** The original has come to say what this copy was found to have altered: that finding is taken back. */
  event('CopyAlterationRetracted', {
    originalArticleId: z.string(),
    /** Of the original's text that says so. */
    originalContentSha256: sha256,
    /** Of the copy's text that the finding was about. */
    contentSha256: sha256,
    evidence: z.string(),
    detector: z.string(),
  }),
  /** Lawful erasure: the bodies of all events of the stream before this one are deleted, and nothing is read again. */
  event('ArticleWithdrawn', {
    /** Why, without repeating what is erased. */
    reason: z.string(),
    withdrawnAt: instant,
    /** Positions of events of other streams whose bodies repeated what is withdrawn, and are erased with it. */
    alsoErased: z.array(z.int().positive()).readonly().optional(),
  }),
])

export type ArticleEvent = z.infer<typeof articleEvent>
export type ArticleEventOf<Type extends ArticleEvent['type']> = Extract<ArticleEvent, { type: Type }>
