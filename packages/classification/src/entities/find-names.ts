import { type Word, wordsOf } from '../text/words.ts'
import { nameKey } from './name-key.ts'
import {
  BODY_JOINERS,
  BODY_WORDS,
  CALENDAR,
  COUNTRIES,
  COUNTRY_LETTERS,
  JOINERS,
  OPENERS,
  PLACE_PREPOSITIONS,
  TITLES,
} from './name-words.ts'

export type NameKind = 'person' | 'organisation' | 'place' | 'other'

/** A name as printed, with what the words around it say of its kind. */
export type FoundName = { readonly name: string; readonly key: string; readonly kind: NameKind; readonly start: number }

const NAME_WORDS_MAX = 8
const CAPITAL = /^\p{Lu}/u
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\d]{1,7}$/u

/** Names in running text, left to right: runs of capitalised words. Scripts without capitals give none. */
export function findNames(text: string): FoundName[] {
  const words = wordsOf(text)
  const small = new Set(words.filter(({ raw }) => !CAPITAL.test(raw)).map(({ raw }) => raw))
  const found: FoundName[] = []
  for (let at = 0; at < words.length; at++) {
    if (!CAPITAL.test(words[at]!.raw)) continue
    const end = endOfRun(text, words, at)
    const name = nameIn(text, words.slice(at, end), words[at - 1], small)
    if (name !== null) found.push(name)
    at = end - 1
  }
  return found
}

/** Index after the last word of the capitalised run that begins at `from`. */
function endOfRun(text: string, words: readonly Word[], from: number): number {
  let end = from + 1
  let isBody = BODY_WORDS.has(words[from]!.raw.toLowerCase())
  for (let at = end; at < words.length && at - from < NAME_WORDS_MAX; at++) {
    const { raw } = words[at]!
    if (!isJoined(text, words[at - 1]!, words[at]!)) break
    if (CAPITAL.test(raw)) {
      end = at + 1
      isBody ||= BODY_WORDS.has(raw.toLowerCase())
    } else if (!JOINERS.has(raw) && !(isBody && BODY_JOINERS.has(raw))) break
  }
  return end
}

/** One space or hyphen between two words, or a point after an initial or a title: "Antony J. Blinken", "Sen. Odell". */
function isJoined(text: string, before: Word, after: Word): boolean {
  const between = text.slice(before.start + before.raw.length, after.start)
  if (between === ' ' || between === '\u00a0' || between === '-') return true
  return /^\.[ \u00a0]$/.test(between) && (before.raw.length === 1 || TITLES.has(before.raw.toLowerCase()))
}

type Part = { readonly raw: string; readonly lower: string; readonly start: number }

function nameIn(
  text: string,
  run: readonly Word[],
  before: Word | undefined,
  small: ReadonlySet<string>,
): FoundName | null {
  let parts: Part[] = run.map(({ raw, start }) => ({ raw, lower: raw.toLowerCase(), start }))
  if (opensSentence(text, parts[0]!.start)) parts = withoutOpener(parts, small)
  while (parts.length > 0 && (OPENERS.has(parts[0]!.lower) || JOINERS.has(parts[0]!.lower))) parts = parts.slice(1)
  if (parts.some(({ lower }) => CALENDAR.has(lower))) parts = parts.filter(({ lower }) => !CALENDAR.has(lower))
  while (parts.length > 0 && JOINERS.has(parts.at(-1)!.lower)) parts.pop()
  const titleAt = parts.findLastIndex(({ lower }, at) => TITLES.has(lower) && at < parts.length - 1)
  // "Secretary of State Antony Blinken": what follows the office is no part of the name either.
  const isOffice = titleAt >= 0 && parts[titleAt + 1]!.lower === 'of'
  const named = parts.slice(isOffice ? titleAt + 3 : titleAt + 1)
  if (named.length === 0) return null
  const { start } = named[0]!
  const last = named.at(-1)!
  const name = text.slice(start, last.start + last.raw.length).replace(/[\u00a0\n]/g, ' ')
  const key = nameKey(name)
  if (key.length < 2) return null
  const lower = named.map((part) => part.lower)
  return { name, key, start, kind: kindOf(lower, named[0]!.raw, titleAt >= 0 || TITLES.has(before?.raw ?? ''), before) }
}

/** A word that opens a sentence is capital anyway: it belongs to a name only if nothing speaks against it. */
function withoutOpener(parts: Part[], small: ReadonlySet<string>): Part[] {
  const [{ lower }, next] = parts as [Part, Part | undefined]
  const isNoName = small.has(lower) || /(?:ing|ed|ful|ly)$/.test(lower)
  const isOf = next !== undefined && next.lower === 'of' && !BODY_WORDS.has(lower) && !TITLES.has(lower)
  return isNoName || isOf ? parts.slice(1) : parts
}

function kindOf(lower: readonly string[], first: string, isTitled: boolean, before: Word | undefined): NameKind {
  const name = lower.join(' ')
  if (COUNTRIES.has(name) || COUNTRY_LETTERS.has(name)) return 'place'
  if (lower.some((word) => BODY_WORDS.has(word))) return 'organisation'
  if (isTitled) return 'person'
  if (lower.length === 1 && ALL_CAPITALS.test(first)) return 'organisation'
  if (before !== undefined && PLACE_PREPOSITIONS.has(before.raw) && lower.length <= 2) return 'place'
  return 'other'
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:\n”"»]\s{0,2}|[“"«])$/u.test(text.slice(Math.max(0, start - 3), start))
}
