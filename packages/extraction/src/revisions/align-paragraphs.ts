import { diffArrays } from 'diff'
import { tokensOf } from './diff-words.ts'

/** A paragraph and its place in its text, from 0. */
export type Numbered = { text: string; index: number }

/** Two paragraphs that answer to each other; one side is null for what came or went. Equal texts are the same paragraph. */
export type Pair = { before: Numbered | null; after: Numbered | null }

/** Texts that differ in more paragraphs than this have nothing in common. */
const EDITS_MAX = 1_500
/** Paragraphs that share fewer of their words are two different ones. */
const SAME_SHARE_MIN = 0.4
const PAIRS_TRIED_MAX = 60

/**
 * Which paragraph of the earlier text became which of the later one, in the order of the later text, what went where it
 * stood. Equal paragraphs are matched first; between them the changed ones are paired by the words they share.
 *
 * @returns null if the texts have too little in common.
 */
export function alignParagraphs(before: readonly string[], after: readonly string[]): Pair[] | null {
  const parts = diffArrays([...before], [...after], { maxEditLength: EDITS_MAX })
  if (parts === undefined) return null
  const pairs: Pair[] = []
  let [beforeAt, afterAt] = [0, 0]
  let removed: Numbered[] = []
  let added: Numbered[] = []
  const settle = () => {
    pairs.push(...pairRun(removed, added))
    removed = []
    added = []
  }
  for (const { value, added: isAdded, removed: isRemoved } of parts) {
    if (isRemoved) removed.push(...value.map((text, offset) => ({ text, index: beforeAt + offset })))
    else if (isAdded) added.push(...value.map((text, offset) => ({ text, index: afterAt + offset })))
    else {
      settle()
      for (const [offset, text] of value.entries())
        pairs.push({ before: { text, index: beforeAt + offset }, after: { text, index: afterAt + offset } })
    }
    if (!isAdded) beforeAt += value.length
    if (!isRemoved) afterAt += value.length
  }
  settle()
  return pairs
}

function pairRun(removed: readonly Numbered[], added: readonly Numbered[]): Pair[] {
  const wordsOf = cachedWords()
  const left = new Set(added.slice(0, PAIRS_TRIED_MAX))
  const partners = new Map<Numbered, Numbered>()
  const gone: Pair[] = []
  for (const old of removed) {
    let best: { each: Numbered; share: number } | null = null
    for (const each of left) {
      const share = sharedWords(wordsOf(old.text), wordsOf(each.text))
      if (share >= SAME_SHARE_MIN && (best === null || share > best.share)) best = { each, share }
    }
    if (best === null) gone.push({ before: old, after: null })
    else {
      left.delete(best.each)
      partners.set(best.each, old)
    }
  }
  return [...gone, ...added.map((each) => ({ before: partners.get(each) ?? null, after: each }))]
}

/** Dice's coefficient over the sets of words. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

function cachedWords(): (text: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return (text) => {
    let words = known.get(text)
    if (words === undefined) {
      words = new Set(tokensOf(text.toLowerCase()).filter((token) => /[\p{L}\p{N}]/u.test(token)))
      known.set(text, words)
    }
    return words
  }
}
