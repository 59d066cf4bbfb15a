import { z } from 'zod'
import { event } from '../event.ts'

/** The person who decided; absent: the grouper did. Automatic decisions leave alone what a person has decided. */
const actor = z.string().optional()

/**
 * Facts about one story, in its own stream `story-<hash>`. Each changes only its own story, so that views can be folded
 * story by story: an article that moves leaves the one and joins the other.
 */
export const storyEvent = z.discriminatedUnion('type', [
  event('StoryOpened', {
    storyId: z.string(),
    articleId: z.string(),
    label: z.string(),
    grouper: z.string(),
    /** The story it is a new episode of, which had fallen silent. */
    followsStoryId: z.string().nullable().optional(),
    actor,
  }),
  event('ArticleJoinedStory', {
    storyId: z.string(),
    articleId: z.string(),
    /** The member it was closest to; null for the founder. */
    nearestArticleId: z.string().nullable(),
    /** 0 to 1. */
    score: z.number().min(0).max(1),
    /** The names, numbers and terms that decided it. */
    evidence: z.string(),
    grouper: z.string(),
    actor,
  }),
  event('ArticleLeftStory', {
    storyId: z.string(),
    articleId: z.string(),
    reason: z.string(),
    movedToStoryId: z.string().nullable(),
    actor,
  }),
  /** A person leaves its place to automatic decisions again. */
  event('ArticleReleased', { storyId: z.string(), articleId: z.string(), reason: z.string(), actor: z.string() }),
  /** In the stream of the story that ends: its id is redirected for ever. */
  event('StoryMerged', { storyId: z.string(), intoStoryId: z.string(), reason: z.string(), actor }),
  /** In the stream of the story that goes on: a part of it is a story of its own now. */
  event('StorySplit', { storyId: z.string(), newStoryId: z.string(), reason: z.string(), actor }),
  /** Two stories that a person has looked at and that are not one: whoever proposed it does not do so again. */
  event('StoriesKeptApart', { storyId: z.string(), otherStoryId: z.string(), reason: z.string(), actor: z.string() }),
  event('StoryRelabelled', {
    storyId: z.string(),
    label: z.string(),
    reason: z.string(),
    actor,
    /** False: a person takes a name back, and leaves it to automatic decisions again. Else what a person gives is kept. */
    kept: z.boolean().optional(),
  }),
  /** What the story is about, as a person says; null: what its articles are about, as before. */
  event('StoryTopicsSet', {
    storyId: z.string(),
    topics: z.array(z.string()).nullable(),
    reason: z.string(),
    actor: z.string(),
  }),
])
export type StoryEvent = z.infer<typeof storyEvent>
export type StoryEventOf<Type extends StoryEvent['type']> = Extract<StoryEvent, { type: Type }>
