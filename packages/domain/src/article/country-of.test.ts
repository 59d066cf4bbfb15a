import { expect, test } from 'vitest'
import { countryOf } from './country-of.ts'

test.for<[string | null, string | null, string | null]>([
  ['Kyiv, Ukraine', 'www.example.de', 'UA'],
  ['AUSTIN, Texas', null, 'US'],
  ['PARIS, Texas', null, 'US'],
  ['BERLIN (dpa)', null, 'DE'],
  ['BERLIN (AP, dpa)', null, 'DE'],
  ['New Delhi/Mumbai', null, 'IN'],
  ['Lindmouth', 'www.example.de', 'DE'],
  [null, 'news.example.co.uk', 'GB'],
  [null, 'example.com', null],
  // Sold to everybody, or of no country.
  [null, 'example.io', null],
  [null, 'example.eu', null],
  [null, null, null],
  ['', '', null],
  [',(/', '.', null],
])('the country of %s, %s: %s', ([place, host, country]) => expect(countryOf(place, host)).toBe(country))
