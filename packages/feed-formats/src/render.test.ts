import { expect, test } from 'vitest'
import type { Feed } from './feed.ts'
import type { OutputFeed } from './output-feed.ts'
import { parseFeed } from './parse-feed.ts'
import { renderAtom } from './render-atom.ts'
import { renderJsonFeed } from './render-json-feed.ts'
import { renderRss } from './render-rss.ts'

const FEED: OutputFeed = {
  title: 'Examplia <today> & "tomorrow"',
  description: 'All & sundry',
  url: 'https://dateline.example/topics/x?a=1&b=2',
  selfUrl: 'https://dateline.example/feeds/x',
  hubUrls: ['https://hub.example/'],
  language: 'en',
  updatedAt: '2031-04-05T10:00:00Z',
  entries: [
    {
      id: 'urn:uuid:7',
      url: 'https://gazette.example/2031/04/bridge?a=1&b=2',
      title: 'Is 1 < 2? & \u0007so "on"',
      summary: 'Plain <b> & simple',
      contentHtml: '<p>It is &lt;open&gt; ]]> &amp; free.</p>',
      authors: ['Ann Example', 'Bob & Co'],
      categories: ['Local'],
      publishedAt: '2031-04-05T09:00:00Z',
      updatedAt: '2031-04-05T09:30:00Z',
      language: 'en-GB',
      imageUrl: 'https://gazette.example/i.jpg',
      source: { title: 'Gazette', url: 'https://gazette.example/' },
    },
    {
      ...{
        id: 'https://gazette.example/2',
        url: 'https://gazette.example/2',
        title: 'Two',
        summary: null,
        contentHtml: null,
      },
      ...{ authors: [], categories: [], publishedAt: null, updatedAt: '2031-04-05T09:30:00Z', language: null },
      ...{ imageUrl: null, source: null },
    },
  ],
}

test.for([
  ['Atom', renderAtom],
  ['RSS', renderRss],
  ['JSON Feed', renderJsonFeed],
] as const)('%s: what is written is read again', ([name, render]) => {
  const read = parseFeed({ body: new TextEncoder().encode(render(FEED)), url: FEED.selfUrl }) as Feed
  expect(read.feed).toMatchObject({ title: FEED.title, url: FEED.url, language: 'en' })
  expect(read.links).toMatchObject({ self: FEED.selfUrl, hubs: FEED.hubUrls })
  const [entry, bare] = read.entries
  expect(entry).toMatchObject({
    ...{ id: 'urn:uuid:7', url: FEED.entries[0]!.url, authors: ['Ann Example', 'Bob & Co'], categories: ['Local'] },
    title: 'Is 1 < 2? & so "on"',
    summary: 'Plain &lt;b&gt; &amp; simple',
    content: FEED.entries[0]!.contentHtml,
    ...{ publishedAt: '2031-04-05T09:00:00Z', updatedAt: '2031-04-05T09:30:00Z', language: 'en-GB' },
  })
  if (name !== 'JSON Feed') expect(entry!.source).toEqual(FEED.entries[0]!.source)
  expect(bare).toMatchObject({
    title: 'Two',
    url: 'https://gazette.example/2',
    id: 'https://gazette.example/2',
    authors: [],
  })
})
