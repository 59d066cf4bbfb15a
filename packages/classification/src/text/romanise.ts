import anyAscii from 'any-ascii'

/**
 * Alphabets whose letters stand for sounds one by one, vowels too: a name written in them is, in Latin letters, about the name
 * as others spell it.
 */
const ALPHABETS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u

/** Russian and Ukrainian surnames in all their cases: "Зеленського", "Зеленским". */
const ADJECTIVE_ENDS = /sk(?:ogo|oho|omu|im|om|yi|iy|ii|i|yy)$/
const FEMININE_ENDS = /sk(?:oy|oi|uyu|oiu|oyu|ii)$/

/**
 * A word of such an alphabet in Latin letters, by the tables of Unicode names that AnyAscii keeps; other words as they are.
 *
 * @param folded in lower case, without marks.
 */
export function romanise(folded: string): string {
  if (!ALPHABETS.test(folded)) return folded
  return anyAscii(folded)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(ADJECTIVE_ENDS, 'sky')
    .replace(FEMININE_ENDS, 'skaya')
}
