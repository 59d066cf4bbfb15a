import { describe, expect, test } from 'vitest'
import { localDay, machineDate } from './machine-date.ts'

describe('machineDate', () => {
  test.for([
    ['2021-12-29', { at: '2021-12-29', precision: 'day', zone: 'none' }],
    ['20211229', { at: '2021-12-29', precision: 'day', zone: 'none' }],
    ['2021-12-29T00:00:00', { at: '2021-12-29', precision: 'day', zone: 'none' }],
    ['2021-12-29T08:05', { at: '2021-12-29T08:05:00Z', precision: 'minute', zone: 'assumed' }],
    ['2021-12-29T23:30:00Z', { at: '2021-12-29T23:30:00Z', precision: 'second', zone: 'stated' }],
    [
      '2021-12-30T00:30:00+02:00',
      { at: '2021-12-29T22:30:00Z', precision: 'second', zone: 'stated', offset: '+02:00' },
    ],
    [
      '2021-12-29 23:30:00.123 -0500',
      { at: '2021-12-30T04:30:00Z', precision: 'second', zone: 'stated', offset: '-05:00' },
    ],
    ['Wed, 29 Dec 2021 10:00:00 GMT', { at: '2021-12-29T10:00:00Z', precision: 'second', zone: 'stated' }],
    ['1640772000', { at: '2021-12-29T10:00:00Z', precision: 'second', zone: 'stated' }],
    [
      'Wed Jun 16 09:15:00 EDT 2021',
      { at: '2021-06-16T13:15:00Z', precision: 'second', zone: 'stated', offset: '-04:00' },
    ],
    [
      'Wed, 16 Jun 2021 09:15:00 CEST',
      { at: '2021-06-16T07:15:00Z', precision: 'second', zone: 'stated', offset: '+02:00' },
    ],
    ['Wed Jun 16 09:15:00 UTC 2021', { at: '2021-06-16T09:15:00Z', precision: 'second', zone: 'stated' }],
    ['Wed Jun 16 09:15:00 2021', { at: '2021-06-16T09:15:00Z', precision: 'second', zone: 'assumed' }],
    ['2021-06-16 09:15:00 PT', { at: '2021-06-16T16:15:00Z', precision: 'second', zone: 'stated', offset: '-07:00' }],
    ['2021-06-16T09:15:00PDT', { at: '2021-06-16T16:15:00Z', precision: 'second', zone: 'stated', offset: '-07:00' }],
    ['2021-06-16 09:15 Uhr', { at: '2021-06-16T09:15:00Z', precision: 'minute', zone: 'assumed' }],
    ['2021-02-30', null],
    ['0001-01-01T00:00:00Z', null],
    ['yesterday', null],
  ] as const)('%s', ([value, expected]) => expect(machineDate(value)).toEqual(expected))

  test('the day at the place of writing comes back', () => {
    expect(localDay(machineDate('2021-12-30T00:30:00+02:00')!)).toBe('2021-12-30')
    expect(localDay(machineDate('2021-12-29T23:30:00-05:00')!)).toBe('2021-12-29')
  })
})
