import { countryNames } from '@dateline/domain'
import {
  AMBIGUOUS_FAMILIES,
  BODIES,
  BODY_ENDS,
  DOUBLE_FAMILIES,
  FAMILIES,
  HONORIFICS,
  PLACES,
  SAYING,
  SPELLING,
  TITLES,
  WEAK_BODY_ENDS,
} from './chinese-words.ts'
import type { UncasedName } from './uncased-name.ts'

const NAMES_MAX = 200
const PEOPLE_MAX = 60

const any = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|')

/** "周三" is Wednesday. */
const FAMILY = `(?:${DOUBLE_FAMILIES}|(?!周[一二三四五六日末])[${FAMILIES}])`
const GIVEN = '\\p{Script=Han}{1,2}?'
const END = '(?![\\p{Script=Han}·•・])'
const SAYS = `(?:也|则|則|还|還|随后|隨後|当天|當天|周[一二三四五六日]|在[^，。“「：]{1,12})?(?:${any(SAYING)})`

/** A title before the name, and a verb of saying, a mark or a small word behind it; or an honorific or a verb of saying behind a clause's first word. */
const NAMED = [
  `(?:${any(TITLES)})(?<name>${FAMILY}${GIVEN})(?=${SAYS}|[，。、；：）]|在|到|对|對|向|以|和|与|與|的|于|於|今|近|已|将|將|独|獨|致|${END})`,
  `(?<=^|[，。；：！？”」\\n]\\s?)(?<name>${FAMILY}${GIVEN})(?=(?:${any(HONORIFICS)})?(?:${SAYS}))`,
].map((pattern) => new RegExp(pattern, 'gmu'))

/** The same with a family name that is an everyday word as well: believed where it comes again. */
const DOUBTED = new RegExp(`(?:${any(TITLES)})(?<name>[${AMBIGUOUS_FAMILIES}]${GIVEN})(?=${SAYS}|[，。、；：])`, 'gu')
/** "罗西赛后说": "after the match". */
const SPELLED_PART = `(?:(?!赛[后後前中]|賽[後前中]|内[部外]|因[为此為]|万[人元])[${SPELLING}]){1,8}`
const SPELLED = new RegExp(`${SPELLED_PART}(?:[·•・]${SPELLED_PART}){1,3}`, 'gu')

/** Ends of what only looks like a name: no given name is written with them. */
const NO_GIVEN =
  /(?:方面|先生|女士|某某?|信中|中|里|上|下|时|時|家人|家属|家屬|总|總|也|还|還|则|則|说|說|称|稱|表|指|所|在|的|是|对|對|和|与|為|为|等|们|們|会|會)$/u

/**
 * Names in Chinese: people behind a title or before a verb of saying, whose family name is a common one; foreign names with their
 * point; countries by CLDR, and cities that are listed, where the text's words are cut there; bodies by name or by their end.
 */
export function findChineseNames(text: string): UncasedName[] {
  const taken = new Uint8Array(text.length)
  const found: UncasedName[] = []
  const take = (start: number, name: string, kind: UncasedName['kind'], of?: string) => {
    if (found.length >= NAMES_MAX || taken[start] === 1 || taken[start + name.length - 1] === 1) return
    taken.fill(1, start, start + name.length)
    found.push({ name, kind, start, ...(of === undefined ? {} : { of }) })
  }
  for (const name of peopleIn(text)) for (const start of placesOf(text, name)) take(start, name, 'person')
  for (const [name, full] of familiesOf(found))
    for (const start of placesOf(text, name)) take(start, name, 'person', full)
  for (const { start, name } of bodiesIn(text)) take(start, name, 'organisation')
  const isBreak = breaksOf(text)
  for (const { 0: name, index } of text.matchAll(knownPlaces().within))
    if (isBreak(index) && (isBreak(index + name.length) || /^[市省]/u.test(text.slice(index + name.length))))
      take(index, name, 'place')
  for (const { 0: name, index } of text.matchAll(TOWN)) take(index, name, 'place')
  return found
}

/** Names of people, once each, longest first. */
function peopleIn(text: string): string[] {
  const spelled = new Set(spelledIn(text))
  const families = new Set(Array.from(spelled, familyOf))
  const names = new Set<string>()
  for (const pattern of NAMED)
    for (const { groups } of text.matchAll(pattern)) if (!NO_GIVEN.test(groups!.name!)) names.add(groups!.name!)
  for (const { groups } of text.matchAll(DOUBTED)) {
    const name = groups!.name!
    if (!NO_GIVEN.test(name) && text.indexOf(name) !== text.lastIndexOf(name)) names.add(name)
  }
  return [...spelled, ...[...names].filter((name) => !families.has(name))]
    .sort((a, b) => b.length - a.length)
    .slice(0, PEOPLE_MAX)
}

/** Last parts of foreign names, by which the text goes on to call them. */
function familiesOf(found: readonly UncasedName[]): ReadonlyMap<string, string> {
  const families = new Map<string, string>()
  for (const { name } of found) {
    const family = familyOf(name)
    if (family !== name && family.length >= FAMILY_CHARS_MIN) families.set(family, name)
  }
  return families
}

/** Foreign names; none whose head may be cut off, where a character by which none is spelled stands before it. */
function* spelledIn(text: string): Generator<string> {
  for (const { 0: name, index } of text.matchAll(SPELLED)) {
    const before = text.slice(Math.max(0, index - TITLE_CHARS_MAX), index)
    // "主席雅思娜": the title takes a character by which names are spelled.
    const cut = [0, 1].find((chars) => TITLE_AT_END.test(before + name.slice(0, chars)))
    if (cut !== undefined) yield name.slice(cut)
    else if (HEAD.test(before)) yield name
  }
}

const TITLE_CHARS_MAX = 6
const TITLE_AT_END = new RegExp(`(?:${any(TITLES)}|先生|女士)$`, 'u')
/** What may stand before a name: no character at all, a small word, a country. */
const HEAD = /(?:^|[^\p{Script=Han}]|[和与與及在对對向由被让讓的是为為给給国國人者员員家])$/u

/** "罗西" of "马里奥·罗西". */
const familyOf = (name: string) => name.slice(name.search(/[^·•・]*$/u))

const FAMILY_CHARS_MIN = 2

function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0 && places.length < NAMES_MAX; at = text.indexOf(name, at + name.length))
    places.push(at)
  return places
}

/** Characters that stand in no body's name: function words, and marks. */
const BODY_CHARS = '(?:(?![的了在是和与與及或对對向把被从從为為等这這那有说說称稱一个個去到将將就])\\p{Script=Han})'
const KNOWN_BODIES = new RegExp(any(BODIES), 'gu')
const ENDS = any([...BODY_ENDS, ...WEAK_BODY_ENDS])
const ENDED_BODIES = new RegExp(
  `(?<=^|[，。；：！？、”」\\n])${BODY_CHARS}{2,10}?(?:${ENDS})(?!${BODY_CHARS}{0,2}(?:${ENDS}))`,
  'gmu',
)
const STRONG = new RegExp(`(?:${any(BODY_ENDS)})$`, 'u')
/** "该公司", "两家银行", "本市法院": one of them, and no name. */
const NO_BODY = /^(?:该|該|本|各|多|两|兩|某|这|這|当地|當地|其|几|幾|部分|许多|許多|所有|上述|地方)|\d/u

function* bodiesIn(text: string): Generator<{ start: number; name: string }> {
  for (const { 0: name, index } of text.matchAll(KNOWN_BODIES)) yield { start: index, name }
  for (const { 0: name, index } of text.matchAll(ENDED_BODIES)) {
    const isAgain = text.indexOf(name) !== text.lastIndexOf(name)
    if (!NO_BODY.test(name) && (STRONG.test(name) || isAgain || knownPlaces().begin.test(name)))
      yield { start: index, name }
  }
}

let placePatterns: { readonly within: RegExp; readonly begin: RegExp } | undefined

/** Made when the first Chinese text comes. */
function knownPlaces() {
  if (placePatterns === undefined) {
    const names = any([...new Set([...PLACES, ...countryNames('zh')])])
    placePatterns = {
      within: new RegExp(`(?:${names})(?:[市省](?![长長场場民區区委政内內]))?`, 'gu'),
      begin: new RegExp(`^(?:${names})`, 'u'),
    }
  }
  return placePatterns
}

/** A town at the head of a clause or behind "in", "to", "from"; not "大城市". */
const TOWN =
  /(?<=^|[，。；：！？”」\n]|在|从|從|自|抵达|抵達|前往)(?![大中小各该該本全新多都两兩一某在从從自])\p{Script=Han}{2,3}(?:市|县|縣|镇|鎮|村)(?![场場民长長区區委政府内內中上里裡的])/gmu

/** Where one word ends and the next begins. */
function breaksOf(text: string): (at: number) => boolean {
  const segments = segmenter.segment(text)
  return (at) => at >= text.length || segments.containing(at)?.index === at
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
