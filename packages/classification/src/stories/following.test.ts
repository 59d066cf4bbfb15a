import { expect, test } from 'vitest'
import type { StoryDocument } from './document.ts'
import { createGrouper, type Grouper } from './grouper.ts'
import { sampleArticles } from './sample-articles.ts'

const [agency, copy, own, ferry, election] = sampleArticles

/** Puts an article into a story, as automatic decisions of an earlier day may have. */
function place(grouper: Grouper, articleId: string, storyId: string): void {
  const joined = { storyId, articleId, nearestArticleId: null, score: 1, evidence: '', grouper: 'earlier' }
  grouper.apply({ stream: storyId, event: { type: 'ArticleJoinedStory', data: joined } })
}

test('a copy leaves the story that it fell into before its original came', () => {
  const grouper = createGrouper()
  for (const document of [election!, own!, copy!]) grouper.observe(document, document.articleId)
  place(grouper, 'bridge-copy', grouper.storyOf('election')!)
  grouper.observe(agency!, 'original')
  expect(grouper.originalOf('bridge-copy')).toBe('bridge-agency')
  expect(grouper.storyOf('bridge-copy')).toBe(grouper.storyOf('bridge-agency'))
})

test('an original that moves takes its copies along', () => {
  const grouper = createGrouper()
  for (const document of [election!, own!, agency!, copy!]) grouper.observe(document, document.articleId)
  const strange = grouper.storyOf('election')!
  for (const id of ['bridge-agency', 'bridge-copy']) place(grouper, id, strange)
  // Asks for a look at the original alone.
  const released = { storyId: strange, articleId: 'bridge-agency', reason: 'by hand', actor: 'editor@desk.example' }
  grouper.apply({ stream: strange, event: { type: 'ArticleReleased', data: released } })
  grouper.observe(ferry!, 'next')
  expect(grouper.storyOf('bridge-agency')).toBe(grouper.storyOf('bridge-own'))
  expect(grouper.storyOf('bridge-copy')).toBe(grouper.storyOf('bridge-own'))
})

const episode = (articleId: string, day: string): StoryDocument => ({
  ...{ ...own!, articleId, agency: null, publishedAt: day, seenAt: `${day}T12:00:00Z` },
})

test.for([
  { name: 'names the last of them', known: ['2031-01-05', '2031-02-05'], day: '2031-03-05', follows: '2031-02-05' },
  {
    name: 'names none that came after it',
    known: ['2031-01-05', '2031-03-05'],
    day: '2031-02-05',
    follows: '2031-01-05',
  },
  { name: 'names none where all came after it', known: ['2031-03-05'], day: '2031-02-05', follows: null },
])('a story that is told in episodes $name', ({ known, day, follows }) => {
  const grouper = createGrouper()
  for (const earlier of known) grouper.observe(episode(earlier, earlier), earlier)
  const opened = grouper.observe(episode(day, day), day).find(({ event }) => event.type === 'StoryOpened')
  expect(opened?.event.data).toMatchObject({ followsStoryId: follows === null ? null : grouper.storyOf(follows) })
})
