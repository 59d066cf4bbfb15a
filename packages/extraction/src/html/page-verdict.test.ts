import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'

const sentence = 'The council met on Friday and agreed to repair the sea wall before the winter storms arrive. '
const story = `<p>${sentence.repeat(2)}</p><p>${sentence.repeat(3)}</p><p>${sentence.repeat(4)}</p>`
const teasers = Array.from(
  { length: 30 },
  (_, i) => `<h3><a href="/news/${i}">Harbour story number ${i}: what the council said about it</a></h3>`,
).join('')
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const verdict = (html: string, url = 'https://www.post.example/news/sea-wall') => {
  const found = extract({ html, url, capturedAt: '2026-06-01T00:00:00Z', kind: 'html' })
  return found.verdict === 'article' ? 'article' : found.reason
}

describe('a page is', () => {
  test.for([
    {
      name: 'an article',
      html: page('<title>Sea wall</title>', `<article><h1>Sea wall to be repaired</h1>${story}</article>`),
      expected: 'article',
    },
    {
      name: 'a front page',
      url: 'https://www.post.example/',
      html: page('<title>The Post</title>', `<main>${teasers}</main>`),
      expected: 'front-page',
    },
    {
      name: 'a section',
      url: 'https://www.post.example/local',
      html: page('<title>Local</title>', `<h1>Local</h1><main>${teasers}</main>`),
      expected: 'section-page',
    },
    {
      name: 'an error page with status 200',
      html: page(
        '<title>404 - Page not found</title>',
        '<h1>Page not found</h1><p>The page you requested cannot be found. It may have moved.</p>',
      ),
      expected: 'error-page',
    },
    {
      name: 'a bot wall',
      html: page(
        '<title>Just a moment...</title>',
        '<h1>post.example</h1><p>Checking your browser before accessing the site. Enable JavaScript and cookies to continue.</p>',
      ),
      expected: 'bot-wall',
    },
    {
      name: 'a consent wall',
      html: page(
        '<title>The Post</title>',
        '<h2>We value your privacy</h2><p>We and our 812 partners store and access information on a device. Accept all or manage your cookies.</p><button>Accept all</button>',
      ),
      expected: 'consent-wall',
    },
    {
      name: 'empty without scripts',
      html: page(`<title>Sea wall</title><script>${'var state = "x";'.repeat(300)}</script>`, '<div id="root"></div>'),
      expected: 'empty-without-scripts',
    },
    {
      name: 'a video',
      html: page(
        '<title>Sea wall: watch</title><meta property="og:type" content="video.other">',
        '<h1>Watch the sea wall</h1><video src="https://v.example/1.mp4"></video><p>Waves at the wall.</p>',
      ),
      expected: 'video-only',
    },
    {
      name: 'a gallery',
      html: page(
        '<title>In pictures</title><script type="application/ld+json">{"@type":"ImageGallery","name":"The wall"}</script>',
        '<h1>The wall in pictures</h1><p>Ten pictures.</p>',
      ),
      expected: 'gallery-only',
    },
    { name: 'nothing', html: page('<title>x</title>', ''), expected: 'not-an-article' },
    {
      name: 'an article about a wall of consent',
      html: page(
        '<title>Why sites ask you to accept all cookies</title>',
        `<article><h1>Why sites ask you to accept all cookies</h1>${story}<p>Most readers press accept all without reading.</p></article>`,
      ),
      expected: 'article',
    },
  ])('$name', ({ html, url, expected }) => expect(verdict(html, url)).toBe(expected))

  test.for(['<', '|', '. ', '★', '&nbsp;-'])('no article, however much there is of "%s"', (sign) => {
    expect(verdict(`<p>${sign.repeat(100_000)}</p>`)).not.toBe('article')
    expect(verdict(sign.repeat(100_000))).not.toBe('article')
  })

  test('refused above the limit of size', () => {
    expect(extract({ bytes: new Uint8Array(20_000_001), url: null, capturedAt: null, kind: 'html' })).toMatchObject({
      reason: 'over-limit',
    })
  })
})
