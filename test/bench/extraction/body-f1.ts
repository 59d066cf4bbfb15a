const SHINGLE_WORDS = 4

export type Shares = { hit: number; extra: number; missed: number }

/**
 * How much of a text was found, by runs of four words, as the article extraction benchmark of ScrapingHub (2020) counts: shares
 * of one page sum to 1, so that long texts weigh no more than short ones.
 */
export function shinglesShared(truth: string, found: string): Shares {
  const [wanted, got] = [shingles(truth), shingles(found)]
  let [hit, extra, missed] = [0, 0, 0]
  for (const key of new Set([...wanted.keys(), ...got.keys()])) {
    const [one, other] = [wanted.get(key) ?? 0, got.get(key) ?? 0]
    hit += Math.min(one, other)
    extra += Math.max(0, other - one)
    missed += Math.max(0, one - other)
  }
  const sum = Math.max(hit + extra + missed, 1)
  return { hit: hit / sum, extra: extra / sum, missed: missed / sum }
}

/** F1 over pages: harmonic mean of precision and recall of the summed shares. */
export function f1Of(pages: readonly Shares[]): number {
  const sum = (key: keyof Shares) => pages.reduce((total, page) => total + page[key], 0)
  const [hit, extra, missed] = [sum('hit'), sum('extra'), sum('missed')]
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missed)
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  const last = Math.max(words.length - SHINGLE_WORDS, 0)
  for (let at = 0; at <= last && words.length > 0; at++) {
    const key = words.slice(at, at + SHINGLE_WORDS).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
