/**
 * Simulated time. A phase is a day of the newsroom, seen at 20:00 UTC: phase 1 is 2 March 2026, the last is 6 March,
 * when every article is out, every edit is made and one page is gone.
 */
export const PHASES: readonly string[] = [
  '2026-03-02T20:00:00Z',
  '2026-03-03T20:00:00Z',
  '2026-03-04T20:00:00Z',
  '2026-03-05T20:00:00Z',
  '2026-03-06T20:00:00Z',
]

export const PHASE_LAST = PHASES.length

/** @throws RangeError if there is no such phase. */
export function phaseTime(phase: number): string {
  const time = PHASES[phase - 1]
  if (time === undefined) throw new RangeError(`phase ${phase}: the newsroom has phases 1 to ${PHASE_LAST}`)
  return time
}
