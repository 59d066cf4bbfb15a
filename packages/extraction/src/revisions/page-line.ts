import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { hasPhrase } from '../html/phrases.ts'
import { LINE_RULES, RELATED_HEADING, RELATED_LINE } from '../text/line-rules.ts'
import { wordCount } from '../text/text-line.ts'

const LINE_CHARS_MAX = 400
/** Ages count from some moment; which, does not matter here. */
const ANY_TIME = '2100-01-01T00:00:00Z'
const STAMP_CHARS_MAX = 80
const STAMP_WORDS_MAX = 8

/**
 * Whether a line tells of its page and not of the news, by its own words: counters, prompts, related articles, the age of the text.
 * It changes on every visit, and where a template has it amid its text, readers of the page take it for text.
 */
export function isPageLine(text: string): boolean {
  if (text.length > LINE_CHARS_MAX) return false
  return (
    RELATED_HEADING.test(text) ||
    RELATED_LINE.test(text) ||
    LINE_RULES.some(({ pattern, charsMax }) => text.length <= charsMax && pattern.test(text)) ||
    isStamp(text)
  )
}

/** "Updated 5 minutes ago", "Published on 5 April 2031": a date, and what it is the date of. */
function isStamp(text: string): boolean {
  if (text.length > STAMP_CHARS_MAX || !/\p{N}/u.test(text) || wordCount(text) > STAMP_WORDS_MAX) return false
  return parseDatePhrase({ text: text.replace(/^[^\d:：]{0,30}[:：]\s*/u, ''), reference: ANY_TIME }) !== null
}

/** "Nora Quill is a reporter in Port Amsel.": who the writer is, and not what has happened. */
export function isBio(text: string, authors: readonly string[]): boolean {
  return text.length <= LINE_CHARS_MAX && authors.some((name) => text.startsWith(name)) && hasPhrase('bio', text)
}
