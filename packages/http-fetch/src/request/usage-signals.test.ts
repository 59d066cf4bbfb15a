import { describe, expect, test } from 'vitest'
import { tdmReservationIn } from '../robots/tdm-reservation.ts'
import { usageSignalsOfHeaders, usageSignalsOfMetas } from './usage-signals.ts'

describe('signals of headers', () => {
  test.for([
    { headers: [['X-Robots-Tag', 'noarchive']], uses: ['noarchive'] },
    { headers: [['X-Robots-Tag', 'otherbot: noarchive, nosnippet']], uses: [] },
    {
      headers: [
        ['X-Robots-Tag', 'Dateline: nosnippet'],
        ['X-Robots-Tag', 'noarchive'],
      ],
      uses: ['nosnippet', 'noarchive'],
    },
    {
      headers: [
        ['x-robots-tag', 'noarchive'],
        ['X-Robots-Tag', 'noarchive, noindex'],
      ],
      uses: ['noarchive', 'noindex'],
    },
    {
      headers: [
        ['TDM-Reservation', '1'],
        ['TDM-Policy', 'https://press.example/tdm'],
      ],
      uses: ['tdm'],
    },
    { headers: [['TDM-Reservation', '0']], uses: [] },
  ] as const)('$headers', ({ headers, uses }) => {
    expect(usageSignalsOfHeaders(headers, 'dateline').map(({ use }) => use)).toEqual(uses)
  })

  test('carry the words that say so', () => {
    const headers = [
      ['TDM-Reservation', '1'],
      ['TDM-Policy', 'https://press.example/tdm'],
    ] as const
    expect(usageSignalsOfHeaders(headers, 'dateline')[0]?.evidence).toBe(
      'TDM-Reservation: 1 (tdm-policy: https://press.example/tdm)',
    )
  })
})

test.for([
  { name: 'robots', content: 'index, NOARCHIVE', uses: ['noarchive'] },
  { name: 'Dateline', content: 'nosnippet', uses: ['nosnippet'] },
  { name: 'otherbot', content: 'noarchive', uses: [] },
  { name: 'robots', content: 'max-snippet:-1, max-image-preview:large', uses: [] },
  { name: 'tdm-reservation', content: '1', uses: ['tdm'] },
  { name: 'tdm-reservation', content: '0', uses: [] },
])('meta $name $content', ({ uses, ...meta }) => {
  expect(usageSignalsOfMetas([meta], 'dateline').map(({ use }) => use)).toEqual(uses)
})

describe('tdmrep.json', () => {
  const rules = (...entries: object[]) => JSON.stringify(entries)
  test.for([
    ['all of it', rules({ location: '/', 'tdm-reservation': 1 }), true],
    ['another folder', rules({ location: '/pictures/', 'tdm-reservation': 1 }), false],
    ['a pattern', rules({ location: '/*/2031/', 'tdm-reservation': '1' }), true],
    [
      'the most specific counts',
      rules({ location: '/', 'tdm-reservation': 1 }, { location: '/news/', 'tdm-reservation': 0 }),
      false,
    ],
    ['no reservation', rules({ location: '/', 'tdm-reservation': 0 }), false],
    ['no JSON', '<html>', false],
    ['no list', '{"location": "/"}', false],
    ['a line that is none', rules({ location: '/\nAllow: /', 'tdm-reservation': 1 }), false],
  ] as const)('%s', ([, file, reserved]) => {
    expect(tdmReservationIn(file, 'https://press.example/news/2031/bridge')).toBe(reserved)
  })
})
