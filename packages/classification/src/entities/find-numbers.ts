import type { Classification } from '@dateline/domain'
import { plainDigits } from '../text/plain-digits.ts'
import type { NumberWords } from './locale-numbers.ts'
import { numberWordsOf } from './number-words.ts'
import { type NextStart, nextDate, nextNumber, nextWord, scanMatches } from './scan-matches.ts'

type Entity = Classification['entities'][number]

/** What is read of one language, made once. */
type Patterns = {
  readonly words: NumberWords
  readonly number: RegExp
  readonly spelled: Scanned | null
  readonly date: Scanned
}

/** A sticky pattern, and where its matches may begin. */
type Scanned = { readonly pattern: RegExp; readonly nextStart: NextStart }

const known = new Map<NumberWords, Patterns>()

/** Persian words go on over a mark without width. */
const AFTER = '(?![\\p{L}\\p{M}\\p{N}\\u200c])'
/** Scripts without spaces have words right before and after a number. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]'
/** "RM45", "Rp1.5": letters of a currency stand right before. */
const CURRENCY = '(?<!\\p{L})(?:RM|Rp|Rs|Tk|KSh|Ksh|Sh|NT|US|Fr|kr)'
const BEFORE = `(?<![\\p{N}.,:]|(?!${UNSPACED})\\p{L}(?<!${CURRENCY}))`
/** A blank within a number is one that does not break, or, where points are not for thousands, a plain one. */
const GROUPS = "\\p{Nd}{1,3}(?:[\\u00a0\\u202f '’]\\p{Nd}{3}){1,4}(?:,\\p{Nd}{1,6})?(?!\\p{N})"
const DIGITS = '\\p{N}{1,12}(?:[.,:٫٬]\\p{N}{1,6}){0,4}'

function patternsOf(language: string | null): Patterns {
  const words = numberWordsOf(language)
  let patterns = known.get(words)
  if (patterns === undefined) {
    const unit = [...Object.keys(words.scales), ...words.percent]
      .sort((a, b) => b.length - a.length)
      .map((one) => (UNSPACED_UNIT.test(one) ? one : `${one}${AFTER}`))
      .join('|')
    const spelled = Object.keys(words.spelled)
    const plain = words.decimalComma ? `(?:${GROUPS}|${DIGITS})` : DIGITS
    const parts = Object.keys(words.scales).filter((one) => EAST_ASIAN.test(one))
    const digits =
      parts.length === 0
        ? plain
        : `(?:${plain}(?:${parts.join('|')})(?: (?=${DIGITS}(?:${parts.join('|')})))?){0,2}${plain}`
    patterns = {
      words,
      // A result such as "3-1" is one number.
      number: new RegExp(
        `${BEFORE}(?:\\p{N}{1,3}[-–]\\p{N}{1,3}(?![-–\\p{N}]|(?!${UNSPACED})\\p{L})|[$€£¥₹₽₴]?${digits}(?:\\s?(?:%|٪|${unit}))?)`,
        'iuy',
      ),
      spelled: spelled.length === 0 ? null : scannedForWords(spelled),
      date: scannedForDates(words.months.flat()),
    }
    known.set(words, patterns)
  }
  return patterns
}

function scannedForWords(spelled: readonly string[]): Scanned {
  const one = `(?:${spelled.join('|')})`
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${one}(?:-${one})?)${AFTER}`, 'iuy')
  return { pattern, nextStart: nextWord(spelled) }
}

function scannedForDates(months: readonly string[]): Scanned {
  const month = months.join('|')
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(\\p{Nd}{1,2})(?:\\.|er|º|°|st|nd|rd|th)?\\s(?:de\\s|of\\s|d['’]|ב)?(${month})|(${month}) (\\p{Nd}{1,2})(?:st|nd|rd|th)?)${AFTER}(?:,?\\s(?:de[l]?\\s|di\\s)?(\\p{Nd}{4}))?|(?<!\\p{N})(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\p{N})|(?<![\\p{N}.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\p{N})|(?:(\\d{4})[年년]\\s?)?(?<!\\d)(\\d{1,2})[月월]\\s?(\\d{1,2})[日號号일]`,
    'iuy',
  )
  return { pattern, nextStart: nextDate(1 + Math.max(...months.map(({ length }) => length))) }
}

/** Numbers with their scale and unit by value, and dates: "1,250" and "1250", "2,4 Millionen" and "2.4m" differ in no language. */
export function findNumbersAndDates(text: string, language: string | null): Entity[] {
  const { words, number, spelled, date } = patternsOf(language)
  const dates: [string, string][] = []
  let rest = ''
  let from = 0
  for (const match of scanMatches(text, date.pattern, date.nextStart)) {
    const [printed, ...groups] = match
    const key = dateKey(words, groups)
    if (key === null) continue
    dates.push([printed, key])
    rest += `${text.slice(from, match.index)} `
    from = match.index + printed.length
  }
  rest += text.slice(from)
  const numbers: [string, string][] = []
  let lastYearEnd = -1
  for (const { 0: printed, index } of scanMatches(rest, number, nextNumber)) {
    if (YEAR.test(plainDigits(printed)) && isYear(rest, index, lastYearEnd)) {
      dates.push([printed, plainDigits(printed)])
      lastYearEnd = index + printed.length
    } else numbers.push([printed.trim(), numberKey(printed.trim() + unitBefore(rest, index, words), language)])
  }
  if (spelled !== null) {
    for (const [printed] of scanMatches(rest, spelled.pattern, spelled.nextStart))
      numbers.push([printed, String(spelledValue(printed, words))])
  }
  return [...counted('number', numbers), ...counted('date', dates)]
}

/** Words go on right behind it. */
const UNSPACED_UNIT = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]/u
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]/u

/** Four digits alone, of this time, are a year behind one of these words, before a mark, or in a row with a year: "2027 and 2029". */
const YEAR = /^(?:19|20)\d\d$/
const YEAR_AFTER =
  /(?:^|[\s(])(?:in|since|until|till|year|during|seit|ende|anfang|jahr|jahre|jahres|zwischen|en|depuis|dès|année|fin|début|desde|año|hasta|dal|nel|anno|fino|em|até|ano|sinds|eind|jaar|sedan|år|w|roku|v|roce|în|το|vuonna|mwaka|tahun|pada|năm|yılında|ஆண்டு|সালের|سنہ|в|года|у|року|عام|سنة|سال|בשנת|משנת|שנת|ועד|वर्ष|साल|सन) $/iu
const YEAR_GAP = /^(?: (?:and|to|und|bis|et|à|y|a|e|en|tot|och|till|og|i|do|и|до|та) |[-–/]|, )$/u

function isYear(text: string, at: number, lastYearEnd: number): boolean {
  const next = text.slice(at + 4, at + 6)
  // "2029-ben": Hungarian "in".
  if (/^[)\].,;年년]|^-[bt]/.test(next) || YEAR_AFTER.test(text.slice(Math.max(0, at - 12), at))) return true
  return lastYearEnd >= 0 && YEAR_GAP.test(text.slice(lastYearEnd, Math.min(at, lastYearEnd + 8)))
}

/** "yüzde 4,5", "bilioni 45": a unit that stands before its number, with a space in front; else nothing. */
function unitBefore(text: string, at: number, { unitsBefore }: NumberWords): string {
  if (unitsBefore === undefined) return ''
  const word =
    UNIT_BEFORE.exec(text.slice(Math.max(0, at - UNIT_CHARS), at))?.[0]
      .trim()
      .toLowerCase() ?? ''
  const unit = unitsBefore.find((one) => word.endsWith(one))
  return unit === undefined ? '' : ` ${unit}`
}

const UNIT_CHARS = 16
const UNIT_BEFORE = /[\p{L}\p{M}]+ $/u

function spelledValue(printed: string, { spelled }: NumberWords): number {
  return printed
    .toLowerCase()
    .split('-')
    .reduce((sum, word) => sum + spelled[word]!, 0)
}

/** "01-10", or with its year "2022-01-10"; null: there is no such day. */
function dateKey({ months, yearsAhead = 0 }: NumberWords, groups: readonly (string | undefined)[]): string | null {
  const [
    dayFirst,
    monthAfter,
    monthFirst,
    dayAfter,
    year,
    isoYear,
    isoMonth,
    isoDay,
    dmyDay,
    dmyMonth,
    dmyYear,
    ...eastern
  ] = groups
  const [easternYear, easternMonth, easternDay] = eastern
  const named = (monthAfter ?? monthFirst)?.toLowerCase()
  const month =
    named === undefined
      ? Number(isoMonth ?? dmyMonth ?? easternMonth)
      : months.findIndex((forms) => forms.includes(named)) + 1
  const day = Number(plainDigits(dayFirst ?? dayAfter ?? isoDay ?? dmyDay ?? easternDay ?? ''))
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const inYear = year ?? isoYear ?? dmyYear ?? easternYear
  if (inYear === undefined) return monthDay
  const number = Number(plainDigits(inYear))
  return `${number - (number >= BUDDHIST_YEAR_MIN ? yearsAhead : 0)}-${monthDay}`
}

/** Thai papers count from the Buddha; a smaller number is a year of the common era there as well. */
const BUDDHIST_YEAR_MIN = 2_400

/** Value and unit of a printed number, as its language prints it. Unknown: English. */
export function numberKey(printed: string, language: string | null = null): string {
  const { scales, percent, decimalComma } = numberWordsOf(language)
  const sum = sumOfParts(printed, scales)
  if (sum !== null) return String(sum)
  const [, currency = '', digits = '', unit = ''] =
    /^([$€£¥₹₽₴]?)([\p{N}.,:٫٬–\u00a0\u202f '’-]*\p{N})\s?(.*)$/u.exec(printed.toLowerCase()) ?? []
  if (/[-–]/.test(digits)) return plainDigits(digits).replace('–', '-')
  const plain = plainNumber(digits, decimalComma)
  if (unit === '%' || unit === '٪' || percent.includes(unit)) return `${plain}%`
  const factor = scales[unit]
  const value =
    factor === undefined || !/^\d+(\.\d+)?$/.test(plain) ? plain : String(Math.round(Number(plain) * factor))
  return `${currency}${value}`
}

/** "3億4000万", "3억 4000만": a number in parts of its own scales, the greatest first; null: it has no two parts. */
function sumOfParts(printed: string, scales: Readonly<Record<string, number>>): number | null {
  const parts = Array.from(plainDigits(printed).matchAll(PART), ([, digits, scale]) => ({
    value: Number(digits!.replaceAll(',', '')),
    factor: scale === '' ? 1 : scales[scale!],
  }))
  const isSum =
    parts.length > 1 &&
    parts.every(({ factor }, at) => factor !== undefined && factor < (parts[at - 1]?.factor ?? Infinity))
  return isSum ? Math.round(parts.reduce((sum, { value, factor }) => sum + value * factor!, 0)) : null
}

const PART = /(\d[\d,.]*)([\p{Script=Han}\p{Script=Hangul}]*)/gu

function plainNumber(digits: string, decimalComma: boolean): string {
  const ascii = plainDigits(digits).replaceAll('٬', '').replace('٫', '.')
  if (!decimalComma) return ascii.replace(/,(?=\d{3}(?!\d))/g, '')
  return ascii
    .replace(/[\u00a0\u202f '’]/g, '')
    .replace(/\.(?=\d{3}(?!\d))/g, '')
    .replace(',', '.')
}

function counted(kind: 'number' | 'date', found: readonly (readonly [string, string])[]): Entity[] {
  const byKey = new Map<string, Entity & { count: number }>()
  for (const [name, key] of found) {
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { kind, name, key, count: 1 })
    else known.count++
  }
  return [...byKey.values()]
}
