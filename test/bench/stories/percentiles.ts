/** Of times in milliseconds, for people to read. */
export function percentiles(tookMs: readonly number[]): string {
  const sorted = tookMs.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2)
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}`
}
