import { describe, expect, test } from 'vitest'
import type { Decision, StoryDocument } from './document.ts'
import { createGrouper } from './grouper.ts'
import { sampleArticles } from './sample-articles.ts'

const causeOf = ({ articleId }: StoryDocument) => `cause-${articleId}`

function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

function grouped(documents: readonly StoryDocument[]): { stories: string[]; copies: string[]; decisions: Decision[] } {
  const grouper = createGrouper()
  const decisions = documents.flatMap((document) => grouper.observe(document, causeOf(document)))
  const by = (keyOf: (id: string) => string) => {
    const groups = Map.groupBy(documents.map(({ articleId }) => articleId).sort(), keyOf)
    return [...groups.values()].map((ids) => ids.join(' ')).sort()
  }
  return {
    stories: by((id) => grouper.storyOf(id)!),
    copies: by((id) => grouper.originalOf(id) ?? id),
    decisions,
  }
}

describe('grouping', () => {
  test('is the same for every order of arrival', () => {
    for (const documents of orders(sampleArticles)) {
      const { stories, copies } = grouped(documents)
      expect(stories).toEqual(['bridge-agency bridge-copy bridge-own', 'election', 'ferry-other-place'])
      expect(copies).toEqual(['bridge-agency bridge-copy', 'bridge-own', 'election', 'ferry-other-place'])
    }
  })

  test('holds no time against a scrape that nobody has dated', () => {
    const undated = { publishedAt: null, seenAt: '2039-01-01T00:00:00Z', isUndated: true }
    const articles = sampleArticles.map((one) => (one.articleId === 'bridge-own' ? { ...one, ...undated } : one))
    for (const documents of orders(articles)) {
      expect(grouped(documents).stories).toContain('bridge-agency bridge-copy bridge-own')
    }
    const seenThen = articles.map((document) => ({ ...document, isUndated: false }))
    expect(grouped(seenThen).stories).not.toContain('bridge-agency bridge-copy bridge-own')
  })

  test('says what decided', () => {
    const { decisions } = grouped(sampleArticles)
    const joined = decisions.filter(({ event }) => event.type === 'ArticleJoinedStory')
    expect(joined.map(({ event }) => event.data)).toContainEqual(
      expect.objectContaining({ articleId: 'bridge-own', evidence: expect.stringContaining('astrid') }),
    )
  })

  test('leaves an unchanged article where it is when it is seen again', () => {
    const grouper = createGrouper()
    for (const document of sampleArticles) grouper.observe(document, causeOf(document))
    for (const document of sampleArticles) expect(grouper.observe(document, 'again')).toEqual([])
  })
})

describe('replay', () => {
  test('the same log gives the same bytes', () => {
    expect(JSON.stringify(grouped(sampleArticles))).toBe(JSON.stringify(grouped(sampleArticles)))
  })

  test.for([0, 1, 2, 3, 4])('goes on after %s recorded articles as if it had never stopped', (recorded) => {
    const live = createGrouper()
    const restarted = createGrouper()
    const before = sampleArticles.slice(0, recorded)
    const decisions = before.flatMap((document) => live.observe(document, causeOf(document)))
    // In the log the inputs of a busy hour stand before the decisions on them.
    for (const document of before) restarted.remember(document)
    for (const decision of decisions) restarted.apply(decision)
    for (const document of sampleArticles.slice(recorded)) {
      const expected = JSON.stringify(live.observe(document, causeOf(document)))
      expect(JSON.stringify(restarted.observe(document, causeOf(document)))).toBe(expected)
    }
  })

  test('a decision applied twice changes nothing', () => {
    const grouper = createGrouper()
    const decisions = sampleArticles.flatMap((document) => grouper.observe(document, causeOf(document)))
    const before = sampleArticles.map(({ articleId }) => grouper.storyOf(articleId))
    for (const decision of decisions) grouper.apply(decision)
    expect(sampleArticles.map(({ articleId }) => grouper.storyOf(articleId))).toEqual(before)
  })
})
