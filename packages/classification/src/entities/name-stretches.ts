import { classOf, UPPER } from '../text/character-classes.ts'
import { fold } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Word } from '../text/words.ts'
import { BODY_ENDS, CALENDAR, JOINERS, OPENERS, SAINTS } from './name-words.ts'
import type { NameWords } from './name-words-of.ts'

/** What is known of a text before its names are read. */
export type Reading = {
  readonly text: string
  readonly words: readonly Word[]
  readonly language: string | null
  /** Words that stand in it with a small letter. */
  readonly small: ReadonlySet<string>
  readonly areNounsCapital: boolean
  readonly known: NameWords
}

export type Part = {
  /** Place among the words of the text. */
  readonly at: number
  readonly raw: string
  readonly lower: string
  readonly folded: string
  readonly start: number
}

/** A stretch of a run that may be one name, and the words before it. */
export type Stretch = {
  readonly parts: readonly Part[]
  readonly before: readonly (string | undefined)[]
  readonly next: string | undefined
  readonly isTitled: boolean
  readonly opens: boolean
}

/**
 * What of a run may be a name: without the sentence's first word where that is none, without days, and without titles. A
 * title ends what stands before it.
 */
export function stretchesOf(reading: Reading, from: number, end: number): Stretch[] {
  const { text, words, areNounsCapital, known } = reading
  // Half of all runs: "The", "In".
  if (end - from === 1 && isSmall(partOf(words, from), reading)) return []
  const parts: Part[] = []
  for (let at = from; at < end; at++) parts.push(partOf(words, at))
  const opens = opensSentence(text, parts[0]!.start)
  const [first] = parts
  // Some of their words are those of every day: "Kuala Lumpur".
  if (parts.length > 1 && known.isCountry(parts.map(({ lower }) => lower).join(' ')))
    return [stretchOf(reading, parts, end, false, false)]
  let { named, isTitled } = behindTitles(reading, trimmed(reading, parts, opens), from)
  if (areNounsCapital && named.length > 1 && known.bodyNouns.has(named[0]!.lower)) named = named.slice(1)
  const cut = nameEnd(named, known)
  if (cut < named.length) {
    const [one, other] = [named.slice(0, cut), named.slice(cut)]
    const isFirst = opens && named[0] === first
    return [stretchOf(reading, one, end, isTitled, isFirst), stretchOf(reading, other, end, false, false)]
  }
  // "Striker Kofi Mensah", "Oberbürgermeisterkandidatin Ada Berg": a name begins with the given name.
  const given = named.findIndex(({ folded }) => known.isGiven(folded))
  const isLed =
    given > 0 && given < named.length - 1 && !SAINTS.has(named[given - 1]!.lower) && named[given - 1]!.raw.length > 1
  if (isLed && (areNounsCapital || opens) && !named.some(({ lower }) => isBodyWord(lower, known))) {
    named = named.slice(given)
    isTitled = true
  }
  // "Ada Berg of Orchard & Sons" are two.
  const of = known.isGiven(named[0]?.folded ?? '') ? named.findIndex(({ lower }) => lower === 'of') : -1
  if (of > 1 && of < named.length - 1) {
    const [person, body] = [named.slice(0, of), named.slice(of + 1)]
    return [stretchOf(reading, person, end, isTitled, false), stretchOf(reading, body, end, false, false)]
  }
  return named.length === 0 ? [] : [stretchOf(reading, named, end, isTitled, opens && named[0] === first)]
}

function partOf(words: readonly Word[], at: number): Part {
  const { raw, start } = words[at]!
  return { raw, start, at, lower: raw.toLowerCase(), folded: fold(raw) }
}

function isSmall({ lower, folded }: Part, { language, known }: Reading): boolean {
  return isSmallWord(lower, language) && !known.isGiven(folded) && !known.ownBodyWords.has(lower)
}

/** @param end index behind the last word of the run. */
function stretchOf(
  { text, words, known }: Reading,
  parts: readonly Part[],
  end: number,
  hasTitle: boolean,
  opens: boolean,
): Stretch {
  const [{ at }] = parts as [Part]
  const last = words[at - 1]
  // "… der Bank. Ada Berg": what ends a sentence says nothing of the next.
  const isApart = last !== undefined && ENDS_SENTENCE.test(text.slice(last.start + last.raw.length, words[at]!.start))
  const before = isApart && !known.titles.has(last.raw.toLowerCase()) ? [] : [last?.raw, words[at - 2]?.raw]
  const isAfterTitle = known.titles.has(before[0]?.toLowerCase() ?? '')
  return { parts, before, next: words[end]?.raw, isTitled: hasTitle || isAfterTitle, opens }
}

/** Without small words at both ends, and without days. */
function trimmed(reading: Reading, all: Part[], opens: boolean): Part[] {
  const { language, small, known } = reading
  let parts = opens ? withoutOpener(all, small, known) : all
  while (parts.length > 0 && isSmall(parts[0]!, reading)) parts = parts.slice(1)
  // "Mai" is a name in Vietnam.
  const isDay = ({ lower, folded }: Part) => CALENDAR.has(lower) && !known.isGiven(folded)
  if (parts.some(isDay)) parts = parts.filter((part) => !isDay(part))
  while (parts.length > 0 && isSmallWord(parts.at(-1)!.lower, language) && !isCapital(parts.at(-1)!.raw))
    parts = parts.slice(0, -1)
  return parts
}

type Named = { readonly named: readonly Part[]; readonly isTitled: boolean }

/** @param from index of the run's first word. */
function behindTitles({ words, known }: Reading, parts: readonly Part[], from: number): Named {
  const titleAt = parts.findLastIndex(
    ({ lower }, at) => known.titles.has(lower) && at < parts.length - 1 && !isBodyWord(lower, known),
  )
  let named = parts.slice(titleAt + 1)
  let isTitled = titleAt >= 0
  if (isTitled && OF.has(named[0]!.lower)) {
    // "Secretary of State Antony Blinken": what the office is of is no part of the name. "Mayor of Lyon": it is all there is.
    const given = named.findIndex(({ folded }) => known.isGiven(folded))
    isTitled = given > 0 || named.length > 3
    named = given > 0 ? named.slice(given) : isTitled ? named.slice(2) : named.slice(1)
  } else {
    const isJoiner = ({ lower, raw }: Part) => JOINERS.has(lower) && !isCapital(raw) && !NOBLE.has(lower)
    while (named.length > 1 && isJoiner(named[0]!)) {
      named = named.slice(1)
      isTitled = false
    }
  }
  if (known.offices.size === 0) return { named, isTitled }
  const led = behindOffice(named, words, from, known)
  return { named: led.named, isTitled: isTitled || led.isTitled }
}

/**
 * Without an office and what it is of, which a given name ends: "Menteri Perhubungan Budi Hartanto". Where none does, one word may
 * be a name and more are not.
 */
function behindOffice(named: readonly Part[], words: readonly Word[], from: number, known: NameWords): Named {
  const officeAt = named.findLastIndex(({ lower }) => known.offices.has(lower))
  const isBehind = officeAt < 0 && [1, 2].some((back) => known.offices.has(words[from - back]?.raw.toLowerCase() ?? ''))
  const rest = named.slice(officeAt + 1)
  if ((officeAt < 0 && !isBehind) || rest.some(({ lower }) => isBodyWord(lower, known)))
    return { named: rest, isTitled: false }
  const given = rest.findIndex(({ folded }) => known.isGiven(folded))
  if (given >= 0) return { named: rest.slice(given), isTitled: true }
  return { named: rest.length === 1 ? rest : [], isTitled: false }
}

/** Where the first of two names of a run ends that no mark divides: "Debreceni Törvényszék Varga Zoltánt", "Outi Rantanen Ilmatieteen". */
function nameEnd(named: readonly Part[], known: NameWords): number {
  const givenAt = named.findIndex(({ folded }) => known.isGiven(folded))
  if (known.areNamesOfTwo === true && givenAt === 0 && named.length > 2 && !known.isGiven(named[1]!.folded)) return 2
  if (known.isGivenLast !== true || givenAt < 1) return named.length
  const bodyEnd = named.findLastIndex(({ lower }) => isBodyWord(lower, known)) + 1
  if (bodyEnd > 0) return bodyEnd < givenAt ? bodyEnd : named.length
  return givenAt + 1
}

const ENDS_SENTENCE = /[.!?\n]/

function isSmallWord(lower: string, language: string | null): boolean {
  return (
    OPENERS.has(lower) ||
    /^i['’]/.test(lower) ||
    JOINERS.has(lower) ||
    (language !== null && isStopWord(lower, language))
  )
}

/** Between an office or a body and its place. */
export const OF: ReadonlySet<string> = new Set(['of', 'de', 'di', 'von', 'van'])

/** Small words with which surnames begin. */
const NOBLE: ReadonlySet<string> = new Set([
  'von',
  'van',
  'de',
  'di',
  'da',
  'du',
  'del',
  'della',
  'al',
  'el',
  'bin',
  'ibn',
  'ter',
  'ten',
])

/** A word that opens a sentence is capital anyway: it belongs to a name only if nothing speaks against it. */
function withoutOpener(parts: Part[], small: ReadonlySet<string>, { bodyWords, titles }: NameWords): Part[] {
  const [{ lower }, next] = parts as [Part, Part | undefined]
  const isNoName = small.has(lower) || /(?:ing|ed|ful|ly)$/.test(lower)
  const isOf = next !== undefined && next.lower === 'of' && !bodyWords.has(lower) && !titles.has(lower)
  return isNoName || isOf ? parts.slice(1) : parts
}

export function isCapital(raw: string): boolean {
  return raw !== '' && (classOf(raw.codePointAt(0)!) & UPPER) !== 0
}

export function isBodyWord(raw: string, { bodyWords }: NameWords): boolean {
  const lower = raw.toLowerCase()
  return bodyWords.has(lower) || BODY_ENDS.test(lower)
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:\n”"»“]\s{0,2}|[“"«„])$/u.test(text.slice(Math.max(0, start - 3), start))
}
