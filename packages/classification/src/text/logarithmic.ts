/** 1 + ln of small counts, which most are. */
const LOGARITHMIC = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(1, count)))

/** What a word counts for that occurs so often, at least once: 1 + ln of the count. */
export function logarithmic(count: number): number {
  return count < LOGARITHMIC.length ? LOGARITHMIC[count]! : 1 + Math.log(count)
}
