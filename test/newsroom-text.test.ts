import { blockText, extract, knowAgencies } from '@dateline/extraction'
import { agencies, answer, PHASES, type TruthPage, truthAt } from '@dateline/sample-newsroom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Lines of furniture that are still taken for text, by the manner of their outlet. None that is listed may come to be needless. */
const STILL_KEPT: Readonly<Record<string, readonly RegExp[]>> = {
  // The sections and the head of the page, as lines of one cell each.
  'tarnholm-post.example': [/^Small ads\n/, /^\d+ March 2026 - /],
  // A name with a day, and neither mark nor class.
  'bulletin.example': [/^(?:Winifred Oddy|Canon Hugh Merriday), \d+ March 2026$/],
  // A place without an agency or a day behind it.
  'anzeiger.example': [/^CORVANE\. /],
  'rayhan.test': [/^الريحان - /],
}

const met = new Set<RegExp>()

beforeAll(() => knowAgencies(agencies.map(({ id, name }) => ({ id, name, names: [] }))))
afterAll(() => knowAgencies([]))

type Article = Extract<TruthPage, { expected: 'article' }>
const articles = PHASES.flatMap((now, phase) =>
  truthAt(phase + 1)
    .pages.filter((page): page is Article => page.expected === 'article')
    .map((page) => ({ ...page, now })),
)

function read({ url, now }: Article & { now: string }) {
  const { host, pathname, search } = new URL(url)
  const { body, headers } = answer(host, pathname + search, now)
  const contentType = headers['Content-Type'] ?? null
  const found = extract({ kind: 'html', bytes: body, contentType, url, capturedAt: now })
  if (found.verdict !== 'article') throw new Error(`${found.verdict}: ${found.reason}`)
  return found.extraction
}

describe('the text of each article of the sample newsroom, as a page read for the first time', () => {
  test.for(articles)('$now $url', (article) => {
    const { paragraphs, tolerated } = article
    const { host } = new URL(article.url)
    const lines = read(article).blocks.flatMap((block) =>
      block.type === 'list' ? block.items : (blockText(block) ?? []),
    )
    const known = STILL_KEPT[host] ?? []
    const kept = lines.filter((line) => {
      const rule = known.find((pattern) => pattern.test(line))
      if (rule !== undefined) met.add(rule)
      return rule === undefined && !tolerated.includes(line)
    })
    // A line that opens with what is still kept is a paragraph all the same.
    const wanted = paragraphs.filter(
      (paragraph) => !lines.some((line) => known.some((p) => p.test(line)) && line.endsWith(paragraph)),
    )
    expect(kept).toEqual(wanted)
  })

  test('no manner is listed that is read well by now', () => {
    expect(
      Object.values(STILL_KEPT)
        .flat()
        .filter((rule) => !met.has(rule)),
    ).toEqual([])
  })
})

describe('each field of an article of the sample newsroom is right or empty', () => {
  test.for(articles)('$now $url', (article) => {
    const { host } = new URL(article.url)
    const { title, authors, agency, dateline, publishedAt } = read(article)
    // Old pages have no headline in their markup: their <title> names the paper first.
    if (host !== 'tarnholm-post.example') expect(title.value).toBe(article.title)
    for (const { name } of authors.value ?? []) expect(article.authors).toContain(name)
    if (agency.value !== null) expect(agency.value.id).toBe(article.agency?.id)
    if (dateline.value !== null) expect(dateline.value.raw).toBe(article.dateline?.raw)
    // An aggregator that shows its own day above other papers' words.
    if (host !== 'frontpages.example' && publishedAt.value !== null)
      expect(publishedAt.value.at.slice(0, 10)).toBe(article.published.at.slice(0, 10))
  })
})
