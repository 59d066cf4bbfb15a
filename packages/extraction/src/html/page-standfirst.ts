import type { Field } from '@dateline/domain'
import { parseByline } from '../credits/parse-byline.ts'
import { hintBit, hintsOf } from './class-hints.ts'
import { known, unknown } from './field.ts'
import { articleValue, metaOf, overlap, type PageFacts, words } from './page-facts.ts'
import { hasPhrase } from './phrases.ts'
import type { TextBlock } from './text-blocks.ts'

const CHARS_MIN = 25
const CHARS_MAX = 700
/** Lines after the headline among which it is looked for. */
const LINES_MAX = 12
const STANDFIRST = hintBit('standfirst')
const FOREIGN = hintBit('comment') | hintBit('related') | hintBit('form') | hintBit('ad') | hintBit('media')

/** A day, a byline, a heading of what follows, a notice of how the page earns or of a form: none sums a story up. */
const isNoSummary = (text: string) =>
  /[:：]$/u.test(text) ||
  (text.length <= DAY_LINE_CHARS_MAX &&
    hasPhrase('date', text) &&
    /^\P{L}*\d|(?:19|20)\d\d\W*$|\d\d:\d\d|[ap]\.?m\.?/iu.test(text) &&
    !/\p{L}{3,}[.!?]$/u.test(text)) ||
  (text.length <= DAY_LINE_CHARS_MAX && parseByline(text)?.isMarked === true) ||
  NOTICE.test(text)

const DAY_LINE_CHARS_MAX = 70
const NOTICE =
  /affiliate links?|earn (?:us |me )?(?:an? |a small )?commission|validation purposes|all rights reserved|provisionslinks?|affiliate-links?|liens affiliés|enlaces de afiliad/iu

/** The lines under the headline that sum the story up: printed there, and marked so or equal to the page's description. */
export function pageStandfirst(
  facts: PageFacts,
  blocks: readonly TextBlock[],
  titleIndex: number,
  bodyStart: number,
): Field<string> {
  if (titleIndex < 0) return unknown('no headline to stand under')
  const described = [
    metaOf(facts, 'og:description', 'description'),
    articleValue(facts, 'description', 'alternativeHeadline'),
  ]
    .filter((fact) => fact !== null)
    .map(({ value }) => words(value))
  const to = Math.min(blocks.length, titleIndex + LINES_MAX)
  for (let i = titleIndex + 1; i < to; i += 1) {
    const { text, element, linkChars } = blocks[i]!
    const hints = hintsOf(element) | (element.parent === null ? 0 : hintsOf(element.parent))
    if (text.length < CHARS_MIN || text.length > CHARS_MAX || linkChars > text.length * 0.5 || hints & FOREIGN) continue
    if (isNoSummary(text)) continue
    const isMarked = (hints & STANDFIRST) !== 0 || (/^h[2-4]$/.test(element.tag) && i <= bodyStart)
    const isDescription = described.some((description) => overlap(description, words(text)) >= 0.7)
    if (isMarked && i <= bodyStart + 1)
      return known(text, `${element.tag}.${element.attributes.class ?? ''}`, isDescription ? 0.95 : 0.8)
    if (isDescription && i < bodyStart) return known(text, 'equals the description', 0.85)
    if (i > bodyStart) break
  }
  return unknown('no standfirst under the headline')
}
