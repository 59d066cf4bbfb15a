import { isUtf8 } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import { normalUrl } from '@dateline/domain'

/** Shorter ones begin many others: they count only where they end, and where an address may begin. */
const PATH_CHARS_MIN = 5
/** Of the end of a path, to stand for all of it where a page links from beside it: shorter ones end many. */
const TAIL_CHARS_MIN = 8
/** What a path may end in that names a folder's page: every folder has one. */
const FOLDER_PAGE = /^(?:index|default|home|article|story)\.\w+$/i
/** Of a listing, unpacked: more than is read of one. */
const BYTES_MAX = 64 * 1024 * 1024
/** By hand and by the server. */
const GZIP_LAYERS_MAX = 2
/** What goes on with an address, so that it is another one. */
const GOES_ON = /[0-9A-Za-z_%./-]/
/** What a listing that is not in UTF-8 may be in, where its paths are outside ASCII: those of the web's news (WHATWG names). */
const OLD_CHARSETS = [
  'windows-1251',
  'windows-1252',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'koi8-r',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
]

/** A text that stands for an address; `isWhole`: only where no more of an address follows. */
export type AddressName = { readonly text: string; readonly isWhole: boolean }

/** As it is; in markup, also as WordPress writes it; in JSON, as Go and others write it. */
const AMPERSANDS = ['&', '&amp;', '&#038;', '&#38;', '\\u0026']

/**
 * How a page may write the address of an article: by its path, with its query where it has one, since "/?p=123" is told from others
 * by that. Many JSON feeds escape every slash, markup writes "&amp;", aggregators put the whole into a parameter of theirs, and
 * letters outside ASCII stand as they are or in escapes.
 *
 * @param urls as listed: what tracks readers is left out, too, as another listing may have it.
 * @returns none for the front page of a site.
 */
export function namesOf(urls: Iterable<string>): AddressName[] {
  const all = new Set([...urls].flatMap((url) => [url, normalUrl(url) ?? url]))
  const names = new Map([...all].flatMap(namesOfOne).map((name) => [name.text, name]))
  return [...names.values()]
}

function namesOfOne(url: string): AddressName[] {
  const { host, pathname, search } = new URL(url)
  const path = pathname + search
  if (path === '/') return []
  const isLong = search === '' && unescaped(path).length >= PATH_CHARS_MIN
  const begins = isLong || search !== '' ? [''] : [host, '"', "'"]
  const whole = spellings(path)
    .flatMap((text) => begins.map((begin) => begin + text))
    .flatMap((text) => [...AMPERSANDS.map((and) => text.replaceAll('&', and)), encodeURIComponent(text)])
    .flatMap((text) => [text, text.replaceAll('/', '\\/')])
    .map((text) => ({ text, isWhole: !isLong }))
  return [...whole, ...tailsOf(pathname, search)]
}

/** As relative links write it: at the beginning of an attribute, or behind the slash of "../". */
function tailsOf(pathname: string, search: string): AddressName[] {
  const tail = pathname.slice(pathname.lastIndexOf('/') + 1)
  if (unescaped(tail).length < TAIL_CHARS_MIN || FOLDER_PAGE.test(tail)) return []
  return spellings(tail + search)
    .flatMap((text) => AMPERSANDS.map((and) => text.replaceAll('&', and)))
    .flatMap((text) => ['"', "'", '=', '/'].map((begin) => ({ text: begin + text, isWhole: true })))
}

/** In escapes of either case, as it is read, and that in escapes of JSON. */
function spellings(path: string): string[] {
  const plain = unescaped(path)
  const inJson = plain.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const upper = path.replace(/%../g, (triplet) => triplet.toUpperCase())
  const lower = path.replace(/%../g, (triplet) => triplet.toLowerCase())
  return [path, upper, lower, plain, inJson]
}

/** What is no text in UTF-8 stays in escapes. */
function unescaped(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/**
 * Whether the bytes of a listing hold one of the names: in UTF-8, UTF-16 or an old charset, gzip or not. What cannot be unpacked
 * is taken to hold them: nobody can show that it does not.
 */
export function isNamed(bytes: Buffer, names: readonly AddressName[]): boolean {
  const plain = unpacked(bytes)
  if (plain === null) return true
  return isNamedIn(plain, names) || readings(plain, names).some((text) => isNamedIn(text, names))
}

function isNamedIn(plain: Buffer, names: readonly AddressName[]): boolean {
  // The slash of an address has one in UTF-16.
  const mayBeWide = plain.includes(0)
  return names.some(({ text, isWhole }) => {
    if (holds(plain, Buffer.from(text), 1, isWhole)) return true
    const wide = Buffer.from(text, 'utf16le')
    return mayBeWide && (holds(plain, wide, 2, isWhole) || holds(plain, Buffer.from(wide).swap16(), 2, isWhole))
  })
}

/** In UTF-8, read in each old charset that it may be in, where that makes a difference. What it says of its own is often wrong. */
function readings(plain: Buffer, names: readonly AddressName[]): Buffer[] {
  if (isUtf8(plain) || names.every(({ text }) => !OUTSIDE_ASCII.test(text))) return []
  return OLD_CHARSETS.map((charset) => Buffer.from(new TextDecoder(charset).decode(plain)))
}

const OUTSIDE_ASCII = /[^\0-\x7f]/

function unpacked(bytes: Buffer): Buffer | null {
  let plain = bytes
  try {
    for (let layer = 0; layer < GZIP_LAYERS_MAX && plain[0] === 0x1f && plain[1] === 0x8b; layer++) {
      plain = gunzipSync(plain, { maxOutputLength: BYTES_MAX })
    }
  } catch {
    return null
  }
  return plain
}

/** @param width bytes a character. */
function holds(bytes: Buffer, name: Buffer, width: number, isWhole: boolean): boolean {
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    const next = bytes
      .subarray(at + name.length, at + name.length + width)
      .toString('latin1')
      .replace('\0', '')
    if (!isWhole || !GOES_ON.test(next)) return true
  }
  return false
}
