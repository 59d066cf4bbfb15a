import { expect, test } from 'vitest'
import { findFootCredit } from './find-foot-credit.ts'

test.for<[string, string[], string | null]>([
  ['Associated Press writer Jane Roe in Moscow contributed to this report.', ['Jane Roe / AP / Moscow'], 'AP'],
  [
    'Associated Press writers Jane Roe and John Doe in Paris, and Max Muster contributed.',
    ['Jane Roe / AP / Paris', 'John Doe / AP / Paris', 'Max Muster / AP'],
    'AP',
  ],
  ['The Associated Press contributed to this report.', [], 'AP'],
  ['Jane Roe and John Doe contributed to this report.', ['Jane Roe', 'John Doe'], null],
  ['(Reporting by Jane Roe in Moscow and John Doe; Editing by Max Muster)', ['Jane Roe / Moscow', 'John Doe'], null],
  ['Additional reporting by Jane Roe', ['Jane Roe'], null],
  ['Editing by Jane Roe', [], null],
  ['With inputs from PTI', [], 'PTI'],
  ['© 2021 AFP', [], 'AFP'],
  ['Copyright 2021 The Associated Press. All rights reserved.', [], 'AP'],
  ['Mit Material von dpa', [], 'dpa'],
  ['Con información de EFE', [], 'EFE'],
  ['По материалам ТАСС', [], 'TASS'],
  ['(dpa)', [], 'dpa'],
])('%s', ([line, people, agency]) => {
  const found = findFootCredit(line)
  const named = found?.contributors.map((each) =>
    [each.name, each.affiliation, each.place].filter((part) => part !== null).join(' / '),
  )
  expect(named).toEqual(people)
  expect(found?.agency?.id ?? null).toBe(agency)
})

test.for([
  'He contributed to the fund',
  'The AP reported that talks had failed.',
  'Source of the river',
  'With the Reuters poll behind him, he left.',
])('no credit in: %s', (line) => expect(findFootCredit(line)).toBeNull())

test("the house before its reporter's name", () => {
  const found = findFootCredit("Saltwick Post's Ada Lem and Tom Roe contributed to this report")
  expect(found?.contributors.map(({ name, affiliation }) => [name, affiliation])).toEqual([
    ['Ada Lem', 'Saltwick Post'],
    ['Tom Roe', null],
  ])
})
