import { type HostKnowledge, hostLineKey } from '@dateline/domain'
import type { TextBlock } from './text-blocks.ts'

/** A page that repeats more than this of what it says is itself a copy of other pages of the host. */
const SHARE_MAX = 0.3

/** Indexes of kept lines that other pages of the host repeat; subheadings are the house's manner, not its furniture. */
export function hostFurniture(
  blocks: readonly TextBlock[],
  kept: readonly boolean[],
  knowledge: HostKnowledge | null,
): number[] {
  if (knowledge === null) return []
  const keys = new Set(knowledge.lines.map(([key]) => key))
  const found: number[] = []
  let [chars, total] = [0, 0]
  for (const { index, text, element } of blocks) {
    if (!kept[index]) continue
    total += text.length
    const key = /^h[1-6]$/.test(element.tag) ? null : hostLineKey(text)
    if (key === null || !keys.has(key)) continue
    found.push(index)
    chars += text.length
  }
  return chars > total * SHARE_MAX ? [] : found
}
