import { describe, expect, test } from 'vitest'
import { nameKey } from './name-key.ts'

describe('nameKey', () => {
  test.for([
    ['Zelensky', 'Zelenskiy'],
    ['Zelensky', 'Zelenskyy'],
    ['Zelensky', 'Zelenskyj'],
    ['Sergei Orlov', 'Sergey Orlov'],
    ['Alexei', 'Aleksey'],
    ['Iga Świątek', 'Iga Swiatek'],
    ['Muhamed', 'Muhammed'],
  ])('joins %s', ([a, b]) => expect(nameKey(a!)).toBe(nameKey(b!)))

  test.for([
    ['Marta Velo', 'Marta Vela'],
    ['Anna Berg', 'Arne Berg'],
    ['Tallin', 'Dublin'],
  ])('keeps %s apart', ([a, b]) => expect(nameKey(a!)).not.toBe(nameKey(b!)))
})
