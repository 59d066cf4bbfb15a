/** Sentences of a text are read up to this number. */
const SENTENCES_MAX = 200

/** Words that end with a point and end no sentence, as agencies abbreviate. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st sen gov gen col capt lt sgt rep rev jr sr no vs inc co corp ltd jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k a.m p.m e.g i.e'.split(
    ' ',
  ),
)

/** Sentences in reading order, without the space around them. A paragraph's end ends a sentence. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const paragraph of text.split(/\n+/)) {
    let start = 0
    for (const { index, 0: mark } of paragraph.matchAll(/[.!?…。！？]["”’»)]{0,2}(?=\s|$)|[。！？]/gu)) {
      const end = index + mark.length
      if (mark.startsWith('.') && isAbbreviation(paragraph.slice(start, index))) continue
      push(sentences, paragraph.slice(start, end))
      start = end
    }
    push(sentences, paragraph.slice(start))
    if (sentences.length >= SENTENCES_MAX) break
  }
  return sentences.slice(0, SENTENCES_MAX)
}

function isAbbreviation(before: string): boolean {
  const word = before.slice(before.search(/\S{1,20}$/u)).toLowerCase()
  return ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word)
}

function push(sentences: string[], sentence: string): void {
  const trimmed = sentence.trim()
  if (trimmed !== '') sentences.push(trimmed)
}
