import type { Db } from '@dateline/database'
import { instant, type StoryEvent } from '@dateline/domain'
import type { NotNull } from 'kysely'
import { z } from 'zod'
import type { AsOf } from '../as-of.ts'
import { readDb } from '../read-tables.ts'

/** Events looked through for one story: one with more has been growing for months. */
const EVENTS_MAX = 20_000

/** A step in a story's life other than an article that came. */
export const storyChange = z.object({
  position: z.int(),
  at: instant,
  what: z.enum(['opened', 'merged', 'split', 'kept apart', 'left', 'joined', 'released', 'renamed', 'retopicked']),
  articleId: z.string().nullable(),
  otherStoryId: z
    .string()
    .nullable()
    .meta({ description: 'Merged into, split off, kept apart from, moved to, or the episode before' }),
  label: z.string().nullable(),
  reason: z.string().nullable(),
  actor: z.string().nullable().meta({ description: 'The person who decided; null: grouping did' }),
})
export type StoryChange = z.infer<typeof storyChange>

/**
 * Merges, splits, moves and names of one story with their reasons, oldest first: what grouping decided, and what people did.
 * Articles that joined by themselves are not among them; see `storyArticles`.
 *
 * @param limit at most this many, of the first 20,000 events.
 */
export async function storyChanges(db: Db, storyId: string, limit: number, asOf?: AsOf): Promise<StoryChange[]> {
  const rows = await readDb(db)
    .selectFrom('log.stream as s')
    .innerJoin('log.event as e', (join) =>
      join
        .onRef('e.stream', '=', 's.stream')
        .onRef('e.position', '>=', 's.first_position')
        .onRef('e.position', '<=', 's.last_position'),
    )
    .select(['e.position', 'e.type', 'e.recorded_at', 'e.data'])
    .where('s.stream', '=', storyId)
    .where('e.data', 'is not', null)
    .$narrowType<{ data: NotNull }>()
    .$if(asOf !== undefined, (query) => query.where('e.position', '<=', asOf!))
    .orderBy('e.version')
    .limit(EVENTS_MAX)
    .execute()
  return rows
    .flatMap(({ position, type, recorded_at, data }) => {
      const change = changeOf({ type, data: JSON.parse(data) } as StoryEvent)
      return change === null ? [] : [{ position, at: recorded_at.toISOString(), ...change }]
    })
    .slice(0, limit)
}

const NOTHING = { articleId: null, otherStoryId: null, label: null, reason: null }

function changeOf({ type, data }: StoryEvent): Omit<StoryChange, 'position' | 'at'> | null {
  const actor = data.actor ?? null
  switch (type) {
    case 'StoryOpened':
      return { ...NOTHING, what: 'opened', otherStoryId: data.followsStoryId ?? null, label: data.label, actor }
    case 'ArticleJoinedStory':
      if (actor === null) return null
      return { ...NOTHING, what: 'joined', articleId: data.articleId, reason: data.evidence, actor }
    case 'ArticleLeftStory': {
      const { articleId, movedToStoryId: otherStoryId, reason } = data
      return { ...NOTHING, what: 'left', articleId, otherStoryId, reason, actor }
    }
    case 'ArticleReleased':
      return { ...NOTHING, what: 'released', articleId: data.articleId, reason: data.reason, actor }
    case 'StoryMerged':
      return { ...NOTHING, what: 'merged', otherStoryId: data.intoStoryId, reason: data.reason, actor }
    case 'StorySplit':
      return { ...NOTHING, what: 'split', otherStoryId: data.newStoryId, reason: data.reason, actor }
    case 'StoriesKeptApart':
      return { ...NOTHING, what: 'kept apart', otherStoryId: data.otherStoryId, reason: data.reason, actor }
    case 'StoryRelabelled':
      return { ...NOTHING, what: 'renamed', label: data.label, reason: data.reason, actor }
    case 'StoryTopicsSet':
      return { ...NOTHING, what: 'retopicked', label: data.topics?.join(', ') ?? null, reason: data.reason, actor }
  }
}
