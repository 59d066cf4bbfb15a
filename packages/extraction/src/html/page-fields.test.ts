import { describe, expect, test } from 'vitest'
import { readPage } from './read-page.ts'
import { newsArticle, readSeaWall, SENTENCE } from './sea-wall-page.ts'

describe('agency', () => {
  test.for([
    { name: 'as byline', top: '<h1>Sea wall</h1><p class="byline">By AFP</p>', expected: 'AFP' },
    {
      name: 'in brackets beside the date',
      top: '<h1>Sea wall</h1><p class="meta">Saltwick (Reuters) 3 May 2026</p>',
      expected: 'Reuters',
    },
    {
      name: "a picture's is not the text's",
      top: '<h1>Sea wall</h1><figure><img src="/a.jpg" width="900"><figcaption>The wall (AP Photo/Jo Roe)</figcaption></figure>',
      expected: null,
    },
  ])('$name', ({ top, expected }) => expect(readSeaWall('', top).agency.value?.id ?? null).toBe(expected))
})

describe('date of publication', () => {
  test('the first of January as the day of making is a filler', () => {
    const made = '<meta itemprop="dateCreated" content="2004-01-01">'
    expect(readSeaWall(made, '<h1>Sea wall</h1>').publishedAt.value).toBeNull()
    expect(readSeaWall(made.replace('01-01', '01-02'), '<h1>Sea wall</h1>').publishedAt.value?.at).toBe('2004-01-02')
  })

  test.for([
    { name: 'years after the day of the address is that of a move', year: 2024, expected: '2021-07-03' },
    { name: 'days after it is right', year: 2021, expected: '2021-07-12' },
  ])('a stated day $name', ({ year, expected }) => {
    const head = newsArticle({ datePublished: `${year}-07-12` })
    const { publishedAt } = readSeaWall(head, '<h1>Sea wall</h1>', 'https://www.post.example/2021/7/3/sea-wall')
    expect(publishedAt.value?.at).toBe(expected)
  })

  test.for([
    {
      name: 'JSON-LD',
      head: newsArticle({ datePublished: '2026-05-03T10:00:00+02:00' }),
      top: '<h1>Sea wall</h1>',
      expected: '2026-05-03T08:00:00Z',
    },
    {
      name: 'published before modified',
      head: newsArticle({ dateModified: '2026-05-09T10:00:00Z', datePublished: '2026-05-03T10:00:00Z' }),
      top: '<h1>Sea wall</h1>',
      expected: '2026-05-03T10:00:00Z',
    },
    {
      name: 'printed',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">Published 3 May 2026</p>',
      expected: '2026-05-03',
    },
    {
      name: 'an update is no publication',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">Last updated 3 May 2026</p>',
      expected: null,
    },
    {
      name: 'two dates in a line',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">Updated 9 May 2026 · Published 3 May 2026</p>',
      expected: '2026-05-03',
    },
    {
      name: 'two bare dates in a line: the earlier',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">May 9, 2026 May 3, 2026 by Ada Rowe</p>',
      expected: '2026-05-03',
    },
    {
      name: 'a day under the headline that the stamp of a system contradicts',
      head: newsArticle({ datePublished: '2026-05-20T10:00:00Z', dateModified: '2026-05-20T10:00:00Z' }),
      top: '<h1>Sea wall</h1><p class="meta">3 May 2026</p>',
      expected: '2026-05-03',
    },
    {
      name: 'the day of a change under the headline is no contradiction',
      head: newsArticle({ datePublished: '2026-05-03T10:00:00Z', dateModified: '2026-05-20T10:00:00Z' }),
      top: '<h1>Sea wall</h1><p class="meta">20 May 2026</p>',
      expected: '2026-05-03T10:00:00Z',
    },
    {
      name: 'the day of a change in the head, of another piece below',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">Updated 9 May 2026</p>',
      foot: '<div><p>Ferry</p><p>Mill</p><p>Bridge</p><p>3 May 2026</p></div>',
      expected: null,
    },
    {
      name: 'a label on the line before',
      head: '',
      top: '<h1>Sea wall</h1><dl><dt>Datum</dt><dd>03.05.2026</dd></dl>',
      expected: '2026-05-03',
    },
    {
      name: 'the day somebody opened an account',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">Registriert: 03.05.2026</p>',
      expected: null,
    },
    {
      name: 'the day somebody opened an account, under its label',
      head: '',
      top: '<h1>Sea wall</h1><dl><dt>Joined</dt><dd>3 May 2026</dd></dl><dl><dt>Дата</dt><dd>4 May 2026</dd></dl>',
      expected: '2026-05-04',
    },
    {
      name: 'the path',
      head: '',
      top: '<h1>Sea wall</h1>',
      url: 'https://www.post.example/2026/05/03/sea-wall',
      expected: '2026-05-03',
    },
    {
      name: 'a number in the path that is an instant',
      head: '',
      top: '<h1>Sea wall</h1>',
      url: 'https://www.post.example/news/A2026050314320005196',
      expected: '2026-05-03',
    },
    {
      name: 'no instant at which an archive made its copy',
      head: '',
      top: '<h1>Sea wall</h1>',
      url: 'https://archive.example/web/20260503143200/http://www.post.example/sea-wall',
      expected: null,
    },
    {
      name: 'a path that ends with a year',
      head: '',
      top: '<h1>Sea wall</h1>',
      url: 'https://www.post.example/news/29-04-2026',
      expected: '2026-04-29',
    },
    {
      name: 'first published, though a later day stands under the headline',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">30 April 2026</p>',
      foot: '<p>This article was originally published on 26 March 2026 and is kept up to date.</p>',
      expected: '2026-03-26',
    },
    {
      name: 'a name set right behind the day',
      head: '',
      top: '<h1>Sea wall</h1><div class="post-meta"><a>13/05/2026</a><a>von Ada Rowe</a></div>',
      expected: '2026-05-13',
    },
    {
      name: 'the foot of the headline, not of the page',
      head: '',
      top: '<h1>Sea wall</h1><footer class="author__meta"><div>May 3, 2026 |</div></footer>',
      expected: '2026-05-03',
    },
    {
      name: 'a menu names the day of something else',
      head: '',
      top: '<ul><li>Fair – 3 May 2026</li></ul><h1>Sea wall</h1>',
      expected: null,
    },
    {
      name: 'not that of a comment, though it is marked as one of publication',
      head: '',
      top: '<h1>Sea wall</h1><p class="meta">3 May 2026</p>',
      foot: '<div class="comment"><time itemprop="datePublished" datetime="2026-05-20">20 May 2026</time><p>Well said.</p></div>',
      expected: '2026-05-03',
    },
    {
      name: 'nothing after the capture',
      head: newsArticle({ datePublished: '2027-05-03T10:00:00Z' }),
      top: '<h1>Sea wall</h1>',
      expected: null,
    },
  ])('$name', ({ head, top, url, foot, expected }) =>
    expect(readSeaWall(head, top, url, foot).publishedAt.value?.at ?? null).toBe(expected),
  )

  test('a teaser card says nothing about the article', () => {
    const foot =
      '<aside><h3>More</h3><div class="card"><a href="/x">Ferry</a><time datetime="2026-04-01">1 April 2026</time></div><div class="card"><a href="/y">Mill</a><time datetime="2026-04-09">9 April 2026</time></div></aside>'
    expect(readSeaWall('', '<h1>Sea wall</h1>', undefined, foot).publishedAt.value).toBeNull()
  })

  test('the day at the place of writing is kept', () => {
    const { value } = readSeaWall(
      newsArticle({ datePublished: '2026-05-04T02:00:00Z' }),
      '<h1>Sea wall</h1><p class="meta">May 3, 2026</p>',
    ).publishedAt
    expect(value).toEqual({ at: '2026-05-04T02:00:00Z', precision: 'second', zone: 'stated', localDay: '2026-05-03' })
  })
})

describe('contributors', () => {
  test('at the foot', () => {
    const { contributors, text } = readSeaWall(
      '',
      '<h1>Sea wall</h1><p>By Tom Ashdown</p>',
      undefined,
      '<p>Odile Marchetti contributed to this report.</p>',
    )
    expect(contributors.value?.map(({ name }) => name)).toEqual(['Odile Marchetti'])
    expect(text).not.toContain('contributed')
  })
})

test('the text once more, as a template keeps it for its scripts, is no second text', () => {
  const lines = ['one', 'two', 'three', 'four'].map((word) => `The council met ${word} times. ${SENTENCE.repeat(3)}`)
  const { text, dropped } = readPage({
    html: `<html lang="en"><body><article><h1>Sea wall</h1>${lines.map((line) => `<p>${line}</p>`).join('')}<p>${lines.join(' ')}</p></article></body></html>`,
    url: null,
    capturedAt: null,
  }).extraction
  expect(text.split('\n\n')).toEqual(lines.map((line) => line.trim()))
  expect(dropped.map(({ rule }) => rule)).toContain('repeats-itself')
})

test('evidence stands beside every value, a reason beside every null', () => {
  const extraction = readSeaWall('', '<h1>Sea wall</h1>')
  for (const [name, field] of Object.entries(extraction)) {
    if (typeof field !== 'object' || field === null || !('value' in field)) continue
    expect(field.value === null ? 'reason' in field : 'evidence' in field, name).toBe(true)
  }
})
