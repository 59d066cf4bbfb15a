import { describe, expect, test } from 'vitest'
import type { ArticleEventOf } from './events.ts'
import {
  HOST_PAGES_MAX,
  HOST_PAGES_MIN,
  type HostPages,
  hostKnowledgeOf,
  hostKnowledgeSha256,
  hostLineKey,
  isSameKnowledge,
  rememberPage,
} from './host-knowledge.ts'

type Reading = ArticleEventOf<'ArticleExtracted'>['data']
type Blocks = Reading['extraction']['blocks']

const HOUSE = 'The Gazette has told of the ports for ninety years, and means to go on.'
const BACKGROUND = 'The ferry struck the rocks on Monday night with 112 people on board, all of whom were saved.'

const reading = (name: string, lines: readonly string[], dropped: Reading['extraction']['dropped'] = []) => {
  const blocks: Blocks = lines.map((text) => ({ type: 'paragraph', text }))
  return { contentSha256: name, extraction: { blocks, dropped } } as unknown as Reading
}
const own = (n: number) => `What was said on day ${n} of the inquiry was said by nobody on any other day.`
const pagesOf = (count: number, linesOf: (n: number) => string[]): HostPages =>
  Array.from({ length: count }, (_, n) => n).reduce<HostPages>(
    (pages, n) => rememberPage(pages, `article-${n}`, reading(`text ${n}`, [own(n), ...linesOf(n)])),
    [],
  )
const keysOf = (pages: HostPages) => hostKnowledgeOf(pages)?.lines.map(([key]) => key) ?? []

describe('what is known of a host', () => {
  test.for([
    { name: 'a line of every page', pages: HOST_PAGES_MIN, every: 1, known: true },
    { name: 'nothing of too few pages', pages: HOST_PAGES_MIN - 1, every: 1, known: false },
    { name: 'a line of every third page', pages: 12, every: 3, known: true },
    { name: 'no line of every fifth: it is background', pages: 20, every: 5, known: false },
    { name: 'no line of two pages', pages: 6, every: 3, known: false },
  ])('$name', ({ pages, every, known }) => {
    const remembered = pagesOf(pages, (n) => (n % every === 0 ? [BACKGROUND] : []))
    expect(keysOf(remembered)).toEqual(known ? [hostLineKey(BACKGROUND)] : [])
  })

  test('the last pages count, and no more are remembered', () => {
    const remembered = pagesOf(HOST_PAGES_MAX * 3, (n) => (n < HOST_PAGES_MAX ? [HOUSE] : []))
    expect(remembered).toHaveLength(HOST_PAGES_MAX)
    expect(hostKnowledgeOf(remembered)).toBeNull()
  })

  test('an article that is read again, or stands at two addresses, counts once', () => {
    const once = pagesOf(4, () => [HOUSE])
    const again = rememberPage(once, 'article-0', reading('text 0, corrected', [own(0), HOUSE]))
    expect(again).toHaveLength(4)
    expect(rememberPage(once, 'article-9', reading('text 0', [own(0), HOUSE]))).toHaveLength(4)
  })

  test('a line that was left out for coming back keeps counting', () => {
    const dropped = [{ text: HOUSE, rule: 'host-furniture' }]
    const remembered = Array.from({ length: 8 }, (_, n) => n).reduce<HostPages>(
      (pages, n) => rememberPage(pages, `article-${n}`, reading(`${n}`, [own(n)], dropped)),
      [],
    )
    expect(keysOf(remembered)).toEqual([hostLineKey(HOUSE)])
  })

  test('subheadings are the manner of the house', () => {
    const blocks: Blocks = [{ type: 'heading', level: 2, text: HOUSE }]
    const remembered = Array.from({ length: 8 }, (_, n) => n).reduce<HostPages>(
      (pages, n) =>
        rememberPage(pages, `article-${n}`, {
          contentSha256: `${n}`,
          extraction: { blocks, dropped: [] },
        } as unknown as Reading),
      [],
    )
    expect(hostKnowledgeOf(remembered)).toBeNull()
  })
})

test('keys look at letters and digits only, and short lines have none', () => {
  expect(hostLineKey('“The Gazette” has told of the ports')).toBe(hostLineKey('the gazette has told — of the ports'))
  expect(hostLineKey('Why it matters:')).toBeNull()
})

test('snapshots have one name each, and the same lines need no other', () => {
  const [six, seven] = [6, 7].map((count) => hostKnowledgeOf(pagesOf(count, () => [HOUSE]))!)
  expect(isSameKnowledge(six!, seven!)).toBe(true)
  expect(isSameKnowledge(six!, null)).toBe(false)
  expect(hostKnowledgeSha256(six!)).not.toBe(hostKnowledgeSha256(seven!))
  expect(hostKnowledgeSha256(six!)).toBe(hostKnowledgeSha256(JSON.parse(JSON.stringify(six!))))
})
