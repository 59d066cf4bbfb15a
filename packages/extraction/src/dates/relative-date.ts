import type { Lexicon, Meaning, Unit } from './lexicon.ts'
import { meaningIn, type Token } from './tokens.ts'

/** A moment that words count from the reference. `unit`: the smallest they name; hours and less give an instant, not a day. */
export type RelativeDate = { start: number; end: number; ms: number; unit: Unit }

/** `isSpoken`: also read what only speech dates by: bare durations, lone weekdays, the future. */
export type RelativeOptions = { referenceMs: number; isSpoken: boolean }

const SECONDS: Partial<Record<Unit, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 }
const ORDER: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade']
const AMOUNT_MAX = 5000
const AMOUNTS_MAX = 8

/** "6 days ago", "vor 3 Stunden", "вчера", "5 分鐘前", "last Friday", in one language. */
export function findRelativeDate(
  tokens: readonly Token[],
  language: number,
  options: RelativeOptions,
): RelativeDate | null {
  return (
    findAmounts(tokens, language, options) ??
    findShift(tokens, language, options) ??
    findWeekday(tokens, language, options)
  )
}

/** Words around a number exactly as ICU prints them, where they do not come apart into unit and marker. */
export function findTemplate(
  folded: string,
  known: Lexicon,
  { referenceMs, isSpoken }: RelativeOptions,
): RelativeDate | null {
  const match = /^(?<before>\D*?)\s*(?<amount>\d+(?:[.,]\d+)?)\s*(?<after>\D*)$/u.exec(folded.trim())
  if (match === null) return null
  const { before, amount, after } = match.groups as Record<'before' | 'amount' | 'after', string>
  const template = known.templates.get(`${before.trim()}#${after.trim()}`)
  if (template === undefined || (template.sign > 0 && !isSpoken)) return null
  const value = Number(amount.replace(',', '.'))
  if (value > AMOUNT_MAX) return null
  return {
    start: 0,
    end: folded.length,
    ms: shifted(referenceMs, template.unit, template.sign * value),
    unit: template.unit,
  }
}

type Amount = { value: number; unit: Unit; isSigned: boolean }

/** What the words of a phrase add up to. `direction`: −1 past, 1 future, 0 not said. `strangers`: words of other things. */
type Amounts = { amounts: Amount[]; direction: -1 | 0 | 1; strangers: number; start: number; end: number }

function findAmounts(
  tokens: readonly Token[],
  language: number,
  { referenceMs, isSpoken }: RelativeOptions,
): RelativeDate | null {
  const { amounts, direction, strangers, start, end } = collectAmounts(tokens, language)
  if (amounts.length === 0 || amounts.some(({ value }) => Math.abs(value) > AMOUNT_MAX)) return null
  const isSigned = amounts.some((amount) => amount.isSigned)
  if (direction === 0 && !isSigned && (!isSpoken || strangers > 0)) return null
  if ((direction > 0 || isSigned) && !isSpoken) return null
  let ms = referenceMs
  let current = direction || -1
  for (const { value, unit, isSigned: own } of amounts.slice(0, AMOUNTS_MAX)) {
    if (own) current = value < 0 ? -1 : 1 // "-1 decade +2 years": a sign holds until the next
    ms = shifted(ms, unit, current * Math.abs(value))
  }
  const unit = amounts.map((amount) => amount.unit).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0]!
  return { start, end, ms, unit }
}

function collectAmounts(tokens: readonly Token[], language: number): Amounts {
  const found: Amounts = { amounts: [], direction: 0, strangers: 0, start: -1, end: -1 }
  let pending: { value: number; at: number; sign: number } | null = null
  let sign = 0
  const push = (amount: Amount, start: number, end: number) => {
    found.amounts.push(amount)
    if (found.start < 0) found.start = start
    found.end = end
  }
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'mark') {
      const isSign = (token.text === '-' || token.text === '+') && tokens[index + 1]?.kind === 'number'
      if (isSign) sign = token.text === '-' ? -1 : 1
      continue
    }
    const unit = unitOf(token, language)
    if (unit !== null && pending !== null) {
      push({ value: pending.value * (pending.sign || 1), unit, isSigned: pending.sign !== 0 }, pending.at, token.end)
      pending = null
      continue
    }
    const isPast = meaningIn(token, language, 'past') !== null
    if (isPast || meaningIn(token, language, 'future') !== null) {
      if (found.direction !== -1) found.direction = isPast ? -1 : 1
      if (unit === null) continue
    }
    const count = countAt(tokens, index, language)
    if (count !== null) {
      pending = { value: count, at: token.start, sign }
      sign = 0
    } else if (
      unit !== null &&
      ((found.amounts.length === 0 && found.direction !== 0) || isPastNext(tokens, index, language))
    ) {
      push({ value: 1, unit, isSigned: false }, token.start, token.end) // "час назад", "pred rokom"
    } else if (token.kind === 'unknown' || meaningIn(token, language) === null) found.strangers += 1
  }
  return found
}

function unitOf(token: Token, language: number): Unit | null {
  const meaning = meaningIn(token, language, 'unit')
  return meaning?.kind === 'unit' ? meaning.unit : null
}

/** A number in figures, or in words where a unit follows. */
function countAt(tokens: readonly Token[], index: number, language: number): number | null {
  const token = tokens[index]!
  if (token.kind === 'number') return numberAt(tokens, index)
  const word = meaningIn(token, language, 'number')
  return word?.kind === 'number' && isUnitSoon(tokens, index, language) ? word.value : null
}

function isUnitSoon(tokens: readonly Token[], index: number, language: number): boolean {
  return tokens.slice(index + 1, index + 3).some((token) => meaningIn(token, language, 'unit') !== null)
}

function isPastNext(tokens: readonly Token[], index: number, language: number): boolean {
  const next = tokens[index + 1]
  return next !== undefined && meaningIn(next, language, 'past') !== null
}

/** "2.5" comes as three tokens. */
function numberAt(tokens: readonly Token[], index: number): number {
  const token = tokens[index]!
  const value = token.kind === 'number' ? token.value : 0
  const [whole, mark] = [tokens[index - 2], tokens[index - 1]]
  if (
    whole?.kind === 'number' &&
    mark?.kind === 'mark' &&
    /[.,]/.test(mark.text) &&
    mark.end === token.start &&
    whole.end === mark.start
  ) {
    return Number(`${whole.value}.${token.kind === 'number' ? String(token.value).padStart(token.digits, '0') : 0}`)
  }
  return value
}

function findShift(
  tokens: readonly Token[],
  language: number,
  { referenceMs, isSpoken }: RelativeOptions,
): RelativeDate | null {
  for (const token of tokens) {
    const shift = meaningIn(token, language, 'shift') as Extract<Meaning, { kind: 'shift' }> | null
    if (shift === null || (shift.value > 0 && !isSpoken)) continue
    return { start: token.start, end: token.end, ms: shifted(referenceMs, shift.unit, shift.value), unit: shift.unit }
  }
  return null
}

/** "last Friday", "viime maanantai"; in speech also the day alone, which then is the nearest, or the last if it is all. */
function findWeekday(
  tokens: readonly Token[],
  language: number,
  { referenceMs, isSpoken }: RelativeOptions,
): RelativeDate | null {
  const index = tokens.findIndex((token) => isNameOfDay(token, language))
  if (index < 0) return null
  const token = tokens[index]!
  const { value } = meaningIn(token, language, 'weekday') as Extract<Meaning, { kind: 'weekday' }>
  const beside = [tokens[index - 1], tokens[index + 1]].filter((each) => each !== undefined)
  const isPast = beside.some((each) => meaningIn(each, language, 'past') !== null)
  const isFuture = beside.some((each) => meaningIn(each, language, 'future') !== null)
  if (!isPast && !isSpoken) return null
  const back = (new Date(referenceMs).getUTCDay() - value + 7) % 7
  const isAlone = tokens.filter((each) => each.kind !== 'mark').length === 1
  let days = -back
  if (isPast) days = back === 0 ? -7 : -back
  else if (isFuture) days = 7 - back
  else if (!isAlone && back > 3) days = 7 - back
  return { start: token.start, end: token.end, ms: shifted(referenceMs, 'day', days), unit: 'day' }
}

/** Three letters that begin a day's name begin other words too: "die" is no Dienstag. */
function isNameOfDay(token: Token, language: number): boolean {
  if (token.kind !== 'word') return false
  return token.entries.some(
    ({ meaning, languages, isAbbreviated }) =>
      meaning.kind === 'weekday' && !(isAbbreviated && token.end - token.start <= 4) && languages.has(language),
  )
}

/** Whole months and years keep the day, or take the month's last. */
function shifted(ms: number, unit: Unit, amount: number): number {
  const seconds = SECONDS[unit]
  if (seconds !== undefined) return ms + amount * seconds * 1000
  const months = Math.round(amount * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'year' ? 12 : 120))
  const date = new Date(ms)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(2000, 0, 1))
  last.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)
  date.setUTCDate(Math.min(day, last.getUTCDate()))
  return date.getTime()
}
