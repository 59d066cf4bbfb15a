import type { Field } from '@dateline/domain'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { authorElements } from './author-elements.ts'
import { hintBit, hintsOf } from './class-hints.ts'
import { PUBLISHED, UPDATED } from './date-labels.ts'
import { FILLER } from './declared-names.ts'
import { known } from './field.ts'
import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

type Lines = {
  url: string | null
  root: PageElement
  blocks: readonly TextBlock[]
  titleIndex: number
  /** First and last line of the body; -1 where there is none. */
  first: number
  last: number
}

/** Lines after the headline among which a byline is looked for. */
export const BYLINE_LINES_MAX = 25
/** Names in such boxes are other people's. */
export const FOREIGN_HINTS = hintBit('comment') | hintBit('related') | hintBit('media')

/** A line that only says who comes next. */
export const BYLINE_LABEL =
  /^(?:written by|author|by|geschrieben von|verfasst von|autor|[ée]crit par|auteur|escrito por|scritto da|autore|geschreven door|skriven av|skrevet av|napisane przez|автор|written)[^\p{L}\p{N}]*$/iu

/** A byline that names no person: "By our staff", or the element marked as the author's. */
export function deskByline({ root, blocks, titleIndex, first, last, url }: Lines): Field<string> | null {
  const from = Math.max(0, titleIndex)
  for (let i = from; i <= Math.min(first + 1, from + BYLINE_LINES_MAX) && i < blocks.length; i += 1) {
    const { text, element } = blocks[i]!
    if (i === titleIndex || text.length > DESK_LINE_CHARS_MAX || hintsOf(element) & FOREIGN_HINTS) continue
    const desk = DESK_LINE.exec(text)?.[1]
    const name = desk === undefined ? '' : withoutDate(desk.split(/\s(?:published|posted|updated|in|on|am)\s/i)[0]!)
    if (name !== '' && !isNoDesk(name) && !isDay(text, name)) return known(name, `byline: ${text}`, 0.7)
  }
  for (const { rank, text, mark, isFiled } of authorElements(root, blocks, titleIndex, first, last, url)) {
    if (rank < 5 || text.length > DESK_CHARS_MAX) continue
    const desk = withoutFurniture(withoutDate(text.replace(DESK_LABEL, '')))
    if (isFiled || isNoDesk(desk)) continue
    if (/^\p{L}{2}/u.test(desk) && !BYLINE_LABEL.test(desk) && !DESK_LABEL.test(`${desk} `))
      return known(desk, `${mark}: ${text}`, 0.6)
  }
  return null
}

/** "RSS", "linksc Reading the Sea by Machine": a filler, a person and what that person does. */
const isNoDesk = (name: string) =>
  FILLER.test(name) || /^(?:\p{Ll}{2,}\s+){3}/u.test(name) || name.split(/\s+/).length > DESK_WORDS_MAX

/** "Written by Feb 11, 2019": a month before a number. */
const isDay = (text: string, name: string) =>
  /^\.?\s*\d/.test(text.slice(text.indexOf(name) + name.length)) &&
  parseDatePhrase({ text: `1 ${name} 2020`, reference: null })?.precision === 'day'

const DESK_WORDS_MAX = 5

/** Links beside a name: "Ada Lem All articles". */
const FURNITURE =
  /\s+(?:alle (?:artikel|beiträge)|all (?:posts|articles|stories)|(?:view|see) (?:all|profile|more|bio)|more (?:posts|articles|stories|from|by)|read more|voir (?:tous|plus)|ver (?:todos|más)|mehr (?:von|erfahren))(?:\s.*)?$/iu
const ABOUT = /^(?:about(?: the author)?|über(?: den autor| die autorin)?)\s*:?\s+(?=\p{Lu})/iu

/** "About Ada Lem", "Ada Lem Alle Artikel" → "Ada Lem". */
export const withoutFurniture = (name: string): string => name.replace(ABOUT, '').replace(FURNITURE, '')

const DESK_LABEL = /^(?:(?:author|autor|auteur|written by|posted by|posted on|published on|by|von|por|par)\s*:?\s+)+/iu
const DESK_LINE_CHARS_MAX = 120
const DESK_CHARS_MAX = 60
const DESK_LINE =
  /^(?:written by|posted by|by|von|par|por|door)\s*:?\s+(?!\d)([^,|•·\n\d]{2,50}?)\s*(?:$|[,|•·\n]|\d|\s[–—-]\s)/iu

/** "Jane Roe Published:", "Jane Roe Stand:": the label of the date that follows. */
export const TRAILING_DATE_LABEL = new RegExp(
  `\\s+(?:stand\\s*:|(?:${UPDATED.source}|${PUBLISHED.source})\\p{L}*(?:\\s(?:on|am|le|el|il|em|op|den))?)\\s*:?\\s*$`,
  'iu',
)

/** "Jane Roe December 28, 2016" → "Jane Roe"; "December 28, 2016" → "". */
export function withoutDate(text: string): string {
  const [name] = text.split(/\s*[|•·\n]|\s+[–—-]\s|,\s*\d|\s+\d|(?<=\p{Lo})\d|(?<=\p{L})\d{1,2}[./]\d{1,2}[./]\d/u)
  const rest = text.slice(name!.length).trimStart()
  const tail = /^(?<head>.*?)(?<month>\p{L}{3,10})\.?$/u.exec(name!)?.groups
  const isMonth =
    tail !== undefined &&
    /^\d/.test(rest) &&
    parseDatePhrase({ text: `${tail.month} ${rest}`, reference: null }) !== null
  return (isMonth ? tail.head! : name!)
    .replace(TRAILING_DATE_LABEL, '')
    .replace(/\s+(?:am|on|le|el|il|op|den|@\S*|[-–—])$/iu, '')
    .trim()
}
