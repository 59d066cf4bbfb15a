import { expect, test } from 'vitest'
import { unwrapUrl } from './unwrap-url.ts'

const STORY = 'https://gazette.example/a?id=7'
const ESCAPED = encodeURIComponent(STORY)

/** As aggregators wrote ids until 2024: a protocol buffer with the URL in field 4. */
function googleNewsId(url: string): string {
  const length = url.length < 0x80 ? [url.length] : [(url.length & 0x7f) | 0x80, url.length >> 7]
  return btoa(String.fromCharCode(8, 0x13, 0x22, ...length) + url + String.fromCharCode(0xd2, 1, 0))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

test.for([
  STORY,
  `https://www.google.com/url?rct=j&url=${ESCAPED}&ct=ga`,
  `https://www.google.com/amp/s/gazette.example/a?id=7`,
  `https://news.google.com/rss/articles/${googleNewsId(STORY)}?oc=5`,
  `https://news.google.com/__i/rss/rd/articles/${googleNewsId(STORY)}?oc=5`,
  `https://gazette-example.cdn.ampproject.org/v/s/gazette.example/a?id=7&amp_js_v=0.1`,
  `https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=${ESCAPED}&c=1`,
  `https://r.search.yahoo.com/_ylt=A/RV=2/RU=${ESCAPED}/RK=2/RS=x-`,
  `https://l.facebook.com/l.php?u=${ESCAPED}&h=AT1`,
  `https://disq.us/url?url=${ESCAPED}%3AabcDEF&cuid=1`,
  `https://eur01.safelinks.protection.outlook.com/?url=${ESCAPED}&data=05`,
  `https://urldefense.com/v3/__https:/gazette.example/a?id=7__;!!x`,
  `https://href.li/?${STORY}`,
  `https://portal.example/redirect?url=${ESCAPED}`,
  `https://portal.example/go/?lang=en&target=${encodeURIComponent(ESCAPED)}`,
  `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://www.google.com/url?q=${ESCAPED}`)}`,
])('%s', (url) => expect(unwrapUrl(url)).toBe(STORY))

test('reads long ids of Google News', () => {
  const url = `https://gazette.example/${'long-slug-'.repeat(20)}`
  expect(unwrapUrl(`https://news.google.com/articles/${googleNewsId(url)}`)).toBe(url)
})

test.for([
  `https://twitter.com/intent/tweet?url=${ESCAPED}`,
  `https://gazette.example/login?redirect=${ESCAPED}`,
  `https://gazette.example/redirect?url=${ESCAPED}`,
  `https://portal.example/search?url=${ESCAPED}`,
  'https://portal.example/redirect?url=javascript:alert(1)',
  'https://portal.example/redirect?url=/next',
  'https://news.google.com/rss/articles/CBMixgFBVV95cUxP?oc=5',
  'https://news.google.com/articles/%%%',
  'https://t.short.example/abc',
  'not a url',
])('%s stays', (url) => expect(unwrapUrl(url)).toBe(url))

test('ends where wrappers wrap each other without end', () => {
  let url = STORY
  for (let depth = 0; depth < 8; depth++) url = `https://portal${depth}.example/out?url=${encodeURIComponent(url)}`
  expect(unwrapUrl(url)).toMatch(/^https:\/\/portal\d\.example\/out/)
})
