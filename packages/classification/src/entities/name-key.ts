import { fold } from '../text/fold.ts'
import { romanise } from '../text/romanise.ts'

/**
 * Joins spelling variants of a name, mostly those of transliteration: Zelensky, Zelenskiy, Zelenskyy and Зеленський; Aleksei
 * and Alexey; Muhammed and Mohammad. Sounds are written one way; doubled letters count once; vowels before the last
 * consonant stay apart where they tell names apart.
 */
export function nameKey(name: string): string {
  const known = remembered.get(name)
  if (known !== undefined) return known
  const key = SPACE.test(name) ? name.split(SPACE).map(nameKey).filter(Boolean).join(' ') : wordKey(name)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  // A slice would hold on to the whole text it was cut from.
  remembered.set(JSON.parse(JSON.stringify(name)) as string, key)
  return key
}

const SPACE = /\s+/u

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

/** Keys remembered of names and their words, so that a common one is rewritten once. Forgetting them changes no answer. */
const REMEMBERED_MAX = 50_000

const remembered = new Map<string, string>()

function wordKey(word: string): string {
  return RULES.reduce((key, [pattern, replacement]) => key.replace(pattern, replacement), romanise(fold(word)))
}
