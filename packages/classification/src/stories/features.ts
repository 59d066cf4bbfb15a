import { createKeyIndex } from '../text/key-index.ts'
import type { WordForm } from '../text/word-forms.ts'

/** A word of the title counts as often as this many of the body. */
const TITLE_COUNT = 3

/** The first words of a report say what has happened: they count as often as this. */
const LEAD_WORDS = 60
const LEAD_COUNT = 2

/** Distinct stems of an article in order of appearance, those of the title first: feature i has hash `hashes[i]`. */
export type Features = {
  readonly hashes: readonly number[]
  readonly counts: readonly number[]
  /** As first printed. */
  readonly forms: readonly WordForm[]
  /** So many of the first stand in the title. */
  readonly inTitle: number
}

const index = createKeyIndex()

type Words = readonly WordForm[]

/** Stems of title, standfirst and text with their counts. */
export function featuresOf(title: Words, standfirst: Words, text: Words): Features {
  index.clear()
  const hashes: number[] = []
  const counts: number[] = []
  const forms: WordForm[] = []
  const addAll = (words: Words, leadWords: number, leadCount: number): void => {
    for (let at = 0; at < words.length; at++) {
      const form = words[at]!
      if (form.term === '') continue
      const hash = form.hash >>> 0
      const count = at < leadWords ? leadCount : 1
      const feature = index.numberOf(hash)
      if (feature < hashes.length) counts[feature]! += count
      else {
        hashes.push(hash)
        counts.push(count)
        forms.push(form)
      }
    }
  }
  addAll(title, Number.POSITIVE_INFINITY, TITLE_COUNT)
  const inTitle = hashes.length
  addAll(standfirst, 0, 1)
  addAll(text, LEAD_WORDS, LEAD_COUNT)
  return { hashes, counts, forms, inTitle }
}

/** The word behind a hash, as first printed, without a possessive. */
export function wordOfFeature({ hashes, forms }: Features, hash: number): string {
  return forms[hashes.indexOf(hash)]?.raw ?? ''
}
