import { describe, expect, test } from 'vitest'
import { parseDatePhrase } from './parse-date-phrase.ts'

const REFERENCE = '2024-03-15T12:00:00Z' // a Friday
const at = (text: string, language: string | null = null) =>
  parseDatePhrase({ text, reference: REFERENCE, language })?.at ?? null

describe('absolute dates', () => {
  test.for<[string, string | null]>([
    ['December 30, 2021', '2021-12-30'],
    ['Dec 29,2021', '2021-12-29'],
    ['Posted on March 3rd, 2024', '2024-03-03'],
    ['Sat 9th September, 2023 11.30 BST', '2023-09-09T10:30:00Z'],
    ['Mar. 12, 2024 | 10:30 a.m. ET', '2024-03-12T14:30:00Z'],
    ['Published 7:15 AM EST, Thu February 8, 2024', '2024-02-08T12:15:00Z'],
    ['2024-03-12T10:30:00+05:30', '2024-03-12T05:00:00Z'],
    ['15.03.2024, 09:30 Uhr', '2024-03-15T09:30:00Z'],
    ['10. Jänner 2012', '2012-01-10'],
    ['Mis à jour le 1er mars 2024', '2024-03-01'],
    ['12 de marzo de 2024', '2024-03-12'],
    ['10 de Agosto de 2012', '2012-08-10'],
    ['16 giu 2014', '2014-06-16'],
    ['2 mei 2023, 15:40', '2023-05-02T15:40:00Z'],
    ['21 november 2022 kl. 10:15', '2022-11-21T10:15:00Z'],
    ['1 joulukuuta 2023', '2023-12-01'],
    ['1 września 2023, 12:30', '2023-09-01T12:30:00Z'],
    ['19. dubna 2023', '2023-04-19'],
    ['2023. január 12. 11:25', '2023-01-12T11:25:00Z'],
    ['14 iulie 2022', '2022-07-14'],
    ['21 Αυγούστου 2023', '2023-08-21'],
    ['13 марта 2024 г., 10:00', '2024-03-13T10:00:00Z'],
    ['12 лютого 2012', '2012-02-12'],
    ['08 Temmuz 2023', '2023-07-08'],
    ['10:30-12 مارس 2024 م ـ 2 رمضان 1445 هـ', '2024-03-12T10:30:00Z'],
    ['10:30 GMT-5 12 March 2024', '2024-03-12T15:30:00Z'],
    ['12 March 2024 10:30-11:00', '2024-03-12T10:30:00Z'],
    ['12 March 2024 9:00-17:30', '2024-03-12T09:00:00Z'],
    ['12 March 2024 10:30-05:00', '2024-03-12T15:30:00Z'],
    ['2024-03-12T03:30-05:00', '2024-03-12T08:30:00Z'],
    ['2024-03-12 03:30:00-05:00', '2024-03-12T08:30:00Z'],
    ['الثلاثاء 2 رمضان 1445هـ', '2024-03-12'],
    ['2 رمضان 1445 هـ الموافق 13 مارس 2024', '2024-03-13'],
    ['2 رمضان 2024', null],
    ['رمضان 1445', null],
    ['20 مارس 2023', '2023-03-20'],
    ['۱۲ اسفند ۱۴۰۲', '2024-03-02'],
    ['11 בדצמבר 2023', '2023-12-11'],
    ['१७ अक्टूबर २०१८', '2018-10-17'],
    ['৫ জুন ২০২৩', '2023-06-05'],
    ['12 มีนาคม 2567', '2024-03-12'],
    ['16 Mei 2023', '2023-05-16'],
    ['2024 මාර්තු 5', '2024-03-05'],
    ['ngày 12 tháng 3 năm 2024', '2024-03-12'],
    ['2024年3月12日 10時30分', '2024-03-12T10:30:00Z'],
    ['二零二一年九月三号', '2021-09-03'],
    ['令和5年8月18日', '2023-08-18'],
    ['民國112年10月17日', '2023-10-17'],
    ['2023년 11월 2일 오후 2:05', '2023-11-02T14:05:00Z'],
    ['1710237000000', '2024-03-12T09:50:00Z'],
    ['10 March', '2024-03-10'],
    ['20 March', '2023-03-20'],
  ])('%s', ([text, expected]) => expect(at(text)).toBe(expected))
})

describe('relative dates count from the reference', () => {
  test.for<[string, string | null]>([
    ['6 days ago', '2024-03-09'],
    ['an hour ago', '2024-03-15T11:00:00Z'],
    ['30 min ago', '2024-03-15T11:30:00Z'],
    ['1d ago', '2024-03-14'],
    ['3 hours ago 4 comments', '2024-03-15T09:00:00Z'],
    ['12 minutes ago 3 min read', '2024-03-15T11:48:00Z'],
    ['by Ada Lem 2 days ago 4.1k reads 37 comments', null],
    ['Last Friday', '2024-03-08'],
    ['vor 3 Stunden', '2024-03-15T09:00:00Z'],
    ['il y a 2 jours', '2024-03-13'],
    ['hace 4 días', '2024-03-11'],
    ['há 2 horas', '2024-03-15T10:00:00Z'],
    ['3 giorni fa', '2024-03-12'],
    ['вчера в 22:15', '2024-03-14T22:15:00Z'],
    ['5 років тому', '2019-03-15'],
    ['2 godziny temu', '2024-03-15T10:00:00Z'],
    ['3 saat önce', '2024-03-15T09:00:00Z'],
    ['منذ 3 أيام', '2024-03-12'],
    ['15 मिनट पहले', '2024-03-15T11:45:00Z'],
    ['5 分鐘前', '2024-03-15T11:55:00Z'],
    ['3시간 전', '2024-03-15T09:00:00Z'],
    ['昨天', '2024-03-14'],
  ])('%s', ([text, expected]) => expect(at(text)).toBe(expected))

  test('and without one they say nothing', () => {
    expect(parseDatePhrase({ text: '6 days ago', reference: null })).toBeNull()
  })
})

describe('no date is better than a false one', () => {
  test.for([
    'Season 3, Episode 12',
    'Version 12.3.2024.1',
    '$2,024.03',
    '31 February 2024',
    'XXTag, den 30. Februar 2008',
    '0000-00-00',
    '1970-01-01T00:00:00Z',
    '2003-12-31T25:14:55Z',
    '33.20.2004',
    'Published: —',
    'No one was hurt.',
    'V Lipníku začali stavět nový most přes Bystřici',
    '5 min read',
    'May and June were dry',
    '17 March 2024', // still to come in every time zone
    'in 2 days',
    'tomorrow',
  ])('%s', (text) => expect(at(text)).toBeNull())

  test('a month alone is a month', () => {
    expect(parseDatePhrase({ text: 'March 2024', reference: REFERENCE })).toEqual({
      at: '2024-03',
      precision: 'month',
      zone: 'none',
    })
  })
})

describe('two readings', () => {
  test.for<[string, string | null, string | null]>([
    ['01/02/2023', null, null],
    ['01/02/2023', 'en', null],
    ['01/02/2023', 'en-GB', '2023-02-01'],
    ['01/02/2023', 'en-US', '2023-01-02'],
    ['01/02/2023', 'fr', '2023-02-01'],
    ['13/02/2023', null, '2023-02-13'],
    ['10/03/2024', null, '2024-03-10'], // the other reading lies after the reference
    ['5. listopada 2022', null, null], // November in Polish, October in Croatian
    ['5. listopada 2022', 'hr', '2022-10-05'],
    ['5. listopada 2022', 'pl', '2022-11-05'],
  ])('%s in %s', ([text, language, expected]) => expect(at(text, language)).toBe(expected))
})

test('says how precise a date is, and whether its zone was printed', () => {
  expect(parseDatePhrase({ text: '8 March 2024 10:15', reference: REFERENCE })).toEqual({
    at: '2024-03-08T10:15:00Z',
    precision: 'minute',
    zone: 'assumed',
  })
  expect(parseDatePhrase({ text: '8 March 2024 10:15:20 CET', reference: REFERENCE })).toEqual({
    at: '2024-03-08T09:15:20Z',
    precision: 'second',
    zone: 'stated',
    offset: '+01:00',
  })
})

test('long hostile text costs little', () => {
  for (const text of [
    '1.'.repeat(50_000),
    '1/2/'.repeat(50_000),
    '일'.repeat(100_000),
    'may 1 '.repeat(50_000),
    '('.repeat(100_000),
  ]) {
    expect(() => parseDatePhrase({ text, reference: REFERENCE })).not.toThrow()
  }
})
