import { expect, test } from 'vitest'
import { type Opml, parseOpml, renderOpml } from './opml.ts'

const parse = (text: string) => parseOpml(new TextEncoder().encode(text))
const OPML: Omit<Opml, 'duplicates' | 'refused'> = {
  title: 'News & more',
  createdAt: '2031-04-05T10:00:00Z',
  outlines: [
    {
      title: 'Gazette "A"',
      feedUrl: 'https://gazette.example/rss?a=1&b=2',
      siteUrl: 'https://gazette.example/',
      folders: [],
    },
    { title: 'Herald', feedUrl: 'https://herald.example/rss', siteUrl: null, folders: ['Local', 'North'] },
    { title: 'Post', feedUrl: 'https://post.example/rss', siteUrl: null, folders: ['Local'] },
  ],
}

test('what is written is read again', () => {
  const read = parse(renderOpml(OPML)) as Opml
  expect(read).toMatchObject({ title: OPML.title, createdAt: OPML.createdAt })
  expect(read.outlines.toSorted((a, b) => a.feedUrl.localeCompare(b.feedUrl))).toEqual(OPML.outlines)
})

test('reads what others write', () => {
  const text = `<opml version="1.0"><body><outline text="F"><outline title="A" xmlUrl=" https://a.example/rss "/>
    <outline type="rss" url="https://b.example/rss"/><outline text="A again" xmlUrl="https://a.example/rss"/>
    <outline text="bad" xmlUrl="javascript:alert(1)"/></outline></body></opml>`
  expect(parse(text)).toMatchObject({
    outlines: [
      { title: 'A', feedUrl: 'https://a.example/rss', folders: ['F'] },
      { title: null, feedUrl: 'https://b.example/rss', folders: ['F'] },
    ],
    duplicates: 1,
    refused: [{ title: 'bad', feedUrl: 'javascript:alert(1)' }],
  })
})

test.for(['', '<html></html>', '<opml/>', '{}'])('%s is no OPML', (text) => {
  expect(parse(text)).toMatchObject({ error: { code: 'not-opml' } })
})
