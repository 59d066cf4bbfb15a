import type { Member } from './member.ts'
import { cosine, sharedFeatures } from './vector.ts'

/**
 * Articles in different languages have names, numbers and a few common words of their spelling in common, or nothing.
 * Those of one event share at least this many of their weightiest features, with at least this likeness, within days.
 */
const SHARED_MIN = 4
const LIKENESS_MIN = 0.075
const GAP_DAYS_MAX = 3

const LIKELY_LOGIT = 1
const UNLIKELY_LOGIT = -6

/** Whether two articles are in different languages, as far as that is known. */
export function isForeign(a: Member, b: Member): boolean {
  return a.language !== null && b.language !== null && a.language !== b.language
}

/** Log odds that two articles in different languages tell one story. */
export function foreignLogit(a: Member, b: Member): number {
  const isNear = Math.abs(a.day - b.day) <= GAP_DAYS_MAX && cosine(a.vector, b.vector) >= LIKENESS_MIN
  return isNear && sharedFeatures(a.vector, b.vector).length >= SHARED_MIN ? LIKELY_LOGIT : UNLIKELY_LOGIT
}
