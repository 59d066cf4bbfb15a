import type { Block } from '@dateline/domain'

/** Text of one block as readers of plain text get it; null for images and embeds. */
export function blockText(block: Block): string | null {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.text
    case 'list':
      return block.items.join('\n')
    case 'table':
      return block.rows.map((cells) => cells.join(' | ')).join('\n')
    case 'image':
    case 'embed':
      return null
  }
}

/** Plain text: blocks divided by one blank line, list items and table rows by line breaks. */
export function renderText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== null && text !== '')
    .join('\n\n')
}

const OPENING_CHARS = 6_000
const OPENING_BLOCKS = 40

/** Beginning of a text, where only its words are asked for. */
export function openingText(blocks: readonly Block[]): string {
  return renderText(blocks.slice(0, OPENING_BLOCKS)).slice(0, OPENING_CHARS)
}
