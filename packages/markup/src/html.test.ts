import { expect, test } from 'vitest'
import { html, safeHref } from './html.ts'

test.for([
  ['text', html`<p>${'<script>alert("1")</script>'}</p>`, '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>'],
  ['an attribute', html`<a title="${`a" onclick='b'`}">`, '<a title="a&quot; onclick=&#39;b&#39;">'],
  ['markup of its own', html`<ul>${[html`<li>${1}</li>`, false, null]}</ul>`, '<ul><li>1</li></ul>'],
  ['what would turn the text behind it', html`<b>${'Red\u202e title'}</b> explicit`, '<b>Red title</b> explicit'],
  ['nothing', html`${null}${undefined}${false}`, ''],
] as const)('%s', ([, made, expected]) => expect(made.html).toBe(expected))

test.for([
  ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['/relative', null],
  [null, null],
] as const)('%s as a link', ([url, href]) => expect(safeHref(url)).toBe(href))
