import { expect, test } from 'vitest'
import { siteOf, urlKind } from './article-url.ts'
import { chooseOriginal } from './choose-original.ts'
import { normalUrl } from './normal-url.ts'
import { unwrapUrl } from './unwrap-url.ts'
import { URL_CHARS_MAX } from './url-rules.ts'
import { validUrl } from './valid-url.ts'

const SEEDS = [
  'https://www.gazette.example/2031/04/05/mayor-opens-bridge/amp?utm_source=a&id=7#comments',
  'http://m.gazette.example:80//read.php;jsessionid=1?q=caf%C3%A9+au%20lait&amp;ref=12',
  'https://www.google.com/url?url=https%3A%2F%2Fgazette.example%2Fa%3Fid%3D7',
  'https://gazette-example.cdn.ampproject.org/c/s/gazette.example/a?amp_js_v=0.1',
  'https://urldefense.com/v3/__https:/gazette.example/a__;!!x',
  'https://news.google.com/rss/articles/CBMiHmh0dHBzOi8vZ2F6ZXR0ZS5leGFtcGxlL2E_aWQ9N9IBAA',
]
const PIECES = [
  '%',
  '%2',
  '%zz',
  '%FF',
  '&',
  '=',
  '?',
  '#',
  '#!/',
  '/',
  '//',
  '..',
  'http://',
  '@',
  ':',
  '[',
  '\0',
  'é',
  '\uD800',
  '+',
]
const MORE = [';', ' ', '/amp', '/index.html', 'www.', '.', 'utm_x=1', 'url=', '%252F', 'xn--', '{x}', '"', '%22']

/** Park and Miller's generator: the same mutations in every run. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function runAll(url: string): void {
  const normal = normalUrl(url)
  if (normal !== null) expect(normalUrl(normal) === normal, normal.slice(0, 200)).toBe(true)
  for (const read of [unwrapUrl, validUrl, siteOf, urlKind]) read(url)
  chooseOriginal({ pageUrl: SEEDS[0]!, finalUrl: url, canonicalUrl: url, ogUrl: SEEDS[1]!, originalUrlLine: url })
}

test.for(SEEDS)('never throws, and the normal form is its own: mutations of %s', (seed) => {
  const random = randomOf(seed.length)
  const pieces = [...PIECES, ...MORE]
  for (let run = 0; run < 500; run++) {
    let url = seed
    for (let edits = 1 + Math.floor(random() * 5); edits > 0; edits--) {
      const at = Math.floor(random() * (url.length + 1))
      const piece = pieces[Math.floor(random() * pieces.length)]!
      url = random() < 0.7 ? url.slice(0, at) + piece + url.slice(at) : url.slice(0, at) + url.slice(at + 5)
    }
    runAll(url)
  }
})

// Work that grows by the square of the length would take many minutes here: the test's time limit ends it.
test.for([
  '/',
  'a',
  '-a',
  '-',
  '_',
  '.',
  '%22',
  '"',
  '{',
  '&',
  '=',
  '?a=',
  '&a=b',
  '%',
  '%41',
  'http://',
  '/amp',
  ';sid=',
  ':',
  'é',
  '1',
  '/rss/',
  '~',
])('stays linear: %s', (piece) => {
  for (const start of [
    'https://g.example/',
    'https://g.example/?a=',
    'https://g',
    'https://g.example/redirect?url=',
    'https://g.example/#!/',
  ]) {
    const url = start + piece.repeat(Math.floor((URL_CHARS_MAX - start.length - 1) / piece.length))
    for (let run = 0; run < 3; run++) runAll(`${url}x`)
  }
})
