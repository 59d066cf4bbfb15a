import type { Person, When } from '@dateline/domain'
import type { Table } from '../projection.ts'

/**
 * discovered: known by its URL. fetched: bytes in the archive, not read yet. extracted: has a text. rejected: no article.
 * aliased: the page names another article as its original. withdrawn: its text has been erased.
 */
export const ARTICLE_STATUSES = ['discovered', 'fetched', 'extracted', 'rejected', 'aliased', 'withdrawn'] as const
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number]

/** A row of `views.article`; its columns are described in the comments of `read.article`. */
export type ArticleRow = {
  readonly article_id: string
  readonly status: ArticleStatus
  readonly url: string | null
  readonly normal_url: string | null
  readonly final_url: string | null
  readonly source_id: string | null
  readonly via: string | null
  readonly listed_title: string | null
  readonly listed_published_at: string | null
  readonly title: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  readonly authors: readonly Person[]
  readonly agency_id: string | null
  readonly agency: string | null
  readonly inferred_agency: string | null
  readonly publisher: string | null
  readonly publisher_domain: string | null
  readonly dateline: string | null
  readonly published_at: string | null
  readonly published_precision: string | null
  readonly published_zone: When['zone'] | null
  readonly modified_at: string | null
  readonly modified_zone: When['zone'] | null
  readonly language: string | null
  readonly section: string | null
  readonly topics: readonly string[]
  readonly lead_image_url: string | null
  readonly excerpt: string | null
  readonly text_chars: number | null
  readonly correction: string | null
  readonly live_blog: boolean | null
  readonly truncated: boolean | null
  readonly story_id: string | null
  readonly copy_of: string | null
  readonly copy_kind: string | null
  readonly copy_containment: number | null
  readonly alias_of: string | null
  readonly reject_reason: string | null
  readonly failure: string | null
  readonly failures: number
  readonly gone_at: string | null
  readonly fetched_at: string | null
  readonly extractor: string | null
  readonly classifier: string | null
  readonly raw_sha256: string | null
  readonly content_sha256: string | null
  readonly revision_count: number
  readonly extracted_position: number | null
  readonly first_seen_at: string
  readonly sorted_at: string
  readonly updated_at: string
  readonly first_position: number
  readonly last_position: number
  readonly country: string | null
}

export const articleTable = {
  name: 'article',
  primaryKey: ['article_id'],
  columns: {
    article_id: 'text',
    status: 'text',
    url: 'text',
    normal_url: 'text',
    final_url: 'text',
    source_id: 'text',
    via: 'text',
    listed_title: 'text',
    listed_published_at: 'timestamptz',
    title: 'text',
    standfirst: 'text',
    byline: 'text',
    authors: 'jsonb',
    agency_id: 'text',
    agency: 'text',
    inferred_agency: 'text',
    publisher: 'text',
    publisher_domain: 'text',
    dateline: 'text',
    published_at: 'timestamptz',
    published_precision: 'text',
    published_zone: 'text',
    modified_at: 'timestamptz',
    modified_zone: 'text',
    language: 'text',
    section: 'text',
    topics: 'text[]',
    lead_image_url: 'text',
    excerpt: 'text',
    text_chars: 'integer',
    correction: 'text',
    live_blog: 'boolean',
    truncated: 'boolean',
    story_id: 'text',
    copy_of: 'text',
    copy_kind: 'text',
    copy_containment: 'double precision',
    alias_of: 'text',
    reject_reason: 'text',
    failure: 'text',
    failures: 'integer',
    gone_at: 'timestamptz',
    fetched_at: 'timestamptz',
    extractor: 'text',
    classifier: 'text',
    raw_sha256: 'text',
    content_sha256: 'text',
    revision_count: 'integer',
    extracted_position: 'bigint',
    first_seen_at: 'timestamptz',
    sorted_at: 'timestamptz',
    updated_at: 'timestamptz',
    first_position: 'bigint',
    last_position: 'bigint',
    country: 'text',
  },
} as const satisfies Table & { columns: Record<keyof ArticleRow, string> }
