import { isBodyWord, OF, type Part, type Reading, type Stretch } from './name-stretches.ts'
import { BODY_ENDS, COUNTRY_LETTERS, CURRENCIES, NO_PERSON, SAINTS } from './name-words.ts'
import type { NameWords } from './name-words-of.ts'
import { SAYING } from './saying-words.ts'

export type NameKind = 'person' | 'organisation' | 'place' | 'other'

const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\d]{1,7}$/u
/** What the name and the words beside it prove; null: nothing. */
export function sureKind(stretch: Stretch, { text, language, known }: Reading): NameKind | null {
  const { parts, isTitled, opens } = stretch
  const [before, beforeThat] = stretch.before
  const lower = parts.map((part) => part.lower)
  const name = lower.join(' ')
  const [first] = parts as [Part]
  const word = before?.toLowerCase() ?? ''
  if (known.isCountry(name) || COUNTRY_LETTERS.has(name)) return 'place'
  if (parts.length > 1 ? lower.some((one) => isBodyWord(one, known)) : BODY_ENDS.test(name) && name.length > 11)
    return 'organisation'
  if (isTitled) return 'person'
  if (parts.length > 1 && known.isGiven(first.folded)) return known.placeWords.has(lower.at(-1)!) ? 'place' : 'person'
  if (parts.length > 1 && known.isGivenLast === true && known.isGiven(parts.at(-1)!.folded)) return 'person'
  if (parts.length === 1 && ALL_CAPITALS.test(first.raw)) return CURRENCIES.test(name) ? null : 'organisation'
  if (parts.length > 1 && lower.some((one) => known.placeWords.has(one))) return 'place'
  if (known.bodyNouns.has(word)) return 'organisation'
  const office = OF.has(word) ? (beforeThat?.toLowerCase() ?? '') : ''
  if (known.placeNouns.has(word) || known.placeNouns.has(office)) return 'place'
  // "the mayor of Lyon", "the council of Lyon"
  if (parts.length <= 2 && (known.titles.has(office) || (known.bodyWords.has(office) && office === beforeThat)))
    return 'place'
  if (parts.length > 1 && SAINTS.has(first.lower)) return 'place'
  const isThere = parts.length <= 2 && known.placesAfter.has(before ?? '') && known.notPlace?.test(name) !== true
  if (isThere && !isNounLike(parts, language)) return 'place'
  if (
    parts.length === 1 &&
    !(opens && known.isSuffixApart !== true) &&
    !/^\d/.test(word) &&
    isLocative(first, text, known)
  )
    return 'place'
  if (parts.length > 1 && !areCommon(parts) && language !== 'de' && isBesideSaying(stretch)) return 'person'
  return null
}

export function isBesideSaying({ before, next }: Stretch): boolean {
  return SAYING.has(before[0]?.toLowerCase() ?? '') || SAYING.has(next?.toLowerCase() ?? '')
}

/** "Islamic State said": both are words of every day, or say where somebody is from. */
function areCommon(parts: readonly Part[]): boolean {
  return parts.some(({ lower }) => NO_PERSON.has(lower))
}

const LOCATIVE_CHARS_MIN = 5

/** The word's ending, or what follows its apostrophe, says that something is there. */
function isLocative({ lower, raw, start }: Part, text: string, { locative, isSuffixApart }: NameWords): boolean {
  if (locative === undefined || ALL_CAPITALS.test(raw)) return false
  const end = start + raw.length
  if (isSuffixApart === true) return locative.test(/^['’]\p{Ll}*/u.exec(text.slice(end, end + 8))?.[0] ?? '')
  return raw.length >= LOCATIVE_CHARS_MIN && locative.test(lower) && !SITES.test(lower)
}

/** "Facebookon", "Twitterissä": where one writes, not where one is. */
const SITES = /^(?:facebook|twitter|instagram|youtube|tiktok|telegram|google|x-)/

/** German nouns that stand behind "in", "nach" or "aus" without an article, and the ends of most others. */
const NOUN = /(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|nis|tum|ismus|ität|e|en|er|n)$/
const NOUNS: ReadonlySet<string> = new Set(
  'kraft höhe zukunft folge angaben ansicht einsatz richtung frage anspruch betrieb sicht gefahr form bezug hand haus hause land ruhe teil teilen sicherheit trauer angst not verbindung haft freiheit zeit beginn ablauf ende protest mangel holz stahl gold'.split(
    ' ',
  ),
)

function isNounLike(parts: readonly Part[], language: string | null): boolean {
  if (language !== 'de') return false
  const { lower } = parts[0]!
  return (
    NOUNS.has(lower) ||
    (NOUN.test(lower) &&
      !/(?:hausen|ingen|hagen|haven|stetten|felden|kirchen|münchen|dresden|bremen|essen|hannover|weiler|münster|tal|berge|walde)$/.test(
        lower,
      ))
  )
}
