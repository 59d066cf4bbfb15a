import { timelineOf } from '@dateline/classification'
import type { Database } from '@dateline/database'
import type { AsOf } from '@dateline/read-models'
import { z } from 'zod'
import { readStoryTexts } from './story-texts.ts'

export const storyTimeline = z.object({
  storyId: z.string(),
  redirectedFrom: z.string().nullable(),
  label: z.string().nullable(),
  days: z
    .array(
      z.object({
        day: z.iso.date().meta({ description: 'UTC' }),
        articleId: z.string().meta({ description: 'Whose words these are' }),
        title: z.string(),
        sentence: z.string().nullable().meta({ description: 'Says most of what was new that day; null: nothing was' }),
        articles: z.int().meta({ description: 'Of that day' }),
      }),
    )
    .readonly(),
  unread: z.int().meta({ description: 'Pages beyond the 300 that are looked at' }),
})
export type StoryTimeline = z.infer<typeof storyTimeline>

/**
 * What a story's days brought, in its own articles' words: nothing is put together or made up.
 *
 * @throws {UnknownIdError} if there is no such story.
 */
export async function readTimeline(database: Database, storyId: string, asOf?: AsOf): Promise<StoryTimeline> {
  const { story, articles, unread } = await readStoryTexts(database, storyId, asOf)
  const { label, redirectedFrom } = story
  const days = timelineOf(articles.map(({ document }) => document))
  return { storyId: story.storyId, redirectedFrom, label, days, unread }
}
