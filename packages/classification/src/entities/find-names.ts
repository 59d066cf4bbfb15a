import { classOf, UPPER } from '../text/character-classes.ts'
import { fold } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Word } from '../text/words.ts'
import { allWordsOf } from '../text/words-of-text.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { nameKey } from './name-key.ts'
import {
  BODY_ENDS,
  BODY_JOINERS,
  BODY_NOUNS,
  BODY_WORDS,
  CALENDAR,
  COUNTRIES,
  COUNTRY_LETTERS,
  JOINERS,
  NO_PERSON,
  OPENERS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  PLACE_WORDS,
  PLACES_AFTER,
  SAINTS,
  TITLES,
} from './name-words.ts'
import { SAYING } from './saying-words.ts'
import { findUncasedNames } from './uncased/find-uncased-names.ts'

export type NameKind = 'person' | 'organisation' | 'place' | 'other'

/** A name as printed, with what the words around it say of its kind. */
export type FoundName = {
  readonly name: string
  readonly key: string
  readonly kind: NameKind
  readonly start: number
  /** Its capital may be that of a sentence's first word, or of a noun: it counts only beside a name that is sure. */
  readonly isWeak: boolean
}

const NAME_WORDS_MAX = 8
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\d]{1,7}$/u
/** "dell'Interno", "d'Arc", "l'Aquila": a small article before the name. */
const ELIDED = /^(?:d|l|dell|dall|nell|all|sull|qu)['’](?=\p{Lu})/u

const BEGINS_ARTICLE: ReadonlySet<number> = new Set([...'dlnasq'].map((letter) => letter.charCodeAt(0)))

/** Languages that write every noun with a capital: a capital proves nothing there. */
const NOUNS_CAPITAL: ReadonlySet<string> = new Set(['de', 'lb'])

/** What is known of a text before its names are read. */
type Reading = {
  readonly text: string
  readonly words: readonly Word[]
  readonly language: string | null
  /** Words that stand in it with a small letter. */
  readonly small: ReadonlySet<string>
  readonly areNounsCapital: boolean
}

/** Names in running text, left to right: runs of capitalised words, and what else marks a name in scripts without capitals. */
export function findNames(text: string, language: string | null = null): FoundName[] {
  const words = allWordsOf(text, language).map(withoutArticle)
  const small = new Set<string>()
  for (const { raw } of words) if (!isCapital(raw)) small.add(raw)
  const reading = { text, words, language, small, areNounsCapital: NOUNS_CAPITAL.has(language ?? '') }
  const found: FoundName[] = []
  for (let at = 0; at < words.length; at++) {
    if (!isCapital(words[at]!.raw)) continue
    const end = endOfRun(text, words, at)
    for (const part of partsOf(reading, at, end)) {
      const name = nameIn(reading, part)
      if (name !== null) found.push(name)
    }
    at = end - 1
  }
  for (const { name, start, kind, of } of findUncasedNames(text, language))
    found.push({ name, key: nameKey(of ?? name), kind, start, isWeak: false })
  return found.sort((a, b) => a.start - b.start)
}

function isCapital(raw: string): boolean {
  return raw !== '' && (classOf(raw.codePointAt(0)!) & UPPER) !== 0
}

function withoutArticle(word: Word): Word {
  if (!BEGINS_ARTICLE.has(word.raw.charCodeAt(0)) || !/['’]/.test(word.raw)) return word
  const article = ELIDED.exec(word.raw)?.[0].length ?? 0
  return article === 0 ? word : { raw: word.raw.slice(article), start: word.start + article }
}

/** Index after the last word of the capitalised run that begins at `from`. */
function endOfRun(text: string, words: readonly Word[], from: number): number {
  let end = from + 1
  let isBody = isBodyWord(words[from]!.raw)
  for (let at = end; at < words.length && at - from < NAME_WORDS_MAX; at++) {
    const { raw } = words[at]!
    if (!isJoined(text, words[at - 1]!, words[at]!)) break
    if (isCapital(raw)) {
      end = at + 1
      isBody ||= isBodyWord(raw)
    } else if (!JOINERS.has(raw) && !(isBody && BODY_JOINERS.has(raw)) && !isVonDer(words[at - 1]!.raw, raw)) break
  }
  return end
}

/** "Ursula von der Aue", but not "die Chefin der Post". */
function isVonDer(before: string, raw: string): boolean {
  return (before === 'von' || before === 'van') && (raw === 'der' || raw === 'den' || raw === 'dem')
}

function isBodyWord(raw: string): boolean {
  const lower = raw.toLowerCase()
  return BODY_WORDS.has(lower) || BODY_ENDS.test(lower)
}

/** One space, hyphen or "&" between two words, or a point after an initial or a title: "Antony J. Blinken", "Sen. Odell". */
function isJoined(text: string, before: Word, after: Word): boolean {
  const between = text.slice(before.start + before.raw.length, after.start)
  if (between === ' ' || between === '\u00a0' || between === '-' || between === ' & ') return true
  return /^\.[ \u00a0]$/.test(between) && (before.raw.length === 1 || TITLES.has(before.raw.toLowerCase()))
}

type Part = {
  /** Place among the words of the text. */
  readonly at: number
  readonly raw: string
  readonly lower: string
  readonly folded: string
  readonly start: number
}

/** A stretch of a run that may be one name, and the words before it. */
type Stretch = {
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
function partsOf({ text, words, language, small, areNounsCapital }: Reading, from: number, end: number): Stretch[] {
  // Half of all runs: "The", "In".
  if (end - from === 1 && isSmallWord(words[from]!.raw.toLowerCase(), language) && !isGivenName(words[from]!.raw))
    return []
  let parts: Part[] = []
  for (let at = from; at < end; at++) {
    const { raw, start } = words[at]!
    parts.push({ raw, start, at, lower: raw.toLowerCase(), folded: fold(raw) })
  }
  const opens = opensSentence(text, parts[0]!.start)
  const [first] = parts
  if (opens) parts = withoutOpener(parts, small)
  while (parts.length > 0 && isSmallWord(parts[0]!.lower, language) && !GIVEN_NAMES.has(parts[0]!.folded))
    parts = parts.slice(1)
  if (parts.some(({ lower }) => CALENDAR.has(lower))) parts = parts.filter(({ lower }) => !CALENDAR.has(lower))
  while (parts.length > 0 && isSmallWord(parts.at(-1)!.lower, language) && !isCapital(parts.at(-1)!.raw))
    parts = parts.slice(0, -1)
  const titleAt = parts.findLastIndex(
    ({ lower }, at) => TITLES.has(lower) && at < parts.length - 1 && !isBodyWord(lower),
  )
  let named = parts.slice(titleAt + 1)
  let isTitled = titleAt >= 0
  if (isTitled && OF.has(named[0]!.lower)) {
    // "Secretary of State Antony Blinken": what the office is of is no part of the name. "Mayor of Lyon": it is all there is.
    const given = named.findIndex(({ folded }) => GIVEN_NAMES.has(folded))
    isTitled = given > 0 || named.length > 3
    named = given > 0 ? named.slice(given) : isTitled ? named.slice(2) : named.slice(1)
  } else {
    while (
      named.length > 1 &&
      JOINERS.has(named[0]!.lower) &&
      !isCapital(named[0]!.raw) &&
      !NOBLE.has(named[0]!.lower)
    ) {
      named = named.slice(1)
      isTitled = false
    }
  }
  if (areNounsCapital && named.length > 1 && BODY_NOUNS.has(named[0]!.lower)) named = named.slice(1)
  // "Striker Kofi Mensah", "Oberbürgermeisterkandidatin Ada Berg": a name begins with the given name.
  const given = named.findIndex(({ folded }) => GIVEN_NAMES.has(folded))
  const isBody = named.some(({ lower }) => isBodyWord(lower))
  const isLed =
    given > 0 && given < named.length - 1 && !SAINTS.has(named[given - 1]!.lower) && named[given - 1]!.raw.length > 1
  if (isLed && !isBody && (areNounsCapital || opens)) {
    named = named.slice(given)
    isTitled = true
  }
  // "Ada Berg of Orchard & Sons" are two.
  const of = GIVEN_NAMES.has(named[0]?.folded ?? '') ? named.findIndex(({ lower }) => lower === 'of') : -1
  if (of > 1 && of < named.length - 1) {
    const [person, body] = [named.slice(0, of), named.slice(of + 1)]
    return [stretch(person, isTitled, false), stretch(body, false, false)]
  }
  if (named.length === 0) return []
  return [stretch(named, isTitled, opens && named[0] === first)]

  function stretch(of: readonly Part[], hasTitle: boolean, isFirst: boolean): Stretch {
    const [{ at }] = of as [Part]
    const before = [words[at - 1]?.raw, words[at - 2]?.raw]
    const isAfterTitle = TITLES.has(before[0]?.toLowerCase() ?? '')
    return { parts: of, before, next: words[end]?.raw, isTitled: hasTitle || isAfterTitle, opens: isFirst }
  }
}

function isSmallWord(lower: string, language: string | null): boolean {
  return (
    OPENERS.has(lower) ||
    /^i['’]/.test(lower) ||
    JOINERS.has(lower) ||
    (language !== null && isStopWord(lower, language))
  )
}

function isGivenName(raw: string): boolean {
  return GIVEN_NAMES.has(fold(raw))
}

/** Between an office or a body and its place. */
const OF: ReadonlySet<string> = new Set(['of', 'de', 'di', 'von', 'van'])

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
function withoutOpener(parts: Part[], small: ReadonlySet<string>): Part[] {
  const [{ lower }, next] = parts as [Part, Part | undefined]
  const isNoName = small.has(lower) || /(?:ing|ed|ful|ly)$/.test(lower)
  const isOf = next !== undefined && next.lower === 'of' && !BODY_WORDS.has(lower) && !TITLES.has(lower)
  return isNoName || isOf ? parts.slice(1) : parts
}

function nameIn({ text, language, areNounsCapital }: Reading, stretch: Stretch): FoundName | null {
  const { parts, opens } = stretch
  const { start } = parts[0]!
  const last = parts.at(-1)!
  const name = text.slice(start, last.start + last.raw.length).replace(/[\u00a0\n]/g, ' ')
  const key = nameKey(name)
  if (key.length < 2) return null
  const sure = sureKind(stretch, language)
  // "Junya Tanase of Chase Bank" is a person, and what is behind "of" another matter.
  const of = sure === 'person' ? name.indexOf(' of ') : -1
  if (of > 0) return { name: name.slice(0, of), key: nameKey(name.slice(0, of)), start, kind: 'person', isWeak: false }
  if (areNounsCapital) {
    const kind = sure ?? 'other'
    return { name, key, start, kind, isWeak: sure === null }
  }
  return { name, key, start, kind: sure ?? 'other', isWeak: sure === null && opens && parts.length === 1 }
}

/** What the name and the words beside it prove; null: nothing. */
function sureKind(
  { parts, before: [before, beforeThat], next, isTitled }: Stretch,
  language: string | null,
): NameKind | null {
  const lower = parts.map((part) => part.lower)
  const name = lower.join(' ')
  const [first] = parts as [Part]
  const word = before?.toLowerCase() ?? ''
  if (COUNTRIES.has(name) || COUNTRY_LETTERS.has(name)) return 'place'
  if (parts.length > 1 ? lower.some((one) => isBodyWord(one)) : BODY_ENDS.test(name) && name.length > 11)
    return 'organisation'
  if (isTitled) return 'person'
  if (parts.length > 1 && GIVEN_NAMES.has(first.folded)) return PLACE_WORDS.has(lower.at(-1)!) ? 'place' : 'person'
  if (parts.length === 1 && ALL_CAPITALS.test(first.raw)) return 'organisation'
  if (parts.length > 1 && lower.some((one) => PLACE_WORDS.has(one))) return 'place'
  if (BODY_NOUNS.has(word)) return 'organisation'
  const office = OF.has(word) ? (beforeThat?.toLowerCase() ?? '') : ''
  if (PLACE_NOUNS.has(word) || PLACE_NOUNS.has(office)) return 'place'
  // "the mayor of Lyon", "the council of Lyon"
  if (parts.length <= 2 && (TITLES.has(office) || (BODY_WORDS.has(office) && office === beforeThat))) return 'place'
  if (parts.length > 1 && SAINTS.has(first.lower)) return 'place'
  if (parts.length <= 2 && isPlacePreposition(before, language) && !isNounLike(parts, language)) return 'place'
  if (
    parts.length > 1 &&
    !areCommon(parts) &&
    language !== 'de' &&
    (SAYING.has(word) || SAYING.has(next?.toLowerCase() ?? ''))
  )
    return 'person'
  return null
}

/** "Islamic State said": both are words of every day, or say where somebody is from. */
function areCommon(parts: readonly Part[]): boolean {
  return parts.some(({ lower }) => NO_PERSON.has(lower))
}

function isPlacePreposition(before: string | undefined, language: string | null): boolean {
  if (before === undefined) return false
  if (language === null || language === 'en') return PLACE_PREPOSITIONS.has(before)
  return PLACES_AFTER[language]?.has(before) ?? false
}

/** German nouns that stand behind "in", "nach" or "aus" without an article, and the ends of most others. */
const NOUN = /(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|nis|tum|ismus|ität|e|en|er|n)$/
const NOUNS: ReadonlySet<string> = new Set(
  'kraft höhe zukunft folge angaben ansicht einsatz richtung frage anspruch betrieb sicht gefahr form bezug hand haus hause land ruhe teil teilen sicherheit trauer angst not verbindung haft freiheit zeit beginn ablauf ende protest mangel holz stahl gold'.split(
    ' ',
  ),
)

function isNounLike(parts: readonly Part[], language: string | null): boolean {
  if (language !== 'de') return false
  const { lower } = parts[0]!
  return (
    NOUNS.has(lower) ||
    (NOUN.test(lower) &&
      !/(?:hausen|ingen|hagen|haven|stetten|felden|kirchen|münchen|dresden|bremen|essen|hannover|weiler|münster|tal|berge|walde)$/.test(
        lower,
      ))
  )
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:\n”"»“]\s{0,2}|[“"«„])$/u.test(text.slice(Math.max(0, start - 3), start))
}
