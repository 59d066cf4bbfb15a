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
 * slot its key in two numbers, and one more than the place of its form (0: free). A short word is its own key: of most words
 * neither the form nor what is printed there, which lie anywhere in memory, is looked at.
 */
type Lexicon = { readonly forms: WordForm[]; slots: Int32Array }

/** Numbers of a slot; the fourth lets the slots stand in step with the processor's lines. */
const SLOT = 4
const KEY_BEHIND = 1
const PLACE = 2

const lexicons = new Map<string, Lexicon>()
let remembered = 0

/** Forms of words of one language, by where they stand in a text. */
export function formsOf(language: string | null): (text: string, start: number, end: number) => WordForm {
  if (remembered > FORMS_MAX) {
    lexicons.clear()
    remembered = 0
  }
  const known = lexicons.get(language ?? '')
  const lexicon = known ?? { forms: [], slots: new Int32Array(2 * SLOT * FORMS_AT_FIRST) }
  if (known === undefined) lexicons.set(language ?? '', lexicon)
  return (text, start, end) => {
    const { slots, forms } = lexicon
    readKey(text, start, end)
    let slot = firstSlot(key, keyBehind, slots)
    for (let at = slots[slot + PLACE]!; at !== 0; at = slots[slot + PLACE]!) {
      if (slots[slot] === key && slots[slot + KEY_BEHIND] === keyBehind) {
        const form = forms[at - 1]!
        if (keyBehind !== LONG || isAt(text, start, end, form.printed)) return form
      }
      slot = (slot + SLOT) & (slots.length - 1)
    }
    slots[slot] = key
    slots[slot + KEY_BEHIND] = keyBehind
    const form = makeForm(text.slice(start, end), language)
    slots[slot + PLACE] = forms.push(form)
    remembered++
    if (forms.length * 2 * SLOT > slots.length) grow(lexicon)
    return form
  }
}

/** Characters of a word that is its own key, each below 256: four to a number. */
const SHORT_CHARS_MAX = 8
const SHORT_UNIT_MAX = 0xff

/** Second half of the key of any other word, whose first is a hash: four characters of which no word is made. */
const LONG = 0x01010101

/** Key of the word last read: two numbers, since an object for each word of each text would cost more than the look-up. */
let key = 0
let keyBehind = 0

function readKey(text: string, start: number, end: number): void {
  key = 0
  keyBehind = 0
  let units = 0
  if (end - start <= SHORT_CHARS_MAX) {
    const middle = Math.min(end, start + SHORT_CHARS_MAX / 2)
    for (let at = start; at < middle; at++) {
      const unit = text.charCodeAt(at)
      units |= unit
      key = (key << 8) | unit
    }
    for (let at = middle; at < end; at++) {
      const unit = text.charCodeAt(at)
      units |= unit
      keyBehind = (keyBehind << 8) | unit
    }
    if (units <= SHORT_UNIT_MAX) return
  }
  key = hashOf(text, start, end)
  keyBehind = LONG
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

function firstSlot(one: number, other: number, slots: Int32Array): number {
  const mixed = Math.imul(one ^ Math.imul(other, 0x85ebca6b), 0x9e3779b1)
  return (SLOT * (mixed ^ (mixed >>> 15))) & (slots.length - 1)
}

function isAt(text: string, start: number, end: number, printed: string): boolean {
  if (printed.length !== end - start) return false
  for (let at = 0; at < printed.length; at++) if (text.charCodeAt(start + at) !== printed.charCodeAt(at)) return false
  return true
}

function grow(lexicon: Lexicon): void {
  const old = lexicon.slots
  const slots = new Int32Array(old.length * 2)
  for (let from = 0; from < old.length; from += SLOT) {
    if (old[from + PLACE] === 0) continue
    let slot = firstSlot(old[from]!, old[from + KEY_BEHIND]!, slots)
    while (slots[slot + PLACE] !== 0) slot = (slot + SLOT) & (slots.length - 1)
    for (let part = 0; part < SLOT; part++) slots[slot + part] = old[from + part]!
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
