import type { Random } from './random.ts'
import { SCRAPS } from './scraps.ts'

/** Pages grow under mutation; longer ones are cut, so that a run's time is spent on many pages and not on a few. */
const CHARS_MAX = 400_000
const MUTATIONS_MAX = 10
const TIMES_REPEATED_MAX = 40

type Mutation = (tokens: string[], random: Random, other: readonly string[]) => void

/**
 * A page with up to MUTATIONS_MAX changes, most of them of whole elements: moved, repeated, nested, left open, taken from
 * another page, their attributes and JSON-LD bent, hostile markup put between. The same random gives the same page.
 */
export function mutatePage(page: string, other: string, random: Random): string {
  const tokens = tokensOf(page)
  const others = tokensOf(other)
  const times = 1 + random.int(MUTATIONS_MAX)
  for (let i = 0; i < times; i++) random.pick(MUTATIONS)(tokens, random, others)
  return tokens.join('').slice(0, CHARS_MAX)
}

/** Tags, comments and the text between them, scripts and styles as they come. */
const tokensOf = (html: string): string[] => html.match(/<[^>]*>|[^<]+|</g) ?? []

const isOpening = (token: string) => /^<[a-z]/i.test(token) && !token.endsWith('/>')
const nameOf = (token: string) => /^<\/?([a-z][\w:-]*)/i.exec(token)?.[1]?.toLowerCase() ?? ''

/** [start, end) of a random element, by counting tags of its own name. */
function randomElement(tokens: readonly string[], random: Random): [number, number] {
  for (let attempt = 0; attempt < 8; attempt++) {
    const start = random.int(tokens.length)
    if (!isOpening(tokens[start] ?? '')) continue
    const name = nameOf(tokens[start]!)
    let depth = 0
    for (let end = start; end < tokens.length; end++) {
      const token = tokens[end]!
      if (nameOf(token) !== name) continue
      depth += token.startsWith('</') ? -1 : 1
      if (depth === 0) return [start, end + 1]
    }
  }
  const at = random.int(Math.max(tokens.length, 1))
  return [at, Math.min(at + 1 + random.int(5), tokens.length)]
}

const TAGS =
  'div p span section article aside ul li table tr td blockquote h2 b i em a figure main header footer nav pre center font svg math form'.split(
    ' ',
  )
const CLASSES =
  'article-body related comments author date ad caption byline live-update paywall newsletter social hidden'.split(' ')

const MUTATIONS: readonly Mutation[] = [
  function remove(tokens, random) {
    tokens.splice(...span(randomElement(tokens, random)))
  },
  function repeat(tokens, random) {
    const [start, end] = randomElement(tokens, random)
    const copy = tokens.slice(start, Math.min(end, start + 2_000))
    const times = 1 + random.int(TIMES_REPEATED_MAX)
    for (let i = 0; i < times && tokens.length < 60_000; i++) tokens.splice(end, 0, ...copy)
  },
  function move(tokens, random) {
    const moved = tokens.splice(...span(randomElement(tokens, random)))
    tokens.splice(random.int(tokens.length), 0, ...moved.slice(0, 20_000))
  },
  function graft(tokens, random, other) {
    const [start, end] = randomElement(other, random)
    tokens.splice(random.int(tokens.length), 0, ...other.slice(start, Math.min(end, start + 5_000)))
  },
  function wrap(tokens, random) {
    const [start, end] = randomElement(tokens, random)
    const tag = random.pick(TAGS)
    const depth = random.next() < 0.1 ? 600 : 1 + random.int(8)
    tokens.splice(end, 0, `</${tag}>`.repeat(depth))
    tokens.splice(start, 0, `<${tag} class="${random.pick(CLASSES)}">`.repeat(depth))
  },
  function leaveOpen(tokens, random) {
    const at = tokens.findIndex((token, index) => index >= random.int(tokens.length) && token.startsWith('</'))
    if (at !== -1) tokens.splice(at, 1)
  },
  function rename(tokens, random) {
    const [start] = randomElement(tokens, random)
    const token = tokens[start]
    if (token !== undefined) tokens[start] = token.replace(/^<[a-z][\w:-]*/i, `<${random.pick(TAGS)}`)
  },
  function bendAttribute(tokens, random) {
    const [start] = randomElement(tokens, random)
    const values = [...SCRAPS, 'x'.repeat(5_000), '', '-1', 'javascript:1', '2026-02-30', random.pick(CLASSES)]
    const value = random.pick(values).replaceAll('"', '&quot;')
    const token = tokens[start] ?? ''
    if (!isOpening(token)) return
    const names = [
      'class',
      'id',
      'href',
      'src',
      'datetime',
      'content',
      'itemprop',
      'style',
      'onclick',
      'srcset',
      'lang',
    ]
    const bent = /="[^"]*"/.test(token) && random.next() < 0.6 ? token.replace(/="[^"]*"/, `="${value}"`) : null
    tokens[start] = bent ?? token.replace(/>$/, ` ${random.pick(names)}="${value}">`)
  },
  function insertScrap(tokens, random) {
    tokens.splice(random.int(tokens.length), 0, random.pick(SCRAPS))
  },
  function bendText(tokens, random) {
    const at = random.int(tokens.length)
    const text = tokens[at] ?? ''
    if (text.startsWith('<')) return
    const cut = random.int(text.length + 1)
    tokens[at] =
      text.slice(0, cut) +
      random.pick([
        '\u0000',
        '\ud83d',
        '—',
        '“',
        '٣',
        '漢'.repeat(300),
        ' '.repeat(3_000),
        '&',
        '<',
        random.pick(SCRAPS),
      ]) +
      text.slice(cut)
  },
  function bendJson(tokens, random) {
    const at = tokens.findIndex((token) => /ld\+json/.test(token))
    const json = tokens[at + 1]
    if (at === -1 || json === undefined) return
    const values = [
      'null',
      '[]',
      '{}',
      '-1e400',
      '"\\ud800"',
      'true',
      '[[[[]]]]',
      '{"@id":"#x"}',
      `"${'y'.repeat(2_000)}"`,
    ]
    const places = [...json.matchAll(/:\s*("[^"]*"|\d+|\{|\[)/g)]
    const place = places[random.int(Math.max(places.length, 1))]
    if (place === undefined) return
    const start = place.index + place[0].length - place[1]!.length
    tokens[at + 1] = json.slice(0, start) + random.pick(values) + json.slice(start + place[1]!.length)
  },
  function cut(tokens, random) {
    if (random.next() < 0.3) tokens.splice(random.int(tokens.length))
  },
  function swapBytes(tokens, random) {
    const at = random.int(tokens.length)
    const token = tokens[at] ?? ''
    const place = random.int(token.length + 1)
    tokens[at] = token.slice(0, place) + String.fromCharCode(random.int(0x300)) + token.slice(place + 1)
  },
]

const span = ([start, end]: [number, number]): [number, number] => [start, end - start]
