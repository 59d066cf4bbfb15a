import {
  type Block,
  DROPPED_CHARS_MAX,
  DROPPED_MAX,
  type Extraction,
  type ExtractionVerdict,
  type Field,
} from '@dateline/domain'
import { openingText, renderText } from '../block-text.ts'
import type { Agency } from '../credits/find-agency.ts'
import { parseByline } from '../credits/parse-byline.ts'
import { parseDateline } from '../credits/parse-dateline.ts'
import { parsePhotoCredit } from '../credits/parse-photo-credit.ts'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { known, unknown } from '../html/field.ts'
import { topicKeywords } from '../keywords.ts'
import { startsAsCorrection } from '../revisions/correction-notice.ts'
import { type FootByline, footByline } from './foot-byline.ts'
import { foreignSnippets } from './foreign-snippets.ts'
import { isBrokenSentence } from './join-lines.ts'
import { CUT_OFF, RELATED_LINE } from './line-rules.ts'
import { isLabel, type MarkedLine, markLine } from './marked-line.ts'
import { findOriginalUrl, type OriginalUrl } from './original-url.ts'
import { type Body, readBody } from './read-body.ts'
import { dateFields, dateOfUrl, isDateLine, type PrintedDate, readDates } from './read-dates.ts'
import { type Foot, readFoot } from './read-foot.ts'
import { type Header, isRepeatedLater, readHeader } from './read-header.ts'
import { readPublisher, titleWithoutPublisher } from './read-publisher.ts'
import { rejectText } from './reject-text.ts'
import { articleEnd } from './related-block.ts'
import { readLines } from './text-line.ts'
import { withoutMarks } from './text-marks.ts'
import { trailingAgency } from './trailing-agency.ts'

export type TextScrape = {
  /** Decoded plain text of one page. */
  text: string
  fileName?: string | null
  /** When the page was captured, RFC 3339, or null if nobody knows; relative dates then stay unread. */
  capturedAt: string | null
  /** Where it was captured, if known; the scrape's own "Original url:" line goes before. */
  url?: string | null
  /** BCP 47, if known. */
  language?: string | null
}

/**
 * Reads the plain text of a scraped page: the article with its fields, or the reason why there is none.
 *
 * Pure and deterministic; never throws; time linear in the text. What a page prints about other articles is left out, and
 * other publishers' teasers are returned as such, never as text. A field the page does not state is null.
 */
export function extractText({ text, capturedAt, url = null, language = null }: TextScrape): ExtractionVerdict {
  const all = readLines(withoutMarks(text))
  const original = findOriginalUrl(all)
  const lines = all.filter((line) => !original?.lines.includes(line)).map(markLine)
  const { end, teasersFrom } = articleEnd(lines)
  const foot = readFoot(lines.slice(0, end), capturedAt, language)
  const upper = lines.slice(0, foot.start)
  const start = bodyStart(upper, capturedAt, language)
  const below = upper.slice(start)
  const header = readHeader(upper.slice(0, start), { capturedAt, language, body: openingOf(below) })
  const body = readBody(below, header.title?.text ?? null)
  const dropped = [...header.dropped, ...body.dropped, ...foot.dropped].sort((a, b) => a.line.number - b.line.number)
  const rejected = rejectText(
    lines,
    renderText(body.blocks),
    body.blocks.filter(({ type }) => type === 'paragraph').length,
  )
  if (rejected !== null) return { verdict: 'rejected', ...rejected }
  const teasers = teasersFrom === null ? [] : foreignSnippets(lines.slice(teasersFrom))
  // Titles alone are links to the publisher's own pages, as far as anybody can tell.
  const snippets = teasers.filter((each) => each.text !== null)
  const heading = teasersFrom === null ? null : (lines[teasersFrom - 1]?.text ?? null)
  const titles = teasers.filter((each) => each.text === null).map(({ title }) => ({ label: heading, title, url: null }))
  const pieces = { lines, header, body, foot, original, url: original?.url ?? url, capturedAt, language, end }
  const extraction = assemble(pieces)
  const cutLines = lines
    .slice(end)
    .map((line) => ({ text: line.text, rule: line.rule ?? (teasersFrom === null ? 'after-article' : 'related-block') }))
  const notice =
    extraction.marks.correction === null ? [] : [{ text: extraction.marks.correction, rule: 'correction-notice' }]
  const originalLines = (original?.lines ?? []).map((line) => ({ text: line.text, rule: 'original-url' }))
  const allDropped = [
    ...dropped.map(({ line, rule }) => ({ text: line.text, rule })),
    ...captionsDropped(lines, end),
    ...notice,
    ...cutLines,
    ...originalLines,
  ]
  return {
    verdict: 'article',
    extraction: {
      ...extraction,
      foreignSnippets: snippets,
      related: [...extraction.related, ...titles],
      dropped: allDropped
        .slice(0, DROPPED_MAX)
        .map((each) => ({ ...each, text: each.text.slice(0, DROPPED_CHARS_MAX) })),
    },
  }
}

/**
 * Index of the first line of the body: the first paragraph, unless it is a standfirst: byline or date follow it, or a later
 * paragraph says the same again.
 */
function bodyStart(lines: readonly MarkedLine[], capturedAt: string | null, language: string | null): number {
  const from = runningTextStart(lines)
  const paragraph = lines.findIndex(({ kind }, index) => index >= from && kind === 'paragraph')
  if (paragraph < 0) return lines.length
  // An empty line may have broken the very first sentence.
  const before = lines[paragraph - 1]
  const isBroken =
    paragraph > 1 &&
    before?.kind === 'text' &&
    /^\p{Ll}/u.test(lines[paragraph]!.text) &&
    isBrokenSentence(before.text, lines[paragraph]!.text)
  const first = isBroken ? paragraph - 1 : paragraph
  const entry = liveEntryAt(lines, first)
  if (entry !== null) return entry
  const second = lines.findIndex(({ kind }, index) => index > paragraph && kind === 'paragraph')
  if (second < 0) return first
  const isCredit = (line: MarkedLine) =>
    isDateLine(line.text, readDates(line.text, capturedAt, language)) ||
    /^(?:by|von|par|por|di|door|av|af|автор|oleh|yazan)\b/iu.test(line.text) ||
    (line.words <= CREDIT_WORDS_MAX && parseByline(line.text)?.isMarked === true)
  const between = lines.slice(first + 1, second)
  const hasTitle = lines.slice(0, first).some(({ kind, words }) => kind === 'text' && words >= 4)
  if (hasTitle && between.some((line) => line.kind === 'text' && isCredit(line))) return second
  const later = lines
    .slice(second)
    .filter(({ kind }) => kind === 'paragraph')
    .map((line) => line.text)
  return isRepeatedLater(lines[first]!.text, later) ? second : first
}

/** "Tác giả: Trần Minh Khoa"; a longer line is a sentence. */
const CREDIT_WORDS_MAX = 8

const CLOCK = /^\d{1,2}[:.h]\d{2}(?: ?(?:[ap]\.?m\.?|uhr|[A-Z]{3,4}))?$/iu

/** Index of the time of day over the first paragraph, its headline between the two or not: the newest entry of a live blog. */
function liveEntryAt(lines: readonly MarkedLine[], first: number): number | null {
  const isClock = (index: number) => CLOCK.test(lines[index]?.text ?? '')
  if (isClock(first - 1)) return first - 1
  return isClock(first - 2) && isLabel(lines[first - 1]!, 25) ? first - 2 : null
}

/** What a menu entry or a label weighs against the words of a paragraph. */
const LABEL_WORDS = 3

/**
 * Where running text outweighs menus for good: on a whole page, teasers and notices stand far above the article with menus
 * between. The stretch of lines with the greatest sum of words, labels counting against it.
 */
function runningTextStart(lines: readonly MarkedLine[]): number {
  let [sum, start, best, bestStart] = [0, 0, 0, 0]
  lines.forEach(({ kind, words }, index) => {
    sum += kind === 'paragraph' ? words : kind === 'caption' ? 0 : -LABEL_WORDS
    if (sum <= 0) [sum, start] = [0, index + 1]
    if (sum > best) [best, bestStart] = [sum, start]
  })
  return bestStart
}

const OPENING_CHARS_MAX = 6_000

/** The first paragraphs of the text, against which a title is held. */
function openingOf(lines: readonly MarkedLine[]): string {
  return lines
    .filter(({ kind }) => kind === 'paragraph')
    .map((line) => line.text)
    .join('\n')
    .slice(0, OPENING_CHARS_MAX)
}

type Pieces = {
  lines: readonly MarkedLine[]
  header: Header
  body: Body
  foot: Foot
  original: OriginalUrl | null
  url: string | null
  capturedAt: string | null
  language: string | null
  end: number
}

function assemble(pieces: Pieces): Extraction {
  const { header, body, foot, original, url, capturedAt, language, lines, end } = pieces
  const correction = takeCorrection(body.blocks)
  const opening = takeDateline(body.blocks)
  const trailing = takeTrailingAgency(body.blocks)
  const signature = takeSignature(body.blocks) ?? foot.byline
  const dates: PrintedDate[] = [...header.dates, ...foot.dates]
  if (opening?.date != null) {
    const when = parseDatePhrase({ text: opening.date, reference: capturedAt ?? yearOf(dates), language })
    if (when !== null) dates.push({ when, evidence: opening.raw, isModified: false, isRelative: true })
  }
  const text = renderText(body.blocks)
  const publisher = readPublisher({
    url,
    lines,
    standfirst: header.standfirst,
    text,
    title: header.title?.text ?? null,
  })
  const images = lines
    .slice(0, end)
    .filter(({ kind }) => kind === 'caption')
    .map(imageOf)
  const byline =
    header.byline !== null && header.byline.authors.length > 0 ? header.byline : signedBy(signature, header)
  return {
    title:
      header.title === null
        ? unknown('no line above the text reads like a title')
        : known(titleWithoutPublisher(header.title.text, publisher.value?.name ?? null), header.title.evidence, 0.9),
    standfirst:
      header.standfirst === null ? unknown('no standfirst') : known(header.standfirst, header.standfirst, 0.8),
    byline: byline === null ? unknown('no byline') : known(byline.raw, byline.evidence, byline.isMarked ? 0.95 : 0.75),
    authors:
      byline === null || byline.authors.length === 0
        ? unknown('nobody is named as author')
        : known(byline.authors, byline.evidence, byline.isMarked ? 0.95 : 0.75),
    contributors:
      foot.contributors.length === 0
        ? unknown('no contributor is credited')
        : known(foot.contributors, footEvidence(foot), 0.95),
    agency: agencyField(header, opening, trailing, foot),
    publisher,
    dateline:
      opening?.place == null
        ? unknown('no dateline')
        : known({ place: opening.place, raw: opening.raw }, opening.raw, 0.9),
    ...dateFields(dates, dateOfUrl(url, capturedAt)),
    canonicalUrl:
      original === null
        ? unknown('the page names no original')
        : known(original.url, original.lines.map((line) => line.text).join(' '), original.isLabelled ? 0.95 : 0.7),
    language: unknown('plain text declares no language'),
    section: unknown('plain text names no section'),
    leadImage:
      images[0] === undefined
        ? unknown('no picture is credited')
        : known(images[0], images[0].caption ?? images[0].credit ?? '', 0.8),
    images,
    blocks: body.blocks,
    text,
    links: [],
    related: lines.slice(0, end).flatMap(relatedOf),
    foreignSnippets: [],
    keywords: lines.slice(0, end).flatMap(keywordsOf),
    marks: { truncated: isTruncated(lines.slice(0, end), text), liveBlog: false, correction },
    dropped: [],
  }
}

/** Byline before dateline before the end of the text before the foot; a picture's agency never. */
function agencyField(
  { byline, source }: Header,
  opening: { agency: Agency | null; raw: string } | null,
  trailing: { agency: Agency; raw: string } | null,
  foot: Foot,
): Field<Agency> {
  if (byline?.agency != null) return known(byline.agency, byline.evidence, 0.95)
  if (opening?.agency != null) return known(opening.agency, opening.raw, 0.95)
  if (source !== null) return known(source.agency, source.evidence, 0.9)
  if (trailing !== null) return known(trailing.agency, trailing.raw, 0.9)
  if (foot.agency !== null) return known(foot.agency.agency, foot.agency.evidence, 0.9)
  return unknown('no agency is credited with the text')
}

function takeDateline(blocks: Block[]) {
  const first = blocks.find((block) => block.type === 'paragraph')
  if (first === undefined) return null
  const dateline = parseDateline(first.text, openingText(blocks))
  if (dateline === null || dateline.length >= first.text.length) return null
  first.text = first.text.slice(dateline.length).trimStart()
  return dateline
}

function takeTrailingAgency(blocks: Block[]) {
  const last = blocks.findLast((block) => block.type === 'paragraph')
  const found = last === undefined ? null : trailingAgency(last.text)
  if (last !== undefined && found !== null) last.text = last.text.slice(0, -found.length).trimEnd()
  return found
}

/** Cuts the reporter's mark off the last paragraph. */
function takeSignature(blocks: Block[]): FootByline | null {
  const last = blocks.findLast((block) => block.type === 'paragraph')
  const found = last === undefined ? null : footByline(last.text)
  if (last === undefined || found === null || found.cut >= last.text.length) return null
  last.text = last.text.slice(0, -found.cut).trimEnd()
  return found
}

/** Where nobody is named over the text, whoever signed it. */
const signedBy = (signature: FootByline | null, { byline }: Header): Header['byline'] =>
  signature === null
    ? byline
    : { ...signature, agency: byline?.agency ?? null, evidence: signature.raw, isMarked: true }

function takeCorrection(blocks: Block[]): string | null {
  const at = blocks.findIndex((block) => block.type === 'paragraph' && startsAsCorrection(block.text))
  if (at < 0) return null
  const [notice] = blocks.splice(at, 1)
  return notice?.type === 'paragraph' ? notice.text : null
}

/** A dateline's "January 2" lies in the year of the other dates, if the capture does not say. */
function yearOf(dates: readonly PrintedDate[]): string | null {
  const year = dates.find(({ when }) => when.precision !== 'month')?.when.at.slice(0, 4)
  return year === undefined ? null : `${year}-12-31T23:59:59Z`
}

function imageOf(line: MarkedLine) {
  const found = parsePhotoCredit(line.text)
  return { url: null, caption: found?.caption ?? null, credit: found?.credit ?? line.text }
}

function captionsDropped(lines: readonly MarkedLine[], end: number): { text: string; rule: string }[] {
  return lines
    .slice(0, end)
    .flatMap((line) => (line.kind === 'caption' ? [{ text: line.text, rule: line.rule ?? 'photo-caption' }] : []))
}

function relatedOf(line: MarkedLine): Extraction['related'] {
  const groups = line.kind === 'related-line' ? RELATED_LINE.exec(line.text.slice(0, 400))?.groups : undefined
  return groups === undefined ? [] : [{ label: groups.label!.trim(), title: groups.title!.trim(), url: null }]
}

function keywordsOf(line: MarkedLine): string[] {
  if (line.rule !== 'tags') return []
  const list = line.text.slice(line.text.search(/[:：]/u) + 1)
  return topicKeywords(list.split(/[,;|、，]/u))
}

function isTruncated(lines: readonly MarkedLine[], text: string): boolean {
  return lines.some(({ rule }) => rule === 'subscriber-wall') || CUT_OFF.test(text.slice(-80))
}

function footEvidence({ dropped }: Foot): string {
  return dropped.find(({ rule }) => rule === 'foot-credit')?.line.text ?? ''
}
