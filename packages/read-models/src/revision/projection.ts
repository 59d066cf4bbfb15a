import { createHash } from 'node:crypto'
import {
  clip,
  declaredLanguage,
  detectedLanguage,
  LINE_CHARS_MAX,
  NAME_CHARS_MAX,
  NAMES_MAX,
  shown,
  startOf,
} from '../field-value.ts'
import { emptyRow, type Projection, type Table, type ViewEvent } from '../projection.ts'
import { type WhyRead, whyRead } from './why-read.ts'

/** A row of `views.revision`: one reading of an article that differed from the one before. */
export type RevisionRow = {
  readonly article_id: string
  /** 1, 2, 3… within the article. */
  readonly number: number
  readonly position: number
  readonly recorded_at: string
  readonly raw_sha256: string | null
  readonly content_sha256: string | null
  readonly extractor: string | null
  readonly title: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  readonly published_at: string | null
  readonly modified_at: string | null
  readonly text_chars: number | null
  readonly text_sha256: string | null
  /** Which of COMPARED differ from the revision before; empty for the first. */
  readonly changed: readonly string[]
  readonly publisher_domain: string | null
  readonly agency_id: string | null
  readonly why: WhyRead
  /** What the page declares, and what classifications of this reading have said. */
  readonly languages: readonly string[]
}

export const revisionTable = {
  name: 'revision',
  primaryKey: ['article_id', 'number'],
  columns: {
    article_id: 'text',
    number: 'integer',
    position: 'bigint',
    recorded_at: 'timestamptz',
    raw_sha256: 'text',
    content_sha256: 'text',
    extractor: 'text',
    title: 'text',
    standfirst: 'text',
    byline: 'text',
    published_at: 'timestamptz',
    modified_at: 'timestamptz',
    text_chars: 'integer',
    text_sha256: 'text',
    changed: 'text[]',
    publisher_domain: 'text',
    agency_id: 'text',
    languages: 'text[]',
    why: 'text',
  },
} as const satisfies Table & { columns: Record<keyof RevisionRow, string> }

/** Fields whose change a reader is told of, under the names the API gives them. */
const COMPARED = {
  title: 'title',
  standfirst: 'standfirst',
  byline: 'byline',
  publishedAt: 'published_at',
  modifiedAt: 'modified_at',
  text: 'text_sha256',
} as const satisfies Record<string, keyof RevisionRow>

/** One row per ArticleExtracted; an article's last row is the state the next one is compared with. */
export const revisionProjection: Projection<RevisionRow> = {
  name: 'revision',
  version: 4, // with why
  types: ['ArticleExtracted', 'ArticleClassified', 'ArticleWithdrawn'],
  table: revisionTable,
  key: 'article_id',
  keysOf: (event) => [event.stream],

  evolve(before, event, articleId) {
    if (event.type === 'ArticleWithdrawn') return null
    if (event.type === 'ArticleClassified') return before && withLanguage(before, detectedLanguage(event.data))
    if (event.type !== 'ArticleExtracted') return before
    const why = before === null || event.data === null ? 'changed' : whyRead(event.data)
    const read = { ...blank(articleId, event), ...reading(event), number: (before?.number ?? 0) + 1, why }
    const isComparable = before !== null && before.text_sha256 !== null && read.text_sha256 !== null
    if (!isComparable) return read
    const changed = Object.entries(COMPARED).filter(([, column]) => before[column] !== read[column])
    return { ...read, changed: changed.map(([name]) => name) }
  },
}

function blank(article_id: string, { position, recordedAt: recorded_at }: ViewEvent): RevisionRow {
  return { ...emptyRow<RevisionRow>(revisionTable), article_id, position, recorded_at, changed: [], languages: [] }
}

function withLanguage(row: RevisionRow, language: string | null): RevisionRow {
  if (language === null || row.languages.includes(language) || row.languages.length >= NAMES_MAX) return row
  return { ...row, languages: [...row.languages, language] }
}

function reading({ data }: Extract<ViewEvent, { type: 'ArticleExtracted' }>): Partial<RevisionRow> {
  if (data === null) return {}
  const { extraction, rawSha256: raw_sha256, contentSha256: content_sha256, extractor } = data
  const language = declaredLanguage(extraction)
  return {
    raw_sha256,
    content_sha256,
    extractor,
    title: clip(shown(extraction.title), LINE_CHARS_MAX),
    standfirst: clip(shown(extraction.standfirst), LINE_CHARS_MAX),
    byline: clip(shown(extraction.byline), LINE_CHARS_MAX),
    published_at: startOf(shown(extraction.publishedAt)),
    modified_at: startOf(shown(extraction.modifiedAt)),
    publisher_domain: clip(shown(extraction.publisher)?.domain, NAME_CHARS_MAX),
    agency_id: clip(shown(extraction.agency)?.id, NAME_CHARS_MAX),
    languages: language === null ? [] : [language],
    text_chars: extraction.text.length,
    text_sha256: createHash('sha256').update(extraction.text).digest('hex'),
  }
}
