import { expect, test } from 'vitest'
import { clusterScores } from './cluster-scores.ts'

test.for([
  { name: 'the same groups', truth: 'aabb', found: 'xxyy', b3F1: 1, pairF1: 1, ari: 1 },
  { name: 'one group', truth: 'aabb', found: 'xxxx', b3F1: 2 / 3, pairF1: 0.5, ari: 0 },
  { name: 'all alone', truth: 'aabb', found: 'wxyz', b3F1: 2 / 3, pairF1: 0, ari: 0 },
])('$name', ({ truth, found, b3F1, pairF1, ari }) => {
  const scores = clusterScores([...truth], [...found])
  expect(scores.b3F1).toBeCloseTo(b3F1)
  expect(scores.pairF1).toBeCloseTo(pairF1)
  expect(scores.ari).toBeCloseTo(ari)
})
