import { expect, test } from 'vitest'
import { readPageSignals } from './page-signals.ts'

const page = (head: string, html = '<html>') => `<!doctype html>${html}<head>${head}</head><body><p>Text</p></body>`

test.for([
  { head: '<link rel="canonical" href="/a">', canonicalUrl: '/a' },
  { head: '<LINK HREF=/a REL="alternate Canonical">', canonicalUrl: '/a' },
  { head: '<link rel=canonical href="/first"><link rel=canonical href="/second">', canonicalUrl: '/first' },
  { head: '<link rel="canonical" href=" ">', canonicalUrl: null },
  {
    head: '<meta property="og:url" content="https://gazette.example/a?x=1&amp;y=2">',
    ogUrl: 'https://gazette.example/a?x=1&y=2',
  },
  { head: '<!-- <link rel=canonical href=/hidden> -->', canonicalUrl: null },
  { head: '', html: '<html ⚡ lang=en>', isAmp: true },
  { head: '', html: '<html amp>', isAmp: true },
])('$head $html', ({ head, html, ...expected }) => {
  expect(readPageSignals(page(head, html))).toMatchObject(expected)
})

test('meta tags for crawlers are kept, the others are not', () => {
  const head = `<meta name="Robots" content="noarchive"><meta name="dateline" content="nosnippet"><meta name="viewport" content="x">
    <meta name="tdm-reservation" content="1"><meta name="twitter:card" content="summary"><meta name="robots">`
  expect(readPageSignals(page(head)).metas).toEqual([
    { name: 'robots', content: 'noarchive' },
    { name: 'dateline', content: 'nosnippet' },
    { name: 'tdm-reservation', content: '1' },
  ])
})

test('what stands in the body is not the word of the page', () => {
  const html = '<body><link rel=canonical href=https://elsewhere.example/><meta name=robots content=noarchive></body>'
  expect(readPageSignals(html)).toMatchObject({ canonicalUrl: null, metas: [] })
})
