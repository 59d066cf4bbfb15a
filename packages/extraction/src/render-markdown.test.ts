import type { Block } from '@dateline/domain'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { elementsOf, parsePage, textOf, walkElements } from './html/page-tree.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'

/** Words that a Markdown parser would take for markup, wherever they stand. */
const NASTY = [
  'a * b * c, _under_ and __twice__, `code`, ~~struck~~ and *star*',
  '# no heading',
  '#hashtag and C#',
  '- no item',
  '+ no item either',
  '* nor this',
  '1. no list',
  '12) nor this',
  '1986. A great year',
  '> no quote',
  '--- no rule',
  '===',
  '---',
  '***',
  '___',
  '    no code after four spaces',
  '``` no fence',
  '~~~ no fence',
  'a | b | c',
  '| --- | --- |',
  '[no link](https://a.example) and ![no image](x)',
  '[ref]: https://a.example "title"',
  'AT&T, &amp; &copy; and &#35;',
  '<b>no tag</b> <https://a.example> <!-- no comment -->',
  'back\\slash \\* and \\',
  'ends with a backslash\\',
  'two\nlines',
  '- a list\n- of two\n1. and three',
  'Heading\n===',
  'Heading\n---',
  'one\n> two\n# three',
  'https://a.example/_path_*x*',
  '$5 and 100% of ~10',
  ':emoji: and [^1]',
  'عنوان *عربي* _مع_ رموز',
  '“*”、「_」、＊',
  'trailing space ',
]

test.for<[Block[], string]>([
  [[{ type: 'table', rows: [] }], ''],
  [[{ type: 'table', rows: [[]] }], ''],
  [[{ type: 'table', rows: Array.from({ length: 200_000 }, () => []) }], ''],
])('a table without cells is nothing, however long', ([blocks, markdown]) =>
  expect(renderMarkdown(blocks)).toBe(markdown),
)

const shapes: readonly [string, (text: string) => Block[]][] = [
  ['a paragraph', (text) => [{ type: 'paragraph', text }]],
  [
    'the second of two',
    (text) => [
      { type: 'paragraph', text: 'First.' },
      { type: 'paragraph', text },
    ],
  ],
  ['a heading', (text) => [{ type: 'heading', level: 3, text }]],
  ['a quote', (text) => [{ type: 'quote', text }]],
  [
    'two quotes',
    (text) => [
      { type: 'quote', text },
      { type: 'quote', text },
    ],
  ],
  ['an item', (text) => [{ type: 'list', ordered: false, items: ['One', text, 'Three'] }]],
  ['a numbered item', (text) => [{ type: 'list', ordered: true, items: [text, text] }]],
  [
    'two lists',
    (text) => [
      { type: 'list', ordered: false, items: [text] },
      { type: 'list', ordered: false, items: ['Another list'] },
    ],
  ],
  ['a cell', (text) => [{ type: 'table', rows: [['Head', 'Other'], ['x', text]] }]], // biome-ignore format: one shape a line
  ['a head cell', (text) => [{ type: 'table', rows: [[text, 'Other'], ['x', 'y']] }]], // biome-ignore format: one shape a line
  [
    'a link',
    (text) => [
      {
        type: 'paragraph',
        text: `See ${text} here`,
        spans: [{ start: 4, end: 4 + text.length, kind: 'link', url: 'https://a.example/(x)?a=1&b=<2>' }],
      },
    ],
  ],
]

const LINE = /^(?:p|h\d|li|t[dh])$/

/** Every line of text with the element it stands in; head and body cells are one here, as a table of ours has no head. */
function linesOf(html: string): string[] {
  const lines: string[] = []
  walkElements(parsePage(html).root, (element) => {
    if (!LINE.test(element.tag) || [...elementsOf(element)].some(({ tag }) => LINE.test(tag))) return
    const text = textOf(element)
    if (text !== '') lines.push(`${element.tag.replace('th', 'td')}: ${text}`)
  })
  return lines
}

describe('Markdown that a parser reads as the same tree', () => {
  const parser = new MarkdownIt({ html: true })
  for (const [name, blocksOf] of shapes) {
    test.for(NASTY)(`${name}: %j`, (text) => {
      const blocks = blocksOf(text)
      const read = parser.render(renderMarkdown(blocks))
      expect(linesOf(read)).toEqual(linesOf(renderHtml(blocks)))
      expect(read.match(/<(?:b|script|code|pre|hr|del|em|strong|img)\b/g)).toBeNull()
    })
  }
})
