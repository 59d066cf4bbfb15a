import type { Classification } from '@dateline/domain'
import { classOf, UPPER } from '../text/character-classes.ts'
import { hash32 } from '../text/hash.ts'
import { isStopWord } from '../text/stop-words.ts'
import { soundOf } from './sound.ts'

/**
 * What of a report reads alike in every language: hashes, sorted, odd ones of numbers and even ones of names, and how much each
 * tells where another report has it too, in steps of 1/STEPS.
 */
export type ForeignMarks = { readonly hashes: Uint32Array; readonly strengths: Uint8Array }

export const NO_FOREIGN_MARKS: ForeignMarks = { hashes: new Uint32Array(0), strengths: new Uint8Array(0) }

export const STEPS = 16

type Read = {
  readonly title: string
  readonly text: string
  readonly language: string | null
  readonly entities: Classification['entities']
}

/** Names and numbers that are looked at: the most frequent ones. */
const NAMES_MAX = 12
const NUMBERS_MAX = 8

/** Of a text in a script without capitals any word may be a name: so much of its beginning is read. */
const HEAD_CHARS = 700
const WORDS_MAX = 100
const MARKS_MAX = 64

/**
 * Names by their sound, those of several words by the last two, and numbers. What each tells is the log of how unlikely it is that
 * another report has it by chance: six kinds of consonants, ten digits, and so many words or names that it may be one of.
 *
 * @param rarityOf how rare a word is in English news, which prints most names: log of all texts by those that have it.
 * @returns the marks, and what is printed for each.
 */
export function foreignMarks(
  document: Read,
  rarityOf: (word: string) => number,
): {
  readonly marks: ForeignMarks
  readonly printed: ReadonlyMap<number, string>
} {
  const strengths = new Map<number, number>()
  const printed = new Map<number, string>()
  const add = (hash: number, strength: number, word: string) => {
    const steps = Math.min(STRENGTH_MAX, Math.round(strength * STEPS))
    if (steps <= (strengths.get(hash) ?? 0) || strengths.size >= MARKS_MAX) return
    strengths.set(hash, steps)
    printed.set(hash, word)
  }
  for (const { key, name } of document.entities.filter(({ kind }) => kind === 'number').slice(0, NUMBERS_MAX)) {
    add((hash32(key) | 1) >>> 0, DIGIT * (significant(key) - 1), name)
  }
  const isNamed = hasCapitals(document) && !NOUNS_CAPITAL.has(document.language ?? '')
  for (const { runs, areNames, choices } of isNamed ? [namesOf(document)] : [namesOf(document), wordsOf(document)]) {
    const chance = Math.log(choices)
    for (const run of runs) {
      const heard = run.map((word) => ({ word, sound: soundOf(word) })).filter(({ sound }) => sound !== '')
      // Of a name the last two words, so that it counts once; of a sentence any two may be a name, and any one.
      const pairs = areNames ? heard.slice(-2) : heard
      for (const [at, one] of pairs.slice(0, -1).entries()) {
        const two = pairs[at + 1]!
        const length = one.sound.length + two.sound.length
        if (length < PAIR_SOUNDS_MIN) continue
        const rarity = Math.max(rarityOf(one.word), rarityOf(two.word))
        add(nameHash(`${one.sound} ${two.sound}`), Math.min(rarity, SOUND * length - chance), `${one.word} ${two.word}`)
      }
      if (areNames && heard.length > 1) continue
      for (const { word, sound } of heard) {
        if (sound.length >= SOUNDS_MIN)
          add(nameHash(sound), Math.min(SINGLE_MAX, rarityOf(word), SOUND * sound.length - chance), word)
      }
    }
  }
  if (strengths.size === 0) return { marks: NO_FOREIGN_MARKS, printed }
  const sorted = [...strengths].sort(([a], [b]) => a - b)
  const marks = {
    hashes: Uint32Array.from(sorted, ([hash]) => hash),
    strengths: Uint8Array.from(sorted, ([, strength]) => strength),
  }
  return { marks, printed }
}

function nameHash(sounds: string): number {
  return (hash32(sounds) & ~1) >>> 0
}

/** Log of the choices a consonant, and a digit, is one of. */
const SOUND = Math.log(6)
const DIGIT = Math.log(10)

const SOUNDS_MIN = 3
const PAIR_SOUNDS_MIN = 5

/** One name alone, however long, may be that of another matter. */
const SINGLE_MAX = 5
const STRENGTH_MAX = 8 * STEPS

/** Digits that say something: of "1250" three, of "350000000" two. Years, and shares of a whole, are in every text. */
function significant(key: string): number {
  const digits = key.replace(/\D/g, '')
  if (/^(?:19|20)\d\d$/.test(key)) return 0
  return digits.replace(/^0+|0+$/g, '').length
}

type Names = {
  readonly runs: readonly (readonly string[])[]
  /** Each run is one name; else any of its words may be. */
  readonly areNames: boolean
  readonly choices: number
}

/** Words of names, name by name. */
function namesOf({ entities }: Read): Names {
  const names = entities.filter(({ kind }) => NAMED.has(kind)).slice(0, NAMES_MAX)
  const runs = names.map(({ name }) => name.split(/[\s-]+/u).filter((word) => word.length > 2))
  return { runs, areNames: true, choices: NAMES_MAX * NAMES_MAX }
}

const NAMED: ReadonlySet<string> = new Set(['person', 'organisation', 'place', 'other'])

/**
 * Words of a text without capitals, sentence by sentence; of Japanese only katakana, in which foreign names are written; of
 * German the capital words, those side by side together.
 */
function wordsOf({ title, text, language }: Read): Names {
  const head = `${title}\n${text.slice(0, HEAD_CHARS)}`
  const stretches = NOUNS_CAPITAL.has(language ?? '') ? (head.match(CAPITAL_WORDS) ?? []) : head.split(/[.!?؟।\n:،]+/u)
  const pattern = language === 'ja' ? KATAKANA : WORD
  let words = 0
  const runs = stretches.map((stretch) =>
    (stretch.match(pattern) ?? []).filter((word) => words++ < WORDS_MAX && !isStopWord(word, language ?? '')),
  )
  return { runs, areNames: false, choices: Math.max(NAMES_MAX, Math.min(words, WORDS_MAX)) * NAMES_MAX }
}

const WORD = /\p{L}[\p{L}\p{M}]+/gu
const CAPITAL_WORDS = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+)*/gu
const KATAKANA = /[\p{Script=Katakana}ー]{2,}/gu

/** Every noun has a capital in them: any may be a name, and few are known to be. */
const NOUNS_CAPITAL: ReadonlySet<string> = new Set(['de', 'lb'])

/** One in a hundred of the characters of its title and beginning is a capital. */
function hasCapitals({ title, text }: Read): boolean {
  const least = (title.length + Math.min(text.length, HEAD_CHARS)) / 100
  const inTitle = capitalsIn(title, title.length, least)
  return inTitle > least || inTitle + capitalsIn(text, HEAD_CHARS, least - inTitle) > least
}

/** Capitals among the first characters, counted until they are more than `enough`. */
function capitalsIn(text: string, chars: number, enough: number): number {
  let capitals = 0
  for (let at = 0; at < Math.min(chars, text.length) && capitals <= enough; at++) {
    if ((classOf(text.charCodeAt(at)) & UPPER) !== 0) capitals++
  }
  return capitals
}
