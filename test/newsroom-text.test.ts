import { blockText, extract, knowAgencies } from '@dateline/extraction'
import { agencies, answer, PHASES, type TruthPage, truthAt } from '@dateline/sample-newsroom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Lines of furniture that are still taken for text, by the manner of their outlet. None that is listed may come to be needless. */
const STILL_KEPT: Readonly<Record<string, readonly RegExp[]>> = {
  // The sections and the head of the page, as lines of one cell each.
  'tarnholm-post.example': [/^Local\nCourts/, /^Small ads\n/, /^\d+ March 2026 - /],
  // A name with a day, and neither mark nor class.
  'bulletin.example': [/^(?:Winifred Oddy|Canon Hugh Merriday), \d+ March 2026$/],
  // Said on the page, and noted as its correction: shown with the text as well.
  'citizen.example': [/^Corrected at /],
  'www.corvane-herald.example': [/^Correction, /, /^\d\d:\d\d /],
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

describe('the text of each article of the sample newsroom, as a page read for the first time', () => {
  test.for(articles)('$now $url', ({ url, now, paragraphs }) => {
    const { host, pathname, search } = new URL(url)
    const { body, headers } = answer(host, pathname + search, now)
    const found = extract({
      kind: 'html',
      bytes: body,
      contentType: headers['Content-Type'] ?? null,
      url,
      capturedAt: now,
    })
    if (found.verdict !== 'article') throw new Error(`${found.verdict}: ${found.reason}`)
    const lines = found.extraction.blocks.flatMap((block) =>
      block.type === 'list' ? block.items : (blockText(block) ?? []),
    )
    const known = STILL_KEPT[host] ?? []
    const kept = lines.filter((line) => {
      const rule = known.find((pattern) => pattern.test(line))
      if (rule !== undefined) met.add(rule)
      return rule === undefined
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
