import { extraction, instant, person, usageSignal, when } from '@dateline/domain'
import { z } from 'zod'
import { ARTICLE_STATUSES } from './row.ts'

/** An article in a list. What a field means stands in the comment of its column in `read.article`. */
export const articleSummary = z.object({
  articleId: z.string(),
  status: z.enum(ARTICLE_STATUSES),
  url: z
    .string()
    .nullable()
    .meta({ description: 'As listed or submitted; null: an imported document that names none' }),
  finalUrl: z.string().nullable().meta({ description: 'After redirects' }),
  title: z.string().nullable(),
  listedTitle: z.string().nullable().meta({ description: 'As the listing says: a witness, not the article itself' }),
  standfirst: z.string().nullable(),
  byline: z.string().nullable().meta({ description: 'As printed' }),
  authors: z.array(person).meta({ description: 'People only: an agency is not a person' }),
  agencyId: z.string().nullable().meta({ description: 'Agency the text is credited to, e.g. AP' }),
  agency: z.string().nullable(),
  inferredAgency: z
    .string()
    .nullable()
    .meta({ description: 'Agency of the text this is a copy of, not credited here' }),
  publisher: z.string().nullable(),
  publisherDomain: z.string().nullable(),
  dateline: z.string().nullable().meta({ description: 'Place at the head of the text' }),
  publishedAt: instant.nullable().meta({ description: 'First instant of what publishedPrecision names' }),
  publishedPrecision: when.shape.precision.nullable(),
  publishedZone: when.shape.zone.nullable().meta({
    description: 'assumed: the page names no time zone, and publishedAt is its time as if in UTC; none: no time of day',
  }),
  modifiedAt: instant.nullable(),
  modifiedZone: when.shape.zone.nullable().meta({ description: 'Of modifiedAt; as publishedZone' }),
  language: z.string().nullable().meta({ description: 'ISO 639' }),
  section: z.string().nullable(),
  topics: z.array(z.string()).meta({ description: 'IPTC Media Topics, best first; empty: none was certain enough' }),
  leadImageUrl: z.string().nullable(),
  excerpt: z.string().nullable(),
  textChars: z.int().nullable(),
  correction: z.string().nullable().meta({ description: 'Correction notice, as printed' }),
  liveBlog: z.boolean().nullable(),
  truncated: z.boolean().nullable().meta({ description: 'The text ends at a paywall' }),
  storyId: z.string().nullable(),
  copyOf: z.string().nullable(),
  copyKind: z.enum(['exact', 'edited', 'partial', 'reworded']).nullable(),
  sourceId: z.string().nullable(),
  revisionCount: z.int(),
  firstSeenAt: instant,
  sortedAt: instant.meta({
    description: 'publishedAt where it can be believed, else the listed time, else firstSeenAt',
  }),
  updatedAt: instant,
  lastPosition: z.int().meta({ description: 'Of the last event about it' }),
})
export type ArticleSummary = z.infer<typeof articleSummary>

/** An article by itself: also how it came here, and all that was read off the page with its evidence. */
export const articleDetail = articleSummary.extend({
  normalUrl: z.string().nullable(),
  via: z.string().nullable(),
  listedPublishedAt: instant.nullable(),
  copyContainment: z.number().nullable(),
  aliasOf: z.string().nullable(),
  rejectReason: z.string().nullable(),
  failure: z.string().nullable(),
  failures: z.int(),
  goneAt: instant.nullable(),
  fetchedAt: instant.nullable(),
  extractor: z.string().nullable(),
  classifier: z.string().nullable(),
  rawSha256: z.string().nullable().meta({ description: 'Of the bytes in the archive it was read from' }),
  contentSha256: z.string().nullable(),
  extractedPosition: z.int().nullable(),
  firstPosition: z.int(),
  stealthEdits: z.int().meta({ description: 'Edits that its page did not own up to: see /v1/findings' }),
  isOutdatedCopy: z.boolean().meta({ description: 'Its text still says what its original no longer says' }),
  isAlteredCopy: z.boolean().meta({ description: 'Its text says what its original has never said: see /v1/findings' }),
  usage: z
    .array(usageSignal)
    .nullable()
    .meta({ description: 'What headers and meta tags ask for as to its use; null: they say nothing' }),
  original: z
    .object({ rule: z.string(), evidence: z.string(), rules: z.string() })
    .nullable()
    .meta({ description: 'Why this address, and no other that the page names, is its own; null: not fetched by us' }),
  extraction: extraction.nullable().meta({ description: 'Current revision with evidence; null: there is no text' }),
})
export type ArticleDetail = z.infer<typeof articleDetail>
