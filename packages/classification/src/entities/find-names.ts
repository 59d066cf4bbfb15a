import type { Word } from '../text/words.ts'
import { allWordsOf } from '../text/words-of-text.ts'
import { nameKey } from './name-key.ts'
import { isBesideSaying, type NameKind, sureKind } from './name-kind.ts'
import { isBodyWord, isCapital, type Reading, type Stretch, stretchesOf } from './name-stretches.ts'
import { type NameWords, nameWordsOf } from './name-words-of.ts'
import { findUncasedNames } from './uncased/find-uncased-names.ts'

/** Languages that write every noun with a capital: a capital proves nothing there. */
const NOUNS_CAPITAL: ReadonlySet<string> = new Set(['de', 'lb'])

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
/** "dell'Interno", "d'Arc", "l'Aquila": a small article before the name. */
const ELIDED = /^(?:d|l|dell|dall|nell|all|sull|qu)['’](?=\p{Lu})/u

const BEGINS_ARTICLE: ReadonlySet<number> = new Set([...'dlnasq'].map((letter) => letter.charCodeAt(0)))

/** Names in running text, left to right: runs of capitalised words, and what else marks a name in scripts without capitals. */
export function findNames(text: string, language: string | null = null): FoundName[] {
  const known = nameWordsOf(language)
  const clean = known.isSuffixApart === true ? withoutSuffix : withoutArticle
  const words = allWordsOf(text, language)
  const small = new Set<string>()
  const capitals: number[] = []
  for (let at = 0; at < words.length; at++) {
    const word = clean(words[at]!)
    words[at] = word
    if (isCapital(word.raw)) capitals.push(at)
    else small.add(word.raw)
  }
  const reading = { text, words, language, small, areNounsCapital: NOUNS_CAPITAL.has(language ?? ''), known }
  const found = phrasesIn(text, known)
  const taken = found.length
  let end = 0
  for (const at of capitals) {
    if (at < end) continue
    end = endOfRun(reading, at)
    for (const part of stretchesOf(reading, at, end)) {
      const name = nameIn(reading, part)
      if (name !== null && !isWithin(found, taken, name)) found.push(name)
    }
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
    } else if (!known.joiners.has(raw) && !(isBody && known.bodyJoiners.has(raw)) && !isVonDer(words[at - 1]!.raw, raw))
      break
  }
  return end
}

/** "Ursula von der Aue", but not "die Chefin der Post". */
function isVonDer(before: string, raw: string): boolean {
  return (before === 'von' || before === 'van') && (raw === 'der' || raw === 'den' || raw === 'dem')
}

/** One space, hyphen or "&" between two words, or a point after an initial or a title: "Antony J. Blinken", "Sen. Odell". */
function isJoined(text: string, before: Word, after: Word, { titles }: NameWords): boolean {
  const between = text.slice(before.start + before.raw.length, after.start)
  if (between === ' ' || between === '\u00a0' || between === '-' || between === ' & ') return true
  return /^\.[ \u00a0]$/.test(between) && (before.raw.length === 1 || titles.has(before.raw.toLowerCase()))
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
