import { describe, expect, test } from 'vitest'
import { contentSha256 } from '../content-sha256.ts'
import { extract } from '../extract.ts'
import { compareReadings } from './compare-readings.ts'
import { pageWording } from './page-wording.ts'

const BODY = [
  'A ferry ran aground off the northern coast of Lirio on Monday night with 112 people on board, the coast guard said.',
  'Rescuers brought everybody ashore before midnight, and three passengers were treated for bruises in the clinic of Port Amsel.',
  'The captain was drunk when the ship left its lane in calm weather, said a spokesman of the harbour police, Jon Merrow.',
  'The company that runs the ferry said it would look into the matter, and would give all passengers their money back.',
  'The ferry had been inspected in March, and the inspectors had found nothing wrong with its engines or its radar.',
]

/** What stands around the text: above it, amid it, below it within the article, and below the article. */
type Parts = {
  body?: readonly string[]
  above?: string
  amid?: string
  below?: string
  beyond?: string
  title?: string
}

function htmlOf({ body = BODY, above = '', amid = '', below = '', beyond = '', title = 'Ferry runs aground' }: Parts) {
  const paragraphs = (from: number, to?: number) =>
    body
      .slice(from, to)
      .map((text) => `<p>${text}</p>`)
      .join('')
  return `<!doctype html><html lang="en"><head><title>${title} - The Amsel Gazette</title>
    <meta property="og:type" content="article"><meta property="article:published_time" content="2031-04-05T08:00:00Z"></head>
    <body><header><nav><a href="/n">News</a></nav></header><main><article><h1>${title}</h1><p class="byline">By Nora Quill</p>
    ${above}${paragraphs(0, 2)}${amid}${paragraphs(2)}${below}</article>${beyond}</main><footer>© The Amsel Gazette</footer></body></html>`
}

function compare(before: Parts, after: Parts) {
  const read = (html: string) => {
    const at = { url: 'https://gazette.example/ferry', capturedAt: '2031-04-06T08:00:00Z', kind: 'html' } as const
    const found = extract({ html, ...at })
    if (found.verdict !== 'article') throw new Error(found.evidence)
    return { extractor: 'html/1', contentSha256: contentSha256(found.extraction), extraction: found.extraction }
  }
  const [one, other] = [htmlOf(before), htmlOf(after)]
  const wording = (html: string) => pageWording({ html, kind: 'html' })
  const later = read(other)
  const found = compareReadings(read(one), later, { before: wording(one), after: wording(other) })
  return { ...found, correction: later.extraction.marks.correction }
}

const swapped = (from: string, to: string) => BODY.map((text) => text.replace(from, to))

describe('is no new revision', () => {
  test.for<[string, Parts, Parts]>([
    ['a counter of shares', { above: '<div>12 shares</div>' }, { above: '<div>1,204 shares</div>' }],
    ['a counter of comments', { below: '<p>3 comments</p>' }, { below: '<p>245 comments</p>' }],
    ['the time it takes to read', { above: '<p>3 min read</p>' }, { above: '<p>4 min read</p>' }],
    ['its age', { above: '<p>Updated 5 minutes ago</p>' }, { above: '<p>Updated 3 hours ago</p>' }],
    [
      'another related article amid the text',
      { amid: '<p><b>Read also:</b> <a href="/x">Storm warning for the coast until Friday noon</a></p>' },
      { amid: '<p><b>Read also:</b> <a href="/y">Harbour master of Port Amsel resigns over new pier</a></p>' },
    ],
    [
      'a newsletter',
      {},
      { amid: '<p>Sign up for our newsletter to get the best stories of the week in your inbox.</p>' },
    ],
    ['a poll', {}, { below: '<p>What do you think of the ferries of the north? Vote now!</p>' }],
    [
      'an appeal',
      {},
      { below: '<p>Support our journalism: become a member of the Gazette from 3 crowns a month.</p>' },
    ],
    [
      'a word on the author',
      { below: '<p>Nora Quill is a reporter in Port Amsel.</p>' },
      { below: '<p>Nora Quill is the chief reporter in Port Amsel. She has won prizes.</p>' },
    ],
    ['a hard space', {}, { body: swapped('112 people', '112&nbsp;people') }],
    ['a soft hyphen', {}, { body: swapped('passengers', 'passen&shy;gers') }],
    ['a space of no width', {}, { body: swapped('passengers', 'passen&#8203;gers') }],
    ['another make of the same letter', { body: swapped('clinic', 'café') }, { body: swapped('clinic', 'cafe\u0301') }],
    ['a link', {}, { body: swapped('Port Amsel', '<a href="/amsel">Port Amsel</a>') }],
  ])('%s', ([, before, after]) => expect(compare(before, after)).toMatchObject({ isSame: true, stealthEdit: null }))
})

describe('is a revision, and no stealth edit', () => {
  test('typographic quotes', () => {
    const [plain, curled] = ['"We saw nothing," she said.', '“We saw nothing,” she said.']
    const found = compare({ body: [...BODY, plain] }, { body: [...BODY, curled] })
    expect(found).toMatchObject({ isSame: false, stealthEdit: null })
  })

  test('paragraphs in another order', () => {
    const [one, two, three, ...others] = BODY
    expect(compare({}, { body: [one!, three!, two!, ...others] })).toMatchObject({ isSame: false, stealthEdit: null })
  })

  const corrected = swapped('112', '121')
  test.for<[string, Parts]>(
    [
      '<div class="note"><p>Correction: an earlier version of this article gave another number of passengers.</p></div>',
      '<aside>Correction: an earlier version of this article gave another number of passengers.</aside>',
      '<footer><p>Clarification (6 April): an earlier version gave another number of passengers.</p></footer>',
      '<p><em>This article was amended on 6 April 2031. An earlier version gave another number of passengers.</em></p>',
      '<p>A correction was made on April 6, 2031: we misstated the number of passengers.</p>',
      '<p>(Corrects number of passengers in paragraph 1)</p>',
      '<p>(This April 5 story has been corrected to say 121 passengers, not 112, in paragraph 1)</p>',
      '<p>This version corrects the number of passengers in the first paragraph.</p>',
      '<p>A previous version of this article misstated the number of passengers.</p>',
      '<p>[Correction: the number of passengers was 121, not 112.]</p>',
      '<p>Due to an editing error, an earlier version of this article misstated the number.</p>',
      '<p>Editor’s note: The number of passengers was corrected after publication.</p>',
    ].flatMap((notice): [string, Parts][] => [
      [`above: ${notice}`, { above: notice }],
      [`below: ${notice}`, { below: notice }],
      [`beyond: ${notice}`, { beyond: notice }],
    ]),
  )('%s', ([, parts]) => {
    const found = compare({}, { ...parts, body: corrected })
    expect(found).toMatchObject({ isSame: false, stealthEdit: null })
    expect(found.correction).toMatch(/correct|clarification|amended|version/i)
  })

  test('a headline that says it', () => {
    const found = compare({}, { body: corrected, title: 'CORRECTED-Ferry runs aground off Lirio' })
    expect(found).toMatchObject({ isSame: false, stealthEdit: null })
  })
})

test.for([
  '<p>Corrections officers said: nobody had come to the prison by boat that night.</p>',
  '<footer><p>Corrections: if you find an error on this page, e-mail us at desk@gazette.example and we will mend it.</p></footer>',
  '<p>Editor’s note: This is the second part of a series on the ferries of the north.</p>',
])('no notice: %s', (html) => expect(compare({}, { below: html }).correction).toBeNull())
