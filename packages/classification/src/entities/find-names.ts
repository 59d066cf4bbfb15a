import { nameKey } from './name-key.ts'

/** A name as printed, with where it stands. */
export type FoundName = {
  readonly name: string
  readonly key: string
  readonly start: number
  readonly opensSentence: boolean
}

/** Words written small inside names: "Organisation for Security", "Rio de Janeiro". */
const JOINERS = 'of|for|and|de|la|le|du|da|do|dos|del|der|den|van|von|bin|ibn|al|el|the'

// A capitalised word, then up to six more, with at most two small joining words between; all bounded.
const NAME = new RegExp(
  `(?:\\p{Lu}\\.){2,}|\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\.(?= \\p{Lu}))?(?: (?:(?:${JOINERS}) ){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\.(?= \\p{Lu}))?){0,6}`,
  'gu',
)
const SENTENCE_START = /(?:^|[.!?:]["”»']?\s+|\n\s*|["“«]\s*)$/u

/** Names, left to right: runs of capitalised words. Scripts without capitals give none. */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = []
  for (const match of text.matchAll(NAME)) {
    const start = match.index
    const name = match[0].replace(/['’][sS]?$/u, '')
    const opensSentence = SENTENCE_START.test(text.slice(Math.max(0, start - 4), start))
    found.push({ name, key: nameKey(name), start, opensSentence })
  }
  return found
}
