import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

/** The body's box holds at least this share of the kept text; the rest may be a standfirst in the head of the page. */
const SHARE_MIN = 0.9

/** The smallest element that holds nearly all kept text. Null where nothing was kept. */
export function bodyBox(blocks: readonly TextBlock[], kept: readonly boolean[]): PageElement | null {
  const chars = new Map<PageElement, number>()
  let total = 0
  for (const [i, { element, text }] of blocks.entries()) {
    if (!kept[i]) continue
    total += text.length
    for (let at: PageElement | null = element; at !== null; at = at.parent)
      chars.set(at, (chars.get(at) ?? 0) + text.length)
  }
  let best: PageElement | null = null
  for (const [element, sum] of chars) {
    if (sum >= total * SHARE_MIN && (best === null || element.depth > best.depth)) best = element
  }
  return best
}
