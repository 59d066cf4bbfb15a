import { clip, LINE_CHARS_MAX } from '../field-value.ts'
import type { Projection, Table } from '../projection.ts'

/** A row of `views.story_article`: the last stay of an article in a story; it remains when the article has left. */
export type MembershipRow = {
  /** `<story id>/<article id>` */
  readonly membership_id: string
  readonly story_id: string
  readonly article_id: string
  readonly nearest_article_id: string | null
  readonly score: number
  readonly evidence: string | null
  readonly grouper: string
  readonly joined_at: string
  readonly joined_position: number
  readonly left_at: string | null
  readonly left_position: number | null
  readonly left_reason: string | null
  readonly moved_to: string | null
}

export const membershipTable = {
  name: 'story_article',
  primaryKey: ['membership_id'],
  columns: {
    membership_id: 'text',
    story_id: 'text',
    article_id: 'text',
    nearest_article_id: 'text',
    score: 'double precision',
    evidence: 'text',
    grouper: 'text',
    joined_at: 'timestamptz',
    joined_position: 'bigint',
    left_at: 'timestamptz',
    left_position: 'bigint',
    left_reason: 'text',
    moved_to: 'text',
  },
} as const satisfies Table & { columns: Record<keyof MembershipRow, string> }

/** Which article stands in which story, since when, and why. */
export const membershipProjection: Projection<MembershipRow> = {
  name: 'story_article',
  version: 2, // 2: history as text
  types: ['ArticleJoinedStory', 'ArticleLeftStory'],
  table: membershipTable,
  key: 'membership_id',
  history: true,

  keysOf(event) {
    return event.data !== null && 'articleId' in event.data ? [`${event.stream}/${event.data.articleId}`] : []
  },

  evolve(row, event, membership_id) {
    if (event.data === null) return row
    if (event.type === 'ArticleJoinedStory') {
      const { articleId: article_id, nearestArticleId: nearest_article_id, score, evidence, grouper } = event.data
      return {
        membership_id,
        story_id: event.stream,
        article_id,
        nearest_article_id,
        score,
        evidence: clip(evidence, LINE_CHARS_MAX),
        grouper,
        joined_at: event.recordedAt,
        joined_position: event.position,
        left_at: null,
        left_position: null,
        left_reason: null,
        moved_to: null,
      }
    }
    if (event.type === 'ArticleLeftStory' && row !== null) {
      const { reason, movedToStoryId: moved_to } = event.data
      const left_reason = clip(reason, LINE_CHARS_MAX)
      return { ...row, left_at: event.recordedAt, left_position: event.position, left_reason, moved_to }
    }
    return row
  },
}
