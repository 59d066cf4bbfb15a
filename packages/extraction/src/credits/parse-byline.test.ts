import { expect, test } from 'vitest'
import { parseByline } from './parse-byline.ts'

const people = (line: string) =>
  parseByline(line)?.authors.map(({ name, affiliation, place }) =>
    [name, affiliation, place].filter((each) => each !== null).join(' / '),
  ) ?? null

test.for<[string, string[] | null, string | null]>([
  ['By Evan Doe for AFP and Sam Roe for AFP', ['Evan Doe / AFP', 'Sam Roe / AFP'], 'AFP'],
  ['By AFP - Dec 29,2021 - Last updated at Dec 29,2021', [], 'AFP'],
  ['By Jane Roe in Moscow and John Doe in Kyiv', ['Jane Roe / Moscow', 'John Doe / Kyiv'], null],
  ['By Jane Roe, Moscow correspondent', ['Jane Roe'], null],
  ['By JANE ROE Associated Press', ['JANE ROE / AP'], 'AP'],
  ['By Jane Roe, Reuters', ['Jane Roe / Reuters'], 'Reuters'],
  ['JANE ROE and JOHN DOE | Associated Press', ['JANE ROE', 'JOHN DOE'], 'AP'],
  ['By Jane Roe Staff Writer', ['Jane Roe'], null],
  ['VON JANE ROE am 21. April 2020', ['JANE ROE'], null],
  ['By Staff Reporter', null, null],
  ['By the way, we should go', null, null],
  ['Russia and Ukraine', null, null],
  ['Von Max Muster, dpa', ['Max Muster / dpa'], 'dpa'],
  ['Von Max Muster und Erika von der Heide', ['Max Muster', 'Erika von der Heide'], null],
  ['Par Jean-Luc Petit avec AFP', ['Jean-Luc Petit / AFP'], 'AFP'],
  ['Por Redacción', null, null],
  ['Por Ana García · 2 enero 2022', ['Ana García'], null],
  ['Di Mario Rossi', ['Mario Rossi'], null],
  ['Door Jan de Vries', ['Jan de Vries'], null],
  ['Av Ola Nordmann', ['Ola Nordmann'], null],
  ['Автор: Иван Петров', ['Иван Петров'], null],
  ['Γράφει ο Νίκος Παπαδόπουλος', ['Νίκος Παπαδόπουλος'], null],
  ['Yazan: Ahmet Yılmaz', ['Ahmet Yılmaz'], null],
  ['Oleh: Budi Santoso', ['Budi Santoso'], null],
  ['بقلم: محمد علي', ['محمد علي'], null],
  ['文/张三', ['张三'], null],
  ['記者王小明', ['王小明'], null],
  ['김철수 기자', ['김철수'], null],
  ['dpa/AFP', [], 'dpa'],
  ['新华社', [], 'Xinhua'],
  ['By Jane Roe And John Doe For The Post', ['Jane Roe', 'John Doe / The Post'], null],
  ['DE FR IT EN', null, null],
  ['By LI NA', ['LI NA'], null],
  ['Հեղինակ՝ Աննա Բելյան', ['Աննա Բելյան'], null],
  ['ავტორი: ანა ბელაძე', ['ანა ბელაძე'], null],
  ['Deur Anna Wit', ['Anna Wit'], null],
  ['Deur middel van', null, null],
  ['Von Bundesanstalt für Küsten und Häfen', null, null],
])('%s', ([line, authors, agency]) => {
  expect(people(line)).toEqual(authors)
  expect(parseByline(line)?.agency?.id ?? null).toBe(agency)
})

test('keeps dates apart from the credit', () => {
  const byline = parseByline('By AFP - Dec 29,2021 - Last updated at Dec 29,2021')
  expect(byline?.raw).toBe('By AFP')
  expect(byline?.rest).toEqual(['Dec 29,2021', 'Last updated at Dec 29,2021'])
})

test.for<[string, [string, string | null][]]>([
  ['By Ada Lem, Master Horticulturist & Garden Educator', [['Ada Lem', null]]],
  [
    'Ada Lem (Content Manager), Tom Roe (AFP)',
    [
      ['Ada Lem', null],
      ['Tom Roe', 'AFP'],
    ],
  ],
  [
    'Von Ada Lem und Tom Roe, Nairobi',
    [
      ['Ada Lem', null],
      ['Tom Roe', null],
    ],
  ],
  ['By Ada Lem and From Winterlight', [['Ada Lem', null]]],
  ['Ada Lem Redakteurin für Wirtschaft und Umwelt', [['Ada Lem', null]]],
  ['By Ada Lem for The Coast', [['Ada Lem', 'The Coast']]],
  ['By Paris Lem and Jordan', [['Paris Lem', null]]],
  ['By A.G. Roe', [['A.G. Roe', null]]],
  ['By M.A. Lemmonier', [['M.A. Lemmonier', null]]],
  ['By Ada Lem, M.A. Journalism', [['Ada Lem', null]]],
  [
    'By Ada Lem and Sreedevi',
    [
      ['Ada Lem', null],
      ['Sreedevi', null],
    ],
  ],
  ['By Ada Lem, Tideway', [['Ada Lem', null]]],
  [
    'By Linny and Peter',
    [
      ['Linny', null],
      ['Peter', null],
    ],
  ],
])('%s', ([line, expected]) => {
  expect(parseByline(line)?.authors.map(({ name, affiliation }) => [name, affiliation])).toEqual(expected)
})

test('a place after an agency is nobody', () => {
  expect(parseByline('Reuters, Washington,')?.authors).toEqual([])
})
