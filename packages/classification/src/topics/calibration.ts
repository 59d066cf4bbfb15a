/** Turns scores into probabilities that a topic is one of the text's: a logistic curve over score and lead. */
export type Calibration = { readonly score: number; readonly lead: number; readonly offset: number }

/** Lead: how far a topic's score is above the best of the others, in the model's own unit; below zero for all but one. */
export function leadsOf(scores: Float64Array): Float64Array {
  let best = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (const score of scores) {
    if (score > best) {
      second = best
      best = score
    } else if (score > second) second = score
  }
  return scores.map((score) => (score === best ? score - second : score - best))
}

/** No text is proof: a probability is never given as more. */
const PROBABILITY_MAX = 0.999

export function probabilityOf({ score, lead, offset }: Calibration, scoreIs: number, leadIs: number): number {
  return Math.min(PROBABILITY_MAX, 1 / (1 + Math.exp(-(score * scoreIs + lead * leadIs + offset))))
}

/** One (text, topic) pair whose truth is known. */
export type CalibrationPair = { score: number; lead: number; holds: boolean; weight: number }

/** Newton's steps after which the fit no longer moves, and how often one is halved while it makes the fit worse. */
const STEPS = 40
const HALVINGS = 20

/** Logistic regression by Newton's method. Pairs must not come from the texts that the scores were trained on. */
export function calibrate(pairs: readonly CalibrationPair[]): Calibration {
  let parameters: Vector = [0, 0, 0]
  let loss = lossOf(pairs, parameters)
  for (let step = 0; step < STEPS; step++) {
    const move = newtonStep(pairs, parameters)
    for (let halving = 0, size = 1; halving < HALVINGS; halving++, size /= 2) {
      const next = parameters.map((value, i) => value + size * move[i]!) as Vector
      const nextLoss = lossOf(pairs, next)
      if (nextLoss >= loss) continue
      parameters = next
      loss = nextLoss
      break
    }
  }
  const [score, lead, offset] = parameters.map((value) => Math.round(value * 1e4) / 1e4) as Vector
  return { score, lead, offset }
}

function lossOf(pairs: readonly CalibrationPair[], [a, b, c]: Vector): number {
  let loss = 0
  for (const { score, lead, holds, weight } of pairs) {
    const margin = (holds ? 1 : -1) * (a * score + b * lead + c)
    loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin)
  }
  return loss
}

function newtonStep(pairs: readonly CalibrationPair[], parameters: Vector): Vector {
  const gradient: Vector = [0, 0, 0]
  const hessian: [Vector, Vector, Vector] = [
    [RIDGE, 0, 0],
    [0, RIDGE, 0],
    [0, 0, RIDGE],
  ]
  for (const { score, lead, holds, weight } of pairs) {
    const x: Vector = [score, lead, 1]
    const p = 1 / (1 + Math.exp(-(parameters[0] * score + parameters[1] * lead + parameters[2])))
    const error = weight * ((holds ? 1 : 0) - p)
    const curve = weight * p * (1 - p)
    for (let i = 0; i < 3; i++) {
      gradient[i]! += error * x[i]!
      for (let j = 0; j < 3; j++) hessian[i]![j]! += curve * x[i]! * x[j]!
    }
  }
  return solve(hessian, gradient)
}

type Vector = [number, number, number]

/** Keeps the system solvable when all pairs agree. */
const RIDGE = 1e-3

/** Cramer's rule: three unknowns. */
function solve([a, b, c]: [Vector, Vector, Vector], d: Vector): Vector {
  const determinant = det(a, b, c)
  const column = (at: number) =>
    [a, b, c].map((row, i) => row.map((value, j) => (j === at ? d[i]! : value)) as Vector) as [Vector, Vector, Vector]
  return [0, 1, 2].map((at) => det(...column(at)) / determinant) as Vector
}

function det(a: Vector, b: Vector, c: Vector): number {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])
}
