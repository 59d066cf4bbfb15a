import type { Classification } from '@dateline/domain'
import { quotedSpans } from '../text/quotations.ts'
import { type FoundName, findNames } from './find-names.ts'
import { speakerOf } from './speaker.ts'

type Entity = Classification['entities'][number]

/** Entities of one kind that are kept: those printed most often. */
const ENTITIES_MAX = 60

const QUOTATION_CHARS_MIN = 12
const QUOTATIONS_MAX = 40

/** People, organisations and places by name, numbers, and quotations with their speakers. Most frequent first. */
export function findEntities(title: string, text: string): Entity[] {
  const names = joinNames(findNames(`${title}\n${text}`))
  return [...names.slice(0, ENTITIES_MAX), ...findNumbers(text), ...findQuotations(text, names)]
}

type Counted = Entity & { count: number }

/** Variants are one entity, and a surname alone counts for the one full name that ends with it. */
function joinNames(found: readonly FoundName[]): Entity[] {
  const byKey = new Map<string, Counted>()
  const certain = new Set(
    found.filter(({ opensSentence, name }) => !opensSentence || name.includes(' ')).map(({ key }) => key),
  )
  for (const { key, name } of found) {
    if (key.length < 2 || !certain.has(key)) continue
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { kind: 'other', name, key, count: 1 })
    else known.count++
  }
  for (const [key, entity] of [...byKey]) {
    if (key.includes(' ')) continue
    const full = [...byKey.values()].filter((other) => other.key.endsWith(` ${key}`))
    if (full.length !== 1) continue
    full[0]!.count += entity.count
    byKey.delete(key)
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

const NUMBER =
  /(?<![\p{L}\p{N}])[$€£]?\p{N}{1,12}(?:[.,:]\p{N}{1,6}){0,4}(?:\s?(?:%|percent|per cent|million|billion|bn|m)\b)?/gu

function findNumbers(text: string): Entity[] {
  const byKey = new Map<string, Counted>()
  for (const [printed] of text.matchAll(NUMBER)) {
    const key = printed
      .toLowerCase()
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .replace(/\s/g, '')
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { kind: 'number', name: printed, key, count: 1 })
    else known.count++
  }
  return [...byKey.values()].slice(0, ENTITIES_MAX)
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
