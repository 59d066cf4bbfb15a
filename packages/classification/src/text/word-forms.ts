import { hash32 } from './hash.ts'
import { termOf } from './term.ts'
import { weekdayOf } from './weekday.ts'
import { cleanWord } from './words.ts'

/** All that is asked about a word as printed, found once: a look-up serves every later occurrence. */
export type WordForm = {
  readonly printed: string
  /** Without a possessive 's or an abbreviation's points. */
  readonly raw: string
  readonly lower: string
  readonly isCapital: boolean
  /** Begins with an ASCII digit. */
  readonly isDigit: boolean
  /** A number that a report's particulars count: no year. */
  readonly isNumber: boolean
  /** 0 for Monday to 6; -1: no weekday. */
  readonly weekday: number
  /** As `termOf`; "" says nothing. */
  readonly term: string
  /** Of the term, as a signed number of 32 bits, which is kept in the object itself: a larger one would be an object of its own. */
  readonly hash: number
  /** Key of the word for topic models, as a signed number of 32 bits; null: not asked for yet. */
  topicKey: number | null
}

/** Forms remembered, over all languages. Forgetting them changes no answer. */
const FORMS_MAX = 100_000

const FORMS_AT_FIRST = 1 << 10

/**
 * Forms of one language: an open-addressing table, keyed by the text itself, so that a look-up copies no characters. Of each
 * slot the hash of its word, and one more than the place of its form (0: free): only a form of the same hash is looked at.
 */
type Lexicon = { readonly forms: WordForm[]; slots: Int32Array }

const lexicons = new Map<string, Lexicon>()
let remembered = 0

/** Forms of words of one language, by where they stand in a text. */
export function formsOf(language: string | null): (text: string, start: number, end: number) => WordForm {
  if (remembered > FORMS_MAX) {
    lexicons.clear()
    remembered = 0
  }
  const known = lexicons.get(language ?? '')
  const lexicon = known ?? { forms: [], slots: new Int32Array(4 * FORMS_AT_FIRST) }
  if (known === undefined) lexicons.set(language ?? '', lexicon)
  return (text, start, end) => {
    const { slots, forms } = lexicon
    const hash = hashOf(text, start, end)
    let slot = firstSlot(hash, slots)
    for (let at = slots[slot + 1]!; at !== 0; at = slots[slot + 1]!) {
      if (slots[slot] === hash) {
        const form = forms[at - 1]!
        if (isAt(text, start, end, form.printed)) return form
      }
      slot = (slot + 2) & (slots.length - 1)
    }
    const form = makeForm(text.slice(start, end), language)
    slots[slot] = hash
    slots[slot + 1] = forms.push(form)
    remembered++
    if (forms.length * 4 > slots.length) grow(lexicon)
    return form
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

function firstSlot(hash: number, slots: Int32Array): number {
  return (2 * hash) & (slots.length - 1)
}

function isAt(text: string, start: number, end: number, printed: string): boolean {
  if (printed.length !== end - start) return false
  for (let at = 0; at < printed.length; at++) if (text.charCodeAt(start + at) !== printed.charCodeAt(at)) return false
  return true
}

function grow(lexicon: Lexicon): void {
  const old = lexicon.slots
  const slots = new Int32Array(old.length * 2)
  for (let from = 0; from < old.length; from += 2) {
    if (old[from + 1] === 0) continue
    let slot = firstSlot(old[from]!, slots)
    while (slots[slot + 1] !== 0) slot = (slot + 2) & (slots.length - 1)
    slots[slot] = old[from]!
    slots[slot + 1] = old[from + 1]!
  }
  lexicon.slots = slots
}

function makeForm(slice: string, language: string | null): WordForm {
  // A slice holds on to the whole text it was cut from; a copy does not.
  const printed = JSON.parse(JSON.stringify(slice)) as string
  const raw = cleanWord(printed)
  const lower = raw.toLowerCase()
  const first = raw[0]!
  const term = termOf(lower, language)
  return {
    printed,
    raw,
    lower,
    isCapital: first !== first.toLowerCase(),
    isDigit: raw.charCodeAt(0) >= 0x30 && raw.charCodeAt(0) <= 0x39,
    isNumber: DIGIT.test(term) && !YEAR.test(term),
    weekday: weekdayOf(lower),
    term,
    hash: hash32(term) | 0,
    topicKey: null,
  }
}

const DIGIT = /^\p{N}/u
const YEAR = /^(?:19|20)\p{N}{2}$/u
