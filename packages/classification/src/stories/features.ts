import { hash32 } from '../text/hash.ts'
import { stem } from '../text/stem.ts'
import { wordsOf } from '../text/words.ts'
import type { StoryDocument } from './document.ts'

/** Later words add little to what an article is about, and long features would cost more than they tell. */
const WORDS_MAX = 1_500

/** A word of the title counts as often as this many of the body. */
const TITLE_COUNT = 3

export type Feature = { count: number; readonly term: string }

/** Stems of title, standfirst and text with their counts, by hash. */
export function featuresOf(
  document: Pick<StoryDocument, 'title' | 'standfirst' | 'text' | 'language'>,
): Map<number, Feature> {
  const features = new Map<number, Feature>()
  const { language } = document
  const add = (raw: string, count: number): void => {
    const term = stem(raw.toLowerCase(), language)
    if (term === '') return
    const hash = hash32(term)
    const known = features.get(hash)
    if (known === undefined) features.set(hash, { count, term })
    else known.count += count
  }
  for (const { raw } of wordsOf(document.title)) add(raw, TITLE_COUNT)
  for (const { raw } of wordsOf(document.standfirst ?? '')) add(raw, 1)
  let words = 0
  for (const { raw } of wordsOf(document.text)) {
    if (++words > WORDS_MAX) break
    add(raw, 1)
  }
  return features
}
