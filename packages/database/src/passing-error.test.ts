import { describe, expect, test } from 'vitest'
import { isPassing, isUnavailable } from './passing-error.ts'

describe('what a server says', () => {
  test.for([
    ['57P01', true, true],
    ['57P03', true, true],
    ['08006', true, true],
    ['53300', true, true],
    ['53100', true, true],
    ['ECONNREFUSED', true, true],
    ['53200', false, true],
    ['40P01', false, true],
    ['40001', false, true],
    ['55P03', false, true],
    ['57014', false, true],
    ['23505', false, false],
    ['22P05', false, false],
    ['57P04', false, false],
    ['3D000', false, false],
  ] as const)('%s: unavailable %s, passing %s', ([code, unavailable, passing]) => {
    const error = Object.assign(new Error('as it happens'), { code })
    expect([isUnavailable(error), isPassing(error)]).toEqual([unavailable, passing])
  })

  test.for([
    ['Connection terminated unexpectedly', true],
    ['timeout exceeded when trying to connect', true],
    ['Client has encountered a connection error and is not queryable', true],
    ['the article is connected with another', false],
  ] as const)('"%s": %s', ([message, expected]) => {
    expect([isUnavailable(new Error(message)), isPassing(new Error(message))]).toEqual([expected, expected])
  })

  test.for([null, undefined, 'text', { code: 17 }])('nothing that is no error passes: %s', (error) => {
    expect(isPassing(error)).toBe(false)
  })
})
