import { fold } from '../dates/fold.ts'
import { lexicon } from '../dates/lexicon.ts'
import { tokensOf } from './diff-words.ts'

const WORDS_MAX = 12

/** Whether both sides name a day of the week or a month, or count days from today, and not the same. */
export function areOtherDays(removed: string, added: string): boolean {
  const [one, other] = [daysIn(removed), daysIn(added)]
  return one.size > 0 && other.size > 0 && ![...one].some((meaning) => other.has(meaning))
}

/** What day names a stretch can mean, in any language of the press. */
function daysIn(text: string): Set<string> {
  const found = new Set<string>()
  const words = tokensOf(text).filter((token) => /\p{L}/u.test(token))
  if (words.length > WORDS_MAX) return found
  for (const word of [...words, words.join('')]) for (const day of daysOf(fold(word))) found.add(day)
  return found
}

/** Names of days in the forms that ICU has, and in those that end in another letter or in one more: "июнь", "в июне". */
function daysOf(word: string): readonly string[] {
  dayNames ??= makeDayNames()
  const { names, stems } = dayNames
  const shorter = isShort(word.slice(0, -1)) ? undefined : names.get(word.slice(0, -1))
  return names.get(word) ?? shorter ?? stems.get(word.slice(0, -1)) ?? []
}

type DayNames = { names: Map<string, string[]>; stems: Map<string, string[]> }
let dayNames: DayNames | undefined
const STEM_CHARS_MIN = 3
const LATIN_CHARS_MIN = 5
/** Shorter names of days are everyday words elsewhere ("to", "la", "more"), but for these of much-read languages. */
const SURE: ReadonlySet<string> = new Set(
  'june july juni juli juin mars maio mayo marz hoy ayer hoje oggi ieri luni idag igar dnes salı cuma'.split(' '),
)
const isShort = (word: string) => word.length < LATIN_CHARS_MIN && /^\p{scx=Latin}/u.test(word)

function makeDayNames(): DayNames {
  const made: DayNames = { names: new Map(), stems: new Map() }
  for (const [word, entries] of lexicon('press').entries) {
    if (isShort(word) && !SURE.has(word)) continue
    const days = entries.flatMap(({ meaning, isAbbreviated }) => {
      if (isAbbreviated) return []
      if (meaning.kind === 'weekday' || meaning.kind === 'month') return [`${meaning.kind} ${meaning.value}`]
      return meaning.kind === 'shift' && meaning.unit === 'day' ? [`day ${meaning.value}`] : []
    })
    if (days.length === 0) continue
    made.names.set(word, days)
    const stem = word.slice(0, -1)
    if (stem.length >= STEM_CHARS_MIN && /^\p{scx=Cyrillic}/u.test(stem)) made.stems.set(stem, days)
  }
  return made
}
