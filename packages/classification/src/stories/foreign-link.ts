import { foreignEvidence } from '../foreign/foreign-evidence.ts'
import type { Member } from './member.ts'
import { cosine, sharedFeatures } from './vector.ts'

/**
 * Articles in different languages have names and numbers in common. Those of one event have so many, within days, that chance
 * would bring it about once in e^10; where both name numbers, and none is the same, it takes more than names: the same people
 * are in the news on many days.
 */
const STRENGTH_MIN = 10
const STRENGTH_OF_OTHER_NUMBERS_MIN = 16
const SHARE_MIN = 0.3
const SHARED_MIN = 2
const GAP_DAYS_MAX = 3

/** Close languages have words in common as well: then fewer names do, since kinds of events have those words too. */
const WORDS_SHARED_MIN = 4
const LIKENESS_MIN = 0.075
const STRENGTH_BESIDE_WORDS_MIN = 4

const LIKELY_LOGIT = 1
const LIKELIEST_LOGIT = 3
const UNLIKELY_LOGIT = -6

/** Whether two articles are in different languages, as far as that is known. */
export function isForeign(a: Member, b: Member): boolean {
  return a.language !== null && b.language !== null && a.language !== b.language
}

/** Log odds that two articles in different languages tell one story. */
export function foreignLogit(a: Member, b: Member): number {
  if (!(Math.abs(a.day - b.day) <= GAP_DAYS_MAX)) return UNLIKELY_LOGIT
  const { strength, share, shared, otherNumbers } = foreignEvidence(a.foreign, b.foreign)
  const least = otherNumbers ? STRENGTH_OF_OTHER_NUMBERS_MIN : STRENGTH_MIN
  if (shared.length >= SHARED_MIN && share >= SHARE_MIN && strength >= least)
    return Math.min(LIKELIEST_LOGIT, LIKELY_LOGIT + (strength - least) / 8)
  const isNamed = a.foreign.hashes.length > 0 && b.foreign.hashes.length > 0
  if (isNamed && (otherNumbers || strength < STRENGTH_BESIDE_WORDS_MIN)) return UNLIKELY_LOGIT
  const isAlike = cosine(a.vector, b.vector) >= LIKENESS_MIN
  return isAlike && sharedFeatures(a.vector, b.vector).length >= WORDS_SHARED_MIN ? LIKELY_LOGIT : UNLIKELY_LOGIT
}

/** Log odds for the likeliest pair of articles of two groups that are in different languages; null: there is none. */
export function likeliestForeign(ones: readonly Member[], others: readonly Member[]): number | null {
  let best: number | null = null
  for (const one of ones) {
    for (const other of others) {
      if (isForeign(one, other)) best = Math.max(best ?? UNLIKELY_LOGIT, foreignLogit(one, other))
    }
  }
  return best
}
