/** One text as a linear model sees it: feature numbers and their values, of Euclidean length one. */
export type SparseVector = { readonly at: Int32Array; readonly value: Float64Array }

export type LinearTraining = {
  /** How dearly an error is paid; larger fits closer. */
  readonly cost: number
  /** Passes over the examples. */
  readonly passesMax: number
  /** Weight of the constant feature. */
  readonly bias: number
}

/** A separating plane: score = bias + Σ weight·value. */
export type LinearPlane = { readonly weights: Float64Array; readonly bias: number }

/**
 * Linear support-vector machine with squared hinge loss, by dual coordinate descent.
 *
 * Deterministic: the order of examples is shuffled by a generator with a fixed seed.
 *
 * @param target +1 or -1 an example.
 * @param importance multiplies the cost, an example; 1: plain.
 * @see Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008
 */
export function trainLinear(
  examples: readonly SparseVector[],
  target: Int8Array,
  importance: Float64Array,
  dimensions: number,
  { cost, passesMax, bias }: LinearTraining,
): LinearPlane {
  const weights = new Float64Array(dimensions)
  let biasWeight = 0
  const alpha = new Float64Array(examples.length)
  const diagonal = examples.map((_, i) => 1 / (2 * cost * importance[i]!))
  const squared = examples.map(({ value }, i) => value.reduce((sum, v) => sum + v * v, bias * bias + diagonal[i]!))
  let order = Int32Array.from(examples, (_, i) => i)
  const random = generator(1)
  for (let pass = 0; pass < passesMax; pass++) {
    let worst = 0
    shuffle(order, random)
    const active: number[] = []
    for (const i of order) {
      const { at, value } = examples[i]!
      const y = target[i]!
      let score = biasWeight * bias
      for (let k = 0; k < at.length; k++) score += weights[at[k]!]! * value[k]!
      const gradient = y * score - 1 + diagonal[i]! * alpha[i]!
      const projected = alpha[i] === 0 ? Math.min(gradient, 0) : gradient
      // Examples far on the right side leave the active set; the last passes look at all again.
      if (alpha[i] === 0 && gradient > 0.5 && pass > 2 && pass < passesMax - 3) continue
      active.push(i)
      if (projected === 0) continue
      worst = Math.max(worst, Math.abs(projected))
      const old = alpha[i]!
      alpha[i] = Math.max(old - gradient / squared[i]!, 0)
      const step = (alpha[i]! - old) * y
      if (step === 0) continue
      for (let k = 0; k < at.length; k++) weights[at[k]!]! += step * value[k]!
      biasWeight += step * bias
    }
    if (worst < 0.01) {
      if (active.length === examples.length) break
      order = Int32Array.from(examples, (_, i) => i)
    } else if (pass === passesMax - 4) order = Int32Array.from(examples, (_, i) => i)
    else order = Int32Array.from(active)
  }
  return { weights, bias: biasWeight * bias }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = random() % (last + 1)
    const moved = order[last]!
    order[last] = order[other]!
    order[other] = moved
  }
}

/** Xorshift, 32 bits. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
