import { squeeze } from './block-features.ts'
import { type Fact, overlap, words } from './page-facts.ts'
import { collapse, type PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'
import type { TitleHeading, TitleSources } from './title-heading.ts'

/** Steps from a heading up to its list or trail. */
const STEPS_MAX = 5
const CRUMB_CLASS = /bread-?(?:crumb|bar)/i
/** Buttons and dates may stand between the trail and the headline. */
const LINES_MAX = 12
/** Words shared with a stated headline over the words of both, where none is the same. */
const NEAR_MIN = 0.4

/**
 * The headline of a page whose h1 is the last step of its trail ("Home › Politics › …"): such an h1 repeats `<title>` for
 * search engines, and readers see the first h2 under it as the headline.
 *
 * @param stated headlines of the markup, without the outlet's name. What one of them gives word for word is taken from it,
 *   since it has the colon that a template leaves to two lines.
 */
export function headlineUnderCrumbs(
  { blocks, first }: TitleSources,
  { index, tag }: TitleHeading,
  stated: readonly Fact[],
): (Fact & { index: number }) | null {
  if (tag !== 'h1' || !isCrumb(blocks[index]!.element)) return null
  const to = Math.min(blocks.length, Math.max(first, index) + 2, index + LINES_MAX)
  for (let i = index + 1; i < to; i += 1) {
    const box = boxOf(blocks[i]!)
    if (box.tag !== 'h2') continue
    const lines = blocks.slice(i, i + 4).filter((block) => boxOf(block) === box)
    const whole = collapse(lines.map(({ text }) => text).join(' '))
    for (const text of [whole, ...lines.flatMap((block) => block.text.split('\n')).reverse()]) {
      const same = stated.find(({ value }) => squeeze(value) === squeeze(text))
      if (same !== undefined) return { value: same.value, source: `h2, ${same.source}`, index: i }
    }
    const near = Math.max(0, ...stated.map(({ value }) => overlap(words(value), words(whole))))
    return near >= NEAR_MIN ? { value: whole, source: 'h2', index: i } : null
  }
  return null
}

const boxOf = ({ element }: TextBlock): PageElement => (element.parent?.tag === 'h2' ? element.parent : element)

function isCrumb(heading: PageElement): boolean {
  let at: PageElement | null = heading
  for (let step = 0; at !== null && step <= STEPS_MAX; step += 1, at = at.parent) {
    if (at.tag === 'article' || at.tag === 'main' || at.tag === 'body') return false
    if (at.tag === 'nav' || at.tag === 'li' || CRUMB_CLASS.test(at.attributes.class ?? '')) return true
  }
  return false
}
