import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { type Candidate, type DateSources, isNoFiller, isOfComment, stated } from './date-candidate.ts'
import { PUBLISHED, UPDATED } from './date-labels.ts'
import { machineDate } from './machine-date.ts'
import type { PageFacts } from './page-facts.ts'
import { type PageElement, textOf } from './page-tree.ts'
import { YEAR_MIN } from './printed-dates.ts'

/** Where else a page may say when it was published, the surest first. Each is asked only if all before it were silent. */
export function* fallbackDates(sources: DateSources): Generator<Candidate | null> {
  yield ownTime(sources)
  yield headlineDate(sources)
  yield scriptDate(sources.facts)
  yield footDate(sources, PUBLISHED)
  yield loneTime(sources)
}

const URL_DAY =
  /[/_.-](?<year>(?:19|20)\d{2})[/_.-]?(?<month>0[1-9]|1[0-2])[/_.-]?(?<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/

/** A number that is an instant to the minute at least: A2026012914320005196. */
const URL_INSTANT =
  /[/_.-][A-Z]{0,3}(?<year>20[0-4]\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{2,10}(?=[/_.-]|$)/
/** A segment that is a day, year last: /29-10-2021. Not where day and month could be each other. */
const URL_DAY_FIRST = /\/(?<day>1[3-9]|2\d|3[01])[-.](?<month>0[1-9]|1[0-2])[-.](?<year>20\d{2})(?=\/|$)/

/** A day in the path: /2021/12/30/, -20211230. */
export function urlDate(url: string | null): Candidate | null {
  const path = url === null ? undefined : URL.parse(url)?.pathname
  if (path === undefined) return null
  // An archive names the instant of its copy in front of the address.
  const instant = /\/https?:\//.test(path) ? null : URL_INSTANT.exec(path)
  const groups = (URL_DAY.exec(path) ?? URL_DAY_FIRST.exec(path) ?? instant)?.groups
  const when = groups === undefined ? null : machineDate(`${groups.year}-${groups.month}-${groups.day}`)
  return when === null ? null : { when, evidence: `URL: ${url}`, confidence: 0.8 }
}

const PATH_DAY = /\/(?<year>(?:19|20)\d{2})\/(?<month>0?[1-9]|1[0-2])\/(?<day>0?[1-9]|[12]\d|3[01])\//

/** A day that is three folders of the path, which systems make of the day a piece was written: /2017/7/12/slug. */
export function pathDate(url: string | null): Candidate | null {
  const path = url === null ? undefined : URL.parse(url)?.pathname
  const groups = path === undefined || /\/https?:\//.test(path) ? undefined : PATH_DAY.exec(path)?.groups
  if (groups === undefined) return null
  const when = machineDate(`${groups.year}-${groups.month!.padStart(2, '0')}-${groups.day!.padStart(2, '0')}`)
  return when === null ? null : { when, evidence: `URL: ${url}`, confidence: 0.8 }
}

/** Classes that say an element holds the entry's own date (hAtom and what came after it). */
export const OWN_DATE_CLASS =
  /(?:^|[\s_-])(?:published|entry-date|pubdate|post-date|publish-date|date-published)(?:$|[\s_-])/i

/** An element whose class says it is the entry's own date, wherever it stands: only if all of them give one day. */
function ownTime({ times }: DateSources): Candidate | null {
  return oneDay(
    times.filter(({ attributes }) => OWN_DATE_CLASS.test(attributes.class ?? '')),
    0.75,
  )
}

/** hAtom's class of the last change. */
export const OWN_CHANGE_CLASS = /(?:^|\s)updated(?:\s|$)/

/** The day of the last change, where it stands as a class or in the line with which wikis end a page. */
export function fallbackModified({ times, blocks, language }: DateSources): Candidate | null {
  const own = oneDay(
    times.filter(({ attributes }) => OWN_CHANGE_CLASS.test(attributes.class ?? '')),
    0.7,
    true,
  )
  if (own !== null) return own
  return footDate({ blocks, language }, UPDATED)
}

const FOOT_LINES_MAX = 120
const FOOT_CHARS_MAX = 160

/** A line with this label and a date in the foot of the page, the last one. */
function footDate({ blocks, language }: Pick<DateSources, 'blocks' | 'language'>, label: RegExp): Candidate | null {
  for (let i = blocks.length - 1; i >= Math.max(0, blocks.length - FOOT_LINES_MAX); i -= 1) {
    const { text, linkChars, element } = blocks[i]!
    if (text.length > FOOT_CHARS_MAX || linkChars > text.length / 2 || !label.test(text)) continue
    if (isOfComment(element)) continue
    const line = text.split('\n').find((part) => label.test(part) && /\d/.test(part))
    const behind = line?.slice(label.exec(line)!.index)
    const phrase = behind !== undefined && /\d/.test(behind) ? behind : line
    const when = phrase === undefined ? null : parseDatePhrase({ text: phrase, reference: null, language })
    if (when === null || when.precision === 'month' || when.precision === 'year') continue
    if (Number(when.at.slice(0, 4)) >= YEAR_MIN) return { when, evidence: `foot of the page: ${line}`, confidence: 0.6 }
  }
  return null
}

/** The only day that any `<time>` of the page gives, and that of no comment. */
function loneTime({ times }: DateSources): Candidate | null {
  return oneDay(
    times.filter((time) => !isOfComment(time)),
    0.55,
  )
}

function oneDay(elements: readonly PageElement[], confidence: number, isChange = false): Candidate | null {
  let found: Candidate | null = null
  for (const element of elements) {
    const { datetime, title, class: name = '' } = element.attributes
    if (!isChange && UPDATED.test(name) && !/publish/i.test(name)) continue
    const candidate = [datetime, title, textOf(element, 80)]
      .map((value) => stated(value ? { value, source: element.tag } : null))
      .find((one) => one !== null)
    if (candidate === undefined || candidate === null) continue
    if (found !== null && found.when.at.slice(0, 10) !== candidate.when.at.slice(0, 10)) return null
    found ??= { ...candidate, confidence }
  }
  return found
}

/** "Headline | Outlet | 28.04.2023", "Headline - 28.04.2023 - Outlet": the last part of the title, or figures alone before it. */
export function titleDate({ title }: PageFacts): Candidate | null {
  const [last, before] = (title ?? '')
    .split(/\s[|–—-]\s/)
    .slice(-2)
    .map((part) => part.trim())
    .reverse()
  const tail = before !== undefined && /^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(before) ? before : last
  if (tail === undefined || tail.length > 30 || !/\d{4}/.test(tail)) return null
  const found = stated({ value: tail, source: 'title' })
  return found === null ? null : { ...found, confidence: 0.8 }
}

const OPENING_CHARS_MAX = 60
/** A kicker or a caption may stand before the first paragraph. */
const OPENING_LINES_MAX = 3
/** Releases begin a paragraph further down with nothing but the day. */
const DATED_LINES_MAX = 6
const OPENING =
  /^[^.!?]{0,30}?\(?(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2}|\d{1,2}\.?\s\p{L}{3,10}\.?\s(?:19|20)\d{2}|\p{L}{3,10}\.?\s\d{1,2},?\s(?:19|20)\d{2})/u

/** A date at the head of the text, as in datelines: "Karlsruhe, (12.11.2021). ". */
export function openingDate({ blocks, first, language }: DateSources): Candidate | null {
  for (let i = Math.max(first, 0); first >= 0 && i < first + DATED_LINES_MAX; i += 1) {
    const text = blocks[i]?.text
    if (i >= first + OPENING_LINES_MAX && !/^\d{1,2}\.\s?\d{1,2}\.\s?20\d{2}\s/.test(text ?? '')) continue
    const found = dateAtHead(text, language, 'head of the text', 0.6)
    if (found !== null) return found
  }
  return null
}

/** A date at the head of the headline: "23.01.2022 - Second win in a row". */
function headlineDate({ blocks, titleIndex, language }: DateSources): Candidate | null {
  return dateAtHead(blocks[titleIndex]?.text, language, 'headline', 0.6)
}

function dateAtHead(
  text: string | undefined,
  language: string | null,
  place: string,
  confidence: number,
): Candidate | null {
  const head = text?.slice(0, OPENING_CHARS_MAX)
  const opening = head === undefined || UPDATED.test(head) ? undefined : OPENING.exec(head)?.[0]
  const when = opening === undefined ? null : parseDatePhrase({ text: opening, reference: null, language })
  return when === null || when.precision !== 'day' || Number(when.at.slice(0, 4)) < YEAR_MIN
    ? null
    : { when, evidence: `${place}: ${opening}`, confidence }
}

const SCRIPT_DATE =
  /["']?(?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time|at)|(?:first_?)?publication_?date|pub_?date|firstPublishedAt|post_date)["']?\s*[:=]\s*["']([^"'\\]{8,40})["']/gi
const SCRIPT_DATES_MAX = 50

/** State that the page carries for its own code: only if all of it gives one day. */
function scriptDate({ scripts }: PageFacts): Candidate | null {
  let found: Candidate | null = null
  let seen = 0
  for (const script of scripts) {
    for (const match of script.matchAll(SCRIPT_DATE)) {
      seen += 1
      const candidate = seen > SCRIPT_DATES_MAX ? null : stated({ value: match[1]!, source: 'script' })
      if (candidate === null || !isNoFiller(candidate)) continue
      if (found !== null && found.when.at.slice(0, 10) !== candidate.when.at.slice(0, 10)) return null
      found ??= { ...candidate, confidence: 0.7 }
    }
  }
  return found
}
