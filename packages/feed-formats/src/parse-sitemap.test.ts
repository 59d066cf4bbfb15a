import { gzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { DOCUMENT_BYTES_MAX, SITEMAP_URLS_MAX } from './limits.ts'
import { parseSitemap, type Sitemap } from './parse-sitemap.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function parse(body: string | Uint8Array): Sitemap {
  const found = parseSitemap({ body: typeof body === 'string' ? bytes(body) : body, url: 'https://g.example/map.xml' })
  if ('error' in found) throw new Error(found.error.message)
  return found
}
const urlsOf = (body: string | Uint8Array) => parse(body).urls.map(({ url }) => url)

test('news, images, languages', () => {
  const sitemap = parse(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
    <url><image:image><image:loc>/i.jpg</image:loc></image:image><loc> https://g.example/a?x=1&y=2 </loc><lastmod>2031-04-05</lastmod>
      <n:news><n:publication><n:name>Gazette</n:name><n:language>en</n:language></n:publication>
        <n:publication_date>2031-04-05T10:00:00+02:00</n:publication_date><n:title>T &amp;amp; U</n:title><n:keywords>a, b</n:keywords></n:news>
      <xhtml:link rel="alternate" hreflang="de" href="https://g.example/de/a"/></url></urlset>`)
  expect(sitemap).toEqual({
    kind: 'urlset',
    cut: [],
    urls: [
      {
        url: 'https://g.example/a?x=1&y=2',
        isWhole: true,
        modifiedAt: '2031-04-05T00:00:00Z',
        news: {
          ...{
            publication: 'Gazette',
            language: 'en',
            title: 'T & U',
            publishedAt: '2031-04-05T08:00:00Z',
            keywords: ['a', 'b'],
          },
        },
        imageUrls: ['https://g.example/i.jpg'],
        alternates: [{ language: 'de', url: 'https://g.example/de/a' }],
      },
    ],
  })
})

describe('kinds', () => {
  test('index', () => {
    const index = '<sitemapindex><sitemap><loc>https://g.example/1.xml.gz</loc></sitemap></sitemapindex>'
    expect(parse(index)).toMatchObject({ kind: 'index', urls: [{ url: 'https://g.example/1.xml.gz' }] })
  })
  test('text', () =>
    expect(parse('\uFEFFhttps://g.example/a\r\nhttps://g.example/b\n')).toMatchObject({ kind: 'text', urls: [{}, {}] }))
  test('feed', () => {
    expect(parse('<rss><channel><item><link>https://g.example/a</link></item></channel></rss>')).toMatchObject({
      kind: 'feed',
      urls: [{}],
    })
  })
  test.for([
    ['gzip once', 1],
    ['gzip twice', 2],
  ] as const)('%s', ([, layers]) => {
    let body = bytes('https://g.example/a\n')
    for (let layer = 0; layer < layers; layer++) body = gzipSync(body)
    expect(urlsOf(body)).toEqual(['https://g.example/a'])
  })
})

describe('forgives', () => {
  test.for<[string, string, string[]]>([
    ['no namespace, no end', '<urlset><url><loc>https://g.example/a</loc></url>', ['https://g.example/a']],
    [
      'other schemes',
      '<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>/b</loc></url></urlset>',
      ['https://g.example/b'],
    ],
    ['no loc', '<urlset><url><lastmod>2031</lastmod></url></urlset>', []],
    [
      'CDATA',
      '<urlset><url><loc><![CDATA[https://g.example/?a=1&b]]></loc></url></urlset>',
      ['https://g.example/?a=1&b'],
    ],
  ])('%s', ([, body, urls]) => expect(urlsOf(body)).toEqual(urls))

  test('marks what the document was cut in', () => {
    const { urls } = parse('<urlset><url><loc>https://g.example/a</loc></url><url><loc>https://g.example/bri')
    expect(urls.map(({ isWhole }) => isWhole)).toEqual([true, false])
  })

  test('a cut archive gives what came out of it', () => {
    const packed = gzipSync(bytes(Array.from({ length: 5_000 }, (_, n) => `https://g.example/${n * 7919}\n`).join('')))
    expect(urlsOf(packed.subarray(0, packed.length - 400)).length).toBeGreaterThan(1_000)
  })
})

describe('refuses', () => {
  test.for([
    ['', 'empty'],
    ['<!DOCTYPE html><html><a href="https://g.example/">x</a></html>', 'html-page'],
    ['{"urls": ["https://g.example/"]}', 'not-a-sitemap'],
    ['<svg/>', 'not-a-sitemap'],
  ] as const)('%s: %s', ([body, code]) =>
    expect(parseSitemap({ body: bytes(body) })).toMatchObject({ error: { code } }),
  )

  test('broken gzip', () => {
    expect(parseSitemap({ body: Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3) })).toMatchObject({
      error: { code: 'bad-gzip' },
    })
  })

  test('a bomb', () => {
    const bomb = gzipSync(gzipSync(new Uint8Array(DOCUMENT_BYTES_MAX + 1), { level: 1 }))
    expect(parseSitemap({ body: bomb })).toMatchObject({ error: { code: 'bad-gzip' } })
  })
})

test('at most SITEMAP_URLS_MAX', () => {
  const { urls, cut } = parse(
    `<urlset>${'<url><loc>https://g.example/a</loc></url>'.repeat(SITEMAP_URLS_MAX + 1)}</urlset>`,
  )
  expect([urls.length, cut]).toEqual([SITEMAP_URLS_MAX, ['too-many-records']])
})
