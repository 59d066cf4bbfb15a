import type { OtherCalendar } from './calendars.ts'
import {
  DAY_PARTS,
  FILLERS,
  FUTURE_WORDS,
  MONTH_WORDS,
  NUMBER_WORDS,
  PAST_WORDS,
  RANGE_WORDS,
  RELATIVE_WORDS,
  UNIT_WORDS,
} from './date-words.ts'
import { fold } from './fold.ts'
import { COMMON_LANGUAGES, knownLanguages } from './languages.ts'

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade'

/** What a word can mean. `shift`: that many units away from the reference, "yesterday" = day −1. */
export type Meaning =
  | { kind: 'month'; value: number; calendar?: OtherCalendar }
  | { kind: 'weekday'; value: number }
  | { kind: 'unit'; unit: Unit }
  | { kind: 'shift'; unit: Unit; value: number }
  | { kind: 'past' | 'future' | 'filler' | 'range' }
  | { kind: 'number'; value: number }
  | { kind: 'meridiem'; value: 'am' | 'pm' }

/** Languages by number, most common first; a bit set of the common ones would not hold them all. */
type Entry = { id: string; meaning: Meaning; languages: Set<number>; isAbbreviated: boolean }

/** `entries`: meanings of a folded word. `lengths`: longest word by its first character. `templates`: see relative dates. */
export type Lexicon = {
  languages: string[]
  commonCount: number
  entries: Map<string, Entry[]>
  lengths: Map<string, number>
  templates: Map<string, { unit: Unit; sign: -1 | 1 }>
}

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const
const SAMPLES = [1, 2, 3, 5, 11, 21, 1.5] // every plural class of every language has one of these
const DAY_MS = 86_400_000

const made = new Map<'press' | 'all', Lexicon>()

/**
 * Names of months, days, units and relative days, out of ICU. Made on first use, in about a fifth of a second for the
 * languages of the press.
 */
export function lexicon(which: 'press' | 'all'): Lexicon {
  const known = made.get(which) ?? makeLexicon(which)
  made.set(which, known)
  return known
}

/** True for "Thursday" and "Donnerstag", false for "Thu": abbreviations are names of people, too. */
export const isDayName = (word: string): boolean =>
  lexicon('press')
    .entries.get(fold(word))
    ?.some(
      ({ meaning, isAbbreviated }) => meaning.kind === 'weekday' && !isAbbreviated && word.length >= DAY_CHARS_MIN,
    ) ?? false

const DAY_CHARS_MIN = 5

function makeLexicon(which: 'press' | 'all'): Lexicon {
  const languages = knownLanguages(which)
  const made: Lexicon = {
    languages,
    commonCount: COMMON_LANGUAGES.length,
    entries: new Map(),
    lengths: new Map(),
    templates: new Map(),
  }
  languages.forEach((language, index) => {
    addNames(made, language, index)
    addUnits(made, language, index)
    addRelative(made, language, index)
  })
  addOwnWords(made)
  return made
}

function add(to: Lexicon, word: string, meaning: Meaning, language: number, isAbbreviated = false): void {
  const key = fold(word).replace(/^[\s.,]+|[\s.,:]+$/gu, '')
  if (!/[\p{L}\p{M}]/u.test(key) || key.length > 40) return
  const entries = to.entries.get(key) ?? []
  if (entries.length === 0) to.entries.set(key, entries)
  const id = idOf(meaning)
  const same = entries.find((entry) => entry.id === id && entry.isAbbreviated === isAbbreviated)
  if (same === undefined) entries.push({ id, meaning, languages: new Set([language]), isAbbreviated })
  else same.languages.add(language)
  const first = key[0]!
  to.lengths.set(first, Math.max(to.lengths.get(first) ?? 0, key.length))
}

function idOf(meaning: Meaning): string {
  return Object.values(meaning).join(' ')
}

/** Months and days of the week, standing alone and within a date, with the abbreviations people make of them. */
function addNames(to: Lexicon, language: string, index: number): void {
  const gregorian = `${language}-u-ca-gregory-nu-latn`
  const names = new Map<string, Meaning>()
  for (const style of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(gregorian, { month: style, timeZone: 'UTC' })
    const within = new Intl.DateTimeFormat(gregorian, {
      month: style,
      day: 'numeric',
      year: 'numeric',
      weekday: style,
      timeZone: 'UTC',
    })
    for (let month = 0; month < 12; month += 1) {
      const at = Date.UTC(2021, month, 15)
      names.set(alone.format(at), { kind: 'month', value: month + 1 })
      for (const { type, value } of within.formatToParts(at)) {
        if (type === 'month') names.set(value, { kind: 'month', value: month + 1 })
        if (type === 'literal') addFillers(to, value, index)
      }
    }
    const days = new Intl.DateTimeFormat(gregorian, { weekday: style, timeZone: 'UTC' })
    for (let day = 0; day < 7; day += 1)
      names.set(days.format(Date.UTC(2021, 7, 1) + day * DAY_MS), { kind: 'weekday', value: day })
  }
  for (const [name, meaning] of names) {
    add(to, name, meaning, index)
    const spelled = name.toLowerCase().replace(/ä/gu, 'ae').replace(/ö/gu, 'oe').replace(/ü/gu, 'ue')
    if (spelled !== name.toLowerCase()) add(to, spelled, meaning, index)
  }
  if (index < to.commonCount) addAbbreviations(to, names, index)
  addMeridiems(to, gregorian, index)
  addOtherCalendars(to, language, index)
}

/** "Sept", "верес", "lundi" → "lun": the first three to six letters, where they are one name's alone. */
function addAbbreviations(to: Lexicon, names: Map<string, Meaning>, index: number): void {
  const byPrefix = new Map<string, Meaning | null>()
  for (const [name, meaning] of names) {
    const word = fold(name)
    if (
      word.length < 5 ||
      /[\d\s]/.test(word) ||
      !/^[\p{scx=Latn}\p{scx=Cyrl}\p{scx=Grek}\p{scx=Thai}\p{M}]+$/u.test(word)
    )
      continue
    for (let length = 3; length < Math.min(word.length, 7); length += 1) {
      const prefix = word.slice(0, length)
      const other = byPrefix.get(prefix)
      byPrefix.set(prefix, other === undefined || (other !== null && idOf(other) === idOf(meaning)) ? meaning : null)
    }
  }
  for (const [prefix, meaning] of byPrefix) if (meaning !== null) add(to, prefix, meaning, index, true)
}

function addMeridiems(to: Lexicon, locale: string, index: number): void {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' })
  for (const [hour, value] of [
    [9, 'am'],
    [15, 'pm'],
  ] as const) {
    const name = format.formatToParts(Date.UTC(2021, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value
    if (name !== undefined) add(to, name, { kind: 'meridiem', value }, index)
  }
}

/**
 * Calendars that newspapers date by: the Persian one in Iran and Afghanistan, and that of Umm al-Qura on the Arab peninsula.
 * `start` lies in the first month, and `monthDays` later in the next.
 */
const OTHER_CALENDARS: readonly { calendar: OtherCalendar; languages: RegExp; start: number; monthDays: number }[] = [
  { calendar: 'persian', languages: /^(?:fa|ps|ckb|en)$/, start: Date.UTC(2021, 3, 5), monthDays: 30.5 },
  { calendar: 'islamic-umalqura', languages: /^ar$/, start: Date.UTC(2025, 6, 5), monthDays: 29.53 },
]

function addOtherCalendars(to: Lexicon, language: string, index: number): void {
  for (const { calendar, languages, start, monthDays } of OTHER_CALENDARS) {
    if (!languages.test(language)) continue
    const format = new Intl.DateTimeFormat(`${language}-u-ca-${calendar}-nu-latn`, { month: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month += 1) {
      const name = format.format(start + month * monthDays * DAY_MS)
      add(to, name, { kind: 'month', value: month + 1, calendar }, index)
    }
  }
}

function addFillers(to: Lexicon, literal: string, index: number): void {
  for (const word of literal.split(/[\s,./()-]+/u))
    if (/\p{L}/u.test(word) && word.length <= 8) add(to, word, { kind: 'filler' }, index)
}

/** One number for every plural class of the language. */
function samplesOf(language: string): number[] {
  const rules = new Intl.PluralRules(language)
  const classes = new Map(SAMPLES.toReversed().map((sample) => [rules.select(sample), sample]))
  return [...classes.values()]
}

function addUnits(to: Lexicon, language: string, index: number): void {
  const samples = samplesOf(language)
  for (const unit of UNITS) {
    if (unit === 'quarter') continue
    for (const unitDisplay of ['long', 'short'] as const) {
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit, unitDisplay })
      for (const sample of samples) {
        const name = format.formatToParts(sample).find(({ type }) => type === 'unit')?.value
        if (name !== undefined) add(to, name, { kind: 'unit', unit }, index)
      }
    }
  }
}

/** Words before and after a number: "vor 3 Tagen" has "vor " and " Tagen". */
type Frame = { unit: Unit; before: string; after: string }

function addRelative(to: Lexicon, language: string, index: number): void {
  const samples = samplesOf(language)
  for (const style of ['long', 'short', 'narrow'] as const) {
    const always = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style })
    for (const sign of [-1, 1] as const) {
      const frames: Frame[] = []
      for (const unit of UNITS) {
        for (const sample of samples) {
          const parts = always.formatToParts(sign * sample, unit)
          const at = parts.findIndex(({ type }) => type !== 'literal')
          const text = (from: number, end: number) =>
            fold(
              parts
                .slice(from, end)
                .map(({ value }) => value)
                .join(''),
            ).trim()
          if (at < 0) add(to, text(0, parts.length), { kind: 'shift', unit, value: sign * sample }, index)
          else
            frames.push({
              unit,
              before: text(0, at),
              after: text(parts.findLastIndex(({ type }) => type !== 'literal') + 1, parts.length),
            })
        }
      }
      addFrames(to, frames, sign, index)
    }
    const auto = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style, numeric: 'auto' })
    for (const unit of UNITS) {
      for (const value of [-2, -1, 0, 1, 2]) {
        const name = auto.format(value, unit)
        const isSmall = unit === 'minute' || unit === 'hour'
        if (!/\d/u.test(name) && !(isSmall && value === 0)) add(to, name, { kind: 'shift', unit, value }, index)
      }
    }
  }
}

/** What all frames of one direction share is its marker ("vor", "ago", "前"); what is left over is the unit. */
function addFrames(to: Lexicon, frames: readonly Frame[], sign: -1 | 1, index: number): void {
  const head = sharedStart(frames.map(({ before }) => before))
  const tail = sharedEnd(frames.map(({ after }) => after))
  const kind = sign < 0 ? 'past' : 'future'
  if (head !== '') add(to, head, { kind }, index)
  if (tail !== '') add(to, tail, { kind }, index)
  for (const { unit, before, after } of frames) {
    to.templates.set(`${before}#${after}`, { unit, sign })
    if (head === '' && tail === '') continue
    const name = `${before.slice(head.length)} ${after.slice(0, after.length - tail.length)}`.trim()
    if (!name.includes(' ') || name.length < 16) add(to, name, { kind: 'unit', unit }, index)
  }
}

function sharedStart(texts: readonly string[]): string {
  let shared = texts[0] ?? ''
  for (const text of texts) while (!text.startsWith(shared)) shared = shared.slice(0, -1)
  const isWhole = texts.every((text) => text.length === shared.length || text[shared.length] === ' ')
  const words = isWhole ? shared : shared.slice(0, shared.lastIndexOf(' ') + 1)
  return (words || runOn(shared)).trim()
}

function sharedEnd(texts: readonly string[]): string {
  let shared = texts[0] ?? ''
  for (const text of texts) while (!text.endsWith(shared)) shared = shared.slice(1)
  const isWhole = texts.every((text) => text.length === shared.length || text.at(-shared.length - 1) === ' ')
  const words = isWhole ? shared : shared.includes(' ') ? shared.slice(shared.indexOf(' ')) : ''
  return (words || runOn(shared)).trim()
}

/** A shared "s" of "years" and "days" is no word: only scripts without spaces have markers that cling. */
function runOn(shared: string): string {
  return /[\p{scx=Latn}\p{scx=Cyrl}\p{scx=Grek}\p{scx=Arab}\p{scx=Hebr}\p{scx=Armn}\p{scx=Geor}]/u.test(shared)
    ? ''
    : shared
}

/** What ICU does not have: spoken forms, number words, parts of the day. */
function addOwnWords(to: Lexicon): void {
  const tables: [Record<string, string>, (value: string) => Meaning][] = [
    [PAST_WORDS, () => ({ kind: 'past' })],
    [FUTURE_WORDS, () => ({ kind: 'future' })],
    [FILLERS, () => ({ kind: 'filler' })],
    [RANGE_WORDS, () => ({ kind: 'range' })],
  ]
  for (const [table, meaning] of tables) {
    for (const [language, words] of Object.entries(table)) {
      for (const word of words.split('|')) addFor(to, language, word, meaning(word))
    }
  }
  for (const [language, words] of Object.entries(MONTH_WORDS)) {
    words.split('|').forEach((word, month) => {
      addFor(to, language, word, { kind: 'month', value: month + 1 })
    })
  }
  for (const [language, words] of Object.entries(NUMBER_WORDS)) {
    words.split('|').forEach((forms, value) => {
      for (const form of forms.split(' '))
        if (form !== '') addFor(to, language, form, { kind: 'number', value: value + 1 })
    })
  }
  for (const [language, parts] of Object.entries(DAY_PARTS)) {
    for (const [value, words] of Object.entries(parts)) {
      for (const word of words.split('|'))
        addFor(to, language, word, { kind: 'shift', unit: 'day', value: Number(value) })
    }
  }
  for (const [language, words] of Object.entries(UNIT_WORDS)) {
    for (const [unit, forms] of Object.entries(words)) {
      for (const word of (forms ?? '').split('|')) addFor(to, language, word, { kind: 'unit', unit: unit as Unit })
    }
  }
  for (const [language, units] of Object.entries(RELATIVE_WORDS)) {
    for (const [key, words] of Object.entries(units)) {
      const [unit, value] = key.split(' ') as [Unit, string]
      for (const word of words.split('|')) addFor(to, language, word, { kind: 'shift', unit, value: Number(value) })
    }
  }
}

function addFor(to: Lexicon, languages: string, word: string, meaning: Meaning): void {
  const tags = languages === 'any' ? to.languages : languages === 'zh' ? ['zh', 'zh-Hant', 'yue'] : languages.split(' ')
  for (const language of tags) {
    const index = to.languages.indexOf(language)
    if (index >= 0) add(to, word, meaning, index)
  }
}
