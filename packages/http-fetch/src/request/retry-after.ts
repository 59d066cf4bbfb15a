/** Nobody is left alone for longer on a server's word. */
export const RETRY_AFTER_MS_MAX = 24 * 60 * 60 * 1000

/**
 * Milliseconds to wait, from a Retry-After header: seconds, or a date.
 *
 * @returns 0 to RETRY_AFTER_MS_MAX; null: no header, or nothing that can be read.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  const text = header.trim()
  const waitMs = /^\d+$/.test(text)
    ? Number(text) * 1000
    : /[A-Za-z]/.test(text)
      ? Date.parse(text) - nowMs
      : Number.NaN
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), RETRY_AFTER_MS_MAX)
}
