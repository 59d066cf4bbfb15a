/** Lower case, without accents: "Świątek" and "swiatek" are one word. Compatibility forms are unified first. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(LETTERS_WITHOUT_DECOMPOSITION, (letter) => PLAIN[letter]!)
}

const MARKS = /\p{Mn}+/gu

/** Letters that Unicode does not decompose, as newspapers without them print them. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }
const LETTERS_WITHOUT_DECOMPOSITION = /[łøđðıßæœ]/g

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
