import type { TreeModel } from '../src/html/boosted-trees.ts'

/** Rows of one training set: `target` is a soft label from 0 to 1, `weight` how much the row counts. */
export type TrainingRows = { rows: Float32Array; width: number; target: Float32Array; weight: Float32Array }

export type Growth = {
  trees: number
  depth: number
  rate: number
  /** Share of features each tree may use, and of rows it sees. */
  features: number
  sample: number
  lambda: number
  leafWeightMin: number
  /** Trees after which a row counts only `doubtedWeight` of its weight while its label is further than `doubtGap` off the score. */
  treesBeforeDoubt: number
  doubtGap: number
  doubtedWeight: number
}

const BINS = 64

/** Boosted trees with logistic loss on binned features (after LightGBM's histograms). Deterministic for a seed. */
export function growTrees(
  { rows, width, target, weight }: TrainingRows,
  names: readonly string[],
  growth: Growth,
  seed = 1,
): TreeModel {
  const n = target.length
  const random = mulberry(seed)
  const { edges, bins } = binned(rows, width, n, random)
  let [wanted, total] = [0, 0]
  for (let i = 0; i < n; i += 1) {
    wanted += target[i]! * weight[i]!
    total += weight[i]!
  }
  const base = Math.log(wanted / (total - wanted))
  const score = new Float64Array(n).fill(base)
  const grad = new Float64Array(n)
  const hess = new Float64Array(n)
  const trees: TreeModel['trees'][number][] = []
  for (let t = 0; t < growth.trees; t += 1) {
    const picked: number[] = []
    for (let i = 0; i < n; i += 1) {
      if (weight[i] === 0 || random() >= growth.sample) continue
      const p = 1 / (1 + Math.exp(-score[i]!))
      const isDoubted = t >= growth.treesBeforeDoubt && Math.abs(target[i]! - p) > growth.doubtGap
      const counts = isDoubted ? weight[i]! * growth.doubtedWeight : weight[i]!
      grad[i] = (target[i]! - p) * counts
      hess[i] = Math.max(p * (1 - p), 1e-6) * counts
      picked.push(i)
    }
    const usable: number[] = []
    for (let f = 0; f < width; f += 1) if (random() < growth.features) usable.push(f)
    const tree = growOne(Int32Array.from(picked), { bins, width, edges, grad, hess, usable, growth })
    trees.push(tree)
    for (let i = 0; i < n; i += 1) score[i]! += leafOf(tree, rows, i * width)
  }
  return { features: names, base: round(base), trees }
}

type Grower = {
  /** One row of `width` bins after the other. */
  bins: Uint8Array
  width: number
  edges: Float32Array[]
  grad: Float64Array
  hess: Float64Array
  usable: number[]
  growth: Growth
}

/** Sums of gradients and curvatures by bin, of one usable feature after the other. */
type Histogram = { g: Float64Array; h: Float64Array }

function growOne(all: Int32Array, grower: Grower): TreeModel['trees'][number] {
  const tree = { f: [] as number[], s: [] as number[], l: [] as number[], r: [] as number[], v: [] as number[] }
  const { grad, hess, growth, bins, width } = grower
  const grow = (members: Int32Array, depth: number, histogram: Histogram | null): number => {
    let [g, h] = [0, 0]
    for (const i of members) {
      g += grad[i]!
      h += hess[i]!
    }
    const split = histogram === null ? null : bestSplit(histogram, g, h, grower)
    if (histogram === null || split === null) {
      tree.v.push(round((growth.rate * g) / (h + growth.lambda)))
      return -tree.v.length
    }
    const node = tree.f.length
    tree.f.push(split.feature)
    tree.s.push(split.value)
    tree.l.push(0)
    tree.r.push(0)
    const left = members.filter((i) => bins[i * width + split.feature]! <= split.bin)
    const right = members.filter((i) => bins[i * width + split.feature]! > split.bin)
    const [ofLeft, ofRight] = depth + 1 < growth.depth ? histogramsBelow(histogram, left, right, grower) : [null, null]
    tree.l[node] = grow(left, depth + 1, ofLeft)
    tree.r[node] = grow(right, depth + 1, ofRight)
    return node
  }
  grow(all, 0, growth.depth > 0 ? histogramOf(all, grower) : null)
  return tree
}

function histogramOf(members: Int32Array, { bins, width, grad, hess, usable }: Grower): Histogram {
  const g = new Float64Array(usable.length * BINS)
  const h = new Float64Array(usable.length * BINS)
  const features = Int32Array.from(usable)
  for (const i of members) {
    const [gi, hi, row] = [grad[i]!, hess[i]!, i * width]
    for (let u = 0; u < features.length; u += 1) {
      const at = u * BINS + bins[row + features[u]!]!
      g[at]! += gi
      h[at]! += hi
    }
  }
  return { g, h }
}

/** Counts the smaller side only: the larger is what remains of both, in the place of the whole. */
function histogramsBelow(whole: Histogram, left: Int32Array, right: Int32Array, grower: Grower): Histogram[] {
  const isLeftSmaller = left.length <= right.length
  const smaller = histogramOf(isLeftSmaller ? left : right, grower)
  for (let at = 0; at < smaller.g.length; at += 1) {
    whole.g[at]! -= smaller.g[at]!
    whole.h[at]! -= smaller.h[at]!
  }
  return isLeftSmaller ? [smaller, whole] : [whole, smaller]
}

function bestSplit(histogram: Histogram, g: number, h: number, { edges, usable, growth }: Grower) {
  const { lambda, leafWeightMin } = growth
  const parent = (g * g) / (h + lambda)
  let best: { feature: number; bin: number; value: number } | null = null
  let bestGain = 1e-3
  for (const [u, feature] of usable.entries()) {
    const edge = edges[feature]!
    let [gl, hl] = [0, 0]
    for (let bin = 0; bin < edge.length; bin += 1) {
      gl += histogram.g[u * BINS + bin]!
      hl += histogram.h[u * BINS + bin]!
      if (hl < leafWeightMin) continue
      if (h - hl < leafWeightMin) break
      const gain = (gl * gl) / (hl + lambda) + ((g - gl) * (g - gl)) / (h - hl + lambda) - parent
      if (gain <= bestGain) continue
      bestGain = gain
      best = { feature, bin, value: edge[bin]! }
    }
  }
  return best
}

/** Cuts each feature at quantiles. A value falls in bin b when it is below edge b (and not below edge b - 1). */
function binned(rows: Float32Array, width: number, n: number, random: () => number) {
  const edges: Float32Array[] = []
  const bins = new Uint8Array(n * width)
  const picks = Array.from({ length: Math.min(n, 20_000) }, () => Math.floor(random() * n))
  for (let f = 0; f < width; f += 1) {
    const values = Float32Array.from(picks, (i) => rows[i * width + f]!).sort()
    const cuts = new Set<number>()
    for (let b = 1; b < BINS; b += 1) {
      const at = Math.floor((values.length * b) / BINS)
      const [low, high] = [values[at - 1]!, values[at]!]
      if (high > values[0]!) cuts.add(low === high ? high : Math.fround((low + high) / 2))
    }
    // Rare values have no quantile of their own: cut below the greatest too.
    const greatest = values.at(-1)!
    if (greatest > values[0]! && cuts.size < BINS - 1) cuts.add(greatest)
    const edge = Float32Array.from([...cuts].map((cut) => Math.fround(Number(cut.toPrecision(5))))).sort()
    edges.push(edge)
    for (let i = 0; i < n; i += 1) {
      const value = rows[i * width + f]!
      let [low, high] = [0, edge.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (value < edge[middle]!) high = middle
        else low = middle + 1
      }
      bins[i * width + f] = low
    }
  }
  return { edges, bins }
}

function leafOf(tree: TreeModel['trees'][number], rows: Float32Array, offset: number): number {
  let node = tree.f.length === 0 ? -1 : 0
  while (node >= 0) node = rows[offset + tree.f[node]!]! < Math.fround(tree.s[node]!) ? tree.l[node]! : tree.r[node]!
  return tree.v[-1 - node]!
}

const round = (value: number) => Number(value.toPrecision(4))

export function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
