import { describe, expect, test } from 'vitest'
import { newsArticle, readSeaWall } from './sea-wall-page.ts'

const H1 = '<h1>Sea wall</h1>'
const person = (name: string) => newsArticle({ author: { '@type': 'Person', name } })

/** Byline, authors, agency of a page. */
function credits(head: string, top: string, url?: string) {
  const { byline, authors, agency } = readSeaWall(head, `${H1}${top}`, url)
  return [byline.value, authors.value?.map(({ name }) => name) ?? null, agency.value?.id ?? null]
}

describe("a picture's credit is not the text's", () => {
  const marchetti = ['Odile Marchetti', ['Odile Marchetti'], null]
  test.for([
    [
      'a photographer in a caption',
      '<figure><figcaption>The wall <b class="author">Tom Ashdown / AP</b></figcaption></figure>',
    ],
    [
      'one deep in it',
      '<figure><figcaption><p><span><i>The wall <b class="author">AP/ T. Ashdown</b></i></span></p></figcaption></figure>',
    ],
    ['a caption marked as author', '<figure><figcaption itemprop="author">Tom Ashdown/Reuters</figcaption></figure>'],
    ['a line that says so', '<p>Credit: Tom Ashdown/Associated Press</p>'],
    ['a library', '<p>picture alliance / Xinhua News Agency</p>'],
    ["a class of pictures' authors", '<span class="photo-author">Tom Ashdown</span>'],
    ['a notice of copyright', '<p>© 2025 APA/AP</p>'],
  ])('%s', ([, top]) => expect(credits(person('Odile Marchetti'), top!)).toEqual(marchetti))

  test.for([
    ['an agency alone', '<p class="author">AP</p>', ['AP', null, 'AP']],
    ['a byline with an agency', '<p>By Tom Ashdown / AP</p>', ['By Tom Ashdown / AP', ['Tom Ashdown'], 'AP']],
    [
      'a portrait',
      '<figure class="author"><figcaption class="author-name">Tom Ashdown</figcaption></figure>',
      ['Tom Ashdown', ['Tom Ashdown'], null],
    ],
    [
      'a byline that stands under the picture',
      '<figure><figcaption><address>By <b>Tom Ashdown</b></address></figcaption></figure>',
      ['By Tom Ashdown', ['Tom Ashdown'], null],
    ],
  ] as const)('but %s counts', ([, top, expected]) => expect(credits('', top)).toEqual(expected))

  test('an itemprop that says "Photograph by"', () => {
    expect(credits('', '<p itemprop="author">Photograph by Tom Ashdown, Saltwick Creative</p>')).toEqual([
      null,
      null,
      null,
    ])
  })

  test('the name of a feed is no agency', () => {
    expect(credits('', '<p class="author"><a href="/feed">RSS</a></p>')).toEqual([null, null, null])
  })
})

describe('no people', () => {
  test.for([
    'Sponsored by HarbourCommerce',
    "Children's Hospital",
    'Saltwick Harbour Watch',
    'Zone Hafen et faits divers - Post',
    'POST - Amt de TI',
    'Copyright Saltwick Verlag GmbH & Co. KG',
    'Der Hafenteddy',
    'anónimo',
    'AS',
    'Tom Ashdown und Odile designed',
  ])('%s', (name) => {
    expect(readSeaWall(person(name), H1, 'https://www.shw.example/news/sea-wall').authors.value).toBeNull()
  })

  test('a sentence that opens like a byline', () => {
    const top = '<p>By entering your address and pushing on, you agree to the Terms of South Tyrol, Saltwick.</p>'
    expect(credits('', top)).toEqual([null, null, null])
  })

  test.for([
    'Jo Ann Smith',
    'Kim Min-seok',
    'Min Odile Lee',
    'Odile van der Berg',
    'Tom Coach',
    'Jack London',
    'Anna Masters',
    'Lena Kreuz',
    'Thomas Sprecher',
    'Odile Marchetti',
  ])('but %s is one', (name) => {
    expect(readSeaWall(person(name), H1).authors.value?.map((one) => one.name)).toEqual([name])
  })
})

describe('byline and authors agree', () => {
  const card =
    '<h4><a href="/other">Harbour opens</a></h4><div><a href="https://www.post.example/author/tom-ashdown/">Tom Ashdown</a></div>'

  test('whose name stands on a card beside the text is not the byline', () => {
    expect(credits(person('Odile Marchetti'), card)).toEqual(['Odile Marchetti', ['Odile Marchetti'], null])
  })

  test('nor are the names on a card beside the right one', () => {
    const own = '<div><a href="https://www.post.example/author/odile/">Odile Marchetti</a></div>'
    expect(credits(person('Odile Marchetti'), own + card)[0]).toBe('Odile Marchetti')
  })

  test('a place in an element of its own is nobody', () => {
    const top = '<p><a class="author-name" href="/r">Reuters,</a> <a class="author-name" href="/w">Washington,</a></p>'
    expect(credits('', top).slice(1)).toEqual([null, 'Reuters'])
  })

  test('a name in another writing gives way to the printed one', () => {
    expect(credits(person('新間'), '<p class="byline">By Odile Marchetti and Tom Ashdown</p>')).toEqual([
      'By Odile Marchetti and Tom Ashdown',
      ['Odile Marchetti', 'Tom Ashdown'],
      null,
    ])
  })

  test('a printed byline with a second name stays', () => {
    expect(credits(person('Odile Marchetti'), '<p class="byline">By Odile Marchetti and Tom Ashdown</p>')[0]).toBe(
      'By Odile Marchetti and Tom Ashdown',
    )
  })
})

describe('a byline without what stands beside it', () => {
  test.for([
    [
      '<p>Written by: Odile Marchetti, Senior Analyst Updated Sep 17, 2025</p>',
      'Written by: Odile Marchetti, Senior Analyst',
    ],
    ['<p>By Odile Marchetti Published in Coasts December 14, 2025 2:24</p>', 'By Odile Marchetti'],
    ['<p>By Odile Marchetti Odile Marchetti</p>', 'By Odile Marchetti'],
    ['<div class="author">Odile Marchetti Alle Artikel</div>', 'Odile Marchetti'],
    ['<h4 class="author-box-title">About Odile Marchetti</h4>', 'Odile Marchetti'],
    ['<div class="author">Politics · Odile Marchetti, Tom Ashdown</div>', 'Odile Marchetti, Tom Ashdown'],
    ['<div class="author">ODILE MARCHETTI,</div>', 'ODILE MARCHETTI'],
  ] as const)('%s', ([top, raw]) => {
    const { byline, authors } = readSeaWall('', `${H1}${top}`)
    expect([byline.value, authors.value?.[0]?.name.toLowerCase()]).toEqual([raw, 'odile marchetti'])
  })

  test.for([
    ['a month', '<p>Written By Feb 11, 2026 · 3 min read</p>'],
    ['what the piece is filed under', '<div class="byline"><a href="/blog/tag/coasts">Coast money</a></div>'],
  ])('%s is none', ([, top]) => expect(readSeaWall('', `${H1}${top}`).byline.value).toBeNull())

  test('but Jan may be a name', () => {
    expect(readSeaWall('', `${H1}<p>Posted by Jan</p>`).byline.value).not.toBeNull()
  })
})

describe('the owner of a site', () => {
  const site = (type: string | string[]) =>
    newsArticle({
      author: { '@type': 'Person', name: 'Odile Marchetti' },
      publisher: { '@type': type, name: 'Odile Marchetti' },
    })

  test('is an author, where the publisher is declared a person', () => {
    const authors = readSeaWall(site(['Person', 'Organization']), H1, 'https://odilemarchetti.example/a').authors.value
    expect(authors?.map(({ name }) => name)).toEqual(['Odile Marchetti'])
  })

  test('is none, where it may as well be a house', () => {
    expect(readSeaWall(site('Organization'), H1).authors.value).toBeNull()
  })

  test('a title that ends with "by Odile Marchetti" names no house', () => {
    const head = `<title>Sea wall - by Odile Marchetti</title>${person('Odile Marchetti')}`
    expect(readSeaWall(head, H1).authors.value?.map(({ name }) => name)).toEqual(['Odile Marchetti'])
  })
})
