import { describe, expect, test } from 'vitest'
import type { Feed } from './feed.ts'
import { entryLabel } from './feed-label.ts'
import { FEED_ENTRIES_MAX } from './limits.ts'
import { parseFeed } from './parse-feed.ts'

const FEED_URL = 'https://gazette.example/feeds/all.xml'

function parse(body: string | Uint8Array, contentType?: string): Feed {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const found = parseFeed({ body: bytes, contentType: contentType ?? null, url: FEED_URL })
  if ('error' in found) throw new Error(found.error.message)
  return found
}

const rss = (items: string, head = '') =>
  `<rss version="2.0"><channel><title>Gazette</title>${head}${items}</channel></rss>`
const first = (item: string, head = '') => parse(rss(`<item>${item}</item>`, head)).entries[0]!

test('RSS 2.0', () => {
  const feed = parse(`<?xml version="1.0"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel>
      <title>The Gazette</title> <link>https://gazette.example/</link> <description>News of Examplia</description>
      <language>en-GB</language> <ttl>15</ttl> <managingEditor>desk@gazette.example (The Desk)</managingEditor>
      <lastBuildDate>Fri, 04 Apr 2031 10:00:00 +0200</lastBuildDate>
      <skipHours><hour>1</hour><hour>24</hour></skipHours> <skipDays><day>sunday</day></skipDays>
      <image><url>/logo.png</url><title>Logo</title><link>https://elsewhere.example/</link></image>
      <atom:link rel="self" href="https://gazette.example/feeds/all.xml"/>
      <atom:link rel="hub" href="https://hub.example/"/>
      <item>
        <title>Mayor opens &lt;b&gt;bridge&lt;/b&gt;</title> <link>/2031/04/bridge?a=1&amp;b=2</link>
        <guid isPermaLink="false">tag:gazette.example,2031:7</guid> <dc:creator>Ann Example</dc:creator>
        <pubDate>Fri, 04 Apr 2031 09:30:00 CEST</pubDate> <category>Local</category><category>Local</category>
        <description>It is open.</description> <content:encoded><![CDATA[<p>It is open & free.</p>]]></content:encoded>
        <enclosure url="https://gazette.example/a.mp3" type="audio/mpeg" length="1234"/>
        <media:thumbnail url="https://gazette.example/t.jpg"/>
        <source url="https://agency.example/rss">Agency</source> <comments>https://gazette.example/c/7</comments>
      </item>
    </channel></rss>`)
  expect(feed).toMatchObject({
    format: 'rss',
    version: '2.0',
    encoding: 'utf-8',
    cut: [],
    feed: {
      title: 'The Gazette',
      url: 'https://gazette.example/',
      language: 'en-GB',
      authors: ['The Desk'],
      updatedAt: '2031-04-04T08:00:00Z',
      imageUrl: 'https://gazette.example/logo.png',
    },
    links: { self: FEED_URL, hubs: ['https://hub.example/'] },
    polling: { ttlMinutes: 15, skipHours: [1, 0], skipDays: ['Sunday'], complete: false },
  })
  expect(feed.entries).toEqual([
    {
      title: 'Mayor opens bridge',
      url: 'https://gazette.example/2031/04/bridge?a=1&b=2',
      link: 'https://gazette.example/2031/04/bridge?a=1&b=2',
      id: 'tag:gazette.example,2031:7',
      authors: ['Ann Example'],
      summary: 'It is open.',
      content: '<p>It is open & free.</p>',
      publishedAt: '2031-04-04T07:30:00Z',
      updatedAt: null,
      language: 'en-GB',
      categories: ['Local'],
      enclosures: [{ url: 'https://gazette.example/a.mp3', mediaType: 'audio/mpeg', bytes: 1234 }],
      imageUrl: 'https://gazette.example/t.jpg',
      commentsUrl: 'https://gazette.example/c/7',
      source: { title: 'Agency', url: 'https://agency.example/rss' },
    },
  ])
})

test('RDF', () => {
  const feed = parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://gazette.example/"><title>Gazette</title><sy:updatePeriod>hourly</sy:updatePeriod>
      <sy:updateFrequency>4</sy:updateFrequency></channel>
    <item rdf:about="https://gazette.example/1"><title>One</title><dc:date>2031-04-05T10:00+02:00</dc:date></item>
    </rdf:RDF>`)
  expect(feed).toMatchObject({ format: 'rdf', feed: { url: 'https://gazette.example/' }, polling: { ttlMinutes: 15 } })
  expect(feed.entries).toMatchObject([
    { title: 'One', url: 'https://gazette.example/1', publishedAt: '2031-04-05T08:00:00Z' },
  ])
})

test('Atom', () => {
  const feed = parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://gazette.example/x/">
    <title type="html">G&amp;amp;G</title> <link href="/"/> <id>urn:g</id> <author><name>Ann</name></author> <updated>2031-04-05</updated>
    <entry><title>Is 1 &lt; 2?</title> <link rel="alternate" type="application/pdf" href="a.pdf"/> <link href="a"/>
      <link rel="enclosure" href="a.ogg" length="9"/> <id>urn:1</id> <published>2031-04-05T10:00:00.5Z</published>
      <category term="t" label="Topic"/>
      <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b title="&quot;">c</b> &amp; d</div></summary>
      <content type="application/octet-stream">PGI+YmluYXJ5PC9iPg==</content></entry>
    <entry xml:lang="en_US"><id>https://gazette.example/2</id><author><name>Bob</name></author><source><title>S</title></source></entry>
    </feed>`)
  expect(feed.feed).toMatchObject({ title: 'G&G', url: 'https://gazette.example/', language: 'de', authors: ['Ann'] })
  expect(feed.entries[0]).toMatchObject({
    title: 'Is 1 < 2?',
    url: 'https://gazette.example/x/a',
    publishedAt: '2031-04-05T10:00:00.500Z',
    summary: 'a <b title="&quot;">c</b> &amp; d',
    content: '<b>binary</b>',
    authors: ['Ann'],
    categories: ['t'],
    enclosures: [{ url: 'https://gazette.example/x/a.ogg', mediaType: null, bytes: 9 }],
  })
  expect(feed.entries[1]).toMatchObject({
    url: 'https://gazette.example/2',
    language: 'en-US',
    authors: ['Bob'],
    source: { title: 'S' },
  })
})

test('Atom 0.3', () => {
  const [entry] =
    parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><issued>2031-04-05T10:00:00Z</issued>
    <modified>2031-04-06T10:00:00Z</modified><content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>`).entries
  expect(entry).toMatchObject({
    publishedAt: '2031-04-05T10:00:00Z',
    updatedAt: '2031-04-06T10:00:00Z',
    content: '<p>x</p>',
  })
})

test('JSON Feed', () => {
  const feed = parse(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Gazette',
      home_page_url: '/',
      expired: true,
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
      authors: [{ name: 'Ann' }],
      items: [
        { id: 7, url: 'story/7', content_text: '1 < 2', date_published: '2031-04-05T10:00:00+02:00', tags: ['a', 1] },
        { id: 'https://gazette.example/8', authors: { name: 'Bob' } },
        'not an item',
      ],
    }),
  )
  expect(feed).toMatchObject({
    format: 'json',
    version: '1.1',
    feed: { url: 'https://gazette.example/' },
    polling: { complete: true },
  })
  expect(feed.entries).toMatchObject([
    {
      id: '7',
      url: 'https://gazette.example/story/7',
      content: '1 &lt; 2',
      publishedAt: '2031-04-05T08:00:00Z',
      categories: ['a'],
      authors: ['Ann'],
    },
    { url: 'https://gazette.example/8', authors: ['Bob'] },
  ])
})

describe('forgives', () => {
  test.for<[string, string, object]>([
    ['bare ampersands and angle brackets', '<title>AT&T: 1 < 2 & 3</title>', { title: 'AT&T: 1 < 2 & 3' }],
    ['HTML entities', '<title>Caf&eacute;&nbsp;&mdash; x</title>', { title: 'Café — x' }],
    ['titles escaped twice', '<title>A &amp;amp; B</title>', { title: 'A & B' }],
    ['controls of windows-1252', '<title>don&#146;t \u0093stop\u0094\u0007</title>', { title: 'don’t “stop”' }],
    [
      'unescaped markup',
      '<description>a <b>b<br> c</description><link>https://g.example/1</link>',
      { url: 'https://g.example/1' },
    ],
    ['undeclared prefixes', '<dc:creator>Ann</dc:creator>', { authors: ['Ann'] }],
    [
      'names in capitals',
      '<TITLE>x</TITLE><pubdate>2031-04-05</pubdate>',
      { title: 'x', publishedAt: '2031-04-05T00:00:00Z' },
    ],
    ['a guid for a link', '<guid>https://g.example/1</guid>', { url: 'https://g.example/1' }],
    ['white space in links', '<link>\n  https://g.example/\n1 </link>', { url: 'https://g.example/1' }],
    ['links that are none', '<link>urn:x</link>', { url: null, link: 'urn:x' }],
    ['dates that are none', '<pubDate>yesterday</pubDate>', { publishedAt: null }],
    ['nothing at all', '', { title: null, url: null, id: null, authors: [] }],
  ])('%s', ([, item, expected]) => expect(first(item)).toMatchObject(expected))

  test('missing end tags', () => {
    expect(parse('<rss><channel><item><title>a</title><item><title>b').entries.map(({ title }) => title)).toEqual([
      'a',
      null,
    ])
    expect(parse('<rss><channel><item><title>a</title><item><title>b</title></item>').entries).toHaveLength(2)
  })

  test('a record within a record is not one of the feed', () => {
    expect(
      parse(rss('<item><title>a</title><x:old><item><title>b</title></item></x:old></item>')).entries,
    ).toHaveLength(1)
  })

  test('junk before the declaration', () => {
    expect(parse(`\uFEFF\n  <?xml version="1.0"?><!-- x -->${rss('<item/>')}`).entries).toHaveLength(1)
  })

  test.for([
    ['windows-1252 that says nothing', latin1('<rss><channel><title>Caf\xe9</title></channel></rss>'), undefined],
    [
      'windows-1252 that says UTF-8',
      latin1('<?xml version="1.0" encoding="utf-8"?><rss><channel><title>Caf\xe9</title></channel></rss>'),
      undefined,
    ],
    [
      'declared ISO-8859-1',
      latin1('<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><title>Caf\xe9</title></channel></rss>'),
      undefined,
    ],
    [
      'charset of the header',
      latin1('<rss><channel><title>Caf\xe9</title></channel></rss>'),
      'text/xml; charset=ISO-8859-1',
    ],
    ['UTF-16 without a mark', utf16('<rss><channel><title>Café</title></channel></rss>'), undefined],
  ] as const)('%s', ([, body, contentType]) => expect(parse(body, contentType).feed.title).toBe('Café'))
})

describe('refuses', () => {
  test.for([
    ['', 'empty'],
    ['<!DOCTYPE html><html><title>x</title></html>', 'html-page'],
    ['<urlset><url><loc>https://g.example/</loc></url></urlset>', 'sitemap'],
    ['<svg/>', 'not-a-feed'],
    ['plain text', 'not-a-feed'],
    ['{"a": 1}', 'not-a-feed'],
    ['{"items": [', 'bad-json'],
  ])('%s: %s', ([body, code]) => {
    expect(parseFeed({ body: new TextEncoder().encode(body) })).toMatchObject({ error: { code } })
  })
})

describe('limits', () => {
  test('entries', () => {
    const feed = parse(rss('<item><title>x</title></item>'.repeat(FEED_ENTRIES_MAX + 5)))
    expect(feed.entries).toHaveLength(FEED_ENTRIES_MAX)
    expect(feed.cut).toEqual(['too-many-records'])
  })

  test('depth', () => {
    const feed = parse(rss(`<item><title>a</title></item><item>${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`))
    expect(feed.entries[0]!.title).toBe('a')
    expect(feed.cut).toContain('too-deep')
  })

  test('entities expand once and never from outside', () => {
    const nested = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(20)}">`).join('')
    const doctype = `<!DOCTYPE rss [<!ENTITY g "Gazette"><!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l0 "lol">${nested}]>`
    const body = `${doctype}<rss><channel><title>&g; &x;</title><description>${'&l20;'.repeat(10_000)}</description></channel></rss>`
    const { feed } = parse(body)
    expect(feed.title).toBe('Gazette &x;')
    expect(feed.description!.length).toBeLessThan(1_000_000)
  })
})

test('what an entry without a title is called', () => {
  expect(entryLabel(first('<description>&lt;p&gt;It is open.&lt;/p&gt;</description>'))).toBe('It is open.')
  expect(entryLabel(first('<link>https://g.example/1</link>'))).toBe('https://g.example/1')
})

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer)
}
