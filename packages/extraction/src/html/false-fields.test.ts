import { describe, expect, test } from 'vitest'
import { readPage } from './read-page.ts'
import { newsArticle, readSeaWall, SENTENCE } from './sea-wall-page.ts'

const H1 = '<h1>Council agrees to repair the wall</h1>'
const TITLE = '<title>Council agrees to repair the wall</title>'
const crumbs = (...names: string[]) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: names.map((name, at) => ({ '@type': 'ListItem', position: at + 1, name })),
  })}</script>`

describe('a section', () => {
  test.for([
    ['a template left empty', newsArticle({ articleSection: '{$category}' })],
    ['what is filed nowhere', newsArticle({ articleSection: 'Uncategorized' })],
    ['a kind of page', newsArticle({ articleSection: 'article' })],
    ['the headline as the last crumb', crumbs('Home', 'Council agrees to repair the wall')],
    ['the headline among the crumbs', crumbs('Home', 'Council agrees to repair the wall', 'Page 1')],
  ])('is not %s', ([, head]) => expect(readSeaWall(TITLE + head, H1).section.value).toBeNull())

  test.for([
    ['as stated', newsArticle({ articleSection: 'Walls and Harbours' }), 'Walls and Harbours'],
    ['the first of categories in one value', newsArticle({ articleSection: 'Coast,News,Storms' }), 'Coast'],
    ['the first of a list', newsArticle({ articleSection: 'Coast, News, Storms' }), 'Coast'],
    ['the first of a list that is one', newsArticle({ articleSection: 'Featured,Coast' }), 'Coast'],
    ['of two names', newsArticle({ articleSection: 'Coast, Storms & Tides' }), 'Coast, Storms & Tides'],
    ['of three names', newsArticle({ articleSection: 'Coast, Storms, and Tides' }), 'Coast, Storms, and Tides'],
    ['with a number', newsArticle({ articleSection: 'The 1,000 Walls' }), 'The 1,000 Walls'],
    ['of one word that the headline has too', newsArticle({ articleSection: 'Council' }), 'Council'],
    ['among the crumbs', crumbs('Home', 'Coast', 'Council agrees to repair the wall'), 'Coast'],
  ] as const)('%s', ([, head, expected]) => expect(readSeaWall(TITLE + head, H1).section.value).toBe(expected))
})

describe('a standfirst', () => {
  test.for([
    'Saltwick, 2. November 2025 at noon, 2025',
    'Nov. 20, 2025 Updated: Nov. 20, 2025 1:35 a.m.',
    'This page contains affiliate links that may earn us a commission.',
    'By Odile Marchetti, Harbour Collective',
    'Summarize this article with the following:',
  ])('is not "%s"', (line) => {
    expect(readSeaWall(TITLE, `${H1}<p class="subtitle">${line}</p>`).standfirst.value).toBeNull()
  })

  test.for([
    'The repair is to be done before the storms of November 2026.',
    'By the time the storms arrive, the wall must stand.',
    'On 3 May 2026 the council votes again',
  ])('may be "%s"', (line) => {
    expect(readSeaWall(TITLE, `${H1}<p class="subtitle">${line}</p>`).standfirst.value).toBe(line)
  })
})

describe('the publisher', () => {
  const named = (name: string, property: string) => `${TITLE}<meta ${property} content="${name}">`

  test('is no page that its template names as the application', () => {
    const head = named('Council agrees to repair the wall - Post', 'name="application-name"')
    expect(readSeaWall(head, H1).publisher.value).toBeNull()
  })

  test('is the application otherwise, and the site as it names itself', () => {
    expect(readSeaWall(named('Post', 'name="application-name"'), H1).publisher.value?.name).toBe('Post')
    expect(readSeaWall(named('Council agrees to repair', 'property="og:site_name"'), H1).publisher.value?.name).toBe(
      'Council agrees to repair',
    )
  })
})

describe("a picture's credit", () => {
  const figure = (credit: string) =>
    `${H1}<p>${SENTENCE}</p><figure><img src="/wall.jpg" width="800" height="600"><div class="copyright">${credit}</div></figure>`

  test('is not the caption in its box', () => {
    const [image] = readSeaWall(TITLE, figure('The wall before the storm. Nobody was there. Photo: Tom Ashdown')).images
    expect([image?.caption, image?.credit]).toEqual(['The wall before the storm. Nobody was there.', 'Tom Ashdown'])
  })

  test('may be alone', () => {
    expect(readSeaWall(TITLE, figure('Photo: Tom Ashdown / Reuters')).images[0]?.credit).toBe('Tom Ashdown / Reuters')
  })
})

describe('a publisher', () => {
  test.for([
    ['{$plugin.site_name}', null],
    ['{{ site.title }}', null],
    ['"The Harbour Post"', 'The Harbour Post'],
    ['Agency "Harbour"', 'Agency "Harbour"'],
    ['Council agrees to repair the wall | The Harbour Post', null],
  ] as const)('"%s"', ([name, expected]) => {
    const head = `<meta property="og:site_name" content="${name.replaceAll('"', '&quot;')}">`
    expect(readSeaWall(TITLE + head, H1).publisher.value?.name ?? null).toBe(expected)
  })
})

describe('a canonical address', () => {
  test('is not the front page, which templates name for any page', () => {
    const link = '<link rel="canonical" href="https://www.post.example/">'
    const own = '<meta property="og:url" content="https://www.post.example/news/sea-wall">'
    expect(readSeaWall(TITLE + link, H1).canonicalUrl.value).toBeNull()
    expect(readSeaWall(TITLE + link + own, H1).canonicalUrl.value).toBe('https://www.post.example/news/sea-wall')
    expect(readSeaWall(TITLE + link, H1, 'https://www.post.example/?from=feed').canonicalUrl.value).toBe(
      'https://www.post.example/',
    )
  })
})

describe('a declared language', () => {
  const THAI = `<p>${'สภาเมืองประชุมกันเมื่อวันศุกร์และตกลงซ่อมกำแพงกันคลื่น '.repeat(12)}</p>`
  const page = (lang: string, body: string, head = '') =>
    readPage({
      html: `<html lang="${lang}"><head>${head}</head><body><article><h1>Wall</h1>${body.repeat(3)}</article></body></html>`,
      url: null,
      capturedAt: null,
    }).extraction.language.value
  test.for([
    ['en', THAI, '', null],
    ['en', THAI, '<meta property="og:locale" content="th_TH">', 'th-TH'],
    ['th', THAI, '', 'th'],
    ['english', `<p>${SENTENCE.repeat(3)}</p>`, '', null],
    ['sr', `<p>${'Градско веће се састало у петак и одлучило да поправи зид. '.repeat(4)}</p>`, '', 'sr'],
  ] as const)('%s', ([lang, body, head, expected]) => expect(page(lang, body, head)).toBe(expected))
})
