import { clip, LINE_CHARS_MAX, PARAGRAPH_CHARS_MAX } from '../field-value.ts'
import type { Projection, Table, ViewEvent } from '../projection.ts'

/** A row of `views.finding`: what was found about a change of an article, or that a finding is taken back. */
export type FindingRow = {
  readonly article_id: string
  readonly position: number
  readonly recorded_at: string
  /** retraction: earlier findings on it as a copy of that original do not stand; where it names a text, as an altered copy. */
  readonly kind: 'stealth-edit' | 'outdated-copy' | 'altered-copy' | 'retraction'
  readonly content_sha256: string | null
  readonly original_article_id: string | null
  readonly change_kinds: readonly string[]
  readonly correction: string | null
  readonly evidence: string | null
  readonly detector: string | null
}

export const findingTable = {
  name: 'finding',
  primaryKey: ['article_id', 'position'],
  columns: {
    article_id: 'text',
    position: 'bigint',
    recorded_at: 'timestamptz',
    kind: 'text',
    content_sha256: 'text',
    original_article_id: 'text',
    change_kinds: 'text[]',
    correction: 'text',
    evidence: 'text',
    detector: 'text',
  },
} as const satisfies Table & { columns: Record<keyof FindingRow, string> }

const KINDS = {
  StealthEditDetected: 'stealth-edit',
  CopyOutdated: 'outdated-copy',
  CopyAltered: 'altered-copy',
} as const

/** One row per finding; the changes themselves stay in the log, at `position`. */
export const findingProjection: Projection<FindingRow> = {
  name: 'finding',
  version: 2,
  types: [
    'StealthEditDetected',
    'CopyOutdated',
    'CopyAltered',
    'CopyAlterationRetracted',
    'CopyRetracted',
    'ArticleWithdrawn',
  ],
  table: findingTable,
  key: 'article_id',
  keysOf: (event) => [event.stream],

  evolve(row, event, article_id) {
    if (event.type === 'ArticleWithdrawn') return null
    if (event.type === 'CopyAlterationRetracted' || event.type === 'CopyRetracted') return retraction(event, article_id)
    if (event.type !== 'StealthEditDetected' && event.type !== 'CopyOutdated' && event.type !== 'CopyAltered')
      return row
    const { position, recordedAt: recorded_at } = event
    const kind = KINDS[event.type]
    const original = event.type === 'StealthEditDetected' ? null : event.data
    const correction = event.type === 'CopyOutdated' ? event.data?.correction : null
    return {
      ...{ article_id, position, recorded_at, kind },
      content_sha256: event.data?.contentSha256 ?? null,
      original_article_id: original?.originalArticleId ?? null,
      change_kinds: [...new Set(event.data?.changes.flatMap(({ kind, within = [] }) => [kind, ...within]) ?? [])],
      correction: clip(correction, PARAGRAPH_CHARS_MAX),
      evidence: clip(event.data?.evidence, LINE_CHARS_MAX),
      detector: event.data?.detector ?? null,
    }
  },
}

type Retraction = Extract<ViewEvent, { type: 'CopyAlterationRetracted' | 'CopyRetracted' }>

function retraction({ type, data, position, recordedAt: recorded_at }: Retraction, article_id: string): FindingRow {
  return {
    ...{ article_id, position, recorded_at, kind: 'retraction' },
    content_sha256: type === 'CopyRetracted' ? null : (data?.contentSha256 ?? null),
    original_article_id: data?.originalArticleId ?? null,
    change_kinds: [],
    correction: null,
    evidence: clip(type === 'CopyRetracted' ? data?.reason : data?.evidence, LINE_CHARS_MAX),
    detector: (type === 'CopyRetracted' ? data?.matcher : data?.detector) ?? null,
  }
}
