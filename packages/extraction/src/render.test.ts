import type { Block } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { renderText } from './block-text.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'

const cases: { name: string; block: Block; html: string; markdown: string; text: string }[] = [
  {
    name: 'a paragraph with overlapping marks',
    block: {
      type: 'paragraph',
      text: 'one two three',
      spans: [
        { start: 0, end: 7, kind: 'strong' },
        { start: 4, end: 13, kind: 'link', url: 'https://a.example/?x=1&y=2' },
      ],
    },
    html: '<p><strong>one </strong><a href="https://a.example/?x=1&amp;y=2" rel="noopener nofollow"><strong>two</strong></a><a href="https://a.example/?x=1&amp;y=2" rel="noopener nofollow"> three</a></p>',
    markdown: 'one [two three](<https://a.example/?x=1&y=2>)',
    text: 'one two three',
  },
  {
    name: 'markup in text',
    block: { type: 'paragraph', text: '<script>alert(1)</script> & "quotes"' },
    html: '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;</p>',
    markdown: '\\<script\\>alert(1)\\</script\\> \\& "quotes"',
    text: '<script>alert(1)</script> & "quotes"',
  },
  {
    name: 'a link that is none',
    block: { type: 'paragraph', text: 'here', spans: [{ start: 0, end: 4, kind: 'link', url: 'javascript:alert(1)' }] },
    html: '<p>here</p>',
    markdown: 'here',
    text: 'here',
  },
  {
    name: 'a list',
    block: { type: 'list', ordered: true, items: ['a', 'b\nc'] },
    html: '<ol><li>a</li><li>b<br>c</li></ol>',
    markdown: '1. a\n2. b c',
    text: 'a\nb\nc',
  },
  {
    name: 'a table',
    block: { type: 'table', rows: [['a', 'b|c'], ['d']] },
    html: '<table><tbody><tr><td>a</td><td>b|c</td></tr><tr><td>d</td></tr></tbody></table>',
    markdown: '| a | b\\|c |\n| --- | --- |\n| d |  |',
    text: 'a | b|c\nd',
  },
  {
    name: 'an image',
    block: { type: 'image', url: 'https://a.example/1.jpg', caption: 'A <b> quay', credit: 'Jo' },
    html: '<figure><img src="https://a.example/1.jpg" alt="A &lt;b&gt; quay"><figcaption>A &lt;b&gt; quay · Jo</figcaption></figure>',
    markdown: '![A \\<b\\> quay · Jo](<https://a.example/1.jpg>)',
    text: '',
  },
  {
    name: 'an image whose caption would end CDATA',
    block: { type: 'image', url: 'https://a.example/1.jpg', caption: 'A quay ]]>', credit: null },
    html: '<figure><img src="https://a.example/1.jpg" alt=""><figcaption>A quay ]]&gt;</figcaption></figure>',
    markdown: '![A quay \\]\\]\\>](<https://a.example/1.jpg>)',
    text: '',
  },
]

describe('an article is written as', () => {
  test.for(cases)('HTML: $name', ({ block, html }) => expect(renderHtml([block])).toBe(html))
  test.for(cases)('Markdown: $name', ({ block, markdown }) => expect(renderMarkdown([block])).toBe(markdown))
  test.for(cases)('text: $name', ({ block, text }) => expect(renderText([block])).toBe(text))
})
