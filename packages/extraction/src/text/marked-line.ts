import { parsePhotoCredit } from '../credits/parse-photo-credit.ts'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { LINE_RULES, RELATED_HEADING, RELATED_LINE } from './line-rules.ts'
import { endsSentence, isParagraph, type TextLine, wordCount } from './text-line.ts'
import { trailingAgency } from './trailing-agency.ts'

/**
 * What a line is by itself. "furniture" lines fell to `rule`. "text" is everything that may be title, byline, date, heading
 * or paragraph.
 */
export type MarkedLine = TextLine & {
  kind: 'furniture' | 'related-heading' | 'related-line' | 'caption' | 'paragraph' | 'text'
  rule: string | null
  words: number
}

/** A sentence about photographs ends like one and runs on; a caption ends in its credit. */
const HOST_ONLY = /^(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,12}){1,2}$/iu

export function markLine(line: TextLine): MarkedLine {
  const words = wordCount(line.text)
  const marked = (kind: MarkedLine['kind'], rule: string | null): MarkedLine => ({ ...line, kind, rule, words })
  if (RELATED_LINE.test(line.text.slice(0, 400))) return marked('related-line', 'related-line')
  if (line.text.length <= 80 && RELATED_HEADING.test(line.text)) return marked('related-heading', 'related-block')
  const fallen = LINE_RULES.find(({ pattern, charsMax }) => line.text.length <= charsMax && pattern.test(line.text))
  // Only a line that is a sentence of some length may contradict a rule that judges its opening words.
  if (fallen !== undefined) return marked('furniture', fallen.rule)
  if (HOST_ONLY.test(line.text)) return marked('caption', 'photo-credit')
  const signed = trailingAgency(line.text)
  const own = signed === null ? line.text : line.text.slice(0, -signed.length)
  if (signed !== null && own !== '') return marked(isParagraph(own) || endsSentence(own) ? 'paragraph' : 'text', null)
  const credit = parsePhotoCredit(line.text)
  if (credit?.caption != null && isStamp(credit.caption)) return marked('text', null)
  if (credit !== null) return marked('caption', credit.caption === null ? 'photo-credit' : 'photo-caption')
  return marked(isParagraph(line.text) ? 'paragraph' : 'text', null)
}

export function endsArticle(line: MarkedLine): boolean {
  return LINE_RULES.some(({ rule, endsArticle: ends }) => ends === true && rule === line.rule)
}

/** "2022年8月18日 20時15分 (共同通信)": an agency after a date is no picture's. */
function isStamp(caption: string): boolean {
  const words = caption.match(/\p{L}{2,}/gu)?.length ?? 0
  return (
    /\d/u.test(caption) &&
    words <= 3 &&
    caption.length <= 40 &&
    parseDatePhrase({ text: caption, reference: null }) !== null
  )
}

/** Short, and not closed like a sentence: a title, a label, a name. */
export function isLabel({ text, words, kind }: MarkedLine, wordsMax = 14): boolean {
  return kind === 'text' && words <= wordsMax && !endsSentence(text)
}
