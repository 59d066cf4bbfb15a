/** One example: terms, the wanted answer (0 to 1) and how much it counts. */
export type Example = { readonly terms: readonly number[]; readonly answer: number; weight: number }

const STEPS_MAX = 12
const SMALLEST_STEP = 1e-6

/**
 * Logistic regression by iteratively reweighted least squares with an L2 penalty on scaled terms. Deterministic: the
 * same examples in the same order give the same bits.
 *
 * @param free indexes of the terms that are not penalised: the intercepts.
 */
export function fitLogistic(examples: readonly Example[], penalty: number, free: ReadonlySet<number>): number[] {
  const size = examples[0]!.terms.length
  const scale = scalesOf(examples, size)
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS_MAX; step++) {
    const { hessian, gradient } = derivatives(examples, scale, weights, (at) =>
      free.has(at) ? SMALLEST_STEP : penalty,
    )
    const change = solve(hessian, gradient)
    weights = weights.map((weight, at) => weight + change[at]!)
    if (Math.max(...change.map(Math.abs)) < SMALLEST_STEP) break
  }
  return weights.map((weight, at) => weight / scale[at]!)
}

function scalesOf(examples: readonly Example[], size: number): number[] {
  const sums = new Array<number>(size).fill(0)
  let total = 0
  for (const { terms, weight } of examples) {
    total += weight
    for (let at = 0; at < size; at++) sums[at]! += weight * terms[at]! * terms[at]!
  }
  return sums.map((sum) => Math.sqrt(sum / total) || 1)
}

function derivatives(
  examples: readonly Example[],
  scale: readonly number[],
  weights: readonly number[],
  penaltyOf: (at: number) => number,
): { hessian: number[][]; gradient: number[] } {
  const size = weights.length
  const upper = new Float64Array(size * size)
  const gradient = weights.map((weight, at) => -penaltyOf(at) * weight)
  const terms = new Float64Array(size)
  // Most examples lack half the terms: those of short texts, or those of long ones.
  const present = new Int32Array(size)
  for (const example of examples) {
    let count = 0
    let logit = 0
    for (let at = 0; at < size; at++) {
      if (example.terms[at] === 0) continue
      terms[at] = example.terms[at]! / scale[at]!
      logit += terms[at]! * weights[at]!
      present[count++] = at
    }
    const probability = 1 / (1 + Math.exp(-logit))
    const curvature = Math.max(1e-6, probability * (1 - probability)) * example.weight
    const error = (example.answer - probability) * example.weight
    for (let i = 0; i < count; i++) {
      const row = present[i]!
      gradient[row]! += error * terms[row]!
      const factor = terms[row]! * curvature
      for (let j = i; j < count; j++) upper[row * size + present[j]!]! += factor * terms[present[j]!]!
    }
  }
  const hessian = weights.map((_, row) =>
    weights.map(
      (_, column) =>
        upper[Math.min(row, column) * size + Math.max(row, column)]! + (row === column ? penaltyOf(row) : 0),
    ),
  )
  return { hessian, gradient }
}

/** Gauss and Jordan with row pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    }
    const chosen = rows[pivot]!
    rows[pivot] = rows[column]!
    rows[column] = chosen
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / chosen[column]!
      if (factor === 0) continue
      for (let at = column; at <= size; at++) rows[row]![at]! -= factor * chosen[at]!
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!)
}
