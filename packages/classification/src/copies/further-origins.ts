import { dayOf, type StoryDocument } from '../stories/document.ts'
import { readText } from '../text/read-text.ts'
import { creditsAgency } from './comes-first.ts'
import { CONTAINMENT_MIN, isOneSite, SHARED_PAIRS_MIN } from './is-copy.ts'
import type { PairWeights } from './pair-weights.ts'
import { type CopySequence, copySequenceOf, pairsOf } from './sequence.ts'
import { sharesFurnitureOnly } from './shares-furniture-only.ts'

/** Another text that a copy carries beside its original: a page pasted from two wires is a copy of both. */
export type FurtherOrigin = {
  readonly articleId: string
  /** Share of the page that stands there and in none of the texts named before: 0 to 1. */
  readonly containment: number
  readonly evidence: string
}

/** Beside the original. */
const FURTHER_MAX = 3

/** Texts that a copy is held against. */
const COMPARED_MAX = 40

/** So much of a text is no furniture, though it stands at the foot of both: the original would have it as well. */
const HALF = 0.5

/** What of a copy stands in another text, and its share of the copy's weight. */
type Part = { readonly other: StoryDocument; readonly shared: ReadonlySet<number>; readonly share: number }

/** Sequences of the texts of one story, each made once. */
export type Sequences = (document: StoryDocument) => CopySequence

export function sequencesOf(weights: PairWeights): Sequences {
  const made = new Map<StoryDocument, CopySequence>()
  return (document) => {
    const { text, language } = document
    const sequence = made.get(document) ?? copySequenceOf(readText(text, language), weights.weightIn(language)).sequence
    made.set(document, sequence)
    return sequence
  }
}

/**
 * Which other canonical texts a copy carries a part of, the greatest first: as much as makes a copy, of what its original and
 * those named before do not explain. What two rival reports have in common is too little.
 *
 * @param originals canonical texts of other families; those that came later are no origin of it.
 */
export function furtherOriginsOf(
  { weights, sequenceOf }: { readonly weights: PairWeights; readonly sequenceOf: Sequences },
  copy: StoryDocument,
  original: StoryDocument,
  originals: readonly StoryDocument[],
): FurtherOrigin[] {
  const weight = weights.weightIn(copy.language)
  const weigh = (pairs: ReadonlySet<number>): number => [...pairs].reduce((sum, pair) => sum + weight(pair), 0)
  const own = pairsOf(sequenceOf(copy))
  const whole = weigh(own) || 1
  let rest = own.difference(pairsOf(sequenceOf(original)))
  let left = originals
    .filter((other) => other.language === copy.language && mayBeOrigin(other, copy))
    .slice(0, COMPARED_MAX)
  const partOf = (other: StoryDocument): readonly Part[] => {
    const [a, b] = [sequenceOf(copy), sequenceOf(other)]
    const shared = rest.intersection(pairsOf(b))
    const part = { other, shared, share: weigh(shared) / whole }
    if (shared.size < SHARED_PAIRS_MIN || part.share < CONTAINMENT_MIN) return []
    const isMostOfIt = weigh(shared) >= HALF * weigh(pairsOf(b))
    return isMostOfIt || !sharesFurnitureOnly({ a, b, weight, share: part.share }, isOneSite(copy, other)) ? [part] : []
  }
  const found: FurtherOrigin[] = []
  while (found.length < FURTHER_MAX) {
    const [greatest] = left.flatMap(partOf).sort((a, b) => b.share - a.share)
    if (greatest === undefined) break
    const { other, shared, share } = greatest
    const evidence = `${shared.size} of ${own.size} word pairs outside quotations stand there and in no text named before`
    found.push({ articleId: other.articleId, containment: Math.round(share * 1_000) / 1_000, evidence })
    rest = rest.difference(shared)
    left = left.filter((each) => each !== other)
  }
  return found
}

/** By credit, then by time, as of a copy's original. */
function mayBeOrigin(other: StoryDocument, copy: StoryDocument): boolean {
  return creditsAgency(other) === creditsAgency(copy) ? !(dayOf(other) > dayOf(copy)) : creditsAgency(other)
}
