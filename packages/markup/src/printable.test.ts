import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test.for([
  ['a colour', 'Red \u001b[31malert', 'Red \\u001b[31malert'],
  ['a title of the window', '\u001b]0;pwned\u0007', '\\u001b]0;pwned\\u0007'],
  ['a return to the beginning of the line', 'true\rfalse', 'true\\u000dfalse'],
  ['an escape in one byte', '\u009b2J', '\\u009b2J'],
  ['what turns the text behind it', '\u202egpj.exe', '\\u202egpj.exe'],
  ['lines, columns and every script', 'a\tb\nنص 新聞 👩‍🚀', 'a\tb\nنص 新聞 👩‍🚀'],
] as const)('%s', ([, text, expected]) => expect(printable(text)).toBe(expected))

test('JSON says the same afterwards', () => {
  const value = { title: '\u001b[2J \u009b \u202e \u007f' }
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value)
})
