import {
  averageLikeness,
  cohesionOf,
  coreIn,
  dayConflict,
  daysBetween,
  haveOtherScores,
  likenessOf,
  nameConflict,
  numberConflict,
  type Profile,
  weekdayConflict,
} from './profile.ts'

/** How alike two groups are, in the terms that the link model weighs. */
export type PairMeasures = {
  /** Average and highest likeness of an article of the one and one of the other. */
  readonly average: number
  readonly best: number
  /** The average without the one feature that both have most of: a name alone makes no story. */
  readonly rest: number
  /** Average likeness of their titles alone. */
  readonly titles: number
  /** Average likeness between the groups relative to that within them: 1 for two halves of one story. */
  readonly relative: number
  /** 0 for full articles, 1 for bare headlines. */
  readonly shortness: number
  /** Share of the one's core features that stand in the other: the lower and the higher of both directions. */
  readonly coreLow: number
  readonly coreHigh: number
  /** How far the weekdays, and the numbers, of their reports disagree: 0 to 1. */
  readonly weekdays: number
  readonly numbers: number
  /** How far they are about other people and places: 0 to 1. */
  readonly names: number
  /** Both tell of matches, and these ended otherwise. */
  readonly otherScores: boolean
  /** How far the days disagree that their weekdays mean: 0 to 1. */
  readonly days: number
  /** Days between the last of the earlier and the first of the later. */
  readonly gapDays: number
  /** How many of the two are a single article. */
  readonly singles: number
}

/**
 * What the articles of one story usually have in common: stands for the cohesion of a single article, and of those that are
 * closer, since reports which follow one wire say nothing of how alike others will be.
 */
const COHESION_USUAL = 0.35
const COHESION_MIN = 0.02

/** @param best the highest likeness found between an article of the one and one of the other. */
export function measurePair(a: Profile, b: Profile, best: number): PairMeasures {
  const { average, rest } = likenessOf(a, b)
  const within = cohesion(a) * cohesion(b)
  const cores = [coreIn(a, b), coreIn(b, a)] as const
  const length = Math.min(a.lengths / a.count, b.lengths / b.count)
  return {
    average,
    best: Math.max(best, average),
    rest,
    titles: averageLikeness(a, b, 'titles'),
    relative: Math.min(2, average / Math.sqrt(within)),
    shortness: Math.min(1, Math.max(0, (60 - length) / 52)),
    coreLow: Math.min(...cores),
    coreHigh: Math.max(...cores),
    weekdays: weekdayConflict(a, b),
    numbers: numberConflict(a, b),
    names: nameConflict(a, b),
    otherScores: haveOtherScores(a, b),
    days: dayConflict(a, b),
    gapDays: daysBetween(a, b),
    singles: (a.count === 1 ? 1 : 0) + (b.count === 1 ? 1 : 0),
  }
}

function cohesion(profile: Profile): number {
  return Math.min(COHESION_USUAL, Math.max(COHESION_MIN, cohesionOf(profile) ?? COHESION_USUAL))
}
