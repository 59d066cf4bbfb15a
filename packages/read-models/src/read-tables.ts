import type { Database, Tables } from '@dateline/database'
import type { Extraction } from '@dateline/domain'
import type { Kysely } from 'kysely'
import type { ArticleRow, articleTable } from './article/row.ts'
import type { FindingRow, findingTable } from './finding/projection.ts'
import type { LayoutDriftRow, layoutDriftTable } from './layout/projection.ts'
import type { LedgerEnding } from './ledger/endings.ts'
import type { LiveUpdateRow, liveUpdateTable } from './live/projection.ts'
import type { CopyRow, copyTable } from './provenance/projection.ts'
import type { RevisionRow, revisionTable } from './revision/projection.ts'
import type { SourceRow, sourceTable } from './source/projection.ts'
import type { MembershipRow, membershipTable } from './story/membership-projection.ts'
import type { StoryRow, storyTable } from './story/projection.ts'

/** A row as the database gives it: instants are Dates. */
type Stored<Row, Columns> = {
  [Column in keyof Row]: Column extends keyof Columns
    ? Columns[Column] extends 'timestamptz'
      ? Date | Extract<Row[Column], null>
      : Row[Column]
    : never
}

type HistoryTable = { key: string; position: number; recorded_at: Date; row: object }

/** Schema `read`: what every query of this package reads, and the columns are what its comments say. */
export type ReadTables = {
  'read.article': Stored<ArticleRow, (typeof articleTable)['columns']> & {
    text: string | null
    extraction: Extraction | null
  }
  'read.revision': Stored<RevisionRow, (typeof revisionTable)['columns']> & { text: string | null }
  'read.story': Stored<StoryRow, (typeof storyTable)['columns']> & {
    first_seen_at: Date | null
    last_seen_at: Date | null
    origin_count: number
    languages: string[]
    countries: string[]
    topics: string[]
    followed_by: string[]
  }
  'read.story_article': Omit<Stored<MembershipRow, (typeof membershipTable)['columns']>, 'membership_id'>
  'read.topic': {
    qcode: string
    article_count: number
    last_classified_at: Date | null
    story_count: number
    articles_24h: number
    usual_24h: number | null
  }
  'read.topic_hour': { qcode: string; hour: Date; article_count: number }
  'read.provenance': {
    story_id: string
    article_id: string
    origin_id: string
    origin_kind: 'wire' | 'shared' | 'unknown'
    origin_agency_id: string | null
    credited_agency_id: string | null
    copy_kind: string | null
    containment: number | null
    evidence: string | null
  }
  'read.article_topic': {
    qcode: string
    article_id: string
    probability: number
    from_position: number
    to_position: number | null
  }
  'read.source': Stored<SourceRow, (typeof sourceTable)['columns']> & {
    state: 'active' | 'paused' | 'failing'
    discovered_count: number
    extracted_count: number
  }
  'read.live_update': Stored<LiveUpdateRow, (typeof liveUpdateTable)['columns']>
  'read.layout_drift': Omit<Stored<LayoutDriftRow, (typeof layoutDriftTable)['columns']>, 'layout_id'>
  'read.finding': Stored<FindingRow, (typeof findingTable)['columns']> & {
    retracted_position: number | null
    retracted_at: Date | null
    retracted_because: string | null
  }
  'read.copy': Stored<CopyRow, (typeof copyTable)['columns']>
  'read.ledger': {
    listing_id: string
    source_id: string
    listed_at: Date
    article_id: string | null
    url: string | null
    ending: LedgerEnding
    ended_at: Date | null
    reason: string | null
    evidence: string | null
    original_article_id: string | null
    original_ending: LedgerEnding | null
    attempts: number | null
    waiting_for: string | null
    due_at: Date | null
    is_gap: boolean
  }
  'read.progress': {
    name: string
    generation: number
    position: number
    head_position: number
    behind: number
    error: string | null
    error_position: number | null
    updated_at: Date
    skipped: number[]
    rebuild_position: number | null
    rebuild_error: string | null
    rebuild_error_position: number | null
  }
  'views.article_history': HistoryTable
  'views.story_history': HistoryTable
  'views.story_article_history': HistoryTable
  'views.source_history': HistoryTable
}

export type ReadDb = Kysely<Tables & ReadTables>

export function readDb(db: Database['db']): ReadDb {
  return db.withTables<ReadTables>()
}
