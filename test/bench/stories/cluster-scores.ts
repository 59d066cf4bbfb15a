/** How well found groups agree with the true ones. */
export type ClusterScores = {
  /** B-cubed precision, recall and F1 (Bagga and Baldwin, 1998). */
  readonly b3Precision: number
  readonly b3Recall: number
  readonly b3F1: number
  /** Over all pairs of items. */
  readonly pairPrecision: number
  readonly pairRecall: number
  readonly pairF1: number
  /** Adjusted Rand index (Hubert and Arabie, 1985). */
  readonly ari: number
}

/** @param truth and @param found name each item's group, in the same order. */
export function clusterScores(truth: readonly string[], found: readonly string[]): ClusterScores {
  const joint = new Map<string, number>()
  const inTruth = new Map<string, number>()
  const inFound = new Map<string, number>()
  const count = (groups: Map<string, number>, key: string) => void groups.set(key, (groups.get(key) ?? 0) + 1)
  truth.forEach((group, at) => {
    count(inTruth, group)
    count(inFound, found[at]!)
    count(joint, `${group}\n${found[at]!}`)
  })
  let b3Precision = 0
  let b3Recall = 0
  let together = 0
  for (const [key, size] of joint) {
    const [group, other] = key.split('\n') as [string, string]
    b3Precision += (size * size) / inFound.get(other)!
    b3Recall += (size * size) / inTruth.get(group)!
    together += pairs(size)
  }
  b3Precision /= truth.length
  b3Recall /= truth.length
  const truePairs = sum(inTruth.values().map(pairs))
  const foundPairs = sum(inFound.values().map(pairs))
  const expected = (truePairs * foundPairs) / pairs(truth.length)
  const pairPrecision = foundPairs === 0 ? 1 : together / foundPairs
  const pairRecall = truePairs === 0 ? 1 : together / truePairs
  const isSame = truePairs === foundPairs && together === truePairs
  return {
    b3Precision,
    b3Recall,
    b3F1: harmonic(b3Precision, b3Recall),
    pairPrecision,
    pairRecall,
    pairF1: harmonic(pairPrecision, pairRecall),
    ari: isSame ? 1 : (together - expected) / ((truePairs + foundPairs) / 2 - expected),
  }
}

function pairs(size: number): number {
  return (size * (size - 1)) / 2
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
