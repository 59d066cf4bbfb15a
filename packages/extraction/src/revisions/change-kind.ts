import type { ChangeKind } from '@dateline/domain'
import { diffChars } from 'diff'
import { wordCount } from '../text/text-line.ts'
import { countNegations, countWords, HEDGE_WORDS, NEGATION_WORDS, NUMBER_WORDS, wordsOf } from './claim-words.ts'
import { areOtherDays } from './days-named.ts'
import type { Hunk } from './diff-words.ts'
import { figuresOf, isNumberChange } from './figures.ts'
import { areOpposed } from './opposed-words.ts'
import { isNameChange } from './personal-name.ts'
import { isQuoted, isQuotingMark } from './quoted.ts'

const ADDITION_WORDS_MIN = 4
/** In a longer stretch a "not" or an outcome may belong to anything. */
const CLAIM_WORDS_MAX = 6
const HEDGED_WORDS_MAX = 14
/** Letters that may differ in a misspelt word. */
const TYPO_CHARS_MAX = 2

/** The kind of one stretch, the most telling first: words within quotation marks, days, figures, hedges, names, spelling. */
export function kindOfHunk(hunk: Hunk, before: string, after: string): ChangeKind {
  const { removed, added } = hunk
  const words = wordCount(removed) + wordCount(added)
  if (isQuotingMark(removed, added)) return 'quote'
  if (isNumberChange(hunk, before, after) && wordCount(removed) + wordCount(added) === 0) return 'number'
  if (isTypo(removed, added)) return 'typo'
  if (isQuoted(before, hunk.beforeStart, removed) && isQuoted(after, hunk.afterStart, added)) return 'quote'
  if (areOtherDays(removed, added)) return 'fact'
  if (isNumberChange(hunk, before, after) && (removed !== '' || wordCount(added) < ADDITION_WORDS_MIN)) return 'number'
  const whole = `${before} ${after}`
  if (words <= CLAIM_WORDS_MAX && countNegations(removed, whole) !== countNegations(added, whole)) return 'negation'
  const [hedgesBefore, hedgesAfter] = [countWords(removed, HEDGE_WORDS), countWords(added, HEDGE_WORDS)]
  if (words <= HEDGED_WORDS_MAX && hedgesBefore !== hedgesAfter)
    return hedgesAfter > hedgesBefore ? 'softening' : 'hardening'
  if (words <= CLAIM_WORDS_MAX && areOpposed(wordsOf(removed), wordsOf(added))) return 'fact'
  if (isNameChange(hunk, before, after)) return 'name'
  if (removed === '') return wordCount(added) >= ADDITION_WORDS_MIN ? 'addition' : 'rewording'
  if (added === '') return wordCount(removed) >= ADDITION_WORDS_MIN ? 'removal' : 'rewording'
  return 'rewording'
}

/** Only marks or case differ, or a letter or two of a word that is neither figure nor name. */
function isTypo(removed: string, added: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase()
  // "1.5" and "15" are the same but for a mark.
  if (letters(removed) === letters(added)) return figuresOf(removed) === figuresOf(added)
  const [one, other] = [removed.split(/\s+/u), added.split(/\s+/u)]
  if (one.length !== other.length || one.length > 3 || /\p{N}/u.test(removed + added)) return false
  return one.every((word, index) => isMisspelling(word, other[index]!))
}

function isMisspelling(word: string, other: string): boolean {
  if (word === other) return true
  if (Math.min(word.length, other.length) < 4 || word.length > 40 || other.length > 40) return false
  if (/^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(other)) return false // a name spelt otherwise is news
  const isTelling = (text: string) =>
    [HEDGE_WORDS, NEGATION_WORDS, NUMBER_WORDS].some((set) => countWords(text, set) > 0)
  if (isTelling(word) || isTelling(other)) return false
  if (areOtherDays(word, other) || areOpposed(wordsOf(word), wordsOf(other))) return false
  const parts = diffChars(word, other)
  const changed = (isAdded: boolean) =>
    parts.reduce((sum, part) => sum + ((isAdded ? part.added : part.removed) ? part.value.length : 0), 0)
  // Two letters changed in a word of five make another word: "north", "south".
  return Math.max(changed(true), changed(false)) <= (Math.min(word.length, other.length) >= 7 ? TYPO_CHARS_MAX : 1)
}
