import { expect, test } from 'vitest'
import { calibrate, leadsOf, probabilityOf } from './calibration.ts'

test('a calibrated probability is the share that holds', () => {
  const pairs = [-2, -1, 0, 1, 2].flatMap((score) =>
    Array.from({ length: 100 }, (_, i) => ({ score, lead: 0, holds: i < 50 + 20 * score, weight: 1 })),
  )
  const calibration = calibrate(pairs)
  expect(probabilityOf(calibration, 0, 0)).toBeCloseTo(0.5, 2)
  expect(probabilityOf(calibration, 1, 0)).toBeCloseTo(0.7, 1)
})

test('pairs that a line separates give a finite curve', () => {
  const pairs = [-1, 1].map((score) => ({ score, lead: score, holds: score > 0, weight: 1 }))
  const { score, lead, offset } = calibrate(pairs)
  expect([score, lead, offset].every(Number.isFinite)).toBe(true)
})

test('the best leads, the others follow it', () => {
  expect([...leadsOf(Float64Array.of(-1, 0.5, 0.25))]).toEqual([-1.5, 0.25, -0.25])
})
