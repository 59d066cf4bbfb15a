import type { ChangeKind } from '@dateline/domain'
import { diffChars } from 'diff'
import { wordCount } from '../text/text-line.ts'
import type { Hunk } from './diff-words.ts'
import { HEDGE_WORDS, NEGATION_WORDS, NUMBER_WORDS } from './hedges.ts'

const ADDITION_WORDS_MIN = 4
/** In a longer stretch a "not" may belong to anything. */
const NEGATION_WORDS_MAX = 6
/** Letters that may differ in a misspelt word. */
const TYPO_CHARS_MAX = 2

/** The kind of one stretch, the most telling first: words within quotation marks, figures, hedges, names, spelling. */
export function kindOfHunk(hunk: Hunk, before: string, after: string): ChangeKind {
  const { removed, added } = hunk
  if (isTypo(removed, added)) return 'typo'
  if (isQuoted(before, hunk.beforeStart, removed) && isQuoted(after, hunk.afterStart, added)) return 'quote'
  if (numbersOf(removed) !== numbersOf(added) && (removed !== '' || wordCount(added) < ADDITION_WORDS_MIN))
    return 'number'
  if (
    wordCount(removed) + wordCount(added) <= NEGATION_WORDS_MAX &&
    wordsIn(removed, NEGATION_WORDS) !== wordsIn(added, NEGATION_WORDS)
  )
    return 'negation'
  const [hedgesBefore, hedgesAfter] = [hedgesIn(removed), hedgesIn(added)]
  if (wordCount(removed) + wordCount(added) <= 14 && hedgesBefore !== hedgesAfter)
    return hedgesAfter > hedgesBefore ? 'softening' : 'hardening'
  if (isName(removed, before, hunk.beforeStart) && isName(added, after, hunk.afterStart)) return 'name'
  if (removed === '') return wordCount(added) >= ADDITION_WORDS_MIN ? 'addition' : 'rewording'
  if (added === '') return wordCount(removed) >= ADDITION_WORDS_MIN ? 'removal' : 'rewording'
  return 'rewording'
}

/** Only marks or case differ, or a letter or two of a word that is neither figure nor name. */
function isTypo(removed: string, added: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase()
  if (letters(removed) === letters(added)) return true
  const [one, other] = [removed.split(/\s+/u), added.split(/\s+/u)]
  if (one.length !== other.length || one.length > 3 || /\p{N}/u.test(removed + added)) return false
  return one.every((word, index) => isMisspelling(word, other[index]!))
}

function isMisspelling(word: string, other: string): boolean {
  if (word === other) return true
  if (Math.min(word.length, other.length) < 4 || word.length > 40 || other.length > 40) return false
  if (/^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(other)) return false // a name spelt otherwise is news
  const telling = [HEDGE_WORDS, NEGATION_WORDS, NUMBER_WORDS]
  if (telling.some((words) => words.has(word.toLowerCase()) || words.has(other.toLowerCase()))) return false
  const parts = diffChars(word, other)
  const changed = (isAdded: boolean) =>
    parts.reduce((sum, part) => sum + ((isAdded ? part.added : part.removed) ? part.value.length : 0), 0)
  // Two letters changed in a word of five make another word: "north", "south".
  return Math.max(changed(true), changed(false)) <= (Math.min(word.length, other.length) >= 7 ? TYPO_CHARS_MAX : 1)
}

/** Figures in the order they stand, and numbers written as words. */
const numbersOf = (text: string): string =>
  (text.toLowerCase().match(/\p{N}[\p{N}.,:%]*|[\p{L}\p{M}]+/gu) ?? [])
    .filter((word) => /^\p{N}/u.test(word) || NUMBER_WORDS.has(word))
    .map((number) => number.replace(/[.,:]+$/u, ''))
    .join(' ')

const wordsIn = (text: string, set: ReadonlySet<string>): number =>
  (text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []).filter((word) => set.has(word.replaceAll('’', "'"))).length

function hedgesIn(text: string): number {
  const spaced = wordsIn(text, HEDGE_WORDS)
  if (spaced > 0 || !/[\p{scx=Han}\p{scx=Hira}]/u.test(text)) return spaced
  return [...HEDGE_WORDS].filter((word) => /\p{scx=Han}/u.test(word) && text.includes(word)).length
}

/** Capitalised words within a sentence. */
function isName(text: string, whole: string, start: number): boolean {
  const words = text.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0 || words.length > 5 || !words.every((word) => /^["“«„'‘(]?\p{Lu}/u.test(word))) return false
  return words.length > 1 || !/(?:^|[.!?…]["”’»]?\s*)$/u.test(whole.slice(0, start))
}

const OPENING = '“«„「『'
const CLOSING = '”»」』'

/** Whether the place lies between quotation marks of its text. An empty side counts where it stands. */
function isQuoted(whole: string, start: number, text: string): boolean {
  if (OPENING.includes(text[0] ?? ' ') && CLOSING.includes(text.at(-1) ?? ' ')) return true
  let depth = 0
  let isStraightOpen = false
  for (const char of whole.slice(0, start)) {
    if (char === '"') isStraightOpen = !isStraightOpen
    else if (char === '“' && depth > 0)
      depth -= 1 // closes in German
    else if (OPENING.includes(char)) depth += 1
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1)
  }
  return depth > 0 || isStraightOpen
}
