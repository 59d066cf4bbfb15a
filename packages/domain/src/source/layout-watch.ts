import type { LayoutMeasure } from './events.ts'

/** What one page of a host gave: characters of text, and which fields it did not. `text` among them: there was no article. */
export type LayoutReading = { chars: number; missing: readonly string[] }

/** What is remembered of a host: enough to tell its present pages from its past ones. */
export type LayoutWatch = {
  /** What its pages gave before the window, oldest first; not added to while it drifts. */
  readonly history: readonly LayoutReading[]
  /** The last pages, oldest first. */
  readonly window: readonly LayoutReading[]
  readonly drifted: boolean
}

export type LayoutChange = { kind: 'drifted' | 'recovered'; measures: LayoutMeasure[] }

export const newLayoutWatch = (): LayoutWatch => ({ history: [], window: [], drifted: false })

const WINDOW_PAGES = 10
const HISTORY_PAGES_MIN = 25
const HISTORY_PAGES_MAX = 150
/** Fields that a template either prints or does not. */
const WATCHED = ['text', 'title', 'authors', 'publishedAt']

/** A field must be missing so much more often than before, and that so unlikely by chance: one false alarm in a host's life. */
const MORE_MISSING_MIN = 0.5
const CHANCE_MAX = 1e-5
/** Texts must be less than half as long as before, and nearly all of them shorter than nine in ten were. */
const LENGTH_RATIO_MAX = 0.5
const SHORT_PAGES_MIN = 8
const LOW_QUANTILE = 0.1
/** The alarm ends only well below where it began, so that it does not flicker. */
const RECOVERED_MISSING_MAX = 0.2
const RECOVERED_LENGTH_RATIO_MIN = 0.7

/**
 * Takes one more page of a host into account. A host is compared with itself only: what its last pages gave against what its pages
 * gave before, by medians and counts, so that one strange page does nothing. Pure.
 *
 * @returns `change` where an alarm begins or ends.
 */
export function watchLayout(
  before: LayoutWatch,
  reading: LayoutReading,
): { watch: LayoutWatch; change: LayoutChange | null } {
  const window = [...before.window, reading]
  const history = [...before.history]
  const left = window.length > WINDOW_PAGES ? window.shift() : undefined
  // While it drifts, the pages that leave the window are the broken ones: they are no measure of what is usual.
  if (left !== undefined && !before.drifted) history.push(left)
  if (history.length > HISTORY_PAGES_MAX) history.shift()
  const watch = { history, window, drifted: before.drifted }
  if (window.length < WINDOW_PAGES || history.length < HISTORY_PAGES_MIN) return { watch, change: null }
  if (before.drifted) {
    const measures = measure(history, window)
    if (!measures.every(isRecovered)) return { watch, change: null }
    return { watch: { ...watch, drifted: false }, change: { kind: 'recovered', measures: [] } }
  }
  const measures = measure(history, window).filter((each) => isDrifted(each, history, window))
  if (measures.length === 0) return { watch, change: null }
  return { watch: { ...watch, drifted: true }, change: { kind: 'drifted', measures } }
}

/** Shares of pages without a field; of `length`, the median of characters. */
function measure(history: readonly LayoutReading[], window: readonly LayoutReading[]): LayoutMeasure[] {
  const missing = WATCHED.map((name) => ({
    name,
    before: shareWithout(history, name),
    now: shareWithout(window, name),
  }))
  return [{ name: 'length', before: medianChars(history), now: medianChars(window) }, ...missing]
}

function isDrifted(
  { name, before, now }: LayoutMeasure,
  history: readonly LayoutReading[],
  window: readonly LayoutReading[],
): boolean {
  if (name === 'length') {
    const low = quantile(
      history.map(({ chars }) => chars),
      LOW_QUANTILE,
    )
    return now < before * LENGTH_RATIO_MAX && window.filter(({ chars }) => chars < low).length >= SHORT_PAGES_MIN
  }
  // Laplace's rule: a field that was never missing may still be, now and then.
  const usual = (before * history.length + 1) / (history.length + 2)
  return now - before >= MORE_MISSING_MIN && tail(window.length, Math.round(now * window.length), usual) <= CHANCE_MAX
}

function isRecovered({ name, before, now }: LayoutMeasure): boolean {
  return name === 'length' ? now >= before * RECOVERED_LENGTH_RATIO_MIN : now - before < RECOVERED_MISSING_MAX
}

const shareWithout = (pages: readonly LayoutReading[], name: string) =>
  pages.filter(({ missing }) => missing.includes(name)).length / pages.length

/** Of pages that have a text: that there is none is a measure of its own. */
function medianChars(pages: readonly LayoutReading[]): number {
  const chars = pages.filter(({ missing }) => !missing.includes('text')).map((page) => page.chars)
  return chars.length === 0 ? 0 : quantile(chars, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Probability of at least `hits` of `tries`, each with probability `p`. */
function tail(tries: number, hits: number, p: number): number {
  let sum = 0
  for (let k = hits; k <= tries; k++) sum += choose(tries, k) * p ** k * (1 - p) ** (tries - k)
  return sum
}

function choose(n: number, k: number): number {
  let product = 1
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i
  return product
}
