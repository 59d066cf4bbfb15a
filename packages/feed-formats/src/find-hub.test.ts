import { expect, test } from 'vitest'
import { findHub } from './find-hub.ts'

const URL = 'https://gazette.example/feed'
const links = (hubs: string[] = [], self: string | null = null) => ({ hubs, self, next: null, previousArchive: null })
const HUB = 'https://hub.example/'
const SELF = 'https://gazette.example/all.xml'

test.for([
  { name: 'none', found: null },
  { name: 'in the feed', feed: links([HUB, 'https://second.example/'], SELF), found: { hub: HUB, topic: SELF } },
  { name: 'in a feed without a name of its own', feed: links([HUB]), found: { hub: HUB, topic: URL } },
  {
    name: 'in the header',
    header: `</hub>; rel="hub", <${SELF}>; rel=self`,
    found: { hub: 'https://gazette.example/hub', topic: SELF },
  },
  {
    name: 'in the header before the feed',
    ...{ header: `<${HUB}>; rel="Hub other"`, feed: links(['https://second.example/'], SELF) },
    found: { hub: HUB, topic: SELF },
  },
  {
    name: 'in the feed, where the header is none',
    header: '<<<',
    feed: links([HUB], SELF),
    found: { hub: HUB, topic: SELF },
  },
  { name: 'nowhere, if it is no http URL', header: '<javascript:alert(1)>; rel=hub', found: null },
])('hub $name', ({ feed = links(), header = null, found }) => expect(findHub(feed, header, URL)).toEqual(found))

test('stays quick on a hostile header', () => {
  for (const part of ['<', '<a>;', '<a>; rel="', ', ', '; a*=', '\\"']) {
    expect(findHub(links([HUB]), part.repeat(8_000 / part.length), URL)).toMatchObject({ topic: URL })
  }
})
