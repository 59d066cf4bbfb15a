import type { Extraction } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { newsArticle, readSeaWall } from './sea-wall-page.ts'

const names = ({ authors }: Extraction) => authors.value?.map(({ name }) => name) ?? null

describe('authors', () => {
  test.for([
    {
      name: 'JSON-LD',
      head: newsArticle({ author: [{ '@type': 'Person', name: 'Odile Marchetti' }] }),
      top: '<h1>Sea wall</h1>',
      expected: ['Odile Marchetti'],
    },
    {
      name: 'JSON-LD by reference',
      head: `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Sea wall","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Tom Ashdown","url":"/staff/tom"}]}</script>`,
      top: '<h1>Sea wall</h1>',
      expected: ['Tom Ashdown'],
    },
    {
      name: 'a line that says by whom, where the template states the first alone',
      head: newsArticle({ author: [{ '@type': 'Person', name: 'Odile Marchetti' }] }),
      top: '<h1>Sea wall</h1><p class="byline">By Odile Marchetti and Tom Ashdown</p>',
      expected: ['Odile Marchetti', 'Tom Ashdown'],
    },
    {
      name: 'what the piece is filed under is no author',
      head: '',
      top: '<h1>Sea wall</h1><div class="post-author">3 May 2026 / Harbours / International / Walls / Stone</div>',
      expected: null,
    },
    {
      name: 'the house is no author',
      head: `<meta property="og:site_name" content="The Post">${newsArticle({ author: { '@type': 'Person', name: 'The Post' } })}`,
      top: '<h1>Sea wall</h1>',
      expected: null,
    },
    {
      name: 'a desk is no author',
      head: newsArticle({ author: { '@type': 'Person', name: 'News Desk' } }),
      top: '<h1>Sea wall</h1>',
      expected: null,
    },
    {
      name: 'a printed byline',
      head: '',
      top: '<h1>Sea wall</h1><div>By Odile Marchetti and Tom Ashdown</div>',
      expected: ['Odile Marchetti', 'Tom Ashdown'],
    },
    {
      name: 'a marked link',
      head: '',
      top: '<h1>Sea wall</h1><div><a rel="author" href="/staff/o">Odile Marchetti</a></div>',
      expected: ['Odile Marchetti'],
    },
    {
      name: 'spans without spaces',
      head: '',
      top: '<h1>Sea wall</h1><p><span>By</span><span>Odile Marchetti</span></p>',
      expected: ['Odile Marchetti'],
    },
    {
      name: 'an address is no name',
      head: '<meta name="author" content="https://social.example/post">',
      top: '<h1>Sea wall</h1>',
      expected: null,
    },
    {
      name: 'a name and a date in one line',
      head: '',
      top: '<h1>Sea wall</h1><div>Odile Marchetti | 5 May 2026</div>',
      expected: ['Odile Marchetti'],
    },
    {
      name: "a marked element without the date's month",
      head: '',
      top: '<h1>Sea wall</h1><div class="post-author">By Odile Marchetti December 28, 2025</div>',
      expected: ['Odile Marchetti'],
    },
    {
      name: 'a way out is no name',
      head: '',
      top: '<h1>Sea wall</h1><p><a class="logout" href="/userSettings/out">Sair Agora</a></p>',
      expected: null,
    },
    {
      name: "a picture's credit is no byline",
      head: '',
      top: '<div class="image"><p class="credit">Tom Ashdown/AP</p></div><h1>Sea wall</h1><p class="byline-name">Odile Marchetti</p>',
      expected: ['Odile Marchetti'],
    },
  ])('$name', ({ head, top, expected }) => expect(names(readSeaWall(head, top))).toEqual(expected))

  test('writers of comments are no authors', () => {
    const foot =
      '<div id="comments"><div itemprop="comment"><span itemprop="author">Tom Ashdown</span><p>Fine.</p></div></div>'
    expect(names(readSeaWall('', '<h1>Sea wall</h1>', undefined, foot))).toBeNull()
  })

  test('writers of what stands far below the text are no authors', () => {
    const others = Array.from({ length: 20 }, (_, i) => `<li><a href="/${i}">Piece ${i}</a></li>`).join('')
    const foot = `<ul>${others}</ul><div><b itemprop="author">Tom Ashdown</b><p>Another piece</p></div>`
    expect(
      names(readSeaWall('', '<h1>Sea wall</h1><p itemprop="author">Odile Marchetti</p>', undefined, foot)),
    ).toEqual(['Odile Marchetti'])
  })

  test('a label at the foot', () => {
    expect(names(readSeaWall('', '<h1>Sea wall</h1>', undefined, '<p>Autorin/Autor: Odile Marchetti</p>'))).toEqual([
      'Odile Marchetti',
    ])
  })

  test('a desk is the byline, and nobody the author', () => {
    const { byline, authors } = readSeaWall('', '<h1>Sea wall</h1><p>By Post News Desk, in Coast</p>')
    expect([byline.value, authors.value]).toEqual(['Post News Desk', null])
  })
})

describe('a page that names different people', () => {
  const printed = '<h1>Sea wall</h1><p class="meta">By Odile Marchetti</p>'
  test.for([
    {
      name: 'a tag that templates fill in gives way to the byline',
      head: '<meta name="author" content="Tom Ashdown">',
      top: '<h1>Sea wall</h1><p><a rel="author" href="/staff/o">Odile Marchetti</a></p>',
      expected: ['Odile Marchetti'],
    },
    {
      name: 'a login gives way to the byline',
      head: newsArticle({ author: { '@type': 'Person', name: 'OdileM' } }),
      top: printed,
      expected: ['Odile Marchetti'],
    },
    {
      name: 'JSON-LD stands against a box that holds more than names',
      head: newsArticle({ author: { '@type': 'Person', name: 'Tom Ashdown' } }),
      top: '<h1>Sea wall</h1><div class="author-card">Odile Marchetti and the whole coast newsletter every week</div>',
      expected: ['Tom Ashdown'],
    },
    {
      name: 'a first name is the person whose whole name is printed',
      head: newsArticle({ author: { '@type': 'Person', name: 'Odile' } }),
      top: printed,
      expected: ['Odile Marchetti'],
    },
    {
      name: 'a name run together with a role is the name alone',
      head: newsArticle({ author: { '@type': 'Person', name: 'Coast-Expert Odile Marchetti' } }),
      top: '<h1>Sea wall</h1><p><a rel="author" href="/staff/o">Odile Marchetti</a></p>',
      expected: ['Odile Marchetti'],
    },
  ])('$name', ({ head, top, expected }) => {
    const { authors } = readSeaWall(head, top)
    expect(authors.value?.map(({ name }) => name)).toEqual(expected)
    expect(authors.value === null ? 0 : authors.confidence).toBeLessThan(0.95)
  })
})

describe('nobody', () => {
  test.for([
    { name: 'a house with its host', top: '<meta name="author" content="Coast Waves (www.coast.example.com)">' },
    {
      name: 'an institution, and what it is for',
      top: '<meta name="author" content="Landesanstalt für Häfen und Schifffahrt">',
    },
    { name: 'the day of the week before a date', top: '<p class="author-name">Donnerstag, 7. Mai 2026</p>' },
    { name: 'languages to choose from', top: '<p class="author">DE FR IT EN</p>' },
    {
      name: 'a section that the address of the page goes through',
      top: '<p><a href="/people/real-life">Real Life</a></p>',
    },
    {
      name: 'a bio',
      top: '<p class="author-bio">Award-winning Saltwick, Upper Coast and Family Photographer with a love of light</p>',
    },
  ])('$name', ({ top }) => {
    const { authors } = readSeaWall('', `<h1>Sea wall</h1>${top}`, 'https://www.post.example/people/real-life/sea-wall')
    expect(authors).toEqual({ value: null, reason: 'nobody is named as the author' })
  })
})

describe('a marked name', () => {
  test.for([
    { name: 'printed twice', top: '<p class="author">Odile Marchetti Odile Marchetti</p>' },
    { name: 'before the label of a date', top: '<p class="author">Odile Marchetti Stand: 7. Mai 2026</p>' },
    { name: 'before another', top: '<p class="author">von Odile Marchetti Veröffentlicht am</p>' },
    {
      name: 'beside its first half',
      top: '<a rel="author" href="/a/o">Odile</a><a rel="author" href="/a/o">Odile Marchetti</a>',
    },
    { name: 'with the house, in capitals', top: '<p class="author">By Odile Marchetti For The Coast On Sunday</p>' },
    { name: "with the house's host", top: '<p class="author">Odile Marchetti, Coast.example.com</p>' },
  ])('$name', ({ top }) => expect(names(readSeaWall('', `<h1>Sea wall</h1>${top}`))).toEqual(['Odile Marchetti']))
})

test.for(['No Author', 'page.head.extra.author', '{{ author }}', 'undefined'])('%s is no byline', (author) => {
  const head = `<meta name="author" content="${author}">`
  expect(readSeaWall(head, '<h1>Sea wall</h1>').byline.value).toBeNull()
})
