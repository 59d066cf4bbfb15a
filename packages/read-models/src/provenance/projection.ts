import { clip, LINE_CHARS_MAX, NAME_CHARS_MAX } from '../field-value.ts'
import type { Projection, Table, ViewEvent } from '../projection.ts'

/** A row of `views.copy`: whose copy an article is, as last detected. */
export type CopyRow = {
  readonly article_id: string
  readonly original_article_id: string | null
  readonly kind: string | null
  /** Share of this text, quotations removed, that stands in the original: 0 to 1. */
  readonly containment: number | null
  readonly inferred_agency: string | null
  readonly evidence: string | null
  readonly matcher: string | null
  readonly detected_at: string
  readonly position: number
}

export const copyTable = {
  name: 'copy',
  primaryKey: ['article_id'],
  columns: {
    article_id: 'text',
    original_article_id: 'text',
    kind: 'text',
    containment: 'double precision',
    inferred_agency: 'text',
    evidence: 'text',
    matcher: 'text',
    detected_at: 'timestamptz',
    position: 'bigint',
  },
} as const satisfies Table & { columns: Record<keyof CopyRow, string> }

export const copyVersionTable = {
  name: 'copy_version',
  primaryKey: ['article_id', 'position'],
  columns: {
    article_id: 'text',
    position: 'bigint',
    original_article_id: 'text',
    kind: 'text',
    containment: 'double precision',
    inferred_agency: 'text',
    evidence: 'text',
    matcher: 'text',
    detected_at: 'timestamptz',
  },
} as const satisfies Table & { columns: Record<keyof CopyRow, string> }

/** The edges of the graph of copies. */
export const copyProjection: Projection<CopyRow> = {
  name: 'copy',
  version: 1,
  types: ['CopyDetected', 'CopyRetracted', 'ArticleWithdrawn'],
  table: copyTable,
  key: 'article_id',
  keysOf: (event) => [event.stream],

  evolve(row, event, article_id) {
    if (event.type === 'ArticleWithdrawn') return null
    if (event.type === 'CopyRetracted') return isOfIt(row, event) ? null : row
    if (event.type !== 'CopyDetected') return row
    const { data, position, recordedAt: detected_at } = event
    return {
      article_id,
      original_article_id: data?.originalArticleId ?? null,
      kind: data?.kind ?? null,
      containment: data?.containment ?? null,
      inferred_agency: clip(data?.inferredAgency, NAME_CHARS_MAX),
      evidence: clip(data?.evidence, LINE_CHARS_MAX),
      matcher: data?.matcher ?? null,
      detected_at,
      position,
    }
  },
}

function isOfIt(row: CopyRow | null, { data }: Extract<ViewEvent, { type: 'CopyRetracted' }>): boolean {
  return row !== null && row.original_article_id === data?.originalArticleId
}

const NO_COPY = {
  ...{ original_article_id: null, kind: null, containment: null, inferred_agency: null, evidence: null, matcher: null },
}

/** Every edge there has been, and from when on there was none, so that copies can be read as of some time. */
export const copyVersionProjection: Projection<CopyRow> = {
  ...copyProjection,
  name: 'copy_version',
  version: 1,
  table: copyVersionTable,

  evolve(row, event, article_id) {
    if (event.type !== 'CopyRetracted') return copyProjection.evolve(row, event, article_id)
    const { position, recordedAt: detected_at } = event
    return isOfIt(row, event) ? { article_id, ...NO_COPY, detected_at, position } : row
  },
}
