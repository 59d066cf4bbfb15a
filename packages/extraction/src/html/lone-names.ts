import { countryOf, type Person } from '@dateline/domain'
import { findFootCredit } from '../credits/find-foot-credit.ts'
import { parseByline } from '../credits/parse-byline.ts'
import { personName } from '../credits/person-name.ts'
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
  return datedName(lines) ?? endName(lines) ?? labelledName(lines)
}

/** "Jane Roe | 5 April 2025" under the headline. */
function datedName({ blocks, titleIndex, first }: Lines): LoneName | null {
  if (titleIndex < 0) return null
  const head = blocks.slice(titleIndex + 1, Math.max(first + 1, titleIndex + HEAD_LINES_MAX))
  for (const { text, element } of head) {
    if (text.length > 100 || isForeign(element)) continue
    const [name, ...rest] = text.split(/\s*[|•·\n]\s*|\s[–—-]\s/u)
    if (rest.length === 0 || !rest.some((part) => hasPhrase('date', part))) continue
    // "Buenos Aires - 5 April 2025", known as a place or under a line that is a name.
    if (countryOf(name!, null) !== null || (DASH.test(text) && head.some((line) => isName(line.text)))) continue
    const found = witness(name!, 'line under the headline')
    if (found !== null) return found
  }
  return null
}

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
