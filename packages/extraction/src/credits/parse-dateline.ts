import { countryNames, countryOf } from '@dateline/domain'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { type Agency, findAgencies, findAgency, jointAgency } from './find-agency.ts'
import { HAN_PLACES } from './han-words.ts'
import { INDIC_PLACES } from './indic-places.ts'
import { personName } from './person-name.ts'

/**
 * The line a report opens with. `raw` is as printed, up to and with its dash; `length` is how much of the text to cut,
 * white space after it included. `date` is the day printed in it, unread: "January 2". `authors`: names of people in it, as East Asian,
 * Russian and Turkish papers print them.
 */
export type Dateline = {
  place: string | null
  agency: Agency | null
  date: string | null
  authors: string[]
  raw: string
  length: number
}

const HEAD_CHARS_MAX = 140

/** Capitals before a dash or a colon that are no place. */
const NOT_PLACES =
  /^(?:BREAKING|UPDATED?|WATCH|LIVE|ANALYSIS|EXCLUSIVE|OPINION|EDITORIAL|EXPLAINER|FACTBOX|CORRECTED|CORRECTION|TIMELINE|INTERVIEW|FEATURE|REVIEW|VIDEO|PHOTOS?|WRAPUP|INSIGHT|FOCUS|URGENT|ALERT|NOTE|WARNING|READ|LISTEN|PODCAST|QUIZ|RECIPE|ADVERTISEMENT|SPONSORED|KOMMENTAR|EILMELDUNG|ANALYSE|ACTUALIZACIÓN|VÍDEO|ESCLUSIVA|СРОЧНО|ВИДЕО|МНЕНИЕ|Q|A|Q&A|FAQ|COVID|COVID-19|NATO|NASA|BBC|CNN|UEFA|FIFA|NBA|NFL|UN|EU|US|USA|UK)(?:\b|\s|$)/u

// An opening in round, square or full-width brackets, or between slashes, that names an agency.
const AGENCY = String.raw`(?:[(（\[【/]\s*(?<agency>[\p{L}\p{M}.'’/=&\s-]{2,60}?)\s*[)）\]】/])`
const DASH = String.raw`(?:\s*(?:—|–|―|--|−|:|：|=|〓)\s*|\s*-\s*(?=\p{L}|["“«„‘'(\d])|\s*\.\s*[-–—]\s*|\s*\.\s+(?=\p{L}))`
const head = new RegExp(
  String.raw`^(?<place>[^()（）\[\]【】]{0,60}?(?:\s*\([\p{Lu}][\p{L}\s.]{2,30}\))?(?:\s*\[[\p{L}\s.]{2,30}\])?[^()（）\[\]【】]{0,60}?)\s*${AGENCY}\s*(?:${DASH}|\s+(?=[\p{Lu}\p{Lo}]|["“«„]))`,
  'u',
)
const agencyFirst = new RegExp(
  String.raw`^${AGENCY}\s*(?:${DASH})?\s*(?<place>\p{Lu}[\p{Lu}\p{M}\s.,'’-]{2,40}?)(?:,\s*(?<date>\d{1,2}\s+\p{L}{3,10}\.?))?\s*${DASH}`,
  'u',
)
const capitals =
  /^(?<place>\p{Lu}[\p{Lu}\p{M}'’.&-]*(?:[\s,/-]+(?:[\p{Lu}\p{M}][\p{Lu}\p{M}'’.-]*|(?:de|la|el|du|al|upon|am|sur)\b)){0,5}(?:,\s*\p{Lu}[\p{L}.]{1,14}(?:\s\p{Lu}[\p{L}.]{1,14})?)?)(?<date>,\s*[^()—–:]{3,28}?\d[^()—–:]{0,12}?)?\s*(?:—|–|―|--|\s-\s|:\s|\.-\s)\s*(?=[\p{Lu}\p{Lo}\d"“«„‘'(])/u
const east =
  /^(?<place>)?[(（【［]?(?<agency>新华社|新華社|中新社|中新网|中央社|韩联社|共同社|塔斯社|新华网)[)）】］]?\s*(?<city>[\p{scx=Han}]{1,8}?)\s*(?<date>\d{1,2}月\d{1,2}日|\d{1,2}日)\s*(?:电|電|讯|訊)(?:\s*[（(](?<byline>[^（）()]{2,40})[）)])?\s*/u
const eastBracket =
  /^[（(【［]\s*(?:(?<agency1>中央社|連線|本報)(?:記者[\p{scx=Han}]{2,3})?)?(?<city>(?!記者|记者|特派)[\p{scx=Han}\p{scx=Katakana}]{1,12}?)[\s・＝=]*(?<date>(?:\d{1,2}月)?\d{1,2}日)?\s*(?<agency>共同|時事|ロイター|AFP|AP)?(?:通信)?(?:专?电|專?電|发|發)?\s*[）)】］]\s*[-－―—=]?\s*/u
/** "（中央社記者張三台北22日電）", "(記者張三、李小四新竹縣22日電)": the last name runs into the place. */
const eastRunOn =
  /^[（(〔[]\s*(?<agency>中央社)?(?:記者|记者|特派員)(?<who>[\p{Script=Han}、]{4,20}?)(?<date>(?:\d{1,2}月)?\d{1,2}日)(?:綜合|综合)?[專专外]?[電电][）)〕\]]\s*[-—]?\s*/u
/** "〔記者林小華／台北報導〕", "(記者王明/台中報導)". */
const eastReporter =
  /^[〔（(【［[]\s*(?:本報|本报)?(?<byline>(?:特派)?(?:記者|记者)\s?[\p{scx=Han}]{2,4}(?:、[\p{scx=Han}]{2,4}){0,3})\s*[／/]\s*(?<city>[\p{scx=Han}]{1,8}?)(?:綜合|综合|連線)?(?:報導|报道|報道|電|电)[〕）)】］\]]\s*/u
/** "【ロンドン＝高橋直樹】". */
const japanese = /^【(?<city>[\p{scx=Han}\p{scx=Katakana}・ー]{1,14})[＝=](?<byline>[\p{scx=Han}\s、]{3,20})】\s*/u
const korean =
  /^[(（[]\s*(?<place>[\p{scx=Hangul}·ㆍ,\s]{1,20}?)\s*=\s*(?<agency>[\p{scx=Hangul}\d\p{Lu}]{2,12})\s*[)）\]]\s*(?<byline>[\p{scx=Hangul}\s·ㆍ,]{2,40}(?:기자|특파원))?\s*=?\s*/u
const russian =
  /^(?<place>\p{Lu}[\p{L}\s.-]{1,30}?)(?:,\s*(?<date>\d{1,2}\s+\p{L}{3,10}\.?)|\.\s*(?<date2>\d{1,2}\s+\p{L}{3,10})\.)?\s*(?:\.\s*)?(?:[-–—]\s*|\/|(?<=\.\s?))(?<agency>РИА Новости|ТАСС|ИТАР-ТАСС|ИНТЕРФАКС|Интерфакс|INTERFAX\.RU|Укрінформ|УНІАН|Sputnik)(?:,\s(?<byline>\p{Lu}\p{Ll}+\s\p{Lu}[\p{Ll}-]+)(?=\.))?(?:\/\.?|\.)?\s*[-–—.]?\s*/u
/** "بوشهر - ایرنا - ": place and agency between dashes. */
const dashed =
  /^(?<place>[\p{L}\p{M}][\p{L}\p{M}\s.'’]{1,30}?)\s*[-–—]\s*(?<agency>[\p{L}\p{M}][\p{L}\p{M}\s.-]{1,30}?)\s*(?:[-–—:]\s+|\s[-–—:]\s*)(?=\S)/u
/** "Surabaya - Pemerintah kota …": believed of cities that are known as such, before a word of every day. */
const knownPlace =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’]+(?:\s\p{Lu}[\p{L}\p{M}.'’]+){0,2})\s[-–—]\s(?=(?<next>\p{Lu}[\p{L}\p{M}]*)\s)/u

/**
 * Reads the dateline at the head of a text: "WASHINGTON — ", "BRUSSELS (Reuters) -", "Washington [US], January 2 (ANI): ",
 * "МОСКВА, 30 дек - РИА Новости. ", "新华社北京1月2日电 ", "(서울=연합뉴스) ".
 *
 * A place without agency and date is believed in capitals before a dash; before a colon, which labels have too ("CLAIM:", "DEAR ABBY:"),
 * only if it is known or the text goes on to say "in" it; and in small letters only if it is a city that is known, before a word that is no name.
 *
 * @param body what follows, as far as it is at hand: a word that stands in it with a small letter is no name.
 * @returns null for a text that begins with its first sentence.
 */
export function parseDateline(text: string, body = ''): Dateline | null {
  const start = text.slice(0, HEAD_CHARS_MAX)
  return (
    fromEast(start) ??
    fromBrackets(start) ??
    fromRussian(start) ??
    fromDashes(start) ??
    fromCapitals(start, `${text}\n${body}`) ??
    fromIndicPlace(text) ??
    fromKnownPlace(start, `${text}\n${body}`)
  )
}

function fromEast(start: string): Dateline | null {
  const runOn = fromRunOn(start)
  if (runOn !== null) return runOn
  const reporter = eastReporter.exec(start) ?? japanese.exec(start)
  const reporters = namesIn(reporter?.groups?.byline)
  if (reporter !== null && reporters.length > 0 && !NO_CITY.test(reporter.groups?.city ?? ''))
    return dateline(reporter[0], reporter.groups?.city ?? null, null, null, reporters)
  const match = eastBracket.exec(start) ?? east.exec(start) ?? korean.exec(start)
  if (match === null) return null
  const { agency, agency1, city, place, date, byline } = match.groups as Record<string, string | undefined>
  const found = findAgency(agency ?? agency1 ?? '')
  if ((found === null && (date === undefined || city === undefined)) || NO_CITY.test(city ?? place ?? '')) return null
  const names = BYLINE_OF.exec(byline ?? '')?.[0]
  return dateline(match[0], city ?? place ?? null, found, date ?? null, namesIn(names))
}

/** Divided where a known place begins, behind two or three characters. */
function fromRunOn(start: string): Dateline | null {
  const match = eastRunOn.exec(start)
  if (match === null) return null
  const { who, date, agency } = match.groups as Record<string, string | undefined>
  const parts = who!.split('、')
  const last = parts.pop()!
  const cut = [3, 2].find((chars) => HAN_PLACES.has(last.slice(chars).replace(/(?<=..)[市縣县]$/u, '')))
  const names = cut === undefined ? [] : [...parts, last.slice(0, cut)]
  if (cut === undefined || !names.every((name) => /^..{1,2}$/u.test(name))) return null
  return dateline(match[0], last.slice(cut), findAgency(agency ?? ''), date ?? null, names)
}

/** "写真＝山田太郎", "사진=연합뉴스": a picture's credit, or whose voice it is. */
const NO_CITY =
  /^(?:写真|撮影|動画|映像|画像|図|文|文責|構成|解説|取材|編集|資料|提供|協力|出典|翻訳|訳|사진|영상|자료|그래픽|출처|제공)/u
/** "记者李明", "홍길동 기자"; "国际观察" in the same brackets is a series. */
const BYLINE_OF = /(?:记者|記者)[^者]*$|^.*(?:기자|특파원)$/u

/** "记者李明、陈芳", "홍길동 김민수 기자". */
function namesIn(byline: string | undefined): string[] {
  const names = (byline ?? '')
    .replace(/^(?:特派)?(?:記者|记者)\s?|\s*(?:기자|특파원|报道|报导|報導|摄)$/gu, '')
    .split(/\s*[、，,·ㆍ\s]\s*/u)
  const people = names.map((name) => (NO_NAME.test(name) || findAgency(name) !== null ? null : personName(name, true)))
  return people.filter((person) => person !== null)
}

/** Latin letters; "代表撮影", a picture's credit. */
const NO_NAME = /[a-z]|撮影|提供|写真/iu

function fromBrackets(start: string): Dateline | null {
  const first = agencyFirst.exec(start)
  if (first?.groups?.agency !== undefined && findAgencies(first.groups.agency).length > 0) {
    return dateline(
      first[0],
      first.groups.place ?? null,
      jointAgency(findAgencies(first.groups.agency)),
      first.groups.date ?? null,
    )
  }
  const match = head.exec(start)
  const label = match?.groups?.agency
  if (match === null || label === undefined) return null
  const agency = jointAgency(findAgencies(label))
  if (agency === null) return null
  const words = match.groups?.place ?? ''
  const signed = SIGNED_PLACE.exec(words)?.groups
  const name = signed === undefined ? null : personName(signed.name!, false)
  const before = placeAndDate(name === null ? words : signed!.place!)
  return before === null ? null : dateline(match[0], before.place, agency, before.date, name === null ? [] : [name])
}

/** "Elif KAYA/KIYIKENT, (DHA)". */
const SIGNED_PLACE = /^(?<name>\p{Lu}\p{Ll}[^/]{1,40}\s\p{Lu}{2}[^/]{0,30})\/(?<place>\p{Lu}[^/]{1,40})$/u

function fromRussian(start: string): Dateline | null {
  const match = russian.exec(start)
  if (match === null) return null
  const { place, date, date2, agency, byline } = match.groups as Record<string, string | undefined>
  const authors = byline === undefined ? [] : [byline]
  return dateline(match[0], place?.trim() ?? null, findAgency(agency ?? ''), date ?? date2 ?? null, authors)
}

function fromDashes(start: string): Dateline | null {
  const { place, agency } = dashed.exec(start)?.groups ?? {}
  const found = agency === undefined ? null : findAgency(agency)
  return found === null || !isPlace(place!) ? null : dateline(dashed.exec(start)![0], place!.trim(), found, null)
}

/** "சென்னை: …", before a text of some length. */
function fromIndicPlace(text: string): Dateline | null {
  const match = /^(?<place>[\p{Lo}\p{M}\s]{2,24}?)\s?:\s+(?=\p{Lo})/u.exec(text.slice(0, HEAD_CHARS_MAX))
  const isOpening = match !== null && INDIC_PLACES.has(match.groups!.place!) && text.length > INDIC_CHARS_MIN
  return isOpening ? dateline(match[0], match.groups!.place!, null, null) : null
}

/** Shorter lines are headings: "சென்னை: ஒரு வரலாறு". */
const INDIC_CHARS_MIN = 60

function fromKnownPlace(start: string, body: string): Dateline | null {
  const match = knownPlace.exec(start)
  if (match === null) return null
  const { place, next } = match.groups as { place: string; next: string }
  // "Turkey – Take a look": datelines name cities.
  if (countryOf(place, null) === null || isCountry(place)) return null
  // "Jordan – The star of the Bulls – has bought a house".
  if (SECOND_DASH.test(start.slice(match[0].length))) return null
  return isEveryday(next.toLowerCase(), body) ? dateline(match[0], place, null, null) : null
}

const CITY_STATES = /^(?:luxemb|singap|monaco|kuwait|panam|guatemala|djibouti|hong|maca)/i
/** As papers still call them. */
const FORMER_COUNTRIES =
  'turkey,england,scotland,wales,britain,great britain,holland,america,burma,ivory coast,czech republic,swaziland'.split(
    ',',
  )

let countries: ReadonlySet<string> | undefined

/** By a name in one of the languages whose papers print a dash behind a place. */
function isCountry(place: string): boolean {
  countries ??= new Set(
    'en de fr es it pt nl id'
      .split(' ')
      .flatMap(countryNames)
      .map((name) => name.toLowerCase())
      .concat(FORMER_COUNTRIES),
  )
  return !CITY_STATES.test(place) && countries.has(place.toLowerCase())
}

/** "Bremen - Mainz endet torlos": what no article opens and what nowhere has a small letter may be a name. */
function isEveryday(word: string, body: string): boolean {
  return OPENERS.has(word) || body.split(/[^\p{L}\p{M}]+/u).includes(word)
}

/** Articles; and of Indonesian, which has none and prints such datelines most, words by which its reports begin. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'der die das den ein eine im in am the a an le la les un une des el los las una il lo gli i o os as um uma de het een en ett det ' +
    'pemerintah polisi presiden wali bupati gubernur menteri kepala ketua anggota warga para tim seorang sebanyak sebuah ratusan puluhan ribuan ' +
    'dua tiga harga kebakaran gempa banjir hujan kementerian dinas pihak petugas'
  ).split(' '),
)

const SECOND_DASH = /^[^.!?]*\s[-–—]\s/u

function fromCapitals(start: string, body: string): Dateline | null {
  const match = capitals.exec(start)
  const place = match?.groups?.place?.trim()
  if (match === null || place === undefined || place.length < 3 || NOT_PLACES.test(place)) return null
  const isColon = match[0].trimEnd().endsWith(':')
  if (isColon && place.length < 4) return null
  const inline = /,\s*(?<agency>[\p{L}.\s]{2,30})$/u.exec(place)?.groups?.agency
  const agency = inline === undefined ? null : findAgency(inline)
  const bare = agency === null ? place : place.slice(0, place.lastIndexOf(',')).trim()
  const date = match.groups?.date?.replace(/^,\s*/u, '') ?? null
  const isDoubtful = agency === null && date === null && countryOf(bare, null) === null && (isColon || isPhrase(bare))
  if (isDoubtful && !isSaidToBePlace(bare, body)) return null
  return dateline(match[0], bare, agency, date)
}

/** "in Bhakkar", "en Concepción": the text goes on to speak of the place, and nowhere has the word in small letters. */
function isSaidToBePlace(capitals: string, body: string): boolean {
  const plain = (text: string) => ` ${text.split(/[^\p{L}\p{M}]+/u).join(' ')} `
  const small = plain(capitals.split(',')[0]!.toLowerCase())
  const name = small.replace(/(?<= )\p{L}/gu, (letter) => letter.toUpperCase())
  const words = plain(body)
  return IN_PLACE.some((word) => words.includes(` ${word}${name}`)) && !words.includes(small)
}

const IN_PLACE = ['in', 'from', 'near', 'at', 'en', 'desde', 'em', 'à', 'di', 'bei', 'aus']

/** "MIGRATION", "LE POINT SUR LA SITUATION": an idea or a phrase, in capitals like a place. */
const isPhrase = (words: string) =>
  ABSTRACT.test(words) || (!/[,/]/u.test(words) && words.split(/\s+/u).length > PLACE_WORDS_MAX)

const PLACE_WORDS_MAX = 4
/** Endings of ideas in the languages of news; a junction or a station is a place. */
const ABSTRACT = /(?<!(?:JUNC|STA|PLANTA|RESERVA))(?:TION(?:EN|S)?|ISMU?S?|KEIT|HEIT|SCHAFT|TÄT|CIÓN|ÇÃO|ZIONE)$|ISME$/u

/** "PARIS, 3 janv 2022" → place and date; null where the words cannot be a place. */
function placeAndDate(words: string): { place: string | null; date: string | null } | null {
  const text = words.replace(/[\s,.:;–—-]+$/u, '').trim()
  if (text === '') return { place: null, date: null }
  const digit = text.search(/\d/u)
  if (digit < 0) return withoutDay(text)
  const first = text.slice(0, digit).trim()
  // "March 4 (Reuters) -" names a day and no place.
  if (isMonth(first.replace(/\.$/u, ''))) return { place: null, date: text }
  const cut = text.slice(0, digit).search(/[,.]\s*[\p{L}.]{0,12}\.?\s*$/u)
  const place = cut < 0 ? first : text.slice(0, cut).trim()
  if (!isPlace(place)) return null
  return { place, date: (cut < 0 ? text.slice(digit) : text.slice(cut + 1)).replace(/^[\s.,]+/u, '').trim() || null }
}

/** "Mumbai, March five": a day in words, in whose last part a month stands. */
function withoutDay(text: string): { place: string; date: string | null } | null {
  const comma = text.lastIndexOf(',')
  const tail = text.slice(comma + 1).trim()
  const month = comma < 0 || !tail.includes(' ') ? undefined : tail.split(' ').find(isMonth)
  if (month === undefined) return isPlace(text) ? { place: text, date: null } : null
  const place = text.slice(0, comma).trim()
  return isPlace(place) ? { place, date: tail } : null
}

const isMonth = (word: string): boolean =>
  parseDatePhrase({ text: `1 ${word} 2020`, reference: null })?.precision === 'day'

/** At most six words that each begin with a capital (or have no case at all). */
function isPlace(text: string): boolean {
  const words = text.split(/[\s,/]+/u).filter((word) => word !== '')
  if (words.length === 0 || words.length > 6 || NOT_PLACES.test(text)) return false
  return words.every(
    (word) => /^[[(]?[\p{Lu}\p{Lo}]/u.test(word) || /^(?:de|la|el|du|al|upon|am|sur|e|y|и|und|and|of|the)$/u.test(word),
  )
}

function dateline(
  raw: string,
  place: string | null,
  agency: Agency | null,
  date: string | null,
  authors: string[] = [],
): Dateline {
  return { place: place === '' ? null : place, agency, date, authors, raw: raw.trim(), length: raw.length }
}
