import model from '../../model/story-links.json' with { type: 'json' }
import type { PairMeasures } from './story-pair.ts'

/** The terms of the model, in the order of its weights. */
export function linkTerms(measures: PairMeasures): number[] {
  putTerms(measures)
  return [...terms]
}

/** Terms of the pair that was asked about last: each of 33 for full articles, and again for headlines. */
const terms = new Float64Array(2 * 33)

function putTerms(measures: PairMeasures): void {
  const { shortness, gapDays, singles } = measures
  const gap = Math.min(gapDays, GAP_DAYS_MAX)
  terms[0] = 1
  terms[1] = measures.average
  terms[2] = measures.best
  terms[3] = measures.titles
  terms[4] = measures.relative
  terms[5] = measures.rest
  terms[6] = measures.coreLow
  terms[7] = measures.coreHigh
  for (let at = 1; at <= 5; at++) terms[7 + at] = Math.sqrt(Math.max(0, terms[at]!))
  terms[13] = gap
  terms[14] = Math.sqrt(gap)
  terms[15] = measures.weekdays
  terms[16] = measures.numbers
  terms[17] = singles === 1 ? 1 : 0
  terms[18] = singles === 2 ? 1 : 0
  // Roots and cores once more where one is a single article, and where both are.
  for (let at = 0; at < 7; at++) {
    const value = at < 5 ? terms[8 + at]! : terms[1 + at]!
    terms[19 + at] = value * terms[17]!
    terms[26 + at] = value * terms[18]!
  }
  for (let at = 0; at < 33; at++) {
    terms[33 + at] = terms[at]! * shortness
    terms[at]! *= 1 - shortness
  }
}

const GAP_DAYS_MAX = 14

/** Log odds that two groups tell one story: above 0 it is more likely than not. */
export function linkLogit(measures: PairMeasures, weights: readonly number[]): number {
  putTerms(measures)
  let sum = 0
  for (let at = 0; at < terms.length; at++) sum += terms[at]! * weights[at]!
  return sum - twinLogit(measures)
}

/**
 * Two matches of the same teams, two launches of one rocket: words and names agree, but the days that are named are others,
 * and so are the numbers, or the score. Numbers are asked of single articles only: a story that goes on for days has new
 * numbers every day. Two fires, two banks' decisions: words and day agree, but nobody and no place is named in both; asked
 * where one of the two is a single article. The sets of training hold hardly any such twins, so these are rules and not
 * learned. Held against the sets of training, they cost next to nothing.
 */
function twinLogit({ days, numbers, names, otherScores, gapDays, singles, shortness }: PairMeasures): number {
  const isLater = gapDays >= TWIN_GAP_DAYS_MIN
  if (isLater && otherScores && days > 0.5) return SCORES_LOGIT
  // A short report has hardly more in it than the words of its kind of event: those weigh more there, so names must too.
  const others = singles === 0 ? 0 : NAMES_LOGIT * (1 + shortness / 2) * names
  return isLater && singles === 2 ? others + TWIN_LOGIT * days * Math.max(0, 2 * numbers - 1) : others
}

const TWIN_LOGIT = 6
const SCORES_LOGIT = 12
const NAMES_LOGIT = 6
const TWIN_GAP_DAYS_MIN = 0.75

/** The shipped weights; see training/train-story-links.ts. */
export const LINK_MODEL: { readonly id: string; readonly weights: readonly number[] } = model
