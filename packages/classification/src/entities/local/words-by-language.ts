import { AUSTRONESIAN, SWAHILI, VIETNAMESE } from './asian-and-african-words.ts'
import type { LocalWords } from './local-words.ts'
import { CZECH, POLISH, RUSSIAN, UKRAINIAN } from './slavic-words.ts'
import { FINNISH, GREEK, HUNGARIAN, TURKISH } from './suffixing-words.ts'

/** By ISO 639 code. */
export const LOCAL_WORDS: Readonly<Record<string, LocalWords>> = {
  cs: CZECH,
  pl: POLISH,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  el: GREEK,
  fi: FINNISH,
  hu: HUNGARIAN,
  tr: TURKISH,
  id: AUSTRONESIAN,
  ms: AUSTRONESIAN,
  sw: SWAHILI,
  vi: VIETNAMESE,
}
