import type { Classification } from '@dateline/domain'
import { type QuotedSpan, quotedSpans } from '../text/quotations.ts'
import { type FoundName, findNames, type NameKind } from './find-names.ts'
import { findNumbersAndDates } from './find-numbers.ts'
import { COUNTRIES } from './name-words.ts'
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
  const joined = joinNames(found)
  const names = joined.entities
  const numbers = findNumbersAndDates(text, language)
  const mentions: Mention[] = found.flatMap(({ key, start, name }) => {
    const entity = joined.entityOf(key)
    return entity === null
      ? []
      : [{ start, end: start + name.length, name: entity.name, isPerson: entity.kind === 'person' }]
  })
  return [...names.slice(0, ENTITIES_MAX), ...numbers.slice(0, ENTITIES_MAX), ...findQuotations(text, mentions)]
}

type Counted = {
  name: string
  key: string
  count: number
  kinds: Map<NameKind, number>
  hasShortForm: boolean
  /** Found where its capital says something, not only at the head of a sentence. */
  isSure: boolean
}

type Joined = { readonly entities: Entity[]; readonly entityOf: (key: string) => Entity | null }

/** Variants are one entity, and a surname alone counts for the one full name that ends with it. */
function joinNames(found: readonly FoundName[]): Joined {
  const byKey = new Map<string, Counted>()
  for (const { key, name, kind, isWeak } of found) {
    const known = byKey.get(key) ?? { name, key, count: 0, kinds: new Map(), hasShortForm: false, isSure: false }
    known.count++
    known.kinds.set(kind, (known.kinds.get(kind) ?? 0) + 1)
    known.isSure ||= !isWeak
    byKey.set(key, known)
  }
  const redirects = new Map<string, string>()
  const fullNames = [...byKey.values()].filter(isFullName)
  const byLast = Map.groupBy(fullNames, ({ key }) => key.slice(key.lastIndexOf(' ') + 1))
  const byFirst = Map.groupBy(fullNames, ({ key }) => key.slice(0, key.indexOf(' ')))
  for (const [key, short] of [...byKey]) {
    if (key.includes(' ')) continue
    // "in Hamburg" is not the fire brigade of Hamburg.
    const full = short.kinds.has('place') ? null : fullNameOf(byLast.get(key) ?? [], byFirst.get(key) ?? [])
    if (full === null) continue
    redirects.set(key, full.key)
    full.count += short.count
    for (const [kind, count] of short.kinds) full.kinds.set(kind, (full.kinds.get(kind) ?? 0) + count)
    full.hasShortForm ||= short.isSure && full.key.endsWith(` ${key}`) && !COUNTRIES.has(short.name.toLowerCase())
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
  return { entities: [...entities.values()], entityOf: (key) => entities.get(redirects.get(key) ?? key) ?? null }
}

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
function kindOf({ kinds, hasShortForm, key }: Counted): NameKind {
  if (kinds.has('person')) return 'person'
  if (kinds.has('organisation')) return 'organisation'
  if (hasShortForm && key.includes(' ')) return 'person'
  return kinds.has('place') ? 'place' : 'other'
}

function findQuotations(text: string, mentions: readonly Mention[]): Entity[] {
  const found: Entity[] = []
  for (const span of quotedSpans(text)) {
    const name = text.slice(span.start + 1, span.end - 1).trim()
    if (found.length >= QUOTATIONS_MAX || !isQuotation(text, span, name)) continue
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
  for (const chars of [3 * KEY_CHARS, name.length]) {
    const key = name
      .slice(0, chars)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    if (key.length > KEY_CHARS || chars >= name.length) return key.slice(0, KEY_CHARS)
  }
  return ''
}
