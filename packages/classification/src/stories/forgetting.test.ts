import { expect, test } from 'vitest'
import type { Decision, StoryDocument } from './document.ts'
import { createGrouper } from './grouper.ts'
import { SAME } from './sample-same-events.ts'
import { TWINS } from './sample-twins.ts'

const page = { standfirst: null, host: null, publisher: null, agency: null, entities: [], topics: [] }

const documents: StoryDocument[] = [...SAME, ...TWINS]
  .flatMap(({ name, a, b }) => [a, b].map((report, at) => ({ articleId: `${name}/${at}`, report })))
  .map(({ articleId, report: [publishedAt, language, title, text] }, at) => {
    const seenAt = new Date(Date.UTC(2032, 0, 1, at)).toISOString()
    return { articleId, title, text, language, publishedAt, seenAt, position: at + 1, ...page }
  })

const ARTICLES_MAX = 8

test('a story is forgotten when its articles are no longer among the newest', () => {
  const grouper = createGrouper({ articlesMax: ARTICLES_MAX })
  for (const document of documents) grouper.observe(document, document.articleId)
  const known = documents.map(({ articleId }) => grouper.storyOf(articleId) !== null)
  expect(known.slice(-ARTICLES_MAX)).not.toContain(false)
  expect(known.slice(0, documents.length - 2 * ARTICLES_MAX)).not.toContain(true)
})

test('a revision of a forgotten article leaves it where it was', () => {
  const grouper = createGrouper({ articlesMax: ARTICLES_MAX })
  for (const document of documents) grouper.observe(document, document.articleId)
  expect(grouper.observe({ ...documents[0]!, isRevision: true }, 'again')).toEqual([])
  expect(grouper.storyOf(documents[0]!.articleId)).toBeNull()
})

test.for([5, 20, 60])('a replay forgets the same at the same decisions, %s articles behind', (backlog) => {
  const live = createGrouper({ articlesMax: ARTICLES_MAX })
  const restarted = createGrouper({ articlesMax: ARTICLES_MAX })
  const recorded = documents.slice(0, 70)
  // In the log the inputs of a busy hour stand before the decisions on them.
  const behind: Decision[][] = []
  for (const document of recorded) {
    behind.push(live.observe(document, document.articleId))
    restarted.remember(document)
    if (behind.length > backlog) for (const decision of behind.shift()!) restarted.apply(decision)
  }
  for (const decision of behind.flat()) restarted.apply(decision)
  for (const document of documents.slice(70)) {
    const expected = JSON.stringify(live.observe(document, document.articleId))
    expect(JSON.stringify(restarted.observe(document, document.articleId))).toBe(expected)
  }
  for (const { articleId } of documents) expect(restarted.storyOf(articleId)).toBe(live.storyOf(articleId))
})

test('what a person puts into a forgotten story is there, and what follows goes there too', () => {
  const grouper = createGrouper({ articlesMax: ARTICLES_MAX })
  for (const document of documents) grouper.observe(document, document.articleId)
  const { articleId } = documents.at(-1)!
  const from = grouper.storyOf(articleId)!
  const by = { actor: 'editor@desk.example', reason: 'by hand' }
  const members = documents.filter((document) => grouper.storyOf(document.articleId) === from)
  for (const member of members) {
    const joined = { storyId: 'story-old', articleId: member.articleId, nearestArticleId: null, score: 1, evidence: '' }
    const data = { ...joined, grouper: 'person', actor: by.actor }
    grouper.apply({ stream: 'story-old', event: { type: 'ArticleJoinedStory', data } })
  }
  const merged = { storyId: from, intoStoryId: 'story-old', ...by }
  grouper.apply({ stream: from, event: { type: 'StoryMerged', data: merged } })
  expect(grouper.storyOf(articleId)).toBe('story-old')
  const copy = { ...documents.at(-1)!, articleId: 'late copy' }
  const decided = grouper.observe(copy, 'late').filter(({ event }) => event.type === 'ArticleJoinedStory')
  expect(decided.map(({ stream }) => stream)).toEqual(['story-old'])
})
