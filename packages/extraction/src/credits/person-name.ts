import { NAME_PARTICLES, ORGANISATION_WORDS, ROLE_PATTERN } from './credit-words.ts'

const NAME_WORDS_MAX = 6
const NAME_CHARS_MAX = 60

/** "Jane Roe, Moscow correspondent" → "Jane Roe"; "김철수 기자" → "김철수". */
export function withoutRole(label: string): string {
  const comma = label.indexOf(',')
  const head = comma > 0 && ROLE_PATTERN.test(label.slice(comma)) ? label.slice(0, comma) : label
  const tail = TRAILING_ROLE.exec(head)
  const name = tail === null ? head : head.slice(0, tail.index)
  return (name.split(' ').length <= ROLED_WORDS_MAX ? name : head)
    .replace(/\s*(?:기자|특파원|논설위원|記者|记者|特派員|編集委員|通讯员|報導|报道)$/u, '')
    .replace(/^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Hon)\.?\s+(?=\p{Lu})/u, '')
    .trim()
}

const ROLED_WORDS_MAX = 3

export const isRole = (label: string): boolean => ROLE_PATTERN.test(label)

/** "Jane Roe Staff Writer": a role run together with the two words of a name before it. */
const TRAILING_ROLE = new RegExp(`(?<=\\p{Lu}\\S+\\s+\\p{Lu}\\S+)\\s+${ROLE_PATTERN.source}$`, 'iu')

/**
 * The name as printed, if it can be one: two to six capitalised words with particles between, or two to four characters
 * of Han or Hangul. One word alone is nobody's byline, unless a word like "By" stood before it.
 *
 * @returns null for roles, desks, houses, dates, addresses, sentences.
 */
export function personName(label: string, isMarked: boolean): string | null {
  const name = label
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"“”'«»]+|[\s"“”'«»,.:;]+$/gu, '')
  if (
    name.length < 2 ||
    name.length > NAME_CHARS_MAX ||
    /[\d@#<>{}\\/|:?!=_~]|https?|\.(?:com|org|net|ru|de)\b/iu.test(name)
  )
    return null
  if (/^[\p{scx=Han}\p{scx=Hangul}]+$/u.test(name)) return name.length <= 4 && isMarked ? name : null
  if (/^[\p{scx=Katakana}・＝\s]+$/u.test(name)) return isMarked ? name : null
  const words = name.split(' ')
  if (words.length > NAME_WORDS_MAX || (words.length > 2 && words.every(isCode))) return null
  if (namesOrganisation(name) || NO_NAME.test(name)) return null
  if (ROLE_PATTERN.test(name)) return null
  if (words.length === 1)
    return isMarked && isNameWord(name) && name.length >= 3 && name !== name.toUpperCase() ? name : null
  // Georgian has capitals, for headlines only.
  const isUncased = !/[\p{Lu}\p{Ll}]/u.test(name.replace(/\p{scx=Georgian}/gu, ''))
  if (isUncased) return words.length <= 4 && isMarked ? name : null
  const proper = words.filter((word, i) => isNameWord(word) || (i > 0 && NICKNAME.test(word))).length
  const particles = words.filter((word) => NAME_PARTICLES.has(word.toLowerCase())).length
  if (proper + particles < words.length || proper < 2 - (particles > 0 ? 1 : 0)) return null
  return isNameWord(words.at(-1)!) ? name : null
}

/** "Children's World", "Der Falke", "From Winterlight", "Amt de TI": a thing that is owned or has an article, an origin, a code. */
const NO_NAME =
  /['’]s\s|^(?:Der|Die|Das|Los|Las)\s\S+$|^(?:From|About|For)\s|\sd[eao]s?\s\p{Lu}{2}$|^(?:Licensed|Certified|Registered|Award-winning)\s|^(?:[BM]\.?A|[BM]\.?Sc|Ph\.?D|MBA)\.?\s\p{Lu}\p{Ll}*(?:ism|ics|ology|ture|tion|ment|eering|eting|istry|ography|osophy|nglish|istory)$/u

/** True if one of the words names a desk, a house or a role: "T.V. Nair" has initials, as "A.G. Roe" has. */
export const namesOrganisation = (label: string): boolean =>
  LEGAL_FORM.test(label) ||
  label.split(' ').some((word) => ORGANISATION_WORDS.has(word.toLowerCase().replace(/^[.,]+|[.,]+$/g, '')))

/** Behind a name, where initials are rare. */
const LEGAL_FORM = /\s(?:AG|KG)$/u

/** Inside a name: "Odile (Odi) Marchetti". */
const NICKNAME = /^[("“]\p{Lu}\p{L}{1,20}[)"”]$/u

/** "DE", "FR": codes of languages, sizes of type. */
const isCode = (word: string): boolean => /^\p{Lu}{1,2}$/u.test(word)

/** "Anna", "O'Neil", "Jean-Luc", "J.", "McKay", "al-Masri", "ΠΑΠΑΔΟΠΟΥΛΟΣ". */
function isNameWord(word: string): boolean {
  return /^(?:(?:al|el|as|ad|an|ar|ash|d|l|o)[-'’])?\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word)
}
