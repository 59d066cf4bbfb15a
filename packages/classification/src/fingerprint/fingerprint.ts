import { sha256Hex } from '@dateline/domain'

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu

/** sha256 of a text's letters and digits in lower case: equal for exact copies, whatever their markup and spacing. */
export function fingerprintOf(text: string): string {
  return sha256Hex(text.normalize('NFKC').toLowerCase().replace(NOT_LETTERS, ''))
}
