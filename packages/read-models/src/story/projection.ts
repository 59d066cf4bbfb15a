import { clip, LINE_CHARS_MAX, NAME_CHARS_MAX, NAMES_MAX } from '../field-value.ts'
import type { Projection, Table } from '../projection.ts'

/** A row of `views.story`. */
export type StoryRow = {
  readonly story_id: string
  readonly label: string | null
  /** Members now. */
  readonly article_count: number
  readonly merged_into: string | null
  readonly split_from: string | null
  readonly opened_at: string | null
  readonly last_joined_at: string | null
  readonly updated_at: string
  readonly first_position: number
  readonly last_position: number
  readonly follows_story_id: string | null
  /** As a person has set them. */
  readonly topics_set: readonly string[] | null
  readonly labelled_by: string | null
}

export const storyTable = {
  name: 'story',
  primaryKey: ['story_id'],
  columns: {
    story_id: 'text',
    label: 'text',
    article_count: 'integer',
    merged_into: 'text',
    split_from: 'text',
    opened_at: 'timestamptz',
    last_joined_at: 'timestamptz',
    updated_at: 'timestamptz',
    first_position: 'bigint',
    last_position: 'bigint',
    follows_story_id: 'text',
    topics_set: 'text[]',
    labelled_by: 'text',
  },
} as const satisfies Table & { columns: Record<keyof StoryRow, string> }

/** Current state of every story, merged ones too: their ids are redirected for ever. */
export const storyProjection: Projection<StoryRow> = {
  name: 'story',
  version: 4, // 4: patches without the time of the event
  types: [
    'StoryOpened',
    'ArticleJoinedStory',
    'ArticleLeftStory',
    'StoryMerged',
    'StorySplit',
    'StoryRelabelled',
    'StoryTopicsSet',
  ],
  table: storyTable,
  key: 'story_id',
  history: true,

  keysOf(event) {
    const isSplit = event.type === 'StorySplit' && event.data !== null
    return isSplit ? [event.stream, event.data.newStoryId] : [event.stream]
  },

  evolve(row, event, storyId) {
    const before = row ?? {
      story_id: storyId,
      label: null,
      article_count: 0,
      merged_into: null,
      split_from: null,
      opened_at: null,
      last_joined_at: null,
      updated_at: event.recordedAt,
      first_position: event.position,
      last_position: event.position,
      follows_story_id: null,
      topics_set: null,
      labelled_by: null,
    }
    const seen = { ...before, updated_at: event.recordedAt, last_position: event.position }
    // Its headline was erased with the article it was taken from; that the story was opened, and when, stays.
    if (event.data === null) return event.type === 'StoryOpened' ? { ...seen, opened_at: event.recordedAt } : seen
    switch (event.type) {
      case 'StoryOpened':
        return {
          ...seen,
          label: clip(event.data.label, LINE_CHARS_MAX),
          opened_at: event.recordedAt,
          follows_story_id: event.data.followsStoryId ?? null,
        }
      case 'ArticleJoinedStory':
        return { ...seen, article_count: before.article_count + 1, last_joined_at: event.recordedAt }
      case 'ArticleLeftStory':
        return { ...seen, article_count: before.article_count - 1 }
      case 'StoryMerged':
        // Its articles have joined the heir, each by an event of its own.
        return { ...seen, merged_into: event.data.intoStoryId, article_count: 0 }
      case 'StorySplit':
        return storyId === event.data.newStoryId ? { ...seen, split_from: event.stream } : seen
      case 'StoryRelabelled':
        return {
          ...seen,
          label: clip(event.data.label, LINE_CHARS_MAX),
          labelled_by:
            event.data.kept === false ? null : (clip(event.data.actor, LINE_CHARS_MAX) ?? before.labelled_by),
        }
      case 'StoryTopicsSet': {
        const topics_set = event.data.topics?.slice(0, NAMES_MAX).map((topic) => topic.slice(0, NAME_CHARS_MAX)) ?? null
        return { ...seen, topics_set }
      }
      default:
        return row
    }
  },
}
