/** Texts further back than this are another matter. */
const TEXTS_MAX = 20

/**
 * Whether a page goes to and fro between texts, as for a test of two headlines: it goes back to a text that stood before, and not
 * for the first time. The first way back is news: somebody has taken something back.
 *
 * @param earlier contentSha256 of the texts that stood, oldest first, each differing from the one before it.
 * @param next contentSha256 of the one that comes.
 */
export function isAlternating(earlier: readonly string[], next: string): boolean {
  const recent = earlier.slice(-TEXTS_MAX)
  const returns = recent.filter((text, index) => recent.indexOf(text) < index).length
  return returns > 0 && recent.includes(next)
}
