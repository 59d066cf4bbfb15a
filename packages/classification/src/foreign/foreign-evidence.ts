import { type ForeignMarks, STEPS } from './foreign-marks.ts'

export type ForeignEvidence = {
  /** Log of how unlikely it is that two reports have so much in common by chance. */
  readonly strength: number
  /** How much of what the one tells that tells less. */
  readonly share: number
  /** Marks that both have. */
  readonly shared: readonly number[]
  /** Both name numbers, and none is the same. */
  readonly otherNumbers: boolean
}

/** A report that names fewer may simply leave the other's out. */
const NUMBERS_MIN = 2

/** What two reports in different languages have in common. Pure. */
export function foreignEvidence(a: ForeignMarks, b: ForeignMarks): ForeignEvidence {
  const shared: number[] = []
  let steps = 0
  for (let inA = 0, inB = 0; inA < a.hashes.length && inB < b.hashes.length; ) {
    const difference = a.hashes[inA]! - b.hashes[inB]!
    if (difference === 0) {
      shared.push(a.hashes[inA]!)
      steps += Math.min(a.strengths[inA++]!, b.strengths[inB++]!)
    } else if (difference < 0) inA++
    else inB++
  }
  const named = Math.min(numbersIn(a), numbersIn(b))
  const share = steps / Math.max(1, Math.min(sum(a), sum(b)))
  return { strength: steps / STEPS, share, shared, otherNumbers: named >= NUMBERS_MIN && !shared.some(isNumber) }
}

function sum({ strengths }: ForeignMarks): number {
  return strengths.reduce((all, one) => all + one, 0)
}

function numbersIn({ hashes }: ForeignMarks): number {
  return hashes.filter(isNumber).length
}

function isNumber(hash: number): boolean {
  return (hash & 1) === 1
}
