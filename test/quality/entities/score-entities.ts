import type { Classification } from '@dateline/domain'
import { KINDS, type Kind, type Marked, type MarkedPage } from './read-pages.ts'

type Entity = Classification['entities'][number]

export type EntityScore = {
  readonly kind: Kind | 'speaker'
  readonly marked: number
  readonly found: number
  readonly right: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** What was missed and what is wrong, for whoever wants to do better. */
export type Miss = { readonly page: string; readonly kind: string; readonly missed: string[]; readonly wrong: string[] }

/**
 * An entity is right if its kind and one of its spellings are: two entities for two spellings of one person are one right and
 * one wrong. A quotation's speaker is right if it is a spelling of who said it, or both say that nobody is named.
 */
export function scoreEntities(
  pages: readonly MarkedPage[],
  find: (page: MarkedPage) => readonly Entity[],
): { scores: EntityScore[]; misses: Miss[] } {
  const sums = new Map<string, { marked: number; found: number; right: number }>()
  const misses: Miss[] = []
  for (const page of pages) {
    const entities = find(page)
    for (const kind of KINDS) {
      const marked = page.entities.filter((entity) => entity.kind === kind)
      const found = entities.filter((entity) => entity.kind === kind)
      const left = [...marked]
      const wrong: string[] = []
      const speakers = { marked: marked.length, found: 0, right: 0 }
      for (const entity of found) {
        const at = left.findIndex((one) => isSame(one, entity))
        if (at < 0) {
          wrong.push(entity.name)
          continue
        }
        const [match] = left.splice(at, 1)
        speakers.found += 1
        if (isSpeaker(match!, entity.speaker ?? null)) speakers.right += 1
        else if (kind === 'quotation')
          misses.push({
            page: page.name,
            kind: 'speaker',
            missed: [...match!.speakers],
            wrong: [entity.speaker ?? '-'],
          })
      }
      add(sums, kind, { marked: marked.length, found: found.length, right: marked.length - left.length })
      if (kind === 'quotation') add(sums, 'speaker', speakers)
      if (left.length > 0 || wrong.length > 0)
        misses.push({ page: page.name, kind, missed: left.map(({ forms, key }) => key ?? forms[0]!), wrong })
    }
  }
  const scores = [...sums].map(([kind, { marked, found, right }]) => {
    const [precision, recall] = [right / Math.max(1, found), right / Math.max(1, marked)]
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { kind: kind as EntityScore['kind'], marked, found, right, precision, recall, f1 }
  })
  return { scores, misses }
}

function add(
  sums: Map<string, { marked: number; found: number; right: number }>,
  kind: string,
  { marked, found, right }: { marked: number; found: number; right: number },
): void {
  const sum = sums.get(kind) ?? { marked: 0, found: 0, right: 0 }
  sums.set(kind, { marked: sum.marked + marked, found: sum.found + found, right: sum.right + right })
}

function isSame({ forms, key }: Marked, entity: Entity): boolean {
  return key === null ? forms.some((form) => plain(form) === plain(entity.name)) : key === entity.key
}

function isSpeaker({ speakers }: Marked, speaker: string | null): boolean {
  if (speaker === null) return speakers.length === 0
  return speakers.some((form) => plain(form) === plain(speaker))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
