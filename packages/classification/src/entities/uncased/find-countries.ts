import { countryNames } from '@dateline/domain'
import type { UncasedName } from './uncased-name.ts'

/** What stands around a country's name: nothing of the same script, but particles in Korean. */
const AROUND: Readonly<Record<'ja' | 'ko', (names: string) => string>> = {
  ja: (names) =>
    `(?<![\\p{Script=Katakana}ー・\\p{Script=Han}])(?:${names})(?![\\p{Script=Katakana}ー・])(?!\\p{Script=Han}(?<!人|政|軍|国|語|側|産))`,
  ko: (names) =>
    `(?<!\\p{Script=Hangul})(?:${names})(?=(?:은|는|이|가|을|를|의|과|와|도|에|에서|에게|으로|로|까지|부터|산|인)?(?!\\p{Script=Hangul}))`,
}

const patterns = new Map<string, RegExp>()
const COUNTRIES_MAX = 100

/** Countries in Japanese and Korean texts, by CLDR's names. */
export function findCountries(text: string, language: 'ja' | 'ko'): UncasedName[] {
  let pattern = patterns.get(language)
  if (pattern === undefined) {
    const names = countryNames(language).toSorted((a, b) => b.length - a.length)
    pattern = new RegExp(AROUND[language](names.join('|')), 'gu')
    patterns.set(language, pattern)
  }
  const found: UncasedName[] = []
  for (const { 0: name, index: start } of text.matchAll(pattern)) {
    found.push({ name, kind: 'place', start })
    if (found.length >= COUNTRIES_MAX) break
  }
  return found
}
