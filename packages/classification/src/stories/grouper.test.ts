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
      expect.objectContaining({ articleId: 'bridge-own', evidence: expect.stringContaining('Astrid') }),
    )
  })

  test('leaves an unchanged article where it is when it is seen again', () => {
    const grouper = createGrouper()
    for (const document of sampleArticles) grouper.observe(document, causeOf(document))
    for (const document of sampleArticles) expect(grouper.observe(document, 'again')).toEqual([])
  })
})

describe('a copy', () => {
  const agency = sampleArticles.find(({ articleId }) => articleId === 'bridge-agency')!
  /** Its last paragraphs come from the middle of the agency's, as of a page's box on other news. */
  const roundUp: StoryDocument = {
    ...agency,
    articleId: 'vineyards',
    agency: null,
    title: 'Hailstorm ruins a third of the grape harvest in Sorel valley',
    text: `Hailstones as large as walnuts have destroyed about a third of the grapes in Sorel valley, the winegrowers' cooperative said after its members had walked through their rows at dawn.

Vines on the slopes above Quenty were stripped of every leaf. "My grandfather planted them, and in sixty summers nobody has seen ice like this," said Bruna Castell, who presses 12,000 bottles of white wine a year.

The cooperative insures its growers against frost, though not against hail. It will ask the regional council for loans without interest, and has called off the vintage feast in September.

Meteorologists count three such storms in a decade. The agronomist Pieter Lonn advised nets of fine mesh over the youngest vineyards, which pay for themselves within five harvests.

${agency.text.split('\n\n').slice(2, 4).join('\n\n')}`,
  }

  test.for([
    [agency, roundUp],
    [roundUp, agency],
  ])('of some paragraphs does not make one story of two', (documents) => {
    const { stories, copies } = grouped(documents)
    expect(copies).toHaveLength(1)
    expect(stories).toEqual(['bridge-agency', 'vineyards'])
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
