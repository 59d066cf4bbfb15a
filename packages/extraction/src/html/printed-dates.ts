import type { When } from '@dateline/domain'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { hintBit, hintsOf } from './class-hints.ts'
import { ORIGINALLY, PUBLISHED, UPDATED } from './date-labels.ts'
import { machineDate } from './machine-date.ts'
import type { PageElement } from './page-tree.ts'
import { hasPhrase } from './phrases.ts'
import type { TextBlock } from './text-blocks.ts'

export type PrintedDate = {
  when: When
  evidence: string
  /** What the line says of it: "updated", "published"; neither where it says nothing. */
  isModified: boolean
  isPublished: boolean
  /** The line over it, of its own, says that it is a change's: "Last updated:". */
  isUnderChange: boolean
  /** "First published", where the piece has been written anew since. */
  isOriginal: boolean
  /** Readers see it; else it stands in an attribute beside words like "2 hours ago". */
  isInWords: boolean
  confidence: number
  /** Of the block it stands in. */
  index: number
}

export type DateSearch = {
  blocks: readonly TextBlock[]
  titleIndex: number
  /** First and last line of the body; -1 where there is none. */
  first: number
  last: number
  language: string | null
  capturedAt: string | null
}

/** A line that says when is short; in longer ones dates belong to the story. */
const LINE_CHARS_MAX = 220
const CANDIDATES_MAX = 14
/** Lines above the headline and below the text among which a date may stand. */
const ABOVE_MAX = 10
const BELOW_MAX = 12
const LINES_WITHOUT_BODY_MAX = 150
const SCORE_MIN = 2
const LABELLED_SCORE = 3

const BYLINE = hintBit('byline')
const COMMENT = hintBit('comment')
const FOREIGN = COMMENT | hintBit('related') | hintBit('form') | hintBit('ad')
const MEDIA = hintBit('media')
/** A year and at most four more words: hardly anything but a date. */
const BARE = /^\W*(?:[\p{L}\p{N}]+[^\p{L}\p{N}]+){0,3}(?:19|20)\d{2}(?:[^\p{L}\p{N}]+[\p{L}\p{N}]+){0,4}\W*$/u
const STARTS_PUBLISHED = new RegExp(`^\\W*(?:${PUBLISHED.source})`, 'iu')

/** A year in which news was already on the web; earlier days belong to the story, or to a person's data. */
export const YEAR_MIN = 1995
/** Dates of people's accounts, which forums print beside every post. */
const ACCOUNT =
  /(?<!\p{L})(?:registriert|registered|joined|join date|member since|mitglied seit|dabei seit|inscrit|registrado|iscritto|lid sinds|medlem sedan|регистрация|зарегистрирован)(?!\p{L})/iu
/** The same as a line of its own, over the date: a label beside its value. */
const ACCOUNT_LABEL = new RegExp(`^\\W*(?:${ACCOUNT.source})\\W*$`, 'iu')
/** A line of its own that says the next one is a date. */
const DATE_LABEL =
  /^(?:date|datum|fecha|data|dato|päivämäärä|дата|日付|日期|stand|published|veröffentlicht|publié)\W*(?:on|am|le|:)?\W*$/iu

/**
 * What makes a line worth reading as a date: a year, a number beside a word or another number, or a relative date. In scripts
 * without capitals words are short, and their vowels are marks: a letter beside the number is enough.
 */
const DATE_LIKE =
  /(?:19|20|๒|२)\d{2}|\d{1,2}\s?[./-]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\.?\s?\p{L}{3,}|\p{L}{3,}\.?\s\d{1,2}|\p{Nd}{1,4}\s?[\p{Lo}/]|[٠-٩۰-۹०-९০-৯]{2,4}/u

/** Dates printed around the headline and at the foot of the text, the likeliest first. */
export function printedDates(search: DateSearch): PrintedDate[] {
  const { blocks, titleIndex, first, last } = search
  const anchor = titleIndex >= 0 ? titleIndex : first
  const from = Math.max(0, Math.min(anchor, first < 0 ? anchor : first) - ABOVE_MAX)
  const to = Math.min(blocks.length, last < 0 ? Math.max(anchor, 0) + LINES_WITHOUT_BODY_MAX : last + BELOW_MAX)
  const lines: { block: TextBlock; score: number }[] = []
  for (let i = from; i < to; i += 1) {
    const block = blocks[i]!
    const { text } = block
    if (i === titleIndex || text.length > LINE_CHARS_MAX || !DATE_LIKE.test(text) || ACCOUNT.test(text)) continue
    if (i > 0 && ACCOUNT_LABEL.test(blocks[i - 1]!.text)) continue
    if (last >= 0 && i > last && isOfComment(block)) continue
    const isLabelled = i > 0 && text.length < 40 && DATE_LABEL.test(blocks[i - 1]!.text)
    const score = lineScore(block, i, search) + (isLabelled ? LABELLED_SCORE : 0)
    if (score >= SCORE_MIN) lines.push({ block, score })
  }
  lines.sort((a, b) => b.score - a.score || a.block.index - b.block.index)
  return lines.slice(0, CANDIDATES_MAX).flatMap(({ block, score }) => datesOf(block, score, search))
}

const isOfComment = ({ element }: TextBlock) =>
  ((hintsOf(element) | (element.parent === null ? 0 : hintsOf(element.parent))) & COMMENT) !== 0

/** A line of its own that says of the date under it that it is a change's: "Last updated:". */
function isChangeLabel(block: TextBlock | undefined): boolean {
  const text = block?.text ?? ''
  return text.length <= CHANGE_LABEL_CHARS_MAX && !/\p{N}/u.test(text) && CHANGE_LABEL.test(text)
}

const CHANGE_LABEL_CHARS_MAX = 24
const CHANGE_LABEL = new RegExp(
  `^\\W*(?:(?:page|article|zuletzt|dernière|última|ultimo|laatst|senast|sist) )?(?:${UPDATED.source})`,
  'iu',
)

/** Where an outlet prints the day of a piece: between its headline and its first line, or right above the headline. */
export function isInHead(index: number, { titleIndex, first }: DateSearch): boolean {
  if (titleIndex < 0) return false
  return index > titleIndex ? index <= headEnd({ titleIndex, first }) : titleIndex - index <= HEAD_ABOVE_MAX
}

const HEAD_ABOVE_MAX = 1
/** A standfirst may stand before byline and date. */
const HEAD_LINES_MIN = 6

const headEnd = ({ titleIndex, first }: Pick<DateSearch, 'titleIndex' | 'first'>) =>
  Math.max(first, titleIndex + HEAD_LINES_MIN)

function lineScore(
  { element, text, linkChars }: TextBlock,
  index: number,
  { titleIndex, first, last }: DateSearch,
): number {
  let score = 0
  const own = hintsOf(element)
  const near =
    own |
    (element.parent === null ? 0 : hintsOf(element.parent)) |
    (element.parent?.parent ? hintsOf(element.parent.parent) : 0)
  if (near & FOREIGN) score -= 3
  const isOutside = isFurniture(element)
  const isAbove = titleIndex >= 0 ? index < titleIndex : index < first
  if ((isAbove && isListed(element)) || isMenu(element)) score -= LISTED_COST
  if (isOutside || element.tag === 'blockquote' || element.parent?.tag === 'blockquote') score -= 6
  if (own & BYLINE) score += 2
  else if (near & BYLINE) score += 1
  if (findTime(element)) score += 2
  if (PUBLISHED.test(text) || UPDATED.test(text) || hasPhrase('byline', text)) score += 2
  if (STARTS_PUBLISHED.test(text)) score += 2
  if (text.length < 60) score += 1
  else if (/[.!?。]$/u.test(text)) score -= 2
  if (text.length < 30) score += 1
  if (/(?:19|20)\d{2}/.test(text)) score += 1
  if (BARE.test(text)) score += 2
  if (near & MEDIA) score -= 2
  if (linkChars > text.length * 0.7 && text.length > 30) score -= 2
  const isBody = index >= first && index <= last && first >= 0
  const isShort = text.length < 60 || PUBLISHED.test(text) || UPDATED.test(text)
  const isHead =
    index <= first + 1 || (isShort && !isOutside && !(near & FOREIGN) && index <= headEnd({ titleIndex, first }))
  if (titleIndex >= 0 && index > titleIndex && isHead) score += 3 - Math.min((index - titleIndex) / 6, 2)
  else if (titleIndex >= 0 && index < titleIndex) score += 2 - Math.min((titleIndex - index) / 4, 2)
  else if (isBody) score -= element.tag === 'td' || isListed(element) ? 4 : 2
  else if (index > last && isListed(element)) score -= LISTED_COST
  else if (index > last) score -= Math.min((index - last) / 6, 2)
  return score
}

/** Above a headline, lists are menus and slides; in a text, they and tables hold dates of other things. */
const LISTED_COST = 6
const MENU_CLASS = /(?:^|[\s_-])(?:menu|nav)/i

const isMenu = ({ attributes, parent }: PageElement) =>
  MENU_CLASS.test(attributes.class ?? '') || MENU_CLASS.test(parent?.attributes.class ?? '')

const DATE_CLASS = /dat(?:e|um)|time|meta|author/i

/** In a list that is no list of the article's own data. */
function isListed({ tag, parent, attributes }: PageElement): boolean {
  if (tag !== 'li' && parent?.tag !== 'li') return false
  const names = [attributes, parent?.attributes, parent?.parent?.attributes].map((own) => own?.class ?? '')
  return !names.some((name) => DATE_CLASS.test(name))
}

const ARTICLE_FOOT =
  /(?:article|entry|post)[_-]*footer|(?:author|byline|entry|post|article|node)[_-]*(?:meta|submitted|info)/i

/** In an aside, a menu or the page's foot. The foot of an article is another thing: dates stand there. */
function isFurniture(element: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null && at.tag !== 'article'; at = at.parent) {
    if (at.tag === 'footer' && ARTICLE_FOOT.test(at.attributes.class ?? '')) return false
    if (at.tag === 'aside' || at.tag === 'nav' || at.tag === 'footer') return true
  }
  return false
}

function findTime(element: PageElement): PageElement | null {
  if (element.tag === 'time') return element
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.tag === 'time') return child
    const inner = child.children.find((grand) => typeof grand !== 'string' && grand.tag === 'time')
    if (typeof inner === 'object') return inner
  }
  return null
}

/** The parts of a line, each with what it says it is: "Published 3 May · Updated 5 May" holds two dates. */
function datesOf(
  { element, text, index }: TextBlock,
  score: number,
  { blocks, language, capturedAt }: DateSearch,
): PrintedDate[] {
  const time = findTime(element)
  const stamp = time?.attributes.datetime ?? time?.attributes.content ?? element.attributes.title
  const stamped = stamp === undefined ? null : machineDate(stamp)
  const confidence = Math.round(Math.min(90, 50 + score * 5)) / 100
  const found: PrintedDate[] = []
  const isUnderChange = BARE.test(text) && isChangeLabel(blocks[index - 1])
  for (const part of partsOf(text)) {
    const isPublished = PUBLISHED.test(part)
    const isOriginal = ORIGINALLY.test(part)
    const isModified = UPDATED.test(part) && !isPublished
    for (const piece of piecesOf(part)) {
      const when = parseDatePhrase({ text: piece, reference: capturedAt, language })
      if (when === null || !DAY_OR_FINER.has(when.precision) || Number(when.at.slice(0, 4)) < YEAR_MIN) continue
      found.push({
        when: stamped !== null && !isModified && isStampOf(stamped, when) ? stamped : when,
        evidence: piece,
        isModified,
        isPublished,
        isUnderChange,
        isOriginal,
        isInWords: true,
        confidence,
        index,
      })
    }
  }
  if (found.length === 0 && stamped !== null)
    found.push({
      when: stamped,
      evidence: `${time?.tag ?? element.tag}: ${stamp}`,
      isModified: UPDATED.test(text) && !PUBLISHED.test(text),
      isPublished: PUBLISHED.test(text),
      isUnderChange,
      isOriginal: false,
      isInWords: false,
      confidence,
      index,
    })
  return laterIsModified(found)
}

const STAMP_MS_MAX = 26 * 3_600_000
const QUARTER_MINUTES = 15

/** Whether the machine's stamp is the printed time to the second: of its day, and of its minute where the hour is printed. */
function isStampOf(stamp: When, printed: When): boolean {
  const apart = Math.abs(Date.parse(stamp.at) - Date.parse(printed.at))
  if (apart >= STAMP_MS_MAX || (stamp.zone === 'assumed' && printed.zone === 'stated')) return false
  if (printed.precision === 'day' || stamp.precision === 'day') return true
  const minutes = Math.abs(minuteOf(stamp) - minuteOf(printed))
  return printed.zone === 'stated' ? minutes === 0 : minutes % QUARTER_MINUTES === 0
}

const minuteOf = ({ at }: When) => Math.floor(Date.parse(at) / 60_000)

const DAY_OR_FINER: ReadonlySet<string> = new Set(['day', 'minute', 'second'])

/** Two bare dates in one line are the day it was published and the day it was changed. */
function laterIsModified(dates: PrintedDate[]): PrintedDate[] {
  if (dates.length !== 2 || dates.some(({ isModified, isPublished }) => isModified || isPublished)) return dates
  const [a, b] = dates.map(({ when }) => Date.parse(when.at)) as [number, number]
  if (a === b) return dates
  const later = dates[a > b ? 0 : 1]!
  return dates.map((date) => (date === later ? { ...date, isModified: true } : date))
}

/** Cuts "July 13, 2024 October 10, 2020" after each year that another date follows, and parts what markup alone parted. */
function piecesOf(joined: string): string[] {
  const part = joined.replace(GLUED_YEAR, '$& ')
  const stamps = part.match(STAMPS) ?? []
  if (stamps.length > 1) return stamps
  const match = TWO_DATES.exec(part)
  return match === null ? [part] : [part.slice(0, match.index + 4), part.slice(match.index + 4)]
}

/** "03/05/2024by Ada Lem": date and name stand in elements of their own. */
const GLUED_YEAR = /(?:[./-]|\p{L}\s)(?:19|20)\d{2}(?=\p{scx=Latin})/gu
/** Instants as machines write them, several in one line. */
const STAMPS = /(?:19|20)\d{2}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?/g
const TWO_DATES = /(?:19|20)\d{2}(?=[\s|·•,]{1,5}[\p{L}\d][^\n]{3,25}(?:19|20)\d{2}(?!\d))/u

const split = new RegExp(`(?=${UPDATED.source})|(?=${PUBLISHED.source})`, 'iu')

function partsOf(text: string): string[] {
  const parts: string[] = []
  for (const part of text.split(split)) {
    const last = parts.at(-1)
    if (last !== undefined && !/\d/.test(last)) parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts.filter((part) => /\p{N}/u.test(part)).slice(0, 4)
}
