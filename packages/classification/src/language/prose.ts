/** Addresses, and words of letters and digits such as keys and file names: they are in no language. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.\w[\w.]*/g
const TOKEN = /\b(?=[\w+/]*\d)(?=[\w+/]*[A-Za-z])[\w+/]{16,}={0,2}/g

/** What programs are written with and news is not: brackets and signs, calls, members, options. */
const CODE = /[{}<>=\\|_]|&&|\w\(|\);|\]\.|\s--?\w|;\s*[\n}]/g
const CODE_MARKS_MIN = 4
const CODE_SHARE_MIN = 0.04

/**
 * A text without what stands in no language: addresses, keys, file names.
 *
 * @returns null: it is a program or a command, not prose.
 */
export function prose(text: string): string | null {
  const marks = text.match(CODE)?.length ?? 0
  if (marks >= CODE_MARKS_MIN && marks >= CODE_SHARE_MIN * text.length) return null
  const without =
    text.includes('://') || text.includes('@') || text.includes('www.') ? text.replace(ADDRESS, ' ') : text
  return without.replace(TOKEN, ' ')
}
