import type { Classification } from '@dateline/domain'
import { quotedSpans } from '../text/quotations.ts'
import { type FoundName, findNames, type NameKind } from './find-names.ts'
import { DATE, findDates, findNumbers } from './find-numbers.ts'
import { COUNTRIES } from './name-words.ts'
import { speakerOf } from './speaker.ts'

type Entity = Classification['entities'][number]

/** Entities of one kind that are kept. */
const ENTITIES_MAX = 60
const QUOTATIONS_MAX = 40

const QUOTATION_CHARS_MIN = 12

/** People, organisations and places, most frequent first; then numbers, dates, and quotations with their speakers. */
export function findEntities(text: string): Entity[] {
  const names = joinNames(findNames(text))
  const numbers = [...findNumbers(text.replace(DATE, ' ')), ...findDates(text)].slice(0, ENTITIES_MAX)
  return [...names.slice(0, ENTITIES_MAX), ...numbers, ...findQuotations(text, names)]
}

type Counted = { name: string; key: string; count: number; kinds: Map<NameKind, number>; hasShortForm: boolean }

/** Variants are one entity, and a surname alone counts for the one full name that ends with it. */
function joinNames(found: readonly FoundName[]): Entity[] {
  const byKey = new Map<string, Counted>()
  for (const { key, name, kind } of found) {
    const known = byKey.get(key) ?? { name, key, count: 0, kinds: new Map(), hasShortForm: false }
    known.count++
    known.kinds.set(kind, (known.kinds.get(kind) ?? 0) + 1)
    byKey.set(key, known)
  }
  for (const [key, short] of [...byKey]) {
    if (key.includes(' ')) continue
    const full = [...byKey.values()].filter(
      (other) => other.key.endsWith(` ${key}`) && other.key.split(' ').length <= 3,
    )
    if (full.length !== 1) continue
    const [person] = full
    person!.count += short.count
    for (const [kind, count] of short.kinds) person!.kinds.set(kind, (person!.kinds.get(kind) ?? 0) + count)
    person!.hasShortForm ||= !COUNTRIES.has(short.name.toLowerCase())
    byKey.delete(key)
  }
  return [...byKey.values()]
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map((counted) => ({ kind: kindOf(counted), name: counted.name, key: counted.key, count: counted.count }))
}

/** Who is called by the full name once and by the surname after is a person. */
function kindOf({ kinds, hasShortForm, key }: Counted): NameKind {
  if (kinds.has('person')) return 'person'
  if (kinds.has('organisation')) return 'organisation'
  if (hasShortForm && key.includes(' ')) return 'person'
  return kinds.has('place') ? 'place' : 'other'
}

function findQuotations(text: string, names: readonly Entity[]): Entity[] {
  const found: Entity[] = []
  for (const span of quotedSpans(text)) {
    const name = text.slice(span.start + 1, span.end - 1).trim()
    if (name.length < QUOTATION_CHARS_MIN || found.length >= QUOTATIONS_MAX) continue
    const key = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 80)
    found.push({ kind: 'quotation', name, key, count: 1, speaker: speakerOf(text, span, names) })
  }
  return found
}
