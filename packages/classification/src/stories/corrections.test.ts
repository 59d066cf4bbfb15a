import { expect, test } from 'vitest'
import { createGrouper } from './grouper.ts'
import { sampleArticles } from './sample-articles.ts'

const [agency, copy] = sampleArticles

test('an article that a person has moved stays where it was put', () => {
  const grouper = createGrouper()
  for (const document of sampleArticles) grouper.observe(document, document.articleId)
  const from = grouper.storyOf('bridge-own')!
  const to = grouper.storyOf('election')!
  const actor = 'editor@desk.example'
  const left = { storyId: from, articleId: 'bridge-own', reason: 'by hand', movedToStoryId: to, actor }
  grouper.apply({ stream: from, event: { type: 'ArticleLeftStory', data: left } })
  const placed = { nearestArticleId: null, score: 1, evidence: 'by hand', grouper: 'person', actor }
  const joined = { storyId: to, articleId: 'bridge-own', ...placed }
  grouper.apply({ stream: to, event: { type: 'ArticleJoinedStory', data: joined } })
  for (const document of sampleArticles) grouper.observe({ ...document, title: `${document.title} (updated)` }, 'again')
  expect(grouper.storyOf('bridge-own')).toBe(to)
})

test('what comes long after a story is an episode of its own that names the one before', () => {
  const grouper = createGrouper()
  grouper.observe(agency!, 'first')
  const later = { ...copy!, articleId: 'bridge-later', publishedAt: '2031-04-20', seenAt: '2031-04-20T09:00:00Z' }
  const opened = grouper.observe(later, 'second').find(({ event }) => event.type === 'StoryOpened')
  expect(opened?.event.data).toMatchObject({ followsStoryId: grouper.storyOf(agency!.articleId) })
})
