import { findChineseNames } from './find-chinese-names.ts'
import { findCountries } from './find-countries.ts'
import { findMarkedNames } from './find-marked-names.ts'
import { findSpacedNames } from './find-spaced-names.ts'
import { findThaiNames } from './find-thai-names.ts'
import type { UncasedName } from './uncased-name.ts'

/**
 * Names in a language whose script has no capitals: precision goes before recall, since nothing marks them for sure.
 *
 * @param language ISO 639; others, and null: none.
 */
export function findUncasedNames(text: string, language: string | null): UncasedName[] {
  switch (language) {
    case 'zh':
      return findChineseNames(text)
    case 'ja':
    case 'ko':
      return [...findMarkedNames(text, language), ...findCountries(text, language)]
    case 'th':
      return findThaiNames(text)
    case null:
      return []
    default:
      return findSpacedNames(text, language)
  }
}
