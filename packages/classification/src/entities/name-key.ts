import { fold } from '../text/fold.ts'

/**
 * Joins spelling variants of a name, mostly those of transliteration: Zelensky, Zelenskiy and Zelenskyy; Aleksei and
 * Alexey; Muhammed and Mohammad. Sounds are written one way; doubled letters count once; vowels before the last
 * consonant stay apart where they tell names apart.
 */
export function nameKey(name: string): string {
  return name
    .split(/[\s\u00a0]+/u)
    .map(wordKey)
    .filter(Boolean)
    .join(' ')
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}\p{N}]+/gu, ''],
  [/ks/g, 'x'],
  [/ph/g, 'f'],
  [/kh|ch/g, 'h'],
  [/ou/g, 'u'],
  [/(\p{L})\1+/gu, '$1'],
  [/(?:[iy]+j?|e[iy])$/, 'y'],
  [/[iy]+(?=.)/g, 'i'],
]

function wordKey(word: string): string {
  return RULES.reduce((key, [pattern, replacement]) => key.replace(pattern, replacement), fold(word))
}
