import { findNumbersAndDates } from '../entities/find-numbers.ts'
import { fold } from '../text/fold.ts'
import { spelledNumbersIn } from './spelled-numbers.ts'

/** A number of a sentence: as printed, and what it is worth. */
type Figure = {
  readonly printed: string
  /** Null: no value, as of "18:00". */
  readonly value: number | null
  /** What tells it from others where it has no value. */
  readonly key: string
}

const KEY = /^([$€£¥₹₽₴]?)(\d+(?:\.\d+)?)%?$/
const RESULT = /^\d+-\d+$/
const CLOCK = /^(\d{1,2})[:.](\d\d)$/

/** Numbers of one sentence that another does not have: as digits or in words, rounded, by another clock or in other units. */
export function unmentionedFigures(sentence: string, other: string, language: string | null): string[] {
  const others = figuresIn(other, language)
  return figuresIn(sentence, language)
    .filter((figure) => !others.some((each) => isSame(figure, each) || isConverted(figure, sentence, each, other)))
    .map(({ printed }) => printed)
}

function figuresIn(sentence: string, language: string | null): Figure[] {
  const printed = findNumbersAndDates(sentence, language)
    .filter(({ kind, name }) => kind === 'number' && /\p{N}/u.test(name))
    // "61-38" is 61 votes to 38.
    .flatMap(({ name, key }) =>
      RESULT.test(key) ? key.split('-').map((part) => [name, part] as const) : [[name, key] as const],
    )
    .map(([name, key]) => ({ printed: name, value: worthOf(key), key }))
  const spelled = spelledNumbersIn(sentence, language).map((each) => ({ ...each, key: String(each.value) }))
  return [...printed, ...spelled]
}

function worthOf(key: string): number | null {
  const value = KEY.exec(key)?.[2]
  return value === undefined ? null : Number(value)
}

function isSame(one: Figure, other: Figure): boolean {
  if (one.key === other.key) return true
  if (one.value === null || other.value === null) return isSameHour(one, other) || isSameHour(other, one)
  return one.value === other.value || isRounded(one.value, other.value) || isRounded(other.value, one.value)
}

/** "6" and "18:00": of the two ways to tell the hour. */
function isSameHour({ value }: Figure, { key }: Figure): boolean {
  const [, hour, minute] = CLOCK.exec(key) ?? []
  return value !== null && minute === '00' && Number(hour) % 12 === value % 12
}

/** Rounding changes a number by less, and leaves fewer digits than so many. */
const ROUNDED_MAX = 0.05
const EXACT_DIGITS_MIN = 3

function isRounded(exact: number, round: number): boolean {
  const digits = significantDigits(round)
  if (significantDigits(exact) < Math.max(EXACT_DIGITS_MIN, digits + 1)) return false
  return Math.abs(exact - round) <= ROUNDED_MAX * exact && Number(exact.toPrecision(digits)) === round
}

function significantDigits(value: number): number {
  return String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length
}

/** Beginnings of the words for a unit, folded; how many of the second one of the first is, and what is added. */
const UNITS: readonly (readonly [RegExp, RegExp, number, number?])[] = [
  [/\b(?:miles?|mph|meilen?|miglia|millas|milhas|mijl)/, /\b(?:km|kph|kilomet|quilomet|chilomet)/, 1.609],
  [/\b(?:feet|foot|ft|fuß|fuss|pieds?|pies|piedi|pes|voet)\b/, /\b(?:m|met(?:re|er|ro)s?|metres|metri)\b/, 0.3048],
  [/\b(?:inch|zoll|pouces?|pulgadas?|pollici|polegadas?)/, /\b(?:cm|zentimeter|centimet)/, 2.54],
  [/\b(?:pounds?|lbs?|libras?|libbre|livres)\b/, /\b(?:kg|kilos?|kilogram|quilo)/, 0.4536],
  [/\bacres?\b/, /\b(?:ha|he[ck]tar)/, 0.4047],
  [/\b(?:gallons?|gallonen|galones)\b/, /\b(?:lit(?:re|er|ro)|l\b)/, 3.785],
  [/\b(?:fahrenheit|f)\b/, /\b(?:celsius|c)\b/, 5 / 9, -160 / 9],
]

/** Papers round what they convert. */
const CONVERTED_MAX = 0.04

function isConverted(one: Figure, sentence: string, other: Figure, otherSentence: string): boolean {
  if (one.value === null || other.value === null) return false
  const [a, b] = [fold(sentence), fold(otherSentence)]
  return UNITS.some(
    ([from, to, factor, more = 0]) =>
      (from.test(a) && to.test(b) && isNear(one.value! * factor + more, other.value!)) ||
      (from.test(b) && to.test(a) && isNear(other.value! * factor + more, one.value!)),
  )
}

function isNear(exact: number, printed: number): boolean {
  return Math.abs(exact - printed) <= Math.max(CONVERTED_MAX * Math.abs(exact), 0.5)
}
