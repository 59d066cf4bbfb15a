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
  readonly hash: number
  /** Key of the word for topic models; null: not asked for yet. */
  topicKey: number | null
}

/** Forms remembered, over all languages. Forgetting them changes no answer. */
const FORMS_MAX = 100_000

const FORMS_AT_FIRST = 1 << 10

/** Forms of one language: an open-addressing table, keyed by the text itself, so that a look-up copies no characters. */
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
  const lexicon = known ?? { forms: [], slots: new Int32Array(2 * FORMS_AT_FIRST) }
  if (known === undefined) lexicons.set(language ?? '', lexicon)
  return (text, start, end) => {
    let slot = slotOf(text, start, end, lexicon.slots.length)
    for (let at = lexicon.slots[slot]!; at !== 0; at = lexicon.slots[slot]!) {
      const form = lexicon.forms[at - 1]!
      if (isAt(text, start, end, form.printed)) return form
      slot = (slot + 1) & (lexicon.slots.length - 1)
    }
    const form = makeForm(text.slice(start, end), language)
    lexicon.slots[slot] = lexicon.forms.push(form)
    remembered++
    if (lexicon.forms.length * 2 > lexicon.slots.length) grow(lexicon)
    return form
  }
}

function slotOf(text: string, start: number, end: number, slots: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (slots - 1)
}

function isAt(text: string, start: number, end: number, printed: string): boolean {
  if (printed.length !== end - start) return false
  for (let at = 0; at < printed.length; at++) if (text.charCodeAt(start + at) !== printed.charCodeAt(at)) return false
  return true
}

function grow(lexicon: Lexicon): void {
  const slots = new Int32Array(lexicon.slots.length * 2)
  lexicon.forms.forEach(({ printed }, at) => {
    let slot = slotOf(printed, 0, printed.length, slots.length)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = at + 1
  })
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
    hash: hash32(term),
    topicKey: null,
  }
}

const DIGIT = /^\p{N}/u
const YEAR = /^(?:19|20)\p{N}{2}$/u
