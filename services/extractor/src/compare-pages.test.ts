import { contentSha256, extract } from '@dateline/extraction'
import { expect, test } from 'vitest'
import { comparePages, type ParseTask } from './parse-page.ts'

const BODY = [
  'A ferry ran aground off the northern coast of Lirio on Monday night with 112 people on board, the coast guard said.',
  'Rescuers brought everybody ashore before midnight, and three passengers were treated for bruises in the clinic of Port Amsel.',
  'The captain was drunk when the ship left its lane in calm weather, said a spokesman of the harbour police, Jon Merrow.',
]

function page(title: string, body: readonly string[], furniture: string): ParseTask {
  const html = `<html lang="en"><head><title>${title}</title><meta property="og:type" content="article"></head><body>
    <article><h1>${title}</h1>${body.map((text) => `<p>${text}</p>`).join('')}</article><aside>${furniture}</aside></body></html>`
  const about = { contentType: 'text/html', url: 'https://gazette.example/ferry', capturedAt: '2031-04-06T08:00:00Z' }
  return { bytes: Buffer.from(html), kind: 'html', ...about }
}

function reading(task: ParseTask, extractor: string) {
  const found = extract(task)
  if (found.verdict !== 'article') throw new Error(found.evidence)
  return { extractor, contentSha256: contentSha256(found.extraction), extraction: found.extraction }
}

const first = page('Ferry runs aground', BODY, 'Storm warning')
/** As an older version of the extractor read it: without its last paragraph. */
const older = reading(page('Ferry runs aground', BODY.slice(0, 2), 'Storm warning'), 'html/0')
const compare = (after: ParseTask, headlines: string[] = []) =>
  comparePages({ before: older, after: reading(after, 'html/now'), pages: { before: first, after }, headlines })

test('what only another version of the extractor reads otherwise is no change of the page', () => {
  expect(compare(page('Ferry runs aground', BODY, 'Ten things to do'))).toMatchObject({
    isSame: true,
    stealthEdit: null,
  })
})

test('across versions, what the page changed is found', () => {
  const changed = BODY.map((text) => text.replace('112', '140'))
  const { stealthEdit } = compare(page('Ferry runs aground', changed, 'Storm warning'))
  expect(stealthEdit).toMatchObject({
    beforeContentSha256: older.contentSha256,
    changes: [{ kind: 'number', before: '112', after: '140' }],
  })
})

test('a headline that comes back was being tried out', () => {
  const other = page('Night of fear off Lirio', BODY, 'Storm warning')
  expect(compare(other)).toMatchObject({ isSame: false, stealthEdit: { changes: [{ kind: 'headline' }] } })
  expect(compare(other, ['Night of fear off Lirio'])).toMatchObject({ isSame: false, stealthEdit: null })
})
