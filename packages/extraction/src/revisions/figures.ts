import { fold } from '../dates/fold.ts'
import { countWords, NUMBER_WORDS, wordsOf } from './claim-words.ts'
import type { Hunk } from './diff-words.ts'

const FIGURE = /\d[\d.,:'\u0020]*\d|\d/gu
/** Marks that tell what a figure means; a figure alone says little. */
const UNIT_MARKS = /[\p{Sc}%‰°]/gu
const MINUS = /^[-−–]/u

/** The figures of a stretch, as they are read: "1,012" and "1012" are the same, "1.5" and "15" are not. */
export const figuresOf = (text: string): string =>
  (fold(text).match(FIGURE) ?? [])
    .map((figure) => figure.replace(/[.,' ](?=\d{3}(?!\d))/gu, '').replace(/^(\d{1,2})[.:](\d{2})$/u, '$1:$2'))
    .join(' ')

/** Whether a stretch changes a figure, its sign or its unit, or a number in words. */
export function isNumberChange(
  { removed, added, beforeStart, afterStart }: Hunk,
  before: string,
  after: string,
): boolean {
  if (figuresOf(removed) !== figuresOf(added)) return true
  if (marksOf(removed) !== marksOf(added)) return true
  if (isMinus(removed, before, beforeStart) !== isMinus(added, after, afterStart)) return true
  return numbersInWords(removed) !== numbersInWords(added) || areOtherIdeographs(removed, added)
}

const marksOf = (text: string) => (text.match(UNIT_MARKS) ?? []).join('')

/** A dash that stands before a figure and after nothing is its sign. */
const isMinus = (text: string, whole: string, start: number): boolean =>
  MINUS.test(text) && /(?:^|[\s(])$/u.test(whole.slice(0, start)) && /^[-−–]\d/u.test(whole.slice(start).trimStart())

const numbersInWords = (text: string): string =>
  countWords(text, NUMBER_WORDS) === 0
    ? ''
    : wordsOf(text)
        .filter((word) => NUMBER_WORDS.words.has(word))
        .join(' ')

const IDEOGRAPHIC_NUMBER = /[〇零一二两兩三四五六七八九十百千万萬亿億兆]+/gu

/** "三名" and "五名": many words hold such a sign, so all else must be the same. */
function areOtherIdeographs(removed: string, added: string): boolean {
  if (removed === added || removed.search(IDEOGRAPHIC_NUMBER) < 0 || added.search(IDEOGRAPHIC_NUMBER) < 0) return false
  return removed.replace(IDEOGRAPHIC_NUMBER, '') === added.replace(IDEOGRAPHIC_NUMBER, '')
}
