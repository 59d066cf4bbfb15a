import type { ElementContext } from './element-context.ts'
import type { PageElement } from './page-tree.ts'
import type { PageBlocks } from './text-blocks.ts'

/** Why a line that scored as text is furniture all the same, by the line's index. */
export type FurnitureLines = Map<number, string>

export type ScoredPage = {
  page: PageBlocks
  contexts: ReadonlyMap<PageElement, ElementContext>
  kept: readonly boolean[]
  /** Index of the line that shows the headline; -1 where none does. */
  titleIndex: number
}
