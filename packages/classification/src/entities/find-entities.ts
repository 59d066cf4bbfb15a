import type { Classification } from '@dateline/domain'
import { type QuotedSpan, quotedSpans } from '../text/quotations.ts'
import { type FoundName, findNames } from './find-names.ts'
import { findNumbersAndDates } from './find-numbers.ts'
import type { NameKind } from './name-kind.ts'
import { type NameWords, nameWordsOf } from './name-words-of.ts'
import { isSpeech, type Mention, speakerOf } from './speaker.ts'

type Entity = Classification['entities'][number]

/** Entities of one kind that are kept. */
const ENTITIES_MAX = 60
const QUOTATIONS_MAX = 40

/** Shorter ones are single words, titles and irony. */
const QUOTATION_CHARS_MIN = 12
/** Scripts in which so few characters are a sentence, where the words beside them say that somebody says it. */
const DENSE_CHARS_MIN = 4
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * People, organisations and places, most frequent first; then numbers, dates, and quotations with their speakers.
 *
 * @param language ISO 639 code of the text; null: read as English.
 */
export function findEntities(text: string, language: string | null = null): Entity[] {
  const found = findNames(text, language)
  const joined = joinNames(found, nameWordsOf(language))
  const names = joined.entities
  const numbers = findNumbersAndDates(text, language)
  const mentions: Mention[] = found.flatMap(({ key, start, name }) => {
    const entity = joined.entityOf(key)
    return entity === null
      ? []
      : [{ start, end: start + name.length, name: entity.name, isPerson: entity.kind === 'person' }]
  })
  return [...names.slice(0, ENTITIES_MAX), ...numbers.slice(0, ENTITIES_MAX), ...findQuotations(text, mentions, found)]
}

type Counted = {
  name: string
  key: string
  count: number
  kinds: Map<NameKind, number>
  hasShortForm: boolean
  /** Found where its capital says something, not only at the head of a sentence. */
  isSure: boolean
  /** Found in several cases. */
  isDeclined: boolean
  /** It says something by itself. */
  isSpeaker: boolean
}

type Joined = { readonly entities: Entity[]; readonly entityOf: (key: string) => Entity | null }

/** Variants are one entity, and a surname alone counts for the one full name that ends with it. */
function joinNames(found: readonly FoundName[], words: NameWords): Joined {
  const byKey = new Map<string, Counted>()
  for (const { key, name, kind, isWeak, isSpeaker = false } of found) {
    const known = byKey.get(key) ?? newCounted(name, key)
    known.count++
    known.kinds.set(kind, (known.kinds.get(kind) ?? 0) + 1)
    known.isSure ||= !isWeak
    known.isSpeaker ||= isSpeaker
    byKey.set(key, known)
  }
  const redirects = new Map<string, string>()
  if (words.stemOf !== null) joinCases(byKey, redirects, words)
  const fullNames = [...byKey.values()].filter(isFullName)
  const { stemOf } = words
  const byLast = Map.groupBy(fullNames, ({ key }) => key.slice(key.lastIndexOf(' ') + 1))
  const byFirst = Map.groupBy(fullNames, ({ key }) => key.slice(0, key.indexOf(' ')))
  // "Ahmad Faizul" is "Ahmad Faizul Rahman".
  const byFirstTwo = Map.groupBy(
    fullNames.filter(({ key, kinds }) => kinds.has('person') && key.split(' ').length > 2),
    ({ key }) => key.split(' ', 2).join(' '),
  )
  const byStem =
    stemOf === null ? null : Map.groupBy(fullNames, ({ name }) => stemOf(name.slice(name.lastIndexOf(' ') + 1)))
  for (const [key, short] of [...byKey]) {
    const isPart = key.includes(' ')
    if (isPart && words.isFirstAlone !== true) continue
    const beginning = (isPart ? byFirstTwo : byFirst).get(key) ?? []
    const ending = isPart ? [] : (byLast.get(key) ?? byStem?.get(stemOf!(short.name)) ?? [])
    // "in Hamburg" is not the fire brigade of Hamburg.
    const full = short.kinds.has('place') ? null : fullNameOf(ending, beginning)
    if (full === null) continue
    redirects.set(key, full.key)
    full.count += short.count
    for (const [kind, count] of short.kinds) full.kinds.set(kind, (full.kinds.get(kind) ?? 0) + count)
    const isLast = ending.includes(full) && !words.isCountry(short.name.toLowerCase())
    full.hasShortForm ||= (short.isSure && isLast) || (words.isFirstAlone === true && short.isSpeaker)
    byKey.delete(key)
  }
  const entities = new Map(
    [...byKey.values()]
      .filter(({ isSure }) => isSure)
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
      .map((counted): [string, Entity] => {
        const { name, key, count } = counted
        return [key, { kind: kindOf(counted), name, key, count }]
      }),
  )
  const ending = (key: string): string => {
    const next = redirects.get(key)
    return next === undefined ? key : ending(next)
  }
  return { entities: [...entities.values()], entityOf: (key) => entities.get(ending(key)) ?? null }
}

function newCounted(name: string, key: string): Counted {
  return {
    name,
    key,
    count: 0,
    kinds: new Map(),
    hasShortForm: false,
    isSure: false,
    isDeclined: false,
    isSpeaker: false,
  }
}

/** Cases of one declined name are one, under the form that is most likely the name itself: "Petra Malíka", "Petr Malík". */
function joinCases(
  byKey: Map<string, Counted>,
  redirects: Map<string, string>,
  { stemOf, nominative }: NameWords,
): void {
  const rank = ({ name }: Counted) => name.length - (nominative?.test(name) === true ? NOMINATIVE_CHARS : 0)
  for (const forms of Map.groupBy(byKey.values(), ({ name }) => stemOf!(name)).values()) {
    if (forms.length < 2) continue
    const [named, ...others] = forms.toSorted((a, b) => rank(a) - rank(b)) as [Counted, ...Counted[]]
    for (const other of others) {
      named.count += other.count
      for (const [kind, count] of other.kinds) named.kinds.set(kind, (named.kinds.get(kind) ?? 0) + count)
      named.isSure ||= other.isSure
      named.isDeclined = true
      named.isSpeaker ||= other.isSpeaker
      redirects.set(other.key, named.key)
      byKey.delete(other.key)
    }
  }
}

/** An accusative may be a character shorter than the name itself. */
const NOMINATIVE_CHARS = 1.5

/** Of two to four words. */
function isFullName({ key, isSure }: Counted): boolean {
  return isSure && key.includes(' ') && key.split(' ').length <= 4
}

/** The one full name that a word stands for: as a surname, which it ends with, or as the beginning of the name of a body or person. */
function fullNameOf(ending: readonly Counted[], beginning: readonly Counted[]): Counted | null {
  if (ending.length > 0) return ending.length === 1 ? ending[0]! : null
  const beings = beginning.filter(({ kinds }) => !kinds.has('place'))
  return beings.length === 1 ? beings[0]! : null
}

/** Who is called by the full name once and by the surname after is a person. */
function kindOf({ kinds, hasShortForm, key, isDeclined }: Counted): NameKind {
  // "the mayor of Larisa" has no preposition in Greek: a place elsewhere is one here.
  if (kinds.has('place') && isDeclined && !key.includes(' ')) return 'place'
  if (kinds.has('person')) return 'person'
  if (kinds.has('organisation')) return 'organisation'
  if (hasShortForm && key.includes(' ')) return 'person'
  return kinds.has('place') ? 'place' : 'other'
}

function findQuotations(text: string, mentions: readonly Mention[], names: readonly FoundName[]): Entity[] {
  const found: Entity[] = []
  const bodies = new Map(names.filter(({ kind }) => kind === 'organisation').map(({ start, name }) => [start, name]))
  for (const span of quotedSpans(text)) {
    const name = text.slice(span.start + 1, span.end - 1).trim()
    if (found.length >= QUOTATIONS_MAX || !isQuotation(text, span, name)) continue
    // "компания «Волга-Инвест»": a name is nobody's words.
    if (bodies.get(span.start + 1) === name) continue
    found.push({ kind: 'quotation', name, key: quotationKey(name), count: 1, speaker: speakerOf(text, span, mentions) })
  }
  return found
}

function isQuotation(text: string, span: QuotedSpan, name: string): boolean {
  if (name.length >= QUOTATION_CHARS_MIN) return true
  return name.length >= DENSE_CHARS_MIN && DENSE.test(name) && isSpeech(text, span)
}

const KEY_CHARS = 80

/** Its first letters and digits; of most quotations the beginning is enough to know them. */
function quotationKey(name: string): string {
  for (const chars of [KEY_CHARS + KEY_CHARS / 4, 3 * KEY_CHARS, name.length]) {
    const key = name
      .slice(0, chars)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    if (key.length > KEY_CHARS || chars >= name.length) return key.slice(0, KEY_CHARS)
  }
  return ''
}
