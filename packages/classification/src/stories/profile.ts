import { largest } from '../text/largest.ts'
import { lastWeekday, type Marks, NAMES_MAX, NUMBERS_MAX, type Particulars } from './particulars.ts'
import { combine, createRooms, NO_SUMS, product, type Sums, squaredLength, sumAt, total } from './sums.ts'
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
  readonly count: number
  readonly features: Sums
  readonly titles: Sums
  /** In how many articles each number, name and weekday stands; articles that have any numbers, and names. */
  readonly numbers: Sums
  readonly names: Sums
  readonly weekdays: Sums
  readonly withNumbers: number
  readonly withNames: number
  /** In how many articles each score is the first. */
  readonly scores: Sums
  /** In how many articles each day stands that their weekdays mean. */
  readonly days: Sums
  /** Squared length of the sum, and sum of the squared lengths. */
  readonly squared: number
  readonly ownSquared: number
  /** Features of all articles together: how long their texts are. */
  readonly lengths: number
  readonly firstDay: number
  readonly lastDay: number
  /** Made when it is first asked for. */
  core: Core | null
}

/** The features that carry most of a group's weight: their hashes, share of it, and average weight in an article. */
export type Core = { readonly hashes: Uint32Array; readonly shares: Float64Array; readonly weights: Float64Array }

/** Most sums serve one comparison; those of stories are kept for long, and would keep the others in memory with them. */
const passing = createRooms()
const kept = createRooms()

/** @param members at least one. */
export function profileOf(members: readonly Profiled[], rooms = passing): Profile {
  if (members.length <= 1) return profileOfOne(members[0]!)
  const half = members.length >> 1
  return combined(profileOf(members.slice(0, half)), profileOf(members.slice(half)), 1, rooms)
}

/** A profile that is to be kept. */
export function keptProfileOf(members: readonly Profiled[]): Profile {
  return profileOf(members, kept)
}

/**
 * Profiles of single articles that are kept: the neighbours of an article are asked about again and again. More would
 * outlive the garbage collector's young generation and swell its old one.
 */
const SINGLES_MAX = 64
const singles = new Map<Vector, Profile>()

/** The profile of one article alone. Forgetting it changes no answer. */
export function profileOfOne(member: Profiled): Profile {
  const known = singles.get(member.vector)
  if (known !== undefined && (known.firstDay === member.day || Number.isNaN(member.day))) return known
  if (singles.size >= SINGLES_MAX) singles.clear()
  const profile = makeProfile(member)
  singles.set(member.vector, profile)
  return profile
}

function makeProfile({ vector, titleVector, particulars, day }: Profiled): Profile {
  const { numbers, names, weekdays, score } = particulars
  const features = sumsOfVector(vector)
  const squared = squaredLength(features)
  const isDated = !Number.isNaN(day)
  return {
    count: 1,
    features,
    titles: sumsOfVector(titleVector),
    numbers: sumsOfMarks(numbers),
    names: sumsOfMarks(names),
    weekdays: weekdays === 0 ? NO_SUMS : sumsOfKeys(weekdaysIn(weekdays)),
    withNumbers: numbers.end > numbers.start ? 1 : 0,
    withNames: names.end > names.start ? 1 : 0,
    scores: score === 0 ? NO_SUMS : sumsOfKeys([score]),
    days:
      weekdays === 0 || !isDated
        ? NO_SUMS
        : sumsOfKeys(weekdaysIn(weekdays).map((weekday) => lastWeekday(day, weekday))),
    squared,
    ownSquared: squared,
    lengths: features.size,
    firstDay: isDated ? day : Number.POSITIVE_INFINITY,
    lastDay: isDated ? day : Number.NEGATIVE_INFINITY,
    core: null,
  }
}

function sumsOfVector({ hashes, weights, start, end }: Vector): Sums {
  return { keys: hashes, keysFrom: start, values: weights, valuesFrom: start, size: end - start }
}

const ONES = new Uint16Array(Math.max(NUMBERS_MAX, NAMES_MAX)).fill(1)

function sumsOfMarks({ hashes, start, end }: Marks): Sums {
  return { keys: hashes, keysFrom: start, values: ONES, valuesFrom: 0, size: end - start }
}

/** Each key once; in any order. */
function sumsOfKeys(keys: readonly number[]): Sums {
  return { keys: Uint32Array.from(keys).sort(), keysFrom: 0, values: ONES, valuesFrom: 0, size: keys.length }
}

function weekdaysIn(bits: number): number[] {
  return [0, 1, 2, 3, 4, 5, 6].filter((weekday) => ((bits >>> weekday) & 1) === 1)
}

/** A group with one article more: to be kept. */
export function withMember(profile: Profile, member: Profiled): Profile {
  return combined(profile, profileOfOne(member), 1, kept)
}

/** A group of several without one of its articles; its days stay as they are. */
export function withoutMember(profile: Profile, member: Profiled): Profile {
  return combined(profile, profileOfOne(member), -1, passing)
}

function combined(a: Profile, b: Profile, sign: 1 | -1, rooms: typeof passing): Profile {
  const room = rooms(entriesOf(a) + entriesOf(b))
  const features = combine(a.features, b.features, sign, room)
  return {
    count: a.count + sign * b.count,
    features,
    titles: combine(a.titles, b.titles, sign, room),
    numbers: combine(a.numbers, b.numbers, sign, room),
    names: combine(a.names, b.names, sign, room),
    weekdays: combine(a.weekdays, b.weekdays, sign, room),
    withNumbers: a.withNumbers + sign * b.withNumbers,
    withNames: a.withNames + sign * b.withNames,
    scores: combine(a.scores, b.scores, sign, room),
    days: combine(a.days, b.days, sign, room),
    squared: squaredLength(features),
    ownSquared: a.ownSquared + sign * b.ownSquared,
    lengths: a.lengths + sign * b.lengths,
    firstDay: sign === 1 ? Math.min(a.firstDay, b.firstDay) : a.firstDay,
    lastDay: sign === 1 ? Math.max(a.lastDay, b.lastDay) : a.lastDay,
    core: null,
  }
}

function entriesOf({ features, titles, numbers, names, weekdays, scores, days }: Profile): number {
  return features.size + titles.size + numbers.size + names.size + weekdays.size + scores.size + days.size
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

/** Average likeness of the pairs within; null for a single article. */
export function cohesionOf({ count, squared, ownSquared }: Profile): number | null {
  return count < 2 ? null : (squared - ownSquared) / (count * (count - 1)) / (UNIT * UNIT)
}

/** Average likeness of the pairs between two groups, by whole texts or by titles. */
export function averageLikeness(a: Profile, b: Profile, by: 'features' | 'titles'): number {
  return product(a[by], b[by]).sum / (a.count * b.count) / (UNIT * UNIT)
}

/** Average likeness by whole texts, and what is left of it without the feature that carries most of it. */
export function likenessOf(a: Profile, b: Profile): { readonly average: number; readonly rest: number } {
  const { sum, most } = product(a.features, b.features)
  const pairs = a.count * b.count * UNIT * UNIT
  return { average: sum / pairs, rest: (sum - most) / pairs }
}

const CORE_FEATURES = 8

export function coreOf(profile: Profile): Core {
  if (profile.core !== null) return profile.core
  const { keys, keysFrom, values, valuesFrom, size } = profile.features
  // Keys rise with their places: on a tie the lower key comes first.
  const isBefore = (a: number, b: number) => {
    const difference = values[valuesFrom + a]! - values[valuesFrom + b]!
    return difference > 0 || (difference === 0 && a < b)
  }
  const heaviest = largest(size, CORE_FEATURES, isBefore)
    .filter((at) => values[valuesFrom + at]! > 0)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const sumOf = (at: number) => values[valuesFrom + at]!
  const all = heaviest.reduce((before, at) => before + sumOf(at), 0)
  const core = {
    hashes: new Uint32Array(heaviest.length),
    shares: new Float64Array(heaviest.length),
    weights: new Float64Array(heaviest.length),
  }
  heaviest.forEach((at, place) => {
    core.hashes[place] = keys[keysFrom + at]!
    core.shares[place] = sumOf(at) / all
    core.weights[place] = sumOf(at) / profile.count
  })
  profile.core = core
  return core
}

/** How much of one group's core is the other's as well: 1 if each core feature weighs as much there. */
export function coreIn(a: Profile, b: Profile): number {
  const { hashes, shares, weights } = coreOf(a)
  let sum = 0
  for (let at = 0; at < hashes.length; at++) {
    sum += shares[at]! * Math.min(1, sumAt(b.features, hashes[at]!) / b.count / weights[at]!)
  }
  return sum
}

/** How far the weekdays of two groups' reports disagree: 0 where they agree or one names none, to 1. */
export function weekdayConflict(a: Profile, b: Profile): number {
  return conflict(a.weekdays, b.weekdays)
}

/** How far the days disagree that the weekdays of two groups' reports mean: 0 where they agree or one names none, to 1. */
export function dayConflict(a: Profile, b: Profile): number {
  return conflict(a.days, b.days)
}

/** 1 less what two distributions have in common; 0 where one is empty. */
function conflict(a: Sums, b: Sums): number {
  if (a.size === 0 || b.size === 0) return 0
  const [inA, inB] = [total(a), total(b)]
  let common = 0
  for (let at = 0; at < a.size; at++) {
    common += Math.min(a.values[a.valuesFrom + at]! / inA, sumAt(b, a.keys[a.keysFrom + at]!) / inB)
  }
  return 1 - common
}

/**
 * How far the numbers of two groups' reports disagree: share of the numbers that most articles of the one have, and no
 * article of the other, the smaller of both directions; 0 where one has none.
 */
export function numberConflict(a: Profile, b: Profile): number {
  if (a.withNumbers === 0 || b.withNumbers === 0) return 0
  const missing = missingIn(a.numbers, a.withNumbers, b.numbers)
  return missing === 0 ? 0 : Math.min(missing, missingIn(b.numbers, b.withNumbers, a.numbers))
}

/** Whether two groups' reports tell of matches that ended otherwise: both name scores first, and none in common. */
export function haveOtherScores(a: Profile, b: Profile): boolean {
  if (a.scores.size === 0 || b.scores.size === 0) return false
  return product(a.scores, b.scores).sum === 0
}

/** Fewer names say nothing of whom a report is about. */
const NAMES_MIN = 2

/** Of a name that is not among the weightiest words of a report, which weigh 500 to 1,500. */
const NAME_WEIGHT_MIN = 300

/**
 * How far two groups' reports are about other people and places: 0 where half the names that most articles of the one have
 * stand in the other, or where one has hardly any, to 1 where none does; the smaller of both directions. Names count by
 * their weight in the report: two who write of one flood name its town and river, and each its own witnesses.
 */
export function nameConflict(a: Profile, b: Profile): number {
  const unnamed = unnamedIn(a, b)
  return unnamed === 0 ? 0 : Math.min(unnamed, unnamedIn(b, a))
}

function unnamedIn(a: Profile, b: Profile): number {
  let shared = 0
  let all = 0
  const typical = visitTypical(a.names, a.withNames, (key) => {
    const weight = Math.max(NAME_WEIGHT_MIN, sumAt(a.features, key) / a.count)
    all += weight
    if (sumAt(b.names, key) > 0 || sumAt(b.features, key) > 0) shared += weight
  })
  return typical < NAMES_MIN ? 0 : Math.max(0, 1 - (2 * shared) / all)
}

function missingIn(counts: Sums, articles: number, others: Sums): number {
  let missing = 0
  const typical = visitTypical(counts, articles, (key) => {
    if (sumAt(others, key) === 0) missing++
  })
  return typical === 0 ? 0 : missing / typical
}

/** Calls `visit` with each key that at least half the articles have. @returns how many they are. */
function visitTypical(
  { keys, keysFrom, values, valuesFrom, size }: Sums,
  articles: number,
  visit: (key: number) => void,
): number {
  let typical = 0
  for (let at = 0; at < size; at++) {
    if (values[valuesFrom + at]! * 2 < articles) continue
    typical++
    visit(keys[keysFrom + at]!)
  }
  return typical
}
