import { describe, expect, test } from 'vitest'
import { newsArticle, readSeaWall } from './sea-wall-page.ts'

const H1 = '<h1>Council agrees to repair the wall</h1>'
const PUBLISHED = '2026-05-03T10:00:00Z'
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

describe('date of modification', () => {
  test.for([
    { name: 'a save before publication is no change', changed: '2026-05-02T17:20:00Z', head: '', expected: null },
    {
      name: 'a save before publication gives way to the change that readers are told',
      changed: '2026-05-02T17:20:00Z',
      head: meta('article:modified_time', '2026-05-04T09:30:00Z'),
      expected: '2026-05-04T09:30:00Z',
    },
    {
      name: 'the minute of publication stays',
      changed: '2026-05-03T10:00:40Z',
      head: '',
      expected: '2026-05-03T10:00:40Z',
    },
    {
      name: 'a later change named elsewhere is the last',
      changed: PUBLISHED,
      head: meta('article:modified_time', '2026-05-03T12:41:09Z'),
      expected: '2026-05-03T12:41:09Z',
    },
    {
      name: 'the same minute in a mistaken zone is no later change',
      changed: PUBLISHED,
      head: meta('article:modified_time', '2026-05-03T15:30:00Z'),
      expected: PUBLISHED,
    },
    {
      name: 'a time without a zone is not surely later',
      changed: PUBLISHED,
      head: meta('article:modified_time', '2026-05-03T12:05:14'),
      expected: PUBLISHED,
    },
  ])('$name', ({ changed, head, expected }) => {
    const page = newsArticle({ datePublished: PUBLISHED, dateModified: changed }) + head
    expect(readSeaWall(page, H1).modifiedAt.value?.at ?? null).toBe(expected)
  })

  test.for(['Last updated', 'Updated:', 'Zuletzt aktualisiert', 'Letzte Änderung:', 'Dernière mise à jour'])(
    'a date under the label "%s" is that of a change',
    (label) => {
      const { publishedAt, modifiedAt } = readSeaWall('', `${H1}<div>${label}</div><div>4 May 2026</div>`)
      expect([publishedAt.value, modifiedAt.value?.at]).toEqual([null, '2026-05-04'])
    },
  )

  test('a kicker that ends with "Update" is no label', () => {
    const { publishedAt } = readSeaWall('', `${H1}<div>Storm-Update</div><div>4 May 2026</div>`)
    expect(publishedAt.value?.at).toBe('2026-05-04')
  })

  test('a line in the foot that names both days', () => {
    const foot = '<footer><p>Posted: 3 May 2026, last updated: 5 May 2026</p></footer>'
    expect(readSeaWall('', H1, undefined, foot).modifiedAt.value?.at).toBe('2026-05-05')
  })
})

describe('midnight', () => {
  test.for([
    ['2026-05-03T00:00:00Z', '', { at: '2026-05-03', precision: 'day', zone: 'none' }],
    [
      '2026-05-03T00:00:00+02:00',
      '<p class="date">3 May 2026</p>',
      { at: '2026-05-03', precision: 'day', zone: 'none' },
    ],
    [
      '2026-05-03T00:00:00+02:00',
      '<p class="date">3 May 2026, 00:00 CEST</p>',
      { at: '2026-05-02T22:00:00Z', precision: 'second', zone: 'stated', offset: '+02:00' },
    ],
    [
      '2026-05-03T00:00:00Z',
      '<p class="date">2 May 2026</p>',
      { at: '2026-05-03T00:00:00Z', precision: 'second', zone: 'stated', localDay: '2026-05-02' },
    ],
  ] as const)('%s, printed as "%s"', ([datePublished, printed, expected]) => {
    expect(readSeaWall(newsArticle({ datePublished }), H1 + printed).publishedAt.value).toEqual(expected)
  })
})

describe('a time without a zone', () => {
  test.for([
    {
      name: 'that is printed with one',
      top: '<p class="meta">3 May 2026, 10:20 AM EDT</p>',
      head: '',
      expected: '14:20',
    },
    {
      name: 'that a <time> prints with one, whichever way its day is written',
      top: '<p><time datetime="2026-05-03 10:20:07">05/03/2026 10:20 AM EDT</time></p>',
      head: '',
      expected: '14:20',
    },
    {
      name: 'that another tag gives in UTC',
      top: '',
      head: meta('article:published_time', '2026-05-03T08:20:07Z'),
      expected: '08:20',
    },
  ])('$name', ({ top, head, expected }) => {
    const { publishedAt } = readSeaWall(newsArticle({ datePublished: '2026-05-03T10:20:07' }) + head, H1 + top)
    expect(publishedAt.value).toMatchObject({ at: `2026-05-03T${expected}:07Z`, zone: 'stated' })
  })

  test.for(['<p class="meta">3 May 2026, 10:20</p>', '<p class="meta">3 May 2026, 11:45 AM EDT</p>'])(
    'stays without one beside %s',
    (top) => {
      const { publishedAt } = readSeaWall(newsArticle({ datePublished: '2026-05-03T10:20:07' }), H1 + top)
      expect(publishedAt.value).toMatchObject({ at: '2026-05-03T10:20:07Z', zone: 'assumed' })
    },
  )
})

describe('a day of something else', () => {
  test('the stamp of the last change is not the hour that is printed as that of posting', () => {
    const line = '<p class="meta">Posted: <time datetime="2026-05-03T16:20:52Z">May 3, 2026 9:27 AM ET</time></p>'
    expect(readSeaWall('', H1 + line).publishedAt.value?.at).toBe('2026-05-03T13:27:00Z')
  })

  test.for([
    '<div class="comment-meta">July 30, 2025 at 2:33 pm</div><p>Well said.</p>',
    '<div class="comments"><p class="date">Posted 5 May 2025</p><p>Well said.</p></div>',
    '<div class="comments"><p><time datetime="2025-05-05">Monday</time></p><p>Well said.</p></div>',
  ])('below the text dates nothing: %s', (foot) => {
    expect(readSeaWall('', H1, undefined, foot).publishedAt.value).toBeNull()
  })

  test.for([
    ['itemprop="review" itemscope itemtype="https://schema.org/Review"', null],
    ['itemscope itemtype="https://schema.org/UserComments"', null],
    ['itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"', '2026-05-03'],
  ] as const)('microdata in <div %s>', ([scope, expected]) => {
    const foot = `<div ${scope}><meta itemprop="datePublished" content="2026-05-03"></div>`
    expect(readSeaWall('', H1, undefined, foot).publishedAt.value?.at ?? null).toBe(expected)
  })
})

test.for([
  ['Sea wall to be repaired - 07.05.2026 - The Post', '2026-05-07'],
  ['Sea wall to be repaired | The Post | 7 May 2026', '2026-05-07'],
  ['Report of the week 1. - 7. May 2026 - The Post', null],
] as const)('a date in the title: %s', ([title, expected]) => {
  expect(readSeaWall(`<title>${title}</title>`, H1).publishedAt.value?.at ?? null).toBe(expected)
})
