const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * Pauses before the second, third… visit. Most corrections come within hours of publication and almost none after a
 * month, so visits thin out and end.
 */
const PAUSES_MS = [15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 21 * DAY_MS]

/**
 * How long to wait until a page is visited again, to see corrections.
 *
 * @param visits made so far, at least 1.
 * @param changed whether the last visit found other bytes: then the plan is taken one step back.
 * @returns milliseconds, or null: no more visits.
 */
export function nextVisitDelay(visits: number, changed: boolean): number | null {
  const step = changed && visits > 1 ? visits - 2 : visits - 1
  return PAUSES_MS[step] ?? null
}

/** Pauses before a failed fetch is tried again. */
const RETRY_PAUSES_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS]

/**
 * How long to wait until a failed fetch is tried again.
 *
 * @param failures in a row, at least 1.
 * @returns milliseconds, or null: give up.
 */
export function nextRetryDelay(failures: number): number | null {
  return RETRY_PAUSES_MS[failures - 1] ?? null
}
