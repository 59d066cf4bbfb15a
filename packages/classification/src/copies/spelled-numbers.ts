import { numberWordsOf } from '../entities/number-words.ts'
import { fold } from '../text/fold.ts'
import { wordsOf } from '../text/words.ts'

const from = (first: number, step: number, words: string) =>
  words.split(' ').map((word, at) => [fold(word), first + at * step] as const)

/** Beyond those that entities are read by: teens and tens, and "one" where it follows a ten. */
const MORE: Readonly<Record<string, ReadonlyMap<string, number>>> = Object.fromEntries(
  Object.entries({
    en: [...from(1, 1, 'one'), ...from(100, 1, 'hundred')],
    de: [
      ...from(13, 1, 'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'),
      ...from(20, 10, 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert'),
    ],
    fr: [
      ...from(13, 1, 'treize quatorze quinze seize'),
      ...from(20, 10, 'vingt trente quarante cinquante soixante'),
      ...from(100, 1, 'cent'),
    ],
    es: [
      ...from(13, 1, 'trece catorce quince dieciséis diecisiete dieciocho diecinueve'),
      ...from(20, 10, 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien'),
    ],
    it: [
      ...from(13, 1, 'tredici quattordici quindici sedici diciassette diciotto diciannove'),
      ...from(20, 10, 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento'),
    ],
    pt: [
      ...from(12, 1, 'doze treze catorze quinze dezesseis dezessete dezoito dezenove'),
      ...from(20, 10, 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem'),
    ],
    nl: [
      ...from(13, 1, 'dertien veertien vijftien zestien zeventien achttien negentien'),
      ...from(20, 10, 'twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd'),
    ],
    sv: [
      ...from(13, 1, 'tretton fjorton femton sexton sjutton arton nitton'),
      ...from(20, 10, 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra'),
    ],
  }).map(([language, words]) => [language, new Map(words)]),
)

const HUNDRED = 100

export type Spelled = { readonly printed: string; readonly value: number }

/** Numbers in words by value: "seven", "twenty-one", "two million". A lone "one" is an article more often than a number. */
export function spelledNumbersIn(sentence: string, language: string | null): Spelled[] {
  const { spelled, scales } = numberWordsOf(language)
  const more = MORE[language ?? 'en']
  const worthOf = (word: string): number | undefined => spelled[word] ?? more?.get(fold(word))
  const words = wordsOf(sentence).map(({ raw }) => raw.toLowerCase())
  const found: Spelled[] = []
  for (let at = 0; at < words.length; at++) {
    let value = worthOf(words[at]!)
    if (value === undefined || value === 1) continue
    let printed = words[at]!
    const unit = worthOf(words[at + 1] ?? '') ?? 0
    if (value >= 20 && value < 100 && unit > 0 && unit < 10) {
      value += unit
      printed += ` ${words[++at]}`
    }
    if (value < HUNDRED && worthOf(words[at + 1] ?? '') === HUNDRED) {
      value *= HUNDRED
      printed += ` ${words[++at]}`
    }
    for (let factor = scales[words[at + 1] ?? '']; factor !== undefined; factor = scales[words[at + 1] ?? '']) {
      value *= factor
      printed += ` ${words[++at]}`
    }
    found.push({ printed, value })
  }
  return found
}
