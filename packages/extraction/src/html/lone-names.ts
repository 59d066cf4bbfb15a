import { COMMON_GIVEN_NAMES, countryOf, type Person, UNCASED_GIVEN_NAMES } from '@dateline/domain'
import { findFootCredit } from '../credits/find-foot-credit.ts'
import { parseByline } from '../credits/parse-byline.ts'
import { personName } from '../credits/person-name.ts'
import { signedFoot } from '../credits/signed-foot.ts'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { hintBit, hintsOf } from './class-hints.ts'
import { NOT_PEOPLE } from './declared-names.ts'
import { words } from './page-facts.ts'
import type { PageElement } from './page-tree.ts'
import { hasPhrase } from './phrases.ts'
import type { TextBlock } from './text-blocks.ts'

/** Where a name stands without a word like "By" before it. */
export type LoneName = { raw: string; source: string; authors: Person[] }

type Lines = {
  blocks: readonly TextBlock[]
  titleIndex: number
  /** First and last line of the body; -1 where there is none. */
  first: number
  last: number
  /** BCP 47, of the page. */
  language: string | null
}

/** Where every noun is capitalised, two capitals make no name. */
const NOUNS_CAPITALISED = /^(?:de|lb|gsw|nds)\b/i

const FOOT_LINES_MAX = 15
const HEAD_LINES_MAX = 8
const NAME_CHARS_MAX = 40
const FOREIGN = hintBit('comment') | hintBit('related') | hintBit('ad') | hintBit('share') | hintBit('form')

/** "Autor: Jane Roe" at the foot. */
const AUTHOR_LABEL =
  /^(?:written by|author|autor(?:in)?(?:\s?[/*:]\s?(?:autor(?:in)?|in))?|geschrieben von|auteur|escrito por|scritto da|autore|автор|yazar|penulis|tác giả)\s*[:：]?\s+(?=\p{Lu})/iu

/**
 * A name that is the whole of a line, or of a line but for a date: between headline and text, as the first or the last line
 * of the text, or behind a label at the foot. Asked only where nothing else names anybody.
 */
export function loneName(lines: Lines): LoneName | null {
  if (NOUNS_CAPITALISED.test(lines.language ?? '')) return labelledName(lines)
  return datedName(lines) ?? headName(lines) ?? endName(lines) ?? signedName(lines) ?? labelledName(lines)
}

/** A line of its own between headline and text, beside the line with the date: nobody whom headline or text speak of. */
function headName(lines: Lines): LoneName | null {
  const { blocks, titleIndex, first } = lines
  if (titleIndex < 0) return null
  for (let i = titleIndex + 1; i < Math.min(first, titleIndex + HEAD_LINES_MAX); i += 1) {
    const { text, element } = blocks[i]!
    const isBesideDate = [blocks[i - 1], blocks[i + 1]].some((line) => line !== undefined && isDate(line.text))
    if (!isBesideDate || isForeign(element)) continue
    const found = givenWitness(text) ?? uncasedWitness(text)
    if (found !== null && !isSubject(lines, found)) return found
  }
  return null
}

/** Headline or text speak of them. */
function isSubject({ blocks, titleIndex, first }: Lines, { authors }: LoneName): boolean {
  const about = [blocks[titleIndex]!, ...blocks.slice(first, first + SUBJECT_LINES)].map(({ text }) => text).join('\n')
  return authors.some(({ name }) => about.includes(name.split(' ').at(-1)!))
}

const SUBJECT_LINES = 6
const DATE_CHARS_MAX = 60
const isDate = (text: string) =>
  text.length <= DATE_CHARS_MAX && (hasPhrase('date', text) || parseDatePhrase({ text, reference: null }) !== null)

/** Two capitals may be a place or a section as well: "Costa Clara", "Medio Ambiente", "Sofia Bulgaria", "Victoria Park". */
function givenWitness(text: string): LoneName | null {
  const given = folded(text.trim().split(/[\s-]/u)[0]!)
  const last = text.trim().split(/\s/u).at(-1)!
  const isPlace = PLACE_NOUN.test(last) || countryOf(last, null) !== null
  return GIVEN_NAMES.has(given) && !isPlace ? witness(text, 'line under the headline') : null
}

const PLACE_NOUN =
  /^(?:park|beach|city|county|island|islands|bay|harbou?r|falls|springs|heights|valley|river|lake|street|road|avenue|square|church|cathedral|abbey|station|airport)$/iu

const folded = (name: string) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
const GIVEN_NAMES: ReadonlySet<string> = new Set(COMMON_GIVEN_NAMES.map(folded))

/** In Arabic and Hebrew, two to four words of which the first is a common given name; behind a place: "الدمام - سعود المطيري". */
function uncasedWitness(text: string): LoneName | null {
  const raw = text.trim().replace(PLACED, '')
  if (raw.length > NAME_CHARS_MAX || !UNCASED_NAME.test(raw)) return null
  const [given] = raw.split(' ')
  if (!UNCASED_GIVEN_NAMES.ar!.has(given!) && !UNCASED_GIVEN_NAMES.he!.has(given!)) return null
  return { raw, source: 'line under the headline', authors: [{ name: raw, affiliation: null, place: null }] }
}

const PLACED = /^\p{Lo}+(?: \p{Lo}+)?\s*[-–—:]\s+/u
const UNCASED_NAME =
  /^(?:\p{Script=Arabic}{2,}(?: \p{Script=Arabic}{2,}){1,3}|\p{Script=Hebrew}{2,}(?:[ -][\p{Script=Hebrew}'׳]{2,}){1,3})$/u

/** "【山田太郎】", at the end of the text. */
function signedName({ blocks, last }: Lines): LoneName | null {
  for (const { text } of last < 0 ? [] : blocks.slice(last, last + SIGNED_LINES)) {
    const names = signedFoot(text.slice(-SIGNED_CHARS))
    if (names.length === 0) continue
    const authors = names.map((name) => ({ name, affiliation: null, place: null }))
    return { raw: names.join('、'), source: 'foot of the text', authors }
  }
  return null
}

/** The text's last line, and those below it that may be its signature. */
const SIGNED_LINES = 3
const SIGNED_CHARS = 60

/** "Jane Roe | 5 April 2025" under the headline. */
function datedName(lines: Lines): LoneName | null {
  const { blocks, titleIndex, first } = lines
  if (titleIndex < 0) return null
  const head = blocks.slice(titleIndex + 1, Math.max(first + 1, titleIndex + HEAD_LINES_MAX))
  for (const { text, element } of head) {
    if (text.length > 100 || isForeign(element)) continue
    const [name, ...rest] = text.split(/\s*[|•·\n]\s*|\s[–—-]\s/u)
    if (rest.length === 0 || !rest.some((part) => hasPhrase('date', part))) continue
    // "Buenos Aires - 5 April 2025", known as a place or under a line that is a name.
    if (countryOf(name!, null) !== null || (DASH.test(text) && head.some((line) => isName(line.text)))) continue
    const found = witness(name!, 'line under the headline') ?? uncasedWitness(name!)
    if (found !== null && !(isUncased(found) && isSubject(lines, found))) return found
  }
  return null
}

const isUncased = ({ raw }: LoneName) => !/[\p{Lu}\p{Ll}]/u.test(raw)

const DASH = /\s[–—-]\s/u
const isName = (text: string) => witness(text, '') !== null

/** The first or the last line of the text, if it is a name and nothing else. */
function endName({ blocks, titleIndex, first, last }: Lines): LoneName | null {
  if (first < 0 || last - first < 3) return null
  for (const [i, before] of [
    [first, null],
    [last, blocks[last - 1]!.text],
  ] as const) {
    const { text, element } = blocks[i]!
    // Above the headline stands the paper's name.
    if (i < titleIndex || (element.tag !== 'p' && element.tag !== 'div')) continue
    if (words(text).isSubsetOf(words(blocks[titleIndex]?.text))) continue
    if (before !== null && !/[.!?。”"»…]$/u.test(before)) continue
    const found = witness(text, 'line of the text')
    if (found !== null) return found
  }
  return null
}

function labelledName({ blocks, last }: Lines): LoneName | null {
  if (last < 0) return null
  for (let i = last; i < Math.min(blocks.length, last + FOOT_LINES_MAX); i += 1) {
    const { text, element } = blocks[i]!
    if (text.length > 100 || !AUTHOR_LABEL.test(text) || isForeign(element)) continue
    const found = parseByline(`By ${text.replace(AUTHOR_LABEL, '')}`)
    if (
      found !== null &&
      found.authors.length > 0 &&
      found.authors.every(({ name }) => /\s/.test(name) && !NOT_PEOPLE.test(name))
    )
      return { raw: text, source: 'foot of the text', authors: found.authors }
  }
  return null
}

function witness(text: string, source: string): LoneName | null {
  const signed = /^(?<name>[^()]+?)\s*(?<house>\([^()]{3,40}\))$/u.exec(text.trim())?.groups
  const [line = '', ...below] = text.trim().split('\n')
  // "Ada Lem" over "Saltwick": a reader's letter.
  const raw =
    signed !== undefined && findFootCredit(signed.house!) !== null
      ? signed.name!
      : below.length === 1
        ? line
        : text.trim()
  const name = raw.length > NAME_CHARS_MAX || !/\s/.test(raw) ? null : personName(raw, false)
  if (name === null || (name.split(' ').length > 2 && countryOf(name.split(' ').at(-1)!, null) !== null)) return null
  // "Door ANP" has the words of a name.
  const credit = parseByline(raw)
  if (credit !== null && credit.authors.length === 0) return null
  return { raw, source, authors: [{ name, affiliation: null, place: null }] }
}

const isForeign = (element: PageElement) =>
  ((hintsOf(element) | (element.parent === null ? 0 : hintsOf(element.parent))) & FOREIGN) !== 0
