import type { Block, Extraction, Field } from '@dateline/domain'
import { openingText } from '../block-text.ts'
import { type Agency, findAgency } from '../credits/find-agency.ts'
import { findFootCredit } from '../credits/find-foot-credit.ts'
import { parseDateline } from '../credits/parse-dateline.ts'
import type { Dropped } from './drop-leftovers.ts'
import { known, unknown } from './field.ts'
import type { Credits } from './page-authors.ts'
import type { TextBlock } from './text-blocks.ts'

/** Lines over the text that are none of it. */
const LINES_ABOVE_MAX = 2
const LINE_CHARS_MAX = 50

/** Cuts the dateline off the first paragraph, and keeps its words in the field. */
export function takeDateline(blocks: Block[]): {
  dateline: Extraction['dateline']
  agency: { agency: Agency; evidence: string } | null
  /** People it names. */
  authors: string[]
} {
  const paragraphs = blocks.flatMap((block, at) => (block.type === 'paragraph' ? [{ at, text: block.text }] : []))
  // A line with a date or a name that no rule took off may stand over the text.
  const isLine = ({ text }: { text: string }) => text.length <= LINE_CHARS_MAX && !/[.!?。！？…]["'”’»]?$/u.test(text)
  const opening = paragraphs.slice(0, LINES_ABOVE_MAX + 1).findIndex((paragraph) => !isLine(paragraph))
  const index = paragraphs[Math.max(0, opening)]?.at ?? -1
  const first = blocks[index]
  const found = first?.type === 'paragraph' ? parseDateline(first.text, openingText(blocks)) : null
  if (first?.type !== 'paragraph' || found === null || found.length >= first.text.length)
    return { dateline: unknown('the text opens without a dateline'), agency: null, authors: [] }
  const cut = found.length
  const spans = first.spans
    ?.filter(({ end }) => end > cut)
    .map((span) => ({ ...span, start: Math.max(0, span.start - cut), end: span.end - cut }))
  blocks[index] = { type: 'paragraph', text: first.text.slice(cut), ...(spans && spans.length > 0 ? { spans } : {}) }
  const agency = found.agency === null ? null : { agency: found.agency, evidence: `dateline: ${found.raw}` }
  const { place, raw, authors } = found
  if (place === null) return { dateline: unknown(`the dateline names no place: ${raw}`), agency, authors }
  return { dateline: known({ place, raw }, raw, 0.9), agency, authors }
}

const FOOT_BLOCKS_MAX = 6
const FOOT_CHARS_MAX = 400

/**
 * Credits at the foot of the text ("Jane Roe contributed to this report") are fields, not text.
 *
 * @param after lines below the text that were not kept: a house named alone there may be the page's own.
 */
export function takeFootCredits(blocks: Block[], after: readonly TextBlock[], dropped: Dropped[]) {
  const contributors: NonNullable<Extraction['contributors']['value']> = []
  let agency: Agency | null = null
  let evidence = ''
  for (let i = blocks.length - 1, seen = 0; i > 0 && seen < FOOT_BLOCKS_MAX; i -= 1) {
    const block = blocks[i]!
    if (block.type !== 'paragraph') continue
    seen += 1
    const found = findFootCredit(block.text)
    if (found === null) continue
    contributors.push(...found.contributors)
    agency ??= found.agency
    evidence ||= found.raw
    blocks.splice(i, 1)
    dropped.push({ text: found.raw.slice(0, 160), rule: 'foot-credit' })
  }
  for (const { text } of after.slice(0, FOOT_BLOCKS_MAX)) {
    const found = text.length > FOOT_CHARS_MAX ? null : findFootCredit(text)
    if (found === null || evidence !== '') continue
    contributors.push(...found.contributors)
    agency ??= found.contributors.length > 0 ? found.agency : null
    evidence = found.raw
  }
  return { contributors, agency, evidence }
}

/** Whom the dateline names, where no byline credits anybody but an agency. */
export function signedByDateline(credits: Credits, authors: readonly string[], raw: string | undefined): Credits {
  const isCredited = credits.byline.value !== null && findAgency(credits.byline.value) === null
  if (authors.length === 0 || raw === undefined || credits.authors.value !== null || isCredited) return credits
  const people = authors.map((name) => ({ name, affiliation: null, place: null }))
  const byline = credits.byline.value === null ? known(authors.join(', '), `dateline: ${raw}`, 0.85) : credits.byline
  return { ...credits, byline, authors: known(people, `dateline: ${raw}`, 0.85) }
}

/** Whose text it is: the byline's word before the dateline's, and that before the foot's. */
export function agencyField(
  dateline: { agency: Agency; evidence: string } | null,
  foot: { agency: Agency | null; evidence: string },
  credits: { agency: Agency | null; agencyEvidence: string | null },
): Field<Agency> {
  if (credits.agency !== null) return known(credits.agency, credits.agencyEvidence ?? '', 0.95)
  if (dateline !== null) return known(dateline.agency, dateline.evidence, 0.95)
  if (foot.agency !== null) return known(foot.agency, `foot of the text: ${foot.evidence}`, 0.85)
  return unknown('no agency is credited for the text')
}
