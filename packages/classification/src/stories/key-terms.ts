import type { Classification } from '@dateline/domain'
import { wordsOfText } from '../text/words-of-text.ts'
import type { StoryDocument } from './document.ts'
import { featuresOf } from './features.ts'
import { createFrequencies } from './frequencies.ts'

const TERMS_MAX = 20

/** Weighed by the background alone: one text's terms do not depend on what else has been seen. */
const background = createFrequencies()

/** The stems that tell a text from others, weightiest first; weights are relative to the first. */
export function keyTerms(
  input: Pick<StoryDocument, 'title' | 'standfirst' | 'text' | 'language'>,
): Classification['terms'] {
  const read = (text: string) => wordsOfText(text, input.language).forms
  const { hashes, counts, forms } = featuresOf(read(input.title), read(input.standfirst ?? ''), read(input.text))
  const idfOf = background.idfIn(input.language)
  const weighed = forms.map(({ term }, at) => ({ term, weight: (1 + Math.log(counts[at]!)) * idfOf(hashes[at]!) }))
  weighed.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
  const most = weighed[0]?.weight ?? 1
  return weighed
    .slice(0, TERMS_MAX)
    .map(({ term, weight }) => ({ term, weight: Math.round((weight / most) * 1_000) / 1_000 }))
}
