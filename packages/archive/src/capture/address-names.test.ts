import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isNamed, namesOf } from './address-names.ts'

const LONG = 'https://herald.example/2026/11/mayor-opens-bridge'
const ABROAD = 'https://herald.example/2026/новости/мост-открыт'
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** Cyrillic small letters stand there in the order of Unicode, from 0xe0. */
const windows1251 = (text: string) =>
  Buffer.from([...text].map((letter) => (letter < 'а' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x430 + 0xe0)))

test.for<[string, string, Buffer | string, boolean]>([
  ['as a link', LONG, `<a href="/2026/11/mayor-opens-bridge">`, true],
  ['with escaped slashes', LONG, String.raw`{"url":"https:\/\/herald.example\/2026\/11\/mayor-opens-bridge"}`, true],
  ['in a parameter', LONG, `?u=${encodeURIComponent(LONG)}`, true],
  ['not at all', LONG, '<a href="/2026/11/other">', false],
  ['in gzip', LONG, gzipSync(`<loc>${LONG}</loc>`), true],
  ['in gzip twice', LONG, gzipSync(gzipSync(`<loc>${LONG}</loc>`)), true],
  ['not in gzip', LONG, gzipSync('<loc>https://herald.example/other</loc>'), false],
  ['perhaps, in gzip that is cut', LONG, gzipSync(`<loc>${LONG}</loc>`).subarray(0, 24), true],
  ['in UTF-16, little end first', LONG, Buffer.from(`\ufeff<loc>${LONG}</loc>`, 'utf16le'), true],
  ['in UTF-16, big end first', LONG, utf16be(`\ufeff<loc>${LONG}</loc>`), true],
  ['by a query', 'https://herald.example/?p=12', '<guid>https://herald.example/?p=12</guid>', true],
  ['by a query and more of it', 'https://herald.example/?p=12', '<a href="/?p=12&amp;utm_source=rss">', true],
  ['by a query of two', 'https://herald.example/i?a=1&b=2', '<a href="/i?a=1&amp;b=2">', true],
  ['by another query', 'https://herald.example/?p=12', '<guid>https://herald.example/?p=123</guid>', false],
  ['by another query, in UTF-16', 'https://h.example/?p=1', Buffer.from('https://h.example/?p=12', 'utf16le'), false],
  ['by a query of two, as Go writes JSON', 'https://herald.example/i?a=1&b=2', String.raw`"/i?a=1\u0026b=2"`, true],
  ['by a query of two, as WordPress writes it', 'https://herald.example/i?a=1&b=2', 'i/i?a=1&#038;b=2', true],
  ['without what tracks its readers', `${LONG}?utm_source=rss`, `<a href="/2026/11/mayor-opens-bridge">`, true],
  ['as it is read', ABROAD, '<a href="/2026/новости/мост-открыт">', true],
  ['as it is read, though it was listed in escapes', encodeURI(ABROAD), '<a href="/2026/новости/мост-открыт">', true],
  ['in escapes of small letters', ABROAD, `<a href="${encodeURI(ABROAD).toLowerCase()}">`, true],
  ['in escapes of JSON', 'https://herald.example/2026/über-é', String.raw`"\/2026\/\u00fcber-\u00e9"`, true],
  ['by a path of escapes that are no text', 'https://herald.example/caf%E9-opens', '<a href="/caf%e9-opens">', true],
  [
    'by the beginning of another, outside ASCII',
    'https://herald.example/м',
    `<a href="/%D0%BC%D0%BE%D1%81%D1%82">`,
    false,
  ],
  ['by a short path', 'https://herald.example/a1', '<link>https://herald.example/a1</link>', true],
  ['by a short path alone', 'https://herald.example/a1', `<a href='/a1'>`, true],
  ['by the beginning of another', 'https://herald.example/a1', '<a href="/a12">, <a href="/a1/b">, /a1', false],
  ['from beside it', LONG, '<a href="mayor-opens-bridge">', true],
  ['from beside it, without quotes', LONG, '<a href=mayor-opens-bridge>', true],
  ['from above it', LONG, `<a href='11/mayor-opens-bridge'>`, true],
  ['from below it', LONG, '<a href="../mayor-opens-bridge#more">', true],
  ['from beside it, by another', LONG, '<a href="mayor-opens-bridge-2">, <a href="re-mayor-opens-bridge">', false],
  ['by what every folder has', 'https://herald.example/a/bridge/index.html', '<a href="index.html">', false],
  ['by its folder', 'https://herald.example/a/bridge/index.html', '<a href="/a/bridge/index.html">', true],
  ['in windows-1251', ABROAD, windows1251('<meta charset="windows-1251"><a href="/2026/новости/мост-открыт">'), true],
  ['in windows-1251, by another', ABROAD, windows1251('<a href="/2026/новости/мост-закрыт">'), false],
  ['as the front page', 'https://herald.example/', '<a href="/">', false],
])('an article is named %s', ([, url, text, expected]) => {
  expect(isNamed(Buffer.from(text as string), namesOf([url]))).toBe(expected)
})
