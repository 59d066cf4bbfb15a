import { HOST_FURNITURE, type HostKnowledge } from '@dateline/domain'
import { keepAlikeBoxes } from './alike-boxes.ts'
import { FEATURE_NAMES, FEATURES, type FeatureRows, isInside } from './block-features.ts'
import { compileModel, predict, type TreeModel } from './boosted-trees.ts'
import { flagBit } from './element-context.ts'
import { furnitureBoxes } from './furniture-boxes.ts'
import { hostFurniture } from './host-furniture.ts'
import model from './model/block-scorer.json' with { type: 'json' }
import { keepNamedBody } from './named-body.ts'
import { hasPhrase } from './phrases.ts'
import { keepPostOverComments } from './post-over-comments.ts'
import type { FurnitureLines } from './scored-page.ts'
import type { PageBlocks, TextBlock } from './text-blocks.ts'
import { keepWholeBoxes } from './whole-boxes.ts'

const compiled = compileModel(model as TreeModel, FEATURE_NAMES)

/** Between keeping too much and too little; chosen by cross-validation over hosts (training/train.ts). */
const KEEP_MIN = 0.5

export type MainText = {
  scores: Float32Array
  kept: boolean[]
  first: number
  last: number
  /** Lines left out for the box they stand in, whatever their score. */
  furniture: FurnitureLines
}

/** Probability that a block is part of the article, for each row. */
export type BlockScorer = (rows: Float32Array, blocks: number) => Float32Array

const trained: BlockScorer = (rows, blocks) =>
  Float32Array.from({ length: blocks }, (_, i) => predict(compiled, rows, i * FEATURES))

/**
 * Scores every block as part of the article, 0 to 1, and keeps the likely ones.
 *
 * @param scorer another model, for cross-validation.
 */
export function mainText(
  page: PageBlocks,
  { rows, contexts, titleIndex }: FeatureRows,
  hostKnowledge: HostKnowledge | null = null,
  scorer: BlockScorer = trained,
): MainText {
  const { blocks } = page
  const scores = scorer(rows, blocks.length)
  const kept = Array.from(scores, (score) => score > KEEP_MIN)
  leaveOutPageFoot(blocks, contexts, kept)
  keepNamedBody(blocks, scores, kept)
  keepPostOverComments(blocks, contexts, scores, kept)
  keepHeadings(blocks, kept)
  keepAlikeBoxes(blocks, scores, kept)
  keepWholeBoxes(blocks, scores, kept)
  keepHeadings(blocks, kept)
  const furniture = furnitureBoxes({ page, contexts, kept, titleIndex })
  for (const index of furniture.keys()) kept[index] = false
  for (const index of hostFurniture(blocks, kept, hostKnowledge)) {
    kept[index] = false
    furniture.set(index, HOST_FURNITURE)
  }
  return { scores, kept, furniture, first: kept.indexOf(true), last: kept.lastIndexOf(true) }
}

/** The foot of the page is not the article's, whose own foot stands in its box, unless nothing else is. */
function leaveOutPageFoot(blocks: readonly TextBlock[], contexts: FeatureRows['contexts'], kept: boolean[]): void {
  const isFoot = ({ element }: TextBlock) => (contexts.get(element)!.flags & PAGE_FOOT) === FOOTER
  if (!blocks.some((block) => kept[block.index] && !isFoot(block))) return
  for (const block of blocks) if (isFoot(block)) kept[block.index] = false
}

const FOOTER = flagBit('footer')
const PAGE_FOOT = FOOTER | flagBit('article') | flagBit('main')

const HEADING_CHARS_MAX = 200

/** A heading between two kept lines, in the box of the first or around the second, heads one of them. */
function keepHeadings(blocks: readonly TextBlock[], kept: boolean[]): void {
  for (const [i, { element, text, linkChars }] of blocks.entries()) {
    if (kept[i] || !/^h[2-6]$/.test(element.tag) || text.length > HEADING_CHARS_MAX || linkChars > 0) continue
    const [before, after] = [blocks[i - 1], blocks[i + 1]]
    if (before === undefined || after === undefined || !kept[i - 1] || !kept[i + 1] || hasPhrase('related', text))
      continue
    if (before.element.parent === element.parent || isInside(after.element, element.parent!)) kept[i] = true
  }
}
