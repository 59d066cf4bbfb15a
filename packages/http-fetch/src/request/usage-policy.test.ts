import { expect, test } from 'vitest'
import { type UsagePolicy, usagePolicyOf } from './usage-policy.ts'

const NOTHING: UsagePolicy = {
  noArchive: false,
  noSnippet: false,
  noIndex: false,
  unavailableAfter: null,
  tdmReserved: null,
  tdmPolicy: null,
}

test.for<{ name: string; headers: [string, string][]; expected: Partial<UsagePolicy> }>([
  { name: 'nothing', headers: [], expected: {} },
  { name: 'one', headers: [['X-Robots-Tag', 'noarchive']], expected: { noArchive: true } },
  {
    name: 'several in one',
    headers: [['x-robots-tag', 'NoArchive, nosnippet']],
    expected: { noArchive: true, noSnippet: true },
  },
  {
    name: 'several headers',
    headers: [
      ['X-Robots-Tag', 'noarchive'],
      ['X-Robots-Tag', 'noindex'],
    ],
    expected: { noArchive: true, noIndex: true },
  },
  { name: 'none', headers: [['X-Robots-Tag', 'none']], expected: { noIndex: true } },
  { name: 'for others', headers: [['X-Robots-Tag', 'otherbot: noarchive, nosnippet']], expected: {} },
  {
    name: 'for us',
    headers: [['X-Robots-Tag', 'datelinebot: noarchive, nosnippet']],
    expected: { noArchive: true, noSnippet: true },
  },
  {
    name: 'for others, then us',
    headers: [['X-Robots-Tag', 'otherbot: noindex, datelinebot: noarchive']],
    expected: { noArchive: true },
  },
  { name: 'with values', headers: [['X-Robots-Tag', 'max-snippet:20, noarchive']], expected: { noArchive: true } },
  {
    name: 'a date',
    headers: [['X-Robots-Tag', 'unavailable_after: 3 Dec 2026 12:30:00 GMT']],
    expected: { unavailableAfter: '2026-12-03T12:30:00.000Z' },
  },
  {
    name: 'a date with a comma',
    headers: [['X-Robots-Tag', 'unavailable_after: Thu, 03 Dec 2026 12:30:00 GMT, noarchive']],
    expected: { unavailableAfter: '2026-12-03T12:30:00.000Z', noArchive: true },
  },
  {
    name: 'rights reserved',
    headers: [
      ['TDM-Reservation', '1'],
      ['tdm-policy', 'https://herald.example/tdm.json'],
    ],
    expected: { tdmReserved: true, tdmPolicy: 'https://herald.example/tdm.json' },
  },
  { name: 'rights not reserved', headers: [['tdm-reservation', '0']], expected: { tdmReserved: false } },
  {
    name: 'noise',
    headers: [
      ['X-Robots-Tag', ':::,,: ,'],
      ['tdm-reservation', 'yes'],
    ],
    expected: {},
  },
])('$name', ({ headers, expected }) => {
  expect(usagePolicyOf(headers, 'DatelineBot')).toEqual({ ...NOTHING, ...expected })
})
