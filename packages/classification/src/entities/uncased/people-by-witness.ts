import { isOneOf, isSaying, type Lexicon, type Token } from './spaced-lexicon.ts'
import type { Stretch } from './uncased-name.ts'

/** Words between a title and the name: "وزير النقل والمواصلات سامي الحداد". */
const COMPLEMENT_WORDS_MAX = 6
const NAME_WORDS_MAX = 5
const PEOPLE_MAX = 100

/** Where a name stands among the words. */
type Name = { readonly from: number; readonly end: number; readonly cut: number }

/**
 * People. A name begins with a common given name, and a title before it, a verb of saying beside it, or its family name alone elsewhere
 * in the text bears it out; or it stands behind a title, and its family name alone is who says something elsewhere.
 */
export function peopleIn(tokens: readonly Token[], lexicon: Lexicon): Stretch[] {
  const names: Name[] = []
  const places = placesOf(tokens)
  for (let at = 0; at < tokens.length && names.length < PEOPLE_MAX; at++) {
    const name = nameAt(tokens, at, lexicon)
    if (name === null || !isBorneOut(tokens, name, lexicon, places)) continue
    names.push(name)
    at = name.end - 1
  }
  names.push(...namesBySpeech(tokens, lexicon, places))
  const people = names.map((name) => personOf(tokens, name))
  return [...people, ...familyMentions(tokens, people, names, lexicon)]
}

/** Places of each word, with and without what is written onto it. */
function placesOf(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, { forms }] of tokens.entries()) {
    for (const { word } of forms) {
      const known = places.get(word)
      if (known === undefined) places.set(word, [at])
      else known.push(at)
    }
  }
  return places
}

/** A given name with the words behind it that may belong to it: a second one, "bin", a family name. */
function nameAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Name | null {
  const { given, joiners, seconds, areNamesOfTwo } = lexicon
  const first = tokens[at]!.forms.find(({ word }) => given.has(word))
  if (first === undefined) return null
  let end = at + 1
  while (end - at < NAME_WORDS_MAX && isNameWord(tokens[end], lexicon)) {
    const { raw } = tokens[end]!
    const isOpen = joiners.has(raw) || seconds.has(raw) || (given.has(raw) && end === at + 1 && areNamesOfTwo !== true)
    end += 1
    if (!isOpen) break
  }
  if (joiners.has(tokens[end - 1]!.raw)) end -= 1
  return end - at < 2 ? null : { from: at, end, cut: first.cut }
}

/** Whether a word may go on a name. */
function isNameWord(token: Token | undefined, lexicon: Lexicon): token is Token {
  if (token === undefined || !token.isJoined || token.raw.length < 2) return false
  return !isStop(token, lexicon) && !isOneOf(token, lexicon.titles) && !isSaying(token)
}

function isBorneOut(
  tokens: readonly Token[],
  name: Name,
  lexicon: Lexicon,
  places: ReadonlyMap<string, readonly number[]>,
) {
  const { from, end } = name
  const title = titleBefore(tokens, from, lexicon)
  const last = tokens[end - 1]!.raw
  const isAgain = recurs(tokens, name, places)
  const isSaid = (from > 0 && isSaying(tokens[from - 1]!)) || isSayer(tokens[end], lexicon)
  if (title === null && !isSaid && !isAgain) return false
  // Where the name ends: at a mark or a function word, with an article, or as it does elsewhere.
  const isEnded = endsAt(tokens, end, lexicon) || (lexicon.article !== '' && last.startsWith(lexicon.article))
  return isEnded || isAgain || lexicon.given.has(last) || title === from - 1
}

function isSayer(next: Token | undefined, { agentMark }: Lexicon): boolean {
  return next?.isJoined === true && (next.raw === agentMark || isSaying(next))
}

/** Nothing goes on behind a word: a mark, a function word or a verb of saying stands there. */
function endsAt(tokens: readonly Token[], end: number, lexicon: Lexicon): boolean {
  const next = tokens[end]
  return next === undefined || !next.isJoined || isStop(next, lexicon) || isSaying(next)
}

function isStop({ raw }: Token, { stops, stopHead }: Lexicon): boolean {
  return stops.has(raw) || stopHead?.test(raw) === true
}

/** Index of the title before a name in the same clause, over one comma at most; null: there is none. */
function titleBefore(tokens: readonly Token[], from: number, { titles, stops, genitives }: Lexicon): number | null {
  let commas = 0
  for (let at = from - 1; at >= 0 && from - at <= COMPLEMENT_WORDS_MAX; at--) {
    const after = tokens[at + 1]!
    const token = tokens[at]!
    if (!after.isOpen || (!after.isJoined && ++commas > 1) || isSaying(token)) return null
    if (isOneOf(token, titles)) return at
    if (stops.has(token.raw) && !genitives.has(token.raw)) {
      // "ראש העיר לשעבר, יוסי אלמגור": "former" ends the office.
      if (commas === 0 || at < from - 1) return null
    }
  }
  return null
}

/** Whether the last word of a name stands alone elsewhere. */
function recurs(
  tokens: readonly Token[],
  { from, end }: Name,
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  const last = tokens[end - 1]!.raw
  const before = tokens[end - 2]!.raw
  return (places.get(last) ?? []).some((at) => (at < from || at >= end) && tokens[at - 1]?.raw !== before)
}

/** Names whose family name says something alone, and stands elsewhere behind a title and one more word. */
function namesBySpeech(
  tokens: readonly Token[],
  lexicon: Lexicon,
  places: ReadonlyMap<string, readonly number[]>,
): Name[] {
  const names: Name[] = []
  const seen = new Set<string>()
  for (const [at, { raw }] of tokens.entries()) {
    const isSpeaker = (at > 0 && tokens[at]!.isJoined && isSaying(tokens[at - 1]!)) || isSayer(tokens[at + 1], lexicon)
    if (!isSpeaker || seen.has(raw) || !isFamilyWord(tokens[at]!, lexicon)) continue
    seen.add(raw)
    for (const place of places.get(raw) ?? []) {
      const [family, given] = [tokens[place]!, tokens[place - 1]]
      if (given === undefined || family.raw !== raw || !family.isJoined) continue
      if (!isFamilyWord(given, lexicon) || !endsAt(tokens, place + 1, lexicon)) continue
      if (titleBefore(tokens, place - 1, lexicon) === null) continue
      const name = { from: place - 1, end: place + 1, cut: 0 }
      if (!recurs(tokens, name, places)) continue
      names.push(name)
      break
    }
    if (names.length >= PEOPLE_MAX) break
  }
  return names
}

const FAMILY_CHARS_MIN = 3

function isFamilyWord(token: Token, { titles, stops, plain, article }: Lexicon): boolean {
  const { raw } = token
  if (raw.length < FAMILY_CHARS_MIN || stops.has(raw) || isOneOf(token, plain)) return false
  return !isOneOf(token, titles) && !isSaying(token) && (article === '' || !raw.startsWith(article))
}

function personOf(tokens: readonly Token[], { from, end, cut }: Name): Stretch {
  const [{ raw, start }, ...rest] = tokens.slice(from, end) as [Token, ...Token[]]
  const name = [raw.slice(cut), ...rest.map((token) => token.raw)].join(' ')
  return { from, end, start: start + cut, name, kind: 'person' }
}

/** Where a person found is named again, in full or by the family name alone that no other one has. */
function* familyMentions(
  tokens: readonly Token[],
  people: readonly Stretch[],
  names: readonly Name[],
  { joiners, seconds, titles, stops }: Lexicon,
): Generator<Stretch> {
  const byFamily = Map.groupBy(people.keys(), (n) => tokens[names[n]!.end - 1]!.raw)
  for (const [at, token] of tokens.entries()) {
    for (const { word, cut } of token.forms) {
      const [n, ...others] = byFamily.get(word) ?? []
      if (n === undefined || others.some((other) => people[other]!.name !== people[n]!.name)) continue
      if (titles.has(word) || stops.has(word) || seconds.has(word)) continue
      const { name: of, end } = people[n]!
      // "Ben Mansour" is the family name.
      const before = tokens[end - 2]!.raw
      const isWhole = cut === 0 && token.isJoined && tokens[at - 1]!.raw === before
      const from = isWhole && joiners.has(before) ? at - 1 : at
      const name = from < at ? `${before} ${word}` : word
      yield { from, end: at + 1, start: tokens[from]!.start + (from < at ? 0 : cut), name, kind: 'person', of }
      break
    }
  }
}
