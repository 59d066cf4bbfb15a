import { clip, LINE_CHARS_MAX, NAME_CHARS_MAX, PARAGRAPH_CHARS_MAX } from '../field-value.ts'
import { emptyRow, isErasure, type Projection, type Table, type ViewEvent } from '../projection.ts'
import type { LoggedEnding } from './endings.ts'

/** A row of `views.ledger`: one known URL and how it has ended. */
export type LedgerRow = {
  readonly article_id: string
  readonly url: string | null
  /** That listed it first of all; null: no source did. */
  readonly source_id: string | null
  readonly discovered_at: string
  /** null: it still waits, or was given up, which the log does not know. */
  readonly ending: LoggedEnding | null
  readonly ended_at: string | null
  readonly reason: string | null
  readonly evidence: string | null
  readonly original_article_id: string | null
  /** Bytes that the text was read from. */
  readonly raw_sha256: string | null
  readonly fetched_at: string | null
  readonly failure: string | null
  readonly failure_detail: string | null
  readonly failed_at: string | null
}

export const ledgerTable = {
  name: 'ledger',
  primaryKey: ['article_id'],
  columns: {
    article_id: 'text',
    url: 'text',
    source_id: 'text',
    discovered_at: 'timestamptz',
    ending: 'text',
    ended_at: 'timestamptz',
    reason: 'text',
    evidence: 'text',
    original_article_id: 'text',
    raw_sha256: 'text',
    fetched_at: 'timestamptz',
    failure: 'text',
    failure_detail: 'text',
    failed_at: 'timestamptz',
  },
} as const satisfies Table & { columns: Record<keyof LedgerRow, string> }

/** The account of every known URL. What is in hand or given up stands in schema work; `read.ledger` puts the two together. */
export const ledgerProjection: Projection<LedgerRow> = {
  name: 'ledger',
  version: 1,
  types: [
    'ArticleDiscovered',
    'DocumentImported',
    'ArticleFetched',
    'ArticleUnreachable',
    'ArticleGone',
    'ArticleExtracted',
    'ArticleRejected',
    'ArticleAliased',
    'ArticleWithdrawn',
  ],
  table: ledgerTable,
  key: 'article_id',
  keysOf: ({ stream }) => [stream],

  evolve(row, event, article_id) {
    const before = row ?? { ...emptyRow<LedgerRow>(ledgerTable), article_id, discovered_at: event.recordedAt }
    if (before.ending === 'withdrawn') return before
    if (isErasure(event)) {
      // Which source listed it stands in its listing: the body that said so here is gone.
      const known = { ...emptyRow<LedgerRow>(ledgerTable), article_id, discovered_at: before.discovered_at }
      return { ...known, ending: 'withdrawn', ended_at: event.recordedAt }
    }
    return event.data === null ? before : change(before, event)
  },
}

function change(row: LedgerRow, event: ViewEvent): LedgerRow {
  if (event.data === null) return row
  const { recordedAt } = event
  switch (event.type) {
    case 'ArticleDiscovered': {
      const { url, sourceId: source_id } = event.data
      return { ...row, url: clip(url, PARAGRAPH_CHARS_MAX), source_id, discovered_at: recordedAt }
    }
    case 'DocumentImported':
    case 'ArticleFetched': {
      const read = { ...row, fetched_at: recordedAt, failure: null, failure_detail: null, failed_at: null }
      // What was gone is there again, and is read again.
      return row.ending === 'gone' ? { ...read, ending: null, ended_at: null, reason: null } : read
    }
    case 'ArticleUnreachable': {
      const failure = clip(event.data.reason, NAME_CHARS_MAX)
      return { ...row, failure, failure_detail: clip(event.data.detail, LINE_CHARS_MAX), failed_at: recordedAt }
    }
    case 'ArticleGone':
      // What is stored stays stored.
      if (row.ending === 'article') return row
      return ended(row, 'gone', recordedAt, `http-${event.data.httpStatus}`, null)
    case 'ArticleExtracted': {
      const { rawSha256: raw_sha256 } = event.data
      if (row.ending === 'article') return { ...row, raw_sha256 }
      return { ...ended(row, 'article', recordedAt, null, null), raw_sha256 }
    }
    case 'ArticleRejected': {
      const { rawSha256, reason, evidence } = event.data
      // A later capture that shows a wall or an error page does not undo what an earlier one said.
      if (row.ending === 'article' && row.raw_sha256 !== rawSha256) return row
      return ended(row, 'reject', recordedAt, reason, evidence)
    }
    case 'ArticleAliased': {
      const { originalArticleId: original_article_id, evidence } = event.data
      const rule = evidence.split(':', 1)[0] ?? ''
      return { ...ended(row, 'alias', recordedAt, rule, evidence), original_article_id }
    }
    default:
      return row
  }
}

function ended(
  row: LedgerRow,
  ending: LoggedEnding,
  ended_at: string,
  reason: string | null,
  evidence: string | null,
): LedgerRow {
  const because = { reason: clip(reason, NAME_CHARS_MAX), evidence: clip(evidence, LINE_CHARS_MAX) }
  const isSame = row.ending === ending && row.reason === because.reason
  return { ...row, ...because, ending, ended_at: isSame ? row.ended_at : ended_at, original_article_id: null }
}
