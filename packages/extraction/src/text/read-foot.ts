import type { Person } from '@dateline/domain'
import type { Agency } from '../credits/find-agency.ts'
import { findFootCredit } from '../credits/find-foot-credit.ts'
import { type FootByline, footByline } from './foot-byline.ts'
import type { MarkedLine } from './marked-line.ts'
import { isDateLine, type PrintedDate, readDates } from './read-dates.ts'
import { endsSentence } from './text-line.ts'
import { trailingAgency } from './trailing-agency.ts'

/** The lines under the last paragraph, read. */
export type Foot = {
  /** Index of the first line that is not body any more. */
  start: number
  byline: FootByline | null
  contributors: Person[]
  agency: { agency: Agency; evidence: string } | null
  dates: PrintedDate[]
  dropped: { line: MarkedLine; rule: string }[]
}

/**
 * Reads the foot of an article: from the end upwards, everything that is no running text. Credits and dates are kept, the rest
 * dropped by the rule that knew it.
 */
export function readFoot(lines: readonly MarkedLine[], capturedAt: string | null, language: string | null): Foot {
  const foot: Foot = { start: lines.length, byline: null, contributors: [], agency: null, dates: [], dropped: [] }
  while (foot.start > 0 && isFoot(lines[foot.start - 1]!)) foot.start -= 1
  foot.start = Math.min(foot.start, creditsStart(lines.slice(0, foot.start)))
  for (const line of lines.slice(foot.start)) {
    const byline = footByline(line.text)
    if (byline !== null && isAll(byline, line)) {
      foot.byline ??= byline
      foot.dropped.push({ line, rule: 'byline' })
      continue
    }
    const credit = findFootCredit(line.text)
    if (credit !== null) {
      foot.contributors.push(...credit.contributors)
      if (credit.agency !== null) foot.agency ??= { agency: credit.agency, evidence: line.text }
      foot.dropped.push({ line, rule: 'foot-credit' })
      continue
    }
    const dates = readDates(line.text, capturedAt, language)
    if (isDateLine(line.text, dates)) {
      foot.dates.push(...dates)
      foot.dropped.push({ line, rule: 'date-line' })
    } else if (line.kind !== 'caption') foot.dropped.push({ line, rule: line.rule ?? 'foot-line' })
  }
  return foot
}

/** Lines of text that may follow the credits: house notes, standards, disclaimers. */
const NOTES_MAX = 3

/** A line of credits in brackets closes a report, whatever notes follow it. */
function creditsStart(lines: readonly MarkedLine[]): number {
  const from = Math.max(0, lines.length - NOTES_MAX - 1)
  const at = lines.findIndex(
    (line, index) => index >= from && /^[([]/u.test(line.text) && findFootCredit(line.text) !== null,
  )
  return at < 0 ? lines.length : at
}

function isFoot(line: MarkedLine): boolean {
  const signature = footByline(line.text)
  if (signature !== null) return isAll(signature, line)
  if (findFootCredit(line.text) !== null) return true
  if (line.kind === 'paragraph') return false
  return line.kind !== 'text' || (!endsSentence(line.text) && trailingAgency(line.text) === null)
}

/** The line is the signature alone, and no text before it. */
const isAll = ({ cut }: FootByline, { text }: MarkedLine) => cut === text.trim().length
