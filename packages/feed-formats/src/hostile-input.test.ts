import { describe, expect, test } from 'vitest'
import { findFeeds } from './find-feeds.ts'
import { findSectionLinks } from './find-section-links.ts'
import { parseOpml } from './opml.ts'
import { parseFeed } from './parse-feed.ts'
import { parseSitemap } from './parse-sitemap.ts'

const SEEDS = [
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY g "x">]><rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom">
    <channel><title>&g; &amp; b</title><item><title><![CDATA[a<b>]]></title><link>https://g.example/1</link><guid isPermaLink="false">1</guid>
    <pubDate>Sat, 05 Apr 2031 10:00:00 +0200</pubDate><author>a@g.example (Ann)</author><enclosure url="/x" length="1"/></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://g.example/"><entry><title type="xhtml"><div>x</div></title><link href="a"/>
    <updated>2031-04-05T10:00:00Z</updated><content type="application/x">PGI+</content></entry></feed>`,
  `<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://g.example/a</loc><n:news><n:title>t</n:title></n:news></url></urlset>`,
  `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"url":"/a","authors":[{"name":"Ann"}],"date_published":"2031-04-05"}]}`,
  `<opml><head><title>t</title></head><body><outline text="f"><outline xmlUrl="https://g.example/rss"/></outline></body></opml>`,
  `<html><base href="/x/"><link rel="alternate" type="application/rss+xml" href="/rss"><nav><a href="a-b-c-d-e"><h2>One two three four</h2></a></nav></html>`,
]
const URL_BASE = 'https://g.example/x/'

/** Park and Miller's generator: the same mutations in every run. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length)
  let mutated = Array.from(bytes)
  for (let edits = 1 + Math.floor(random() * 8); edits > 0; edits--) {
    const [a, b, c] = [at(), at(), at()]
    const kind = Math.floor(random() * 5)
    if (kind === 0) mutated[a % mutated.length] = Math.floor(random() * 256)
    else if (kind === 1) mutated.splice(a, b % 40)
    else if (kind === 2) mutated.splice(a, 0, ...mutated.slice(b, b + (c % 60)))
    else if (kind === 3)
      mutated.splice(
        a,
        0,
        ...'<>&;"\'/![]-=\0'
          .split('')
          .map((mark) => mark.charCodeAt(0))
          .slice(0, 1 + (c % 13)),
      )
    else mutated = mutated.slice(0, Math.max(1, a))
    if (mutated.length === 0) mutated = [0]
  }
  return Uint8Array.from(mutated)
}

function readAll(body: Uint8Array): void {
  for (const parsed of [parseFeed({ body, url: URL_BASE }), parseSitemap({ body, url: URL_BASE }), parseOpml(body)]) {
    expect(parsed).toBeTypeOf('object')
  }
  const html = new TextDecoder().decode(body)
  for (const { url } of [...findFeeds(html, URL_BASE), ...findSectionLinks(html, URL_BASE)])
    expect(url).toMatch(/^https?:\/\//)
  const feed = parseFeed({ body, url: URL_BASE })
  if ('error' in feed) return
  for (const { url, publishedAt } of feed.entries) {
    if (url !== null) expect(url).toMatch(/^https?:\/\//)
    if (publishedAt !== null) expect(Number.isNaN(Date.parse(publishedAt))).toBe(false)
  }
}

describe('never throws on mutated bytes', () => {
  test.for(SEEDS.map((seed, index) => [index, seed] as const))('seed %i', ([index, seed]) => {
    const random = randomOf(index + 1)
    const bytes = new TextEncoder().encode(seed)
    for (let run = 0; run < 150; run++) readAll(mutate(bytes, random))
  })
})

// Work that grows by the square of the length would take these hours instead of a moment: the test's time limit ends them.
const CHARS = 400_000
const fill = (piece: string, chars = CHARS) => piece.repeat(Math.ceil(chars / piece.length)).slice(0, chars)
const inRss = (item: string) => `<rss><channel><item>${item}</item></channel></rss>`

describe('stays linear', () => {
  test.for<[string, string]>([
    ['open tags', fill('<a>')],
    ['unmatched end tags', `<rss>${fill('</a>')}`],
    ['open and unmatched end tags', `<rss>${fill('<a></b>')}`],
    ['angle brackets', fill('<')],
    ['quotes in a tag', `<rss a=${fill('"\'')}`],
    ['attributes', `<rss ${fill('xmlns:a="b" ')}>`],
    [
      'many namespaces',
      `<rss ${Array.from({ length: 60_000 }, (_, n) => `xmlns:n${n}="x"`).join(' ')}>${fill('<a xmlns:b="c"/>', 300_000)}`,
    ],
    ['CDATA that does not end', `<rss><channel><title>${fill('<![CDATA[')}`],
    ['comments that do not end', `<rss>${fill('<!--')}`],
    ['doctypes', fill('<!DOCTYPE [')],
    ['ampersands', inRss(`<title>${fill('&')}</title>`)],
    ['half entities', inRss(`<title>${fill('&a')}</title>`)],
    ['at signs in a name', inRss(`<author>${fill('a@')}</author>`)],
    ['brackets in a name', inRss(`<author>${fill('<a@b ')}(</author>`)],
    ['spaces in a name', inRss(`<author>a ${fill(' ')} (</author>`)],
    ['slashes in a link', inRss(`<link>https://g.example/${fill('/-a', 8_000)}</link>`)],
    ['markup in a title', inRss(`<title>${fill('&lt;b')}</title>`)],
    ['long links', `<urlset>${fill(`<url><loc>https://g.example/?${fill('a="%22=', 8_000)}x</loc></url>`)}`],
    ['long slugs', `<html>${fill(`<a href="/${fill('a', 8_000)}!">x</a>`)}`],
    ['slashes', `<html>${fill(`<a href="${fill('/', 8_000)}x?${fill('=', 100)}">x</a>`)}`],
    ['equal signs', `<html>${fill(`<a href="/x.php?${fill('=', 8_000)}">x</a>`)}`],
    ['feed-like links', `<html>${fill(`<a href="${fill('/rss/', 8_000)}x">x</a>`)}`],
    ['redirects', `<html>${fill(`<a href="/out?${fill('u=http%3A//&', 8_000)}">x</a>`)}`],
    ['dates', inRss(fill('<pubDate>1 1 1 1 1 1 1:1:1 +1 -1 jan jan jan mar mar +++++ 1111-11-11t1:1:1</pubDate>'))],
    ['JSON', `{"items":[${fill('{"id":"a"},')}{}]}`],
    ['brackets in JSON', fill('{"items":[')],
    ['lines', fill('https://g.example/a\n')],
  ])('%s', ([, text]) => readAll(new TextEncoder().encode(text)))
})
