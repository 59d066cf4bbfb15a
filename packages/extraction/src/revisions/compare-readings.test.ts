import type { Extraction } from '@dateline/domain'
import { expect, test } from 'vitest'
import { contentSha256 } from '../content-sha256.ts'
import { extract } from '../extract.ts'
import { compareReadings, type Reading } from './compare-readings.ts'
import { pageWording } from './page-wording.ts'

const BODY = [
  'A ferry ran aground off the northern coast of Lirio on Monday night with 112 people on board, the coast guard said.',
  'Rescuers brought everybody ashore before midnight, and three passengers were treated for bruises in the clinic of Port Amsel.',
  'The company that runs the ferry said it would look into how the ship had left its lane in calm weather.',
]

function page({ body = BODY, modified = '', furniture = '' } = {}): Reading {
  const html = `<!doctype html><html lang="en"><head><title>Ferry runs aground off Lirio</title>
    <meta property="og:type" content="article"><meta property="article:published_time" content="2031-04-05T08:00:00Z">
    ${modified && `<meta property="article:modified_time" content="${modified}">`}</head>
    <body><nav>${furniture}</nav><article><h1>Ferry runs aground off Lirio</h1>${body.map((text) => `<p>${text}</p>`).join('')}</article>
    <aside>${furniture}</aside></body></html>`
  const found = extract({
    html,
    url: 'https://gazette.example/ferry',
    capturedAt: '2031-04-06T08:00:00Z',
    kind: 'html',
  })
  if (found.verdict !== 'article') throw new Error(found.evidence)
  return { extractor: 'html/1', contentSha256: contentSha256(found.extraction), extraction: found.extraction }
}

const changed = [BODY[0]!.replace('112', '140'), ...BODY.slice(1)]
const marked = (marks: Partial<Extraction['marks']>, reading = page({ body: changed })): Reading => ({
  ...reading,
  extraction: { ...reading.extraction, marks: { ...reading.extraction.marks, ...marks } },
})

test('another number, and no word of it', () => {
  expect(compareReadings(page(), page({ body: changed })).stealthEdit).toMatchObject({
    changes: [{ kind: 'number', before: '112', after: '140', paragraph: 0 }],
    evidence: 'no new notice of correction or update; the page shows no time of change',
  })
})

test.for<[string, Reading, Reading]>([
  ['other furniture', page(), page({ furniture: '<a href="/x">Most read</a> 3 comments' })],
  [
    'a later time',
    page({ modified: '2031-04-05T08:00:00Z' }),
    page({ body: changed, modified: '2031-04-05T11:00:00Z' }),
  ],
  [
    'a notice',
    page(),
    page({ body: [...changed, 'Correction: an earlier version of this article gave another number of passengers.'] }),
  ],
  ['spelling', page(), page({ body: [BODY[0]!.replace('coast guard', 'Coast Guard'), ...BODY.slice(1)] })],
  ['another extractor', page(), { ...page({ body: changed }), extractor: 'html/2' }],
  ['a paywall', page(), marked({ truncated: true })],
  ['a live blog', page(), marked({ liveBlog: true })],
])('none: %s', ([, before, after]) => expect(compareReadings(before, after).stealthEdit).toBeNull())

test('furniture is no new revision', () => {
  const furniture = '<ul><li><a href="/a">Storm warning for the coast until Friday noon</a></li></ul> 1,204 shares'
  expect(page({ furniture }).contentSha256).toBe(page().contentSha256)
})

test('a line that was only taken for text is neither a change nor a revision', () => {
  const promo = 'Our readers ask what should become of the ferries of the north, and we print their letters.'
  const before = page({ body: [...BODY, promo] })
  const html = (parts: readonly string[]) => parts.map((text) => `<p>${text}</p>`).join('')
  const pages = (after: string) => ({
    before: pageWording({ html: html([...BODY, promo]), kind: 'html' }),
    after: pageWording({ html: after, kind: 'html' }),
  })
  expect(compareReadings(before, page(), pages(`${html(BODY)}<aside>${html([promo])}</aside>`))).toEqual({
    isSame: true,
    isLiveUpdate: false,
    stealthEdit: null,
  })
  expect(compareReadings(before, page(), pages(html(BODY)))).toMatchObject({
    isSame: false,
    stealthEdit: { changes: [{ kind: 'removal' }] },
  })
})
