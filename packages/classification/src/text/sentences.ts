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
      if (mark === '.' && isDay(paragraph.slice(start, index), paragraph.slice(end, end + MONTH_CHARS_MAX))) continue
      if (mark.startsWith('.') && isAbbreviation(paragraph.slice(start, index))) continue
      push(sentences, paragraph.slice(start, end))
      start = end
    }
    push(sentences, paragraph.slice(start))
    if (sentences.length >= SENTENCES_MAX) break
  }
  return sentences.slice(0, SENTENCES_MAX)
}

/** "4. März", "21. september": a number with a point, and no sentence begins behind it. */
function isDay(before: string, after: string): boolean {
  return DAY.test(before) && GOES_ON.test(after)
}

const DAY = /(?:^|\s)\d{1,2}$/u
const GOES_ON =
  /^ (?:\p{Ll}|(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L}))/u
const MONTH_CHARS_MAX = 11

function isAbbreviation(before: string): boolean {
  const word = before.slice(before.search(/\S{1,20}$/u)).toLowerCase()
  return ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word)
}

function push(sentences: string[], sentence: string): void {
  const trimmed = sentence.trim()
  if (trimmed !== '') sentences.push(trimmed)
}
