import type { Person } from '@dateline/domain'
import { type Agency, findAgency } from '../credits/find-agency.ts'
import { findFootCredit } from '../credits/find-foot-credit.ts'
import { parseByline } from '../credits/parse-byline.ts'
import { personName } from '../credits/person-name.ts'
import { isLabel, type MarkedLine } from './marked-line.ts'
import { isDateLine, type PrintedDate, readDates } from './read-dates.ts'
import { endsSentence, wordCount } from './text-line.ts'

export type HeaderByline = {
  raw: string
  authors: Person[]
  agency: Agency | null
  evidence: string
  isMarked: boolean
}

/** The lines above the first paragraph, read. `used` are the numbers of lines that became a field; the rest is dropped. */
export type Header = {
  title: { text: string; evidence: string } | null
  standfirst: string | null
  byline: HeaderByline | null
  /** "Source: …", above the text. */
  source: { agency: Agency; evidence: string } | null
  dates: PrintedDate[]
  dropped: { line: MarkedLine; rule: string }[]
}

type Context = { capturedAt: string | null; language: string | null; body: string }

/** Exports name each part of a piece: "TITLE: …". */
const TITLE_LABEL =
  /^(?:title|headline|titel|überschrift|titre|título|titolo|заголовок|标题|標題|タイトル|제목)\s*[:：]\s*(?=\S)/iu

/** So many lines above the title may still be about the article: a date, a byline, a section. The rest is the site's head. */
const ABOVE_TITLE_MAX = 3

/** A date with the agency in brackets behind it, or after a word for source. */
const STAMPED = /^.{0,60}\d.{0,30}?(?:[([（](?<agency>[\p{L}\p{M}. ]{2,30})[)\]）])$/u
/** Only asked whether a phrase would be a date; the answer is not used. */
const SOME_DAY = '2000-01-01T00:00:00Z'
/** "2031-05-05 10:20 记者 …": the date before the byline, with only a space between. */
const LEADING_STAMP = /^\d[\d\s.:/年月日時时分-]{7,24}(?=\p{L})/u
const BREADCRUMB =
  /\s[>›»/]\s.*\s[>›»/]\s|^(?:home|startseite|accueil|inicio|início|hem|главная|anasayfa|beranda|首页|首頁|ホーム)\s*[>›»/|]/iu

/**
 * Reads title, standfirst, byline and dates out of the lines above the text. The title is found first; what stands far above
 * it belongs to the site, and what stands between it and the text, in whole sentences, is the standfirst.
 */
export function readHeader(lines: readonly MarkedLine[], context: Context): Header {
  const header: Header = { title: null, standfirst: null, byline: null, source: null, dates: [], dropped: [] }
  const texts: MarkedLine[] = []
  const title = findTitle(lines, context)
  for (const [index, line] of lines.entries()) {
    const drop = (rule: string) => header.dropped.push({ line, rule })
    if (line.kind === 'caption') continue // read with the images
    if (index < title - ABOVE_TITLE_MAX) {
      drop(line.rule ?? 'navigation')
      continue
    }
    if (index === title) {
      header.title = { text: line.text.replace(TITLE_LABEL, ''), evidence: line.text }
      continue
    }
    if (line.kind === 'furniture' || line.kind === 'related-heading' || line.kind === 'related-line') {
      header.dates.push(...mastheadDates(line, context))
      drop(line.rule ?? 'navigation')
      continue
    }
    if (BREADCRUMB.test(line.text)) {
      drop('breadcrumb')
      continue
    }
    const stamped = STAMPED.exec(line.text)?.groups
    const stamp = stamped === undefined ? null : findAgency(stamped.agency!)
    if (stamp !== null) header.source ??= { agency: stamp, evidence: line.text }
    const placed = placedDate(line.text, context)
    if (placed.length > 0) {
      header.dates.push(...placed)
      drop('date-line')
      continue
    }
    const byline = readByline(line, lines[index - 1], lines[index + 1], context)
    if (byline !== null) {
      const { dates: besides, ...credit } = byline
      header.dates.push(...besides)
      if (header.byline === null) header.byline = credit
      else if (credit.isMarked || header.byline.authors.length === 0) mergeBylines(header.byline, credit)
      drop('byline')
      continue
    }
    const dates = readDates(line.text, context.capturedAt, context.language)
    if (isDateLine(line.text, dates)) header.dates.push(...dates)
    if (isDateLine(line.text, dates) || isUnreadDate(line.text, context)) {
      drop(dates.every(({ isRelative }) => isRelative) ? 'relative-date' : 'date-line')
      continue
    }
    const credit = line.words <= 12 ? findFootCredit(line.text) : null
    if (credit?.agency != null) {
      header.source ??= { agency: credit.agency, evidence: line.text }
      drop('source-line')
      continue
    }
    if (index > title) texts.push(line)
    else {
      header.dates.push(...mastheadDates(line, context))
      drop(mastRule(line, context))
    }
  }
  nameTexts(header, texts, context)
  return header
}

/** "6 days ago" on a page of which nobody knows when it was captured: a date line, and no date. */
function isUnreadDate(text: string, { capturedAt, language }: Context): boolean {
  return capturedAt === null && isDateLine(text, readDates(text, SOME_DAY, language))
}

/** A masthead prints the day too: "date 2021-12-30 Contributors Publishers". Only a whole date in figures counts there. */
function mastheadDates(line: MarkedLine, { capturedAt, language }: Context): PrintedDate[] {
  return /\d{4}/u.test(line.text)
    ? readDates(line.text, capturedAt, language).filter(({ isRelative }) => !isRelative)
    : []
}

/** "Maria Laach, 3 May 2026", "Maria Laach, den 3. Mai 2026": where and when, or who; nothing tells. */
const BEFORE_DATE =
  /^(?<label>\p{Lu}[^,\d]{1,40}),\s*(?:(?:den|le|el|il|op|a|ai|em|on|am)\s)?(?<day>\p{N}.{3,40}|\p{L}{3,10}\s\p{N}.{3,30})$/iu

/** The dates of a line that holds besides a pair of capitalised words, which may be a place as well as a person. */
function placedDate(text: string, { capturedAt, language }: Context): PrintedDate[] {
  const { label, day } = BEFORE_DATE.exec(text)?.groups ?? {}
  if (label === undefined || parseByline(label)?.isMarked === true || personName(label, false) === null) return []
  const dates = readDates(day!, capturedAt, language)
  return isDateLine(day!, dates) ? dates.map((date) => ({ ...date, evidence: text })) : []
}

function readByline(
  line: MarkedLine,
  before: MarkedLine | undefined,
  after: MarkedLine | undefined,
  { capturedAt, language }: Context,
) {
  if (line.words > 40) return null
  const stamp = LEADING_STAMP.exec(line.text)?.[0] ?? ''
  const whole = parseByline(line.text)
  const behind = whole === null && stamp !== '' ? parseByline(line.text.slice(stamp.length)) : null
  const byline = whole ?? (behind?.isMarked === true ? { ...behind, rest: [stamp, ...behind.rest] } : null)
  if (byline === null) return null
  const dates = byline.rest
    .flatMap((part) => readDates(part, capturedAt, language))
    .map((date) => ({ ...date, evidence: line.text }))
  const beside = [before, after].some((each) => each !== undefined && isCreditSide(each, capturedAt, language))
  const isAgencyAlone = byline.authors.length === 0 && byline.agency !== null && line.words <= 6
  const isCredit =
    byline.isMarked || dates.length > 0 || isAgencyAlone || (beside && line.words <= 8 && !endsSentence(line.text))
  if (!isCredit || (byline.isMarked && endsSentence(line.text) && line.words > 12)) return null
  return {
    raw: byline.raw,
    authors: byline.authors,
    agency: byline.agency,
    evidence: line.text,
    isMarked: byline.isMarked,
    dates,
  }
}

/** A name alone is a byline only beside what goes with one: a date, a role, an agency. */
function isCreditSide(line: MarkedLine, capturedAt: string | null, language: string | null): boolean {
  if (isDateLine(line.text, readDates(line.text, capturedAt, language)) || line.rule === 'reading-time') return true
  const byline = parseByline(line.text)
  if (byline?.isMarked === true || (byline?.authors.length === 0 && byline.agency !== null)) return true
  return (
    line.words <= 6 &&
    /\b(?:correspondent|reporter|editor|staff writer|redakteur|korrespondent|journaliste|corresponsal|корреспондент|muhabir)\b/iu.test(
      line.text,
    )
  )
}

function mergeBylines(into: HeaderByline, more: HeaderByline): void {
  const names = new Set(into.authors.map(({ name }) => name))
  into.authors.push(...more.authors.filter(({ name }) => !names.has(name)))
  into.agency ??= more.agency
}

/** Gives the lines under the title their parts: standfirst, or labels of the page. */
function nameTexts(header: Header, texts: readonly MarkedLine[], context: Context): void {
  for (const line of texts) {
    const isDeck = header.standfirst === null && line.words >= 6 && (line.words >= 9 || endsSentence(line.text))
    const isTitle = isSame(line.text, header.title?.text)
    if (isDeck && !isTitle && header.title !== null) header.standfirst = line.text
    else header.dropped.push({ line, rule: isTitle ? 'repeated-title' : mastRule(line, context) })
  }
}

function mastRule(line: MarkedLine, { capturedAt, language }: Context): string {
  return readDates(line.text, capturedAt, language).length > 0
    ? 'navigation'
    : isLabel(line, 4)
      ? 'section-label'
      : 'header-line'
}

/**
 * Index of the title among the lines, or -1. A headline says what the text says: the first line whose words come back in the
 * text nearly as often as any other's. On a bare scrape that is the first line; on a whole page menus stand before it.
 */
function findTitle(lines: readonly MarkedLine[], context: Context): number {
  const stems = new Set(stemsOf(context.body))
  const candidates = lines.flatMap((line, index) => {
    if (!readsLikeTitle(line, lines) || isCredit(line, context)) return []
    const own = stemsOf(line.text)
    const share = own.length === 0 ? 0 : own.filter((stem) => stems.has(stem)).length / own.length
    return [{ index, share }]
  })
  const best = Math.max(0, ...candidates.map(({ share }) => share))
  const supported = candidates.filter(({ share }) => share >= Math.max(best * SUPPORT_SHARE, SUPPORT_MIN))
  const near = supported.find(({ index }) => index >= lines.length - NEAR_LINES)
  if (near !== undefined || supported[0] !== undefined) return (near ?? supported[0])!.index
  // Nothing the text would say again: on a bare scrape the first line, on a whole page nobody knows.
  return lines.length > NEAR_LINES ? -1 : (candidates[0]?.index ?? longestLabel(lines, context))
}

/** A header of more lines is a whole page's, menus and all. */
const NEAR_LINES = 25
const SUPPORT_SHARE = 0.6
const SUPPORT_MIN = 0.25

/** Beginnings of the longer words, by which inflected forms of a word meet; pairs of ideographs. */
function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? []
  const pairs = [
    ...text.matchAll(/[\p{scx=Han}\p{scx=Hang}\p{scx=Kana}](?=([\p{scx=Han}\p{scx=Hang}\p{scx=Kana}]))/gu),
  ].map((match) => match[0] + match[1]!)
  return [
    ...words
      .filter((word) => !/[\p{scx=Han}\p{scx=Hang}\p{scx=Kana}\p{scx=Thai}]/u.test(word))
      .map((word) => word.slice(0, 5)),
    ...pairs,
  ]
}

function isCredit(line: MarkedLine, { capturedAt, language }: Context): boolean {
  if (BREADCRUMB.test(line.text)) return true
  if (isDateLine(line.text, readDates(line.text, capturedAt ?? SOME_DAY, language))) return true
  return parseByline(line.text)?.isMarked === true
}

/** Four words or more (or eight characters without spaces), not a list of menu entries run together. */
function readsLikeTitle(line: MarkedLine, all: readonly MarkedLine[]): boolean {
  if (line.kind !== 'text' || line.words < 4 || line.words > 40 || line.text.length > 250) return false
  // "ContributorsPublishersAdvertisers": entries that lost the space between them; and a date is no part of a headline.
  const glued = line.text.match(/\p{Ll}\p{Lu}\p{Ll}/gu)?.length ?? 0
  if (glued >= 2 && line.words <= 8) return false
  if (/\b(?:19|20)\d{2}-\d{2}-\d{2}\b/u.test(line.text)) return false
  return (
    !endsSentence(line.text) ||
    /[?!？！]["”’]?$/u.test(line.text) ||
    all.filter((each) => each.kind === 'text').length <= 2
  )
}

function longestLabel(lines: readonly MarkedLine[], context: Context): number {
  let best = -1
  lines.forEach((line, index) => {
    if (line.kind !== 'text' || line.words < 2 || line.words > 40 || isCredit(line, context)) return
    if (best < 0 || line.words > lines[best]!.words * 1.5) best = index
  })
  return best
}

function isSame(one: string, other: string | undefined): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return other !== undefined && bare(one) === bare(other)
}

/**
 * Whether a line above the text only says in advance what a later paragraph says: most of its four-word runs stand there.
 * A standfirst may look like a paragraph; this is how it is told from one.
 */
export function isRepeatedLater(line: string, paragraphs: readonly string[]): boolean {
  const runs = fourWords(line)
  if (runs.length < 4) return false
  return paragraphs.some((paragraph) => {
    const there = new Set(fourWords(paragraph))
    return runs.filter((run) => there.has(run)).length >= runs.length * 0.6
  })
}

function fourWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return wordCount(text) > 400 ? [] : words.slice(3).map((_, index) => words.slice(index, index + 4).join(' '))
}
