import { lastWeekday, type Particulars } from './particulars.ts'
import { UNIT, type Vector } from './vector.ts'

/** What a profile takes in of an article. */
export type Profiled = {
  readonly vector: Vector
  readonly titleVector: Vector
  readonly particulars: Particulars
  readonly day: number
}

/**
 * The sum of a group's vectors: average likenesses within and between groups are products of sums, whatever the number
 * of articles. All whole numbers, so the order in which articles came and went leaves no trace.
 */
export type Profile = {
  count: number
  readonly features: Map<number, number>
  readonly titles: Map<number, number>
  /** In how many articles each number, name and weekday stands; articles that have any numbers, and names. */
  readonly numbers: Map<number, number>
  readonly names: Map<number, number>
  readonly weekdays: Float64Array
  withNumbers: number
  withNames: number
  /** In how many articles each score is the first. */
  readonly scores: Map<number, number>
  /** In how many articles each day stands that their weekdays mean. */
  readonly days: Map<number, number>
  /** Squared length of the sum, and sum of the squared lengths. */
  squared: number
  ownSquared: number
  /** Features of all articles together: how long their texts are. */
  lengths: number
  firstDay: number
  lastDay: number
  core: readonly CoreFeature[] | null
}

export type CoreFeature = { readonly hash: number; readonly share: number; readonly weight: number }

export function profileOf(members: readonly Profiled[]): Profile {
  const profile: Profile = {
    count: 0,
    features: new Map(),
    titles: new Map(),
    numbers: new Map(),
    names: new Map(),
    weekdays: new Float64Array(7),
    withNumbers: 0,
    withNames: 0,
    scores: new Map(),
    days: new Map(),
    squared: 0,
    ownSquared: 0,
    lengths: 0,
    firstDay: Number.POSITIVE_INFINITY,
    lastDay: Number.NEGATIVE_INFINITY,
    core: null,
  }
  for (const member of members) addTo(profile, member)
  return profile
}

/**
 * Profiles of single articles that are kept: the neighbours of an article are asked about again and again. More would
 * outlive the garbage collector's young generation and swell its old one.
 */
const SINGLES_MAX = 64
const singles = new Map<Vector, Profile>()

/** The profile of one article alone; not to be changed. Forgetting it changes no answer. */
export function profileOfOne(member: Profiled): Profile {
  const known = singles.get(member.vector)
  if (known !== undefined && (known.firstDay === member.day || Number.isNaN(member.day))) return known
  if (singles.size >= SINGLES_MAX) singles.clear()
  const profile = profileOf([member])
  singles.set(member.vector, profile)
  return profile
}

export function addTo(profile: Profile, { vector, titleVector, particulars, day }: Profiled): void {
  countParticulars(profile, particulars, day, 1)
  profile.squared += shift(profile.features, vector, 1)
  shift(profile.titles, titleVector, 1)
  profile.ownSquared += squaredLength(vector)
  profile.lengths += vector.end - vector.start
  profile.count++
  widen(profile, day)
  profile.core = null
}

/** Days from the first to the last of what is dated; without any, from infinity to minus infinity. */
export type Span = { firstDay: number; lastDay: number }

export function widen(span: Span, day: number): void {
  if (Number.isNaN(day)) return
  span.firstDay = Math.min(span.firstDay, day)
  span.lastDay = Math.max(span.lastDay, day)
}

/** Days that lie between two spans; 0 where one of them has no dates, since nothing speaks for a gap. */
export function daysBetween(one: Span, other: Span): number {
  if (one.firstDay > one.lastDay || other.firstDay > other.lastDay) return 0
  return Math.max(0, one.firstDay - other.lastDay, other.firstDay - one.lastDay)
}

/** What `use` makes of a profile without one of its articles; its days stay as they are. The profile is put back. */
export function without<Result>(
  profile: Profile,
  { vector, titleVector, particulars, day }: Profiled,
  use: (rest: Profile) => Result,
): Result {
  const { squared, core } = profile
  countParticulars(profile, particulars, day, -1)
  profile.squared += shift(profile.features, vector, -1)
  shift(profile.titles, titleVector, -1)
  profile.ownSquared -= squaredLength(vector)
  profile.lengths -= vector.end - vector.start
  profile.count--
  profile.core = null
  const result = use(profile)
  countParticulars(profile, particulars, day, 1)
  shift(profile.features, vector, 1)
  shift(profile.titles, titleVector, 1)
  profile.ownSquared += squaredLength(vector)
  profile.lengths += vector.end - vector.start
  profile.count++
  profile.squared = squared
  profile.core = core
  return result
}

/** Average likeness of the pairs within; null for a single article. */
export function cohesionOf({ count, squared, ownSquared }: Profile): number | null {
  return count < 2 ? null : (squared - ownSquared) / (count * (count - 1)) / (UNIT * UNIT)
}

/** Average likeness of the pairs between two groups, by whole texts or by titles. */
export function averageLikeness(a: Profile, b: Profile, by: 'features' | 'titles'): number {
  const [few, many] = a[by].size <= b[by].size ? [a[by], b[by]] : [b[by], a[by]]
  let sum = 0
  for (const [hash, weight] of few) sum += weight * (many.get(hash) ?? 0)
  return sum / (a.count * b.count) / (UNIT * UNIT)
}

/** Average likeness by whole texts, and what is left of it without the feature that carries most of it. */
export function likenessOf(a: Profile, b: Profile): { readonly average: number; readonly rest: number } {
  const [few, many] = a.features.size <= b.features.size ? [a.features, b.features] : [b.features, a.features]
  let sum = 0
  let most = 0
  for (const [hash, weight] of few) {
    const part = weight * (many.get(hash) ?? 0)
    sum += part
    if (part > most) most = part
  }
  const pairs = a.count * b.count * UNIT * UNIT
  return { average: sum / pairs, rest: (sum - most) / pairs }
}

const CORE_FEATURES = 8

/** The features that carry most of a group's weight, with their share of it. */
export function coreOf(profile: Profile): readonly CoreFeature[] {
  if (profile.core !== null) return profile.core
  const heaviest: [number, number][] = []
  for (const entry of profile.features) {
    if (heaviest.length === CORE_FEATURES && isBefore(heaviest[CORE_FEATURES - 1]!, entry)) continue
    let at = heaviest.length
    while (at > 0 && isBefore(entry, heaviest[at - 1]!)) at--
    heaviest.splice(at, 0, entry)
    if (heaviest.length > CORE_FEATURES) heaviest.pop()
  }
  const total = heaviest.reduce((sum, [, weight]) => sum + weight, 0)
  profile.core = heaviest.map(([hash, weight]) => ({ hash, share: weight / total, weight: weight / profile.count }))
  return profile.core
}

function isBefore(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[1] !== b[1] ? a[1] > b[1] : a[0] < b[0]
}

/** How much of one group's core is the other's as well: 1 if each core feature weighs as much there. */
export function coreIn(a: Profile, b: Profile): number {
  let sum = 0
  for (const { hash, share, weight } of coreOf(a)) {
    sum += share * Math.min(1, (b.features.get(hash) ?? 0) / b.count / weight)
  }
  return sum
}

function countParticulars(
  profile: Profile,
  { numbers, names, weekdays, score }: Particulars,
  day: number,
  sign: 1 | -1,
): void {
  for (let at = numbers.start; at < numbers.end; at++) count(profile.numbers, numbers.hashes[at]!, sign)
  for (let at = names.start; at < names.end; at++) count(profile.names, names.hashes[at]!, sign)
  for (let weekday = 0; weekday < 7; weekday++) {
    if (((weekdays >>> weekday) & 1) === 0) continue
    profile.weekdays[weekday]! += sign
    if (!Number.isNaN(day)) count(profile.days, lastWeekday(day, weekday), sign)
  }
  if (score !== 0) count(profile.scores, score, sign)
  if (numbers.end > numbers.start) profile.withNumbers += sign
  if (names.end > names.start) profile.withNames += sign
}

function count(counts: Map<number, number>, key: number, sign: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + sign
  if (now === 0) counts.delete(key)
  else counts.set(key, now)
}

/** How far the weekdays of two groups' reports disagree: 0 where they agree or one names none, to 1. */
export function weekdayConflict(a: Profile, b: Profile): number {
  const [inA, inB] = [a, b].map(({ weekdays }) => weekdays.reduce((sum, count) => sum + count, 0))
  if (inA === 0 || inB === 0) return 0
  let common = 0
  for (let day = 0; day < 7; day++) common += Math.min(a.weekdays[day]! / inA!, b.weekdays[day]! / inB!)
  return 1 - common
}

/** How far the days disagree that the weekdays of two groups' reports mean: 0 where they agree or one names none, to 1. */
export function dayConflict(a: Profile, b: Profile): number {
  const [inA, inB] = [a, b].map(({ days }) => days.values().reduce((sum, found) => sum + found, 0))
  if (inA === 0 || inB === 0) return 0
  let common = 0
  for (const [day, found] of a.days) common += Math.min(found / inA!, (b.days.get(day) ?? 0) / inB!)
  return 1 - common
}

/**
 * How far the numbers of two groups' reports disagree: share of the numbers that most articles of the one have, and no
 * article of the other, the smaller of both directions; 0 where one has none.
 */
export function numberConflict(a: Profile, b: Profile): number {
  if (a.withNumbers === 0 || b.withNumbers === 0) return 0
  return Math.min(missingIn(a.numbers, a.withNumbers, b.numbers), missingIn(b.numbers, b.withNumbers, a.numbers))
}

/** Whether two groups' reports tell of matches that ended otherwise: both name scores first, and none in common. */
export function haveOtherScores(a: Profile, b: Profile): boolean {
  if (a.scores.size === 0 || b.scores.size === 0) return false
  return !a.scores.keys().some((score) => b.scores.has(score))
}

/** Fewer names say nothing of whom a report is about. */
const NAMES_MIN = 3

/**
 * How far two groups' reports are about other people and places: 0 where half the names that most articles of the one have
 * stand in the other, or where one has hardly any, to 1 where none does; the smaller of both directions.
 */
export function nameConflict(a: Profile, b: Profile): number {
  return Math.min(unnamedIn(a, b), unnamedIn(b, a))
}

function unnamedIn(a: Profile, b: Profile): number {
  let typical = 0
  let shared = 0
  for (const [key, found] of a.names) {
    if (found * 2 < a.withNames) continue
    typical++
    if (b.names.has(key) || b.features.has(key)) shared++
  }
  return typical < NAMES_MIN ? 0 : Math.max(0, 1 - (2 * shared) / typical)
}

function missingIn(counts: ReadonlyMap<number, number>, articles: number, others: ReadonlyMap<number, number>): number {
  let typical = 0
  let missing = 0
  for (const [key, found] of counts) {
    if (found * 2 < articles) continue
    typical++
    if (!others.has(key)) missing++
  }
  return typical === 0 ? 0 : missing / typical
}

/** Adds or takes away a vector; returns by how much the squared length of the sum changes. */
function shift(sums: Map<number, number>, { hashes, weights, start, end }: Vector, sign: 1 | -1): number {
  let change = 0
  for (let at = start; at < end; at++) {
    const before = sums.get(hashes[at]!) ?? 0
    const after = before + sign * weights[at]!
    change += after * after - before * before
    if (after === 0) sums.delete(hashes[at]!)
    else sums.set(hashes[at]!, after)
  }
  return change
}

function squaredLength({ weights, start, end }: Vector): number {
  let sum = 0
  for (let at = start; at < end; at++) sum += weights[at]! * weights[at]!
  return sum
}
