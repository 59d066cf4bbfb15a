import type { Person } from '@dateline/domain'
import { type Agency, findAgencies, findAgency } from '../credits/find-agency.ts'
import { findFootCredit } from '../credits/find-foot-credit.ts'
import type { MarkedLine } from './marked-line.ts'
import { isDateLine, type PrintedDate, readDates } from './read-dates.ts'
import { endsSentence } from './text-line.ts'

/** The lines under the last paragraph, read. */
export type Foot = {
  /** Index of the first line that is not body any more. */
  start: number
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
  const foot: Foot = { start: lines.length, contributors: [], agency: null, dates: [], dropped: [] }
  while (foot.start > 0 && isFoot(lines[foot.start - 1]!)) foot.start -= 1
  for (const line of lines.slice(foot.start)) {
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

function isFoot(line: MarkedLine): boolean {
  if (findFootCredit(line.text) !== null) return true
  if (line.kind === 'paragraph') return false
  return line.kind !== 'text' || !endsSentence(line.text)
}

const TRAILING =
  /(?<=[.!?…。！？।]["”’»)]?)\s*(?:[([（](?<bracketed>[^()[\]（）]{2,40})[)\]）]|[—–-]{1,2}\s?(?<dashed>[\p{L}.\s/&]{2,30}))[.\s]*$/u

/**
 * An agency named after the last full stop of a text: "… he said. (AFP)", "… he said. — Reuters". Before the full stop it
 * would credit a picture.
 */
export function trailingAgency(text: string): { agency: Agency; length: number; raw: string } | null {
  const match = TRAILING.exec(text.slice(-80))
  const label = match?.groups?.bracketed ?? match?.groups?.dashed
  const agency = label === undefined ? null : (findAgency(label) ?? findAgencies(label)[0] ?? null)
  return agency === null || match === null ? null : { agency, length: match[0].length, raw: match[0].trim() }
}
