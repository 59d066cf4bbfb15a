import { classify, createGrouper, type StoryDocument } from '@dateline/classification'
import { type TruthArticle, truthAt } from '@dateline/sample-newsroom'
import { expect, test } from 'vitest'
import { clusterScores } from '../bench/stories/cluster-scores.ts'

/** In the last of them, a copy came long before its original and was taken for a report on another flood. */
const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 43]
const articles = truthAt().pages.filter((page) => page.expected === 'article')

function documentOf({ id, title, paragraphs, published, publisher, language, agency }: TruthArticle): StoryDocument {
  const text = paragraphs.join('\n\n')
  return {
    articleId: id,
    position: 0,
    title,
    standfirst: null,
    text,
    publishedAt: published.at,
    seenAt: '2026-03-06T20:00:00Z',
    host: publisher.domain,
    publisher: publisher.name,
    agency: agency?.basis === 'explicit' ? { id: agency.id, basis: 'explicit' } : null,
    language,
    // Articles in other languages are found by their names.
    entities: classify({ title, text }).entities,
    topics: [],
  }
}

/** Some order or other, the same for the same seed (Knuth's shuffle on a linear congruential generator). */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items]
  let state = seed
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

function storiesIn(order: readonly TruthArticle[]): Map<string, string> {
  const grouper = createGrouper()
  for (const article of order) grouper.observe(documentOf(article), article.id)
  return new Map(order.map(({ id }) => [id, grouper.storyOf(id)!]))
}

test.for(SEEDS)('a week of news gives the stories of its editors, in whatever order it arrives (%s)', (seed) => {
  const found = storiesIn(shuffled(articles, seed))
  const { pairPrecision, pairRecall } = clusterScores(
    articles.map(({ storyId }) => storyId),
    articles.map(({ id }) => found.get(id)!),
  )
  expect(pairPrecision).toBe(1)
  expect(pairRecall).toBeGreaterThanOrEqual(0.78)
})

test('two orders of arrival differ in few pairs', () => {
  const [one, other] = [storiesIn(articles), storiesIn(articles.toReversed())]
  const { pairF1 } = clusterScores(
    articles.map(({ id }) => one.get(id)!),
    articles.map(({ id }) => other.get(id)!),
  )
  expect(pairF1).toBeGreaterThanOrEqual(0.9)
})
