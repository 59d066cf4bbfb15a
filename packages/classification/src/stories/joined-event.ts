import type { StoryEventOf } from '@dateline/domain'
import type { Member } from './member.ts'

/** The event that puts an article into a story. */
export function joinedEvent(
  storyId: string,
  { articleId }: Member,
  nearest: Member | null,
  score: number,
  evidence: string,
  grouper: string,
): StoryEventOf<'ArticleJoinedStory'> {
  const data = { storyId, articleId, nearestArticleId: nearest?.articleId ?? null, score, evidence, grouper }
  return { type: 'ArticleJoinedStory', data }
}

/** 1 / (1 + e^-logit), to three places. */
export function probability(logit: number): number {
  return round(1 / (1 + Math.exp(-logit)))
}

export function round(score: number): number {
  return Math.round(score * 1_000) / 1_000
}
