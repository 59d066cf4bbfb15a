import { BadInputError } from '@dateline/domain'

/** Numbers of a text's word pieces, with those that begin and end it. */
export type WordPieces = (text: string) => number[]

/** Longer words are one unknown piece, as in the original (Devlin et al., 2018). */
const WORD_CHARS_MAX = 100

/** Scripts without spaces are read character by character. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * WordPiece, the way BERT and most small sentence models read text: longest known beginning first, the rest marked by ##.
 *
 * @param vocabulary text of vocab.txt: a piece a line, whose number is that of its line.
 * @param piecesMax longest reading, begin and end included.
 * @throws {BadInputError} if it lacks [UNK], [CLS] or [SEP].
 */
export function openWordPieces(vocabulary: string, piecesMax: number): WordPieces {
  const numbers = new Map(vocabulary.split(/\r?\n/).map((piece, at) => [piece, at]))
  const special = (name: string): number => {
    const found = numbers.get(name)
    if (found === undefined) throw new BadInputError(`The vocabulary has no ${name}: it is not one of word pieces.`)
    return found
  }
  const [unknown, begin, end] = [special('[UNK]'), special('[CLS]'), special('[SEP]')]
  const isCased = [...numbers.keys()].some((piece) => !piece.startsWith('[') && /\p{Lu}/u.test(piece))
  return (text) => {
    const pieces: number[] = [begin]
    for (const word of wordsOf(
      isCased
        ? text
        : text
            .toLowerCase()
            .normalize('NFD')
            .replace(/\p{Mn}/gu, ''),
    )) {
      if (pieces.length >= piecesMax - 1) break
      pieces.push(...piecesOf(word, numbers, unknown))
    }
    return [...pieces.slice(0, piecesMax - 1), end]
  }
}

function wordsOf(text: string): string[] {
  return (
    text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)?.flatMap((word) => (CJK.test(word) ? [...word] : [word])) ??
    []
  )
}

function piecesOf(word: string, numbers: ReadonlyMap<string, number>, unknown: number): number[] {
  if (word.length > WORD_CHARS_MAX) return [unknown]
  const pieces: number[] = []
  for (let from = 0; from < word.length; ) {
    let to = word.length
    let number: number | undefined
    for (; to > from; to--) {
      number = numbers.get(`${from > 0 ? '##' : ''}${word.slice(from, to)}`)
      if (number !== undefined) break
    }
    if (number === undefined) return [unknown]
    pieces.push(number)
    from = to
  }
  return pieces
}
