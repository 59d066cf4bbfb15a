import { describe, expect, test } from 'vitest'
import { normalUrl } from './normal-url.ts'

const STORY = 'https://gazette.example/2031/04/05/mayor-opens-bridge'
const WRAPPED = encodeURIComponent('http://gazette.example/2031/04/05/mayor-opens-bridge/?utm_medium=x')

describe('same article', () => {
  test.for([
    STORY,
    'http://www.gazette.example/2031/04/05/mayor-opens-bridge/',
    'https://m.gazette.example/2031/04/05/mayor-opens-bridge',
    'https://GAZETTE.example.:443/2031//04/./x/../05/mayor%2Dopens%2dbridge#comments',
    `  ${STORY}?utm_source=a&amp;utm_medium=b\n`,
    `${STORY}?fbclid=IwAR0&gclid=x&_ga=1.2`,
    `${STORY}?newClickToken=Cj0KCQ8wq3`,
    `${STORY}?readerSource=morning-letter`,
    `${STORY}?ch=rss_city`,
    `${STORY}/amp`,
    `${STORY}?amp=1`,
    `${STORY}?outputType=amp`,
    `${STORY}/print`,
    `${STORY}?print=true`,
    `${STORY};jsessionid=1A2B3C`,
    `${STORY}/index.html`,
    `${STORY}?`,
    `${STORY}"`,
    `http://${STORY}`,
    `https://gazette-example.cdn.ampproject.org/c/s/gazette.example/2031/04/05/mayor-opens-bridge`,
    `https://www.google.co.uk/url?sa=t&url=${WRAPPED}&usg=x`,
    `https://portal.example/out.php?lang=en&url=${WRAPPED}`,
  ])('%s', (url) => expect(normalUrl(url)).toBe(STORY))

  test.for([
    ['https://gazette.example/?b=2&a=1', 'http://www.gazette.example?a=1&b=2'],
    ['https://gazette.example/caf%c3%a9?q=caf%65%CC%81+au+lait', 'https://gazette.example/café?q=café%20au%20lait'],
    ['https://zeitung.bücher.example/a', 'https://zeitung.xn--bcher-kva.example/a'],
    ['https://gazette.example/a%a3b', 'https://gazette.example/a%A3b'],
    ['https://gazette.example/?_escaped_fragment_=/story/5', 'https://gazette.example/#!/story/5'],
    [
      'https://board.example/viewtopic.php?t=7&sid=0123456789abcdef0123456789abcdef',
      'https://board.example/viewtopic.php?t=7',
    ],
  ] as const)('%s = %s', ([a, b]) => expect(normalUrl(a)).toBe(normalUrl(b)))
})

describe('another article', () => {
  test.for([
    [STORY, `${STORY}-2`],
    [STORY, `${STORY}?page=2`],
    [STORY, `${STORY}?lang=de`],
    ['https://gazette.example/read.php?id=7', 'https://gazette.example/read.php?id=8'],
    ['https://gazette.example/story.asp?ref=1007', 'https://gazette.example/story.asp?ref=1008'],
    ['https://gazette.example/story.php?feature=1007', 'https://gazette.example/story.php?feature=1008'],
    ['https://gazette.example/read.php?pk_id=1007', 'https://gazette.example/read.php?pk_id=1008'],
    ['https://gazette.example/news/view?token=ab12cd34', 'https://gazette.example/news/view?token=ab12cd35'],
    ['https://gazette.example/a/b?articleId=ab12cd34', 'https://gazette.example/a/b?articleId=ab12cd35'],
    ['https://gazette.example/archive/list?from=20', 'https://gazette.example/archive/list?from=40'],
    ['https://gazette.example/tv/show?term=covid19', 'https://gazette.example/tv/show?term=olympics36'],
    ['https://news.gazette.example/x', 'https://sport.gazette.example/x'],
    ['https://gazette.example/?q=a%26b', 'https://gazette.example/?q=a&b'],
    ['https://gazette.example/a%2Fb', 'https://gazette.example/a/b'],
    ['https://gazette.example/#!/story/5', 'https://gazette.example/#!/story/6'],
    ['https://gazette.example/#/story/5', 'https://gazette.example/#/story/6'],
    ['https://gazette.example:8443/x', 'https://gazette.example/x'],
    ['https://gazette.example/print', 'https://gazette.example/'],
  ] as const)('%s ≠ %s', ([a, b]) => expect(normalUrl(a)).not.toBe(normalUrl(b)))
})

test('a normal URL is its own normal form', () => {
  const url = normalUrl(`${STORY}?id=7&q=a%26b%2Bc%20d&utm_source=x#!/a%20b`)
  expect(normalUrl(url!)).toBe(url)
})

test.for([
  '',
  'story',
  'mailto:editor@gazette.example',
  'javascript:alert(1)',
  'http://',
  'http://[',
  `https://a.example/${'x'.repeat(9000)}`,
])('is null for %s', (url) => expect(normalUrl(url)).toBeNull())

test('local addresses keep their scheme', () => {
  expect(normalUrl('http://127.0.0.1:4000/story/')).toBe('http://127.0.0.1:4000/story')
})
