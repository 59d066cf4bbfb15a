import { BadInputError } from '@dateline/domain'

/** A source that is looked at more rarely is not followed; one that is looked at more often is attacked. */
export const INTERVAL_SECONDS_MIN = 60
export const INTERVAL_SECONDS_MAX = 7 * 86_400

const UNITS_S: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }

/** "90s", "15m", "2h", "1d" in seconds; null: it is not written like that. */
export function parseInterval(text: string): number | null {
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text.trim()) ?? []
  return unit === undefined ? null : Number(count) * UNITS_S[unit]!
}

/** The shortest way to write it: 900 is "15m". */
export function formatInterval(seconds: number): string {
  const unit = ['d', 'h', 'm'].find((name) => seconds % UNITS_S[name]! === 0) ?? 's'
  return `${seconds / UNITS_S[unit]!}${unit}`
}

/**
 * @param minMs the platform's POLL_INTERVAL_MIN_MS.
 * @throws {BadInputError} naming the bounds.
 */
export function checkInterval(seconds: number, minMs = 0): void {
  const least = Math.max(INTERVAL_SECONDS_MIN, Math.ceil(minMs / 1_000))
  if (seconds >= least && seconds <= INTERVAL_SECONDS_MAX) return
  const because = least > INTERVAL_SECONDS_MIN ? ` (the least is the setting POLL_INTERVAL_MIN_MS=${minMs})` : ''
  throw new BadInputError(
    `An interval of ${formatInterval(seconds)} is outside its bounds: choose one from ${formatInterval(least)} to ${formatInterval(INTERVAL_SECONDS_MAX)}${because}.`,
  )
}
