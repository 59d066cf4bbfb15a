import type { ReadText } from '../text/read-text.ts'

/** A word of the title counts as often as this many of the body. */
const TITLE_COUNT = 3

/** The first words of a report say what has happened: they count as often as this. */
const LEAD_WORDS = 60
const LEAD_COUNT = 2

export type Feature = { count: number; inTitle: boolean; readonly term: string }

/** Stems of title, standfirst and text with their counts, by hash. */
export function featuresOf(title: ReadText, standfirst: ReadText, text: ReadText): Map<number, Feature> {
  const features = new Map<number, Feature>()
  const addAll = ({ stems, hashes }: ReadText, countOf: (at: number) => number, inTitle: boolean): void => {
    for (let at = 0; at < stems.length; at++) {
      const term = stems[at]!
      if (term === '') continue
      const known = features.get(hashes[at]!)
      if (known === undefined) features.set(hashes[at]!, { count: countOf(at), inTitle, term })
      else known.count += countOf(at)
    }
  }
  addAll(title, () => TITLE_COUNT, true)
  addAll(standfirst, () => 1, false)
  addAll(text, (at) => (at < LEAD_WORDS ? LEAD_COUNT : 1), false)
  return features
}
