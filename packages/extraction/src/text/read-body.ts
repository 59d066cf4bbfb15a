import type { Block } from '@dateline/domain'
import { isBrokenSentence, joined } from './join-lines.ts'
import type { MarkedLine } from './marked-line.ts'
import { endsSentence, isParagraph } from './text-line.ts'

const HEADING_CHARS_MAX = 120
const HEADING_WORDS_MAX = 16
const HEADING_LEVEL = 2
const BULLET = /^(?:[-–—•●▪■◦‣*]|\d{1,2}[.)])\s+(?=\S)/u

export type Body = { blocks: Block[]; dropped: { line: MarkedLine; rule: string }[] }

/**
 * Paragraphs, headings and lists out of the lines between header and foot. Sentences that an empty line broke are joined;
 * a short open line before a paragraph is its heading; one before nothing is left over from the page.
 */
export function readBody(lines: readonly MarkedLine[], title: string | null): Body {
  const body: Body = { blocks: [], dropped: [] }
  const own = lines.filter((line) => {
    const isOwn = line.kind === 'paragraph' || line.kind === 'text'
    if (!isOwn && line.kind !== 'caption') body.dropped.push({ line, rule: line.rule ?? 'furniture' })
    return isOwn
  })
  const isListed = listedLines(own)
  const speakers = speakersOf(own)
  for (const [index, line] of own.entries()) {
    const last = body.blocks.at(-1)
    if (title !== null && line.text === title) {
      body.dropped.push({ line, rule: 'repeated-title' })
      continue
    }
    if (isListed.has(line)) {
      const item = line.text.replace(BULLET, '')
      if (last?.type === 'list' && isListed.has(own[index - 1]!)) last.items.push(item)
      else body.blocks.push({ type: 'list', ordered: /^\d/u.test(line.text), items: [item] })
      continue
    }
    if (last?.type === 'paragraph' && isBrokenSentence(last.text, line.text)) {
      last.text = joined(last.text, line.text)
      continue
    }
    if (!speakers.has(speakerOf(line)) && isHeading(line, own[index + 1], isListed))
      body.blocks.push({ type: 'heading', text: line.text, level: HEADING_LEVEL })
    else if (isLeftOver(line, own[index + 1])) body.dropped.push({ line, rule: 'stray-line' })
    else body.blocks.push({ type: 'paragraph', text: line.text })
  }
  return body
}

const SPEAKER = /^(?<speaker>\p{Lu}[\p{L}\p{M}.’'-]{0,20}(?: \p{Lu}[\p{L}\p{M}.’'-]{0,20}){0,2}):\s/u
const speakerOf = ({ text }: MarkedLine): string => SPEAKER.exec(text)?.groups?.speaker ?? ''

/** Who speaks more than once, by the labels of an interview: "Q:", "Holt:". Their short questions are no headings. */
function speakersOf(lines: readonly MarkedLine[]): Set<string> {
  const labels = lines.map(speakerOf).filter((label) => label !== '')
  return new Set(labels.filter((label, index) => labels.indexOf(label) < index))
}

/** Two or more bullets in a row; one alone is a dash before a spoken sentence. */
function listedLines(lines: readonly MarkedLine[]): Set<MarkedLine> {
  const listed = new Set<MarkedLine>()
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (next === undefined || !BULLET.test(line.text) || !BULLET.test(next.text)) return
    // Dialogue in many languages opens with a dash; lists are short, or numbered, or bulleted.
    if (/^[–—]/u.test(line.text)) return
    listed.add(line).add(next)
  })
  return listed
}

function isHeading(line: MarkedLine, next: MarkedLine | undefined, isListed: ReadonlySet<MarkedLine>): boolean {
  if (next !== undefined && /^\p{Ll}/u.test(next.text) && isBrokenSentence(line.text, next.text)) return false
  if (
    line.kind !== 'text' ||
    next === undefined ||
    line.text.length > HEADING_CHARS_MAX ||
    line.words > HEADING_WORDS_MAX
  )
    return false
  if (endsSentence(line.text) && !/[?？]["”’]?$/u.test(line.text) && !(line.words <= 8 && /[!！]$/u.test(line.text)))
    return false
  if (/^["“«„「]/u.test(line.text) && endsSentence(line.text)) return false
  return next.kind === 'paragraph' || isListed.has(next) || isParagraph(next.text) || endsSentence(next.text)
}

/** Open, short, and nothing after it that it could head. */
function isLeftOver(line: MarkedLine, next: MarkedLine | undefined): boolean {
  return (
    line.kind === 'text' &&
    line.words <= HEADING_WORDS_MAX &&
    !endsSentence(line.text) &&
    !/[:：]$/u.test(line.text) &&
    (next === undefined || next.kind === 'text')
  )
}
