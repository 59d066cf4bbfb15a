import { z } from 'zod'
import { instant } from '../event.ts'

/**
 * How a value is known. explicit: printed on the page or in its markup. derived: computed from something printed there.
 * inferred: needs another document or the calendar, and is shown only as such.
 */
export const basis = z.enum(['explicit', 'derived', 'inferred'])

/** A value with its evidence, or null with the reason why there is none. A wrong value is worse than null. */
export const field = <Value extends z.ZodType>(value: Value) =>
  z.union([
    z.object({
      value,
      basis,
      /** The words or the markup that say so, at most EVIDENCE_CHARS_MAX characters. */
      evidence: z.string(),
      /** 0 to 1. */
      confidence: z.number().min(0).max(1),
    }),
    z.object({ value: z.null(), reason: z.string() }),
  ])

export type Field<Value> =
  | { value: Value; basis: z.infer<typeof basis>; evidence: string; confidence: number }
  | { value: null; reason: string }

export const EVIDENCE_CHARS_MAX = 300

/**
 * A time as precise as the page says it: "2021-12-29" (day), "2021-12" (month), or an instant in UTC.
 * `zone` says whether the page named the time zone; "assumed" instants were read as UTC. "none" for days and months.
 */
export const when = z.object({
  at: z.string(),
  precision: z.enum(['year', 'month', 'day', 'minute', 'second']),
  zone: z.enum(['stated', 'assumed', 'none']),
  /** Offset from UTC as the page stated it, e.g. "+02:00": tells the day at the place of writing. Absent: none, or UTC. */
  offset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .optional(),
  /** The calendar day at the place of writing, where the page shows another day than UTC's: "2023-11-08". */
  localDay: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
})
export type When = z.infer<typeof when>

export const person = z.object({ name: z.string(), affiliation: z.string().nullable(), place: z.string().nullable() })
export type Person = z.infer<typeof person>

const agencyName = z.object({ id: z.string(), name: z.string() })
/** `id` as in extraction's agency table, e.g. "AP". `joint`: the others of a joint credit ("AFP/Reuters"), as they are named. */
export const agency = agencyName.extend({ joint: z.array(agencyName).optional() })

export const image = z.object({
  url: z.string().nullable(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
})

/** A stretch of a block's text, by UTF-16 offsets: [start, end). */
export const span = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  kind: z.enum(['link', 'strong', 'emphasis']),
  url: z.string().optional(),
})

/** The article's body as a list of typed blocks: text, safe HTML, Markdown and JSON all come from it. */
export const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), text: z.string(), spans: z.array(span).optional() }),
  z.object({ type: z.literal('heading'), text: z.string(), level: z.int().min(1).max(6) }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()) }),
  z.object({ type: z.literal('quote'), text: z.string() }),
  z.object({ type: z.literal('table'), rows: z.array(z.array(z.string())) }),
  z.object({ type: z.literal('image'), ...image.shape }),
  z.object({ type: z.literal('embed'), url: z.string(), text: z.string().nullable() }),
])
export type Block = z.infer<typeof block>

/** Another publisher's teaser on the page: never part of the article, and never an article by itself. */
export const foreignSnippet = z.object({
  publisher: z.string().nullable(),
  title: z.string(),
  text: z.string().nullable(),
  url: z.string().nullable(),
})

/** One update of a live blog. */
export const liveEntry = z.object({
  /** Its time; with "#2" and so on where several carry one. Stays when its words change. */
  id: z.string(),
  at: instant,
  title: z.string().nullable(),
  text: z.string(),
})
export type LiveEntry = z.infer<typeof liveEntry>

/** What one page or text scrape says, as one extractor read it. */
export const extraction = z.object({
  title: field(z.string()),
  standfirst: field(z.string()),
  /** The byline as printed, and the people in it. An agency is not a person. */
  byline: field(z.string()),
  authors: field(z.array(person)),
  contributors: field(z.array(person)),
  /** Whose text it is; a photo's agency is not the text's. */
  agency: field(agency),
  publisher: field(z.object({ name: z.string(), domain: z.string().nullable() })),
  /** Place at the head of the text: "WASHINGTON". */
  dateline: field(z.object({ place: z.string(), raw: z.string() })),
  publishedAt: field(when),
  modifiedAt: field(when),
  /** The original's URL as the page names it (canonical link, og:url, "Original url:" line). Not yet believed. */
  canonicalUrl: field(z.string()),
  /** BCP 47, as declared by the page; classification detects it from the text. */
  language: field(z.string()),
  section: field(z.string()),
  leadImage: field(image),
  images: z.array(image),
  blocks: z.array(block),
  /** Paragraphs, headings, list items, quotes and tables in reading order, divided by one blank line; no dateline. */
  text: z.string(),
  links: z.array(z.object({ url: z.string(), text: z.string() })),
  related: z.array(z.object({ label: z.string().nullable(), title: z.string(), url: z.string().nullable() })),
  foreignSnippets: z.array(foreignSnippet),
  keywords: z.array(z.string()),
  marks: z.object({
    /** Text ends at a paywall. */
    truncated: z.boolean(),
    liveBlog: z.boolean(),
    /** A correction or clarification notice, as printed. */
    correction: z.string().nullable(),
    /** The text stands in the page's scripts: readers see it once these have run. */
    scripted: z.boolean().optional(),
  }),
  /** Of a live blog: its updates, in the order of the page. */
  liveEntries: z.array(liveEntry).optional(),
  /** What was left out, by which rule: at most DROPPED_MAX pieces of DROPPED_CHARS_MAX characters. */
  dropped: z.array(z.object({ text: z.string(), rule: z.string() })),
})
export type Extraction = z.infer<typeof extraction>

/** The fields that carry evidence, in the order in which people read them. */
export const EXTRACTION_FIELDS = [
  'title',
  'standfirst',
  'byline',
  'authors',
  'contributors',
  'agency',
  'publisher',
  'dateline',
  'publishedAt',
  'modifiedAt',
  'canonicalUrl',
  'language',
  'section',
  'leadImage',
] as const satisfies readonly (keyof Extraction)[]

export const DROPPED_MAX = 200
export const DROPPED_CHARS_MAX = 160

/** Why a page is not stored as an article. Stable: counted, and shown to operators. */
export const rejectReason = z.enum([
  'not-an-article',
  'too-short',
  'front-page',
  'section-page',
  'consent-wall',
  'bot-wall',
  'error-page',
  'video-only',
  'gallery-only',
  'empty-without-scripts',
  'unsupported-type',
  'undecodable',
  'over-limit',
  /** Its publisher asks for it not to be used so, and the operator honours that. */
  'usage-refused',
])
export type RejectReason = z.infer<typeof rejectReason>

/** An article, or the reason with its evidence why there is none. */
export type ExtractionVerdict =
  // hostKnowledge: sha256 of the snapshot it was read with, if any.
  | { verdict: 'article'; extraction: Extraction; hostKnowledge?: string }
  | { verdict: 'rejected'; reason: RejectReason; evidence: string; hostKnowledge?: string }
