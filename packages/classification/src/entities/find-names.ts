import { classOf, UPPER } from '../text/character-classes.ts'
import { fold } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Word } from '../text/words.ts'
import { allWordsOf } from '../text/words-of-text.ts'
import { nameKey } from './name-key.ts'
import { BODY_ENDS, CALENDAR, COUNTRY_LETTERS, CURRENCIES, JOINERS, NO_PERSON, OPENERS, SAINTS } from './name-words.ts'
import { type NameWords, nameWordsOf } from './name-words-of.ts'
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
  /** Says something by one word alone, which may be the beginning of a person's name. */
  readonly isSpeaker?: boolean
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
  readonly known: NameWords
}

/** Names in running text, left to right: runs of capitalised words, and what else marks a name in scripts without capitals. */
export function findNames(text: string, language: string | null = null): FoundName[] {
  const known = nameWordsOf(language)
  const clean = known.isSuffixApart === true ? withoutSuffix : withoutArticle
  const words = allWordsOf(text, language).map(clean)
  const small = new Set<string>()
  for (const { raw } of words) if (!isCapital(raw)) small.add(raw)
  const reading = { text, words, language, small, areNounsCapital: NOUNS_CAPITAL.has(language ?? ''), known }
  const found = phrasesIn(text, known)
  const taken = found.length
  for (let at = 0; at < words.length; at++) {
    if (!isCapital(words[at]!.raw)) continue
    const end = endOfRun(reading, at)
    for (const part of partsOf(reading, at, end)) {
      const name = nameIn(reading, part)
      if (name !== null && !isWithin(found, taken, name)) found.push(name)
    }
    at = end - 1
  }
  for (const { name, start, kind, of } of findUncasedNames(text, language))
    found.push({ name, key: nameKey(of ?? name), kind, start, isWeak: false })
  return found.sort((a, b) => a.start - b.start)
}

const PHRASES_MAX = 60

/** Bodies that a pattern of the language finds, small words and all. */
function phrasesIn(text: string, { bodies }: NameWords): FoundName[] {
  const found: FoundName[] = []
  if (bodies === undefined) return found
  for (const { 0: all, index, groups } of text.matchAll(bodies)) {
    const name = groups?.name ?? all
    found.push({ name, key: nameKey(name), kind: 'organisation', start: index + all.lastIndexOf(name), isWeak: false })
    if (found.length >= PHRASES_MAX) break
  }
  return found
}

/** Whether a name has a part in one of the first so many that are found. */
function isWithin(found: readonly FoundName[], first: number, { name, start }: FoundName): boolean {
  for (let at = 0; at < first; at++) {
    const other = found[at]!
    if (start < other.start + other.name.length && other.start < start + name.length) return true
  }
  return false
}

function isCapital(raw: string): boolean {
  return raw !== '' && (classOf(raw.codePointAt(0)!) & UPPER) !== 0
}

function withoutArticle(word: Word): Word {
  if (!BEGINS_ARTICLE.has(word.raw.charCodeAt(0)) || !/['’]/.test(word.raw)) return word
  const article = ELIDED.exec(word.raw)?.[0].length ?? 0
  return article === 0 ? word : { raw: word.raw.slice(article), start: word.start + article }
}

const SUFFIX = /(?<=\p{L})['’]\p{Ll}{1,6}$/u

/** "Ankara'da" is "Ankara". */
function withoutSuffix(word: Word): Word {
  const end = /['’]/.test(word.raw) ? word.raw.search(SUFFIX) : -1
  return end < 0 ? word : { raw: word.raw.slice(0, end), start: word.start }
}

/** Index after the last word of the capitalised run that begins at `from`. */
function endOfRun({ text, words, known }: Reading, from: number): number {
  let end = from + 1
  let isBody = isBodyWord(words[from]!.raw, known)
  for (let at = end; at < words.length && at - from < NAME_WORDS_MAX; at++) {
    const { raw } = words[at]!
    if (!isJoined(text, words[at - 1]!, words[at]!, known)) break
    if (isCapital(raw)) {
      end = at + 1
      isBody ||= isBodyWord(raw, known)
    } else if (!JOINERS.has(raw) && !(isBody && known.bodyJoiners.has(raw)) && !isVonDer(words[at - 1]!.raw, raw)) break
  }
  return end
}

/** "Ursula von der Aue", but not "die Chefin der Post". */
function isVonDer(before: string, raw: string): boolean {
  return (before === 'von' || before === 'van') && (raw === 'der' || raw === 'den' || raw === 'dem')
}

function isBodyWord(raw: string, { bodyWords }: NameWords): boolean {
  const lower = raw.toLowerCase()
  return bodyWords.has(lower) || BODY_ENDS.test(lower)
}

/** One space, hyphen or "&" between two words, or a point after an initial or a title: "Antony J. Blinken", "Sen. Odell". */
function isJoined(text: string, before: Word, after: Word, { titles }: NameWords): boolean {
  const between = text.slice(before.start + before.raw.length, after.start)
  if (between === ' ' || between === '\u00a0' || between === '-' || between === ' & ') return true
  return /^\.[ \u00a0]$/.test(between) && (before.raw.length === 1 || titles.has(before.raw.toLowerCase()))
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
function partsOf(
  { text, words, language, small, areNounsCapital, known }: Reading,
  from: number,
  end: number,
): Stretch[] {
  // Half of all runs: "The", "In".
  const isSmall = ({ lower, folded }: Pick<Part, 'lower' | 'folded'>) =>
    isSmallWord(lower, language) && !known.isGiven(folded) && !known.ownBodyWords.has(lower)
  const { raw: only } = words[from]!
  if (end - from === 1 && isSmall({ lower: only.toLowerCase(), folded: fold(only) })) return []
  let parts: Part[] = []
  for (let at = from; at < end; at++) {
    const { raw, start } = words[at]!
    parts.push({ raw, start, at, lower: raw.toLowerCase(), folded: fold(raw) })
  }
  const opens = opensSentence(text, parts[0]!.start)
  const [first] = parts
  if (opens) parts = withoutOpener(parts, small, known)
  while (parts.length > 0 && isSmall(parts[0]!)) parts = parts.slice(1)
  // "Mai" is a name in Vietnam.
  const isDay = ({ lower, folded }: Part) => CALENDAR.has(lower) && !known.isGiven(folded)
  if (parts.some(isDay)) parts = parts.filter((part) => !isDay(part))
  while (parts.length > 0 && isSmallWord(parts.at(-1)!.lower, language) && !isCapital(parts.at(-1)!.raw))
    parts = parts.slice(0, -1)
  const titleAt = parts.findLastIndex(
    ({ lower }, at) => known.titles.has(lower) && at < parts.length - 1 && !isBodyWord(lower, known),
  )
  let named: readonly Part[] = parts.slice(titleAt + 1)
  let isTitled = titleAt >= 0
  if (isTitled && OF.has(named[0]!.lower)) {
    // "Secretary of State Antony Blinken": what the office is of is no part of the name. "Mayor of Lyon": it is all there is.
    const given = named.findIndex(({ folded }) => known.isGiven(folded))
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
  if (known.offices.size > 0) {
    const led = behindOffice(named, words, from, known)
    isTitled ||= led.isTitled
    named = led.named
  }
  if (areNounsCapital && named.length > 1 && known.bodyNouns.has(named[0]!.lower)) named = named.slice(1)
  // "Striker Kofi Mensah", "Oberbürgermeisterkandidatin Ada Berg": a name begins with the given name.
  const given = named.findIndex(({ folded }) => known.isGiven(folded))
  const isBody = named.some(({ lower }) => isBodyWord(lower, known))
  const isLed =
    given > 0 && given < named.length - 1 && !SAINTS.has(named[given - 1]!.lower) && named[given - 1]!.raw.length > 1
  // "Debreceni Törvényszék Varga Zoltánt" are two.
  const bodyEnd = named.findLastIndex(({ lower }) => isBodyWord(lower, known)) + 1
  if (known.isGivenLast === true && isBody && bodyEnd < named.length - 1 && known.isGiven(named.at(-1)!.folded))
    return [stretch(named.slice(0, bodyEnd), false, false), stretch(named.slice(bodyEnd), false, false)]
  if (isLed && !isBody && (areNounsCapital || opens)) {
    named = named.slice(given)
    isTitled = true
  }
  // "Ada Berg of Orchard & Sons" are two.
  const of = known.isGiven(named[0]?.folded ?? '') ? named.findIndex(({ lower }) => lower === 'of') : -1
  if (of > 1 && of < named.length - 1) {
    const [person, body] = [named.slice(0, of), named.slice(of + 1)]
    return [stretch(person, isTitled, false), stretch(body, false, false)]
  }
  if (named.length === 0) return []
  return [stretch(named, isTitled, opens && named[0] === first)]

  function stretch(of: readonly Part[], hasTitle: boolean, isFirst: boolean): Stretch {
    const [{ at }] = of as [Part]
    const last = words[at - 1]
    // "… der Bank. Ada Berg": what ends a sentence says nothing of the next.
    const isApart = last !== undefined && ENDS_SENTENCE.test(text.slice(last.start + last.raw.length, words[at]!.start))
    const before = isApart && !known.titles.has(last.raw.toLowerCase()) ? [] : [last?.raw, words[at - 2]?.raw]
    const isAfterTitle = known.titles.has(before[0]?.toLowerCase() ?? '')
    return { parts: of, before, next: words[end]?.raw, isTitled: hasTitle || isAfterTitle, opens: isFirst }
  }
}

/**
 * Without an office and what it is of, which a given name ends: "Menteri Perhubungan Budi Hartanto". Where none does, one word may
 * be a name and more are not.
 */
function behindOffice(named: readonly Part[], words: readonly Word[], from: number, known: NameWords) {
  const officeAt = named.findLastIndex(({ lower }) => known.offices.has(lower))
  const isBehind = officeAt < 0 && [1, 2].some((back) => known.offices.has(words[from - back]?.raw.toLowerCase() ?? ''))
  const rest = named.slice(officeAt + 1)
  if ((officeAt < 0 && !isBehind) || rest.some(({ lower }) => isBodyWord(lower, known)))
    return { named: rest, isTitled: false }
  const given = rest.findIndex(({ folded }) => known.isGiven(folded))
  if (given >= 0) return { named: rest.slice(given), isTitled: true }
  return { named: rest.length === 1 ? rest : [], isTitled: false }
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
function withoutOpener(parts: Part[], small: ReadonlySet<string>, { bodyWords, titles }: NameWords): Part[] {
  const [{ lower }, next] = parts as [Part, Part | undefined]
  const isNoName = small.has(lower) || /(?:ing|ed|ful|ly)$/.test(lower)
  const isOf = next !== undefined && next.lower === 'of' && !bodyWords.has(lower) && !titles.has(lower)
  return isNoName || isOf ? parts.slice(1) : parts
}

function nameIn(reading: Reading, stretch: Stretch): FoundName | null {
  const { text, areNounsCapital } = reading
  const { parts, opens } = stretch
  const { start } = parts[0]!
  const last = parts.at(-1)!
  const name = text.slice(start, last.start + last.raw.length).replace(/[\u00a0\n]/g, ' ')
  const key = nameKey(name)
  if (key.length < 2) return null
  const sure = sureKind(stretch, reading)
  // "Junya Tanase of Chase Bank" is a person, and what is behind "of" another matter.
  const of = sure === 'person' ? name.indexOf(' of ') : -1
  if (of > 0) return { name: name.slice(0, of), key: nameKey(name.slice(0, of)), start, kind: 'person', isWeak: false }
  if (areNounsCapital) {
    const kind = sure ?? 'other'
    return { name, key, start, kind, isWeak: sure === null }
  }
  const isSpeaker = parts.length === 1 && isBesideSaying(stretch)
  return { name, key, start, kind: sure ?? 'other', isWeak: sure === null && opens && parts.length === 1, isSpeaker }
}

/** What the name and the words beside it prove; null: nothing. */
function sureKind(stretch: Stretch, { text, language, known }: Reading): NameKind | null {
  const { parts, isTitled, opens } = stretch
  const [before, beforeThat] = stretch.before
  const lower = parts.map((part) => part.lower)
  const name = lower.join(' ')
  const [first] = parts as [Part]
  const word = before?.toLowerCase() ?? ''
  if (known.isCountry(name) || COUNTRY_LETTERS.has(name)) return 'place'
  if (parts.length > 1 ? lower.some((one) => isBodyWord(one, known)) : BODY_ENDS.test(name) && name.length > 11)
    return 'organisation'
  if (isTitled) return 'person'
  if (parts.length > 1 && known.isGiven(first.folded)) return known.placeWords.has(lower.at(-1)!) ? 'place' : 'person'
  if (parts.length > 1 && known.isGivenLast === true && known.isGiven(parts.at(-1)!.folded)) return 'person'
  if (parts.length === 1 && ALL_CAPITALS.test(first.raw)) return CURRENCIES.test(name) ? null : 'organisation'
  if (parts.length > 1 && lower.some((one) => known.placeWords.has(one))) return 'place'
  if (known.bodyNouns.has(word)) return 'organisation'
  const office = OF.has(word) ? (beforeThat?.toLowerCase() ?? '') : ''
  if (known.placeNouns.has(word) || known.placeNouns.has(office)) return 'place'
  // "the mayor of Lyon", "the council of Lyon"
  if (parts.length <= 2 && (known.titles.has(office) || (known.bodyWords.has(office) && office === beforeThat)))
    return 'place'
  if (parts.length > 1 && SAINTS.has(first.lower)) return 'place'
  if (parts.length <= 2 && known.placesAfter.has(before ?? '') && !isNounLike(parts, language)) return 'place'
  if (
    parts.length === 1 &&
    !(opens && known.isSuffixApart !== true) &&
    !/^\d/.test(word) &&
    isLocative(first, text, known)
  )
    return 'place'
  if (parts.length > 1 && !areCommon(parts) && language !== 'de' && isBesideSaying(stretch)) return 'person'
  return null
}

function isBesideSaying({ before, next }: Stretch): boolean {
  return SAYING.has(before[0]?.toLowerCase() ?? '') || SAYING.has(next?.toLowerCase() ?? '')
}

/** "Islamic State said": both are words of every day, or say where somebody is from. */
function areCommon(parts: readonly Part[]): boolean {
  return parts.some(({ lower }) => NO_PERSON.has(lower))
}

const LOCATIVE_CHARS_MIN = 5

/** The word's ending, or what follows its apostrophe, says that something is there. */
function isLocative({ lower, raw, start }: Part, text: string, { locative, isSuffixApart }: NameWords): boolean {
  if (locative === undefined || ALL_CAPITALS.test(raw)) return false
  const end = start + raw.length
  if (isSuffixApart === true) return locative.test(/^['’]\p{Ll}*/u.exec(text.slice(end, end + 8))?.[0] ?? '')
  return raw.length >= LOCATIVE_CHARS_MIN && locative.test(lower) && !SITES.test(lower)
}

/** "Facebookon", "Twitterissä": where one writes, not where one is. */
const SITES = /^(?:facebook|twitter|instagram|youtube|tiktok|telegram|google|x-)/

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
