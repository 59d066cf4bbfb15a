import { expect, test } from 'vitest'
import { page, WIRE } from '../copies/sample-pages.ts'
import type { Decision } from './document.ts'
import { keptProfileOf } from './profile.ts'
import { createGroupingState } from './state.ts'
import { originsOf, profileOfStory } from './story-profile.ts'

const copied = { kind: 'exact', containment: 1, inferredAgency: null, evidence: '', matcher: '' } as const
const joined = (articleId: string): Decision['event'] => ({
  type: 'ArticleJoinedStory',
  data: { storyId: 'story', articleId, nearestArticleId: null, score: 1, evidence: '', grouper: '' },
})

test.for([
  { name: 'copies alone', own: [] },
  { name: 'copies, then a text of its own', own: ['c'] },
  { name: 'a text of its own first', own: ['a'] },
])('the profile of a story is the same whenever it was last asked for: $name', ({ own }) => {
  const state = createGroupingState()
  state.apply('story', { type: 'StoryOpened', data: { storyId: 'story', articleId: 'a', label: '', grouper: '' } })
  for (const [at, articleId] of ['a', 'b', 'c', 'd'].entries()) {
    state.remember(page(articleId, WIRE.split('\n\n')[at]!))
    if (!own.includes(articleId))
      state.apply(articleId, { type: 'CopyDetected', data: { originalArticleId: 'elsewhere', ...copied } })
    state.apply('story', joined(articleId))
    const story = state.story('story')!
    const { count, squared, ownSquared, lengths } = keptProfileOf(originsOf(story.members))
    expect(profileOfStory(story)).toMatchObject({ count, squared, ownSquared, lengths })
  }
})
