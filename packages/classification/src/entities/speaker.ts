import type { QuotedSpan } from '../text/quotations.ts'
import { PRONOUNS, SAYING } from './saying-words.ts'
import { SAYING as CHINESE_VERBS } from './uncased/chinese-words.ts'

/** A mention of somebody in a text, by the name under which the whole text knows that one. */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly isPerson: boolean
}

const WINDOW_CHARS = 160

/** Words between a quotation and the verb that tells who said it. */
const WORDS_TO_VERB_MAX = 9

/** "「…」と述べた", "“…”고 말했다": the verb behind the quotation, whose speaker stands before it. */
const SAID_BEHIND =
  /^(?:と(?:の[^。]{0,6})?(?:述|話|語|言|説|強|訴|書|答|呼|コメント|発言)|(?:이?라)?고\s?\p{Script=Hangul})/u
/** "李国强表示：", "，他說，": verbs of saying within a text without spaces. */
const CHINESE_SAYING = new RegExp(CHINESE_VERBS.join('|'), 'u')

/** "วิภากล่าวว่า “…”" */
const THAI_SAYING = /(?:กล่าว|เปิดเผย|ระบุ|บอก|ยืนยัน|แถลง|เผย|ชี้แจง)(?:ว่า)?\s*$/u

/** Whether the words beside a quotation say that it is one: a short one may be a title or an everyday word as well. */
export function isSpeech(text: string, { start, end }: QuotedSpan): boolean {
  if (/[:：]\s?$/u.test(text.slice(Math.max(0, start - 2), start))) return true
  const after = text.slice(end, end + SPEECH_CHARS)
  return SAID_BEHIND.test(after) || (/[，。！？]$/u.test(text.slice(start, end - 1)) && CHINESE_SAYING.test(after))
}

const SPEECH_CHARS = 16

/** Languages whose names have no capitals: who speaks stands between the verb and a colon. */
const AFTER_VERB = /(?:^|[\s\n])و?(?:قال|قالت|أضاف|أضافت|صرح|صرحت|أكد|أكدت) ((?:\p{L}+ ){0,3}\p{L}+)\s?[:،,]\s{0,2}$/u

/**
 * Who says a quotation, by the words around it: the name nearest to a verb of saying in the same sentence; for "she added", the
 * one person whom the paragraph names before it. Null: the text does not say.
 *
 * @param mentions in the order of the text.
 */
export function speakerOf(text: string, { start, end }: QuotedSpan, mentions: readonly Mention[]): string | null {
  const before = sentenceBefore(text, start)
  const after = sentenceAfter(text, end)
  if (SAID_BEHIND.test(after.text)) return nearest(mentions, before, before.text.length)
  const first = isIntroduced(before.text, text.slice(start, end)) ? [before, after] : [after, before]
  for (const clause of first) {
    const verb = verbIn(clause, clause === before)
    if (verb === null) continue
    const near = nearest(mentions, clause, verb)
    if (near !== null) return near
    if (hasPronoun(clause.text)) return onlyPersonBefore(text, start, mentions)
    // Tamil: who "“…” என்று கூறினார்" stands before the quotation.
    if (clause === after && /^\s?(?:என்று|என|என்றார்)(?![\p{L}\p{M}])/u.test(after.text))
      return nearest(mentions, before, before.text.length)
  }
  return AFTER_VERB.exec(text.slice(Math.max(0, start - WINDOW_CHARS), start))?.[1]?.trim() ?? null
}

/** "Odell said: “…”", or said, and the quotation is a sentence of its own: what follows it is another. */
function isIntroduced(before: string, quotation: string): boolean {
  return /[:：،]\s*$/.test(before) || (/,\s*$/.test(before) && /[.!?।۔][”»"“]?$/u.test(quotation))
}

type Clause = { readonly text: string; readonly from: number }

function sentenceAfter(text: string, end: number): Clause {
  const window = text.slice(end, end + WINDOW_CHARS)
  const stop = window.search(/[\n。！？]|[.!?;](?:\s+[\p{Lu}“„«"]|\s*$)|[“„«"]/u)
  return { text: stop < 0 ? window : window.slice(0, stop), from: end }
}

function sentenceBefore(text: string, start: number): Clause {
  const from = Math.max(0, start - WINDOW_CHARS)
  const window = text.slice(from, start)
  let cut = 0
  // The point of "Mr." ends no sentence: two letters before it at least, and not a capital first.
  for (const { index, 0: stop } of window.matchAll(
    /[\n。！？]|(?<=\p{Ll}{3}|\d|\p{P})[.!?]\s+(?=[\p{Lu}“„«"])|[”»"]/gu,
  ))
    cut = index + stop.length
  return { text: window.slice(cut), from: from + cut }
}

const WORD = /[\p{L}\p{M}]+/gu

/** Offset in the clause of the verb nearest to the quotation; null: there is none. */
function verbIn({ text }: Clause, isBefore: boolean): number | null {
  const words = text.match(WORD) ?? []
  const near = isBefore ? words.slice(-WORDS_TO_VERB_MAX).reverse() : words.slice(0, WORDS_TO_VERB_MAX)
  const verb = near.findIndex((word) => SAYING.has(word.toLowerCase()))
  if (verb >= 0) return offsetOf(words, isBefore ? words.length - 1 - verb : verb, text)
  // "Merkel: „…“"
  if (isBefore && (/[:：]\s*$/.test(text) || THAI_SAYING.test(text))) return text.length
  const chinese = isBefore ? -1 : text.slice(0, SPEECH_CHARS).search(CHINESE_SAYING)
  return chinese < 0 ? null : chinese
}

function nearest(mentions: readonly Mention[], { text, from }: Clause, verb: number): string | null {
  const inside = mentions.filter(({ start }) => start >= from && start < from + text.length)
  const people = inside.filter(({ isPerson }) => isPerson)
  const distance = ({ start, end }: Mention) => Math.min(Math.abs(start - from - verb), Math.abs(end - from - verb))
  const [best] = (people.length > 0 ? people : inside).toSorted(
    (a, b) => distance(a) - distance(b) || a.start - b.start,
  )
  return best?.name ?? null
}

/** Where the word of a number stands in the text whose words they are. */
function offsetOf(words: readonly string[], number: number, text: string): number {
  let end = 0
  for (const word of words.slice(0, number)) end = text.indexOf(word, end) + word.length
  return text.indexOf(words[number]!, end)
}

function hasPronoun(clause: string): boolean {
  return clause.match(WORD)?.some((word) => PRONOUNS.has(word.toLowerCase())) ?? false
}

/** Of a paragraph that names two, "she" may be either. */
function onlyPersonBefore(text: string, start: number, mentions: readonly Mention[]): string | null {
  const paragraph = text.lastIndexOf('\n', start - 1) + 1
  const named = mentions.filter((mention) => mention.isPerson && mention.start >= paragraph && mention.start < start)
  const names = new Set(named.map(({ name }) => name))
  return names.size === 1 ? named[0]!.name : null
}
