import anyAscii from 'any-ascii'

/**
 * The consonants of a word as nearly every script writes them: "Zelensky", "Зеленський", "زيلينسكي", "זלנסקי", "ゼレンスキー"
 * and "젤렌스키" are all "SRNSK". Vowels go, since half the scripts leave them out; l and r are one, since Japanese has one;
 * so are sounds that differ in voice alone. Unspaced scripts other than kana say nothing of sounds here: "".
 *
 * @returns letters of BKNRST.
 */
export function soundOf(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const found = makeSound(word)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  // A slice would hold on to the whole text it was cut from.
  remembered.set(JSON.parse(JSON.stringify(word)) as string, found)
  return found
}

/** Sounds remembered. Forgetting them changes no answer. */
const REMEMBERED_MAX = 20_000
const remembered = new Map<string, string>()

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]+/g, ''],
  [/sch|shch|tch|sh|ch(?=[eiy])|ts|dz|zh|[csxzj](?=[eiy])/g, 's'],
  [/ph/g, 'b'],
  [/x/g, 'ks'],
  // Not heard, or heard as a vowel, before another consonant and at the end: "Hargreave" is "ハーグリーブ".
  [/r(?=[^aeiouy])/g, ''],
  [/[aeiouyhw]+/g, ''],
  [/[bfpv]/g, 'B'],
  [/[cgkq]/g, 'K'],
  [/[dt]/g, 'T'],
  [/[szj]/g, 'S'],
  [/[lr]/g, 'R'],
  [/[mn]/g, 'N'],
  [/(.)\1+/g, '$1'],
]

function makeSound(word: string): string {
  if (UNHEARD.test(word)) return ''
  const vocal = word
    .normalize('NFC')
    .toLowerCase()
    .replace(ARTICLE, '')
    .replace(/[اأإآא]/g, 'a')
    .replace(/ו+/g, (vavs) => (vavs.length > 1 ? 'v' : 'o'))
    .replace(INHERENT, '$1a')
  const latin = anyAscii(vocal).toLowerCase()
  return CLASSES.reduce((sound, [letters, one]) => sound.replace(letters, one), latin)
}

/** Scripts whose characters are words or syllables that each language reads in its own way, or that need a dictionary. */
const UNHEARD = /[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** "الحداد", "al-Haddad" */
const ARTICLE = /^(?:ال|al[-’'])(?=.{3})/u

/** A consonant of Devanagari that no sign says otherwise of has an "a" behind it. */
const INHERENT = /([\u0915-\u0939\u0958-\u095f]\u093c?)(?![\u093c\u093e-\u094d])/gu
