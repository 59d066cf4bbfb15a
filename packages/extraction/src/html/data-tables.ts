import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

/** A table of data: at least two rows of at least two cells. Old pages lay out whole articles in one cell. */
export function tableOf(element: PageElement): { box: PageElement; row: PageElement; cell: PageElement } | null {
  const cell = nearest(element, 4, (tag) => tag === 'td' || tag === 'th')
  const row = cell?.parent
  if (!cell || row?.tag !== 'tr' || !row.parent || !hasTwo(row, (tag) => tag === 'td' || tag === 'th')) return null
  const box = nearest(row, 3, (tag) => tag === 'table')
  return box !== null && (row.parent !== box || hasTwo(box, (tag) => tag === 'tr')) ? { box, row, cell } : null
}

/** Lines of a cell that are a text of their own. */
const LAID_OUT_LINES_MIN = 3

/** Tables that lay out a page: one cell holds more of their text than all others, in several lines. Linear in lines. */
export function layoutTables(blocks: readonly TextBlock[]): Set<PageElement> {
  const tables = new Map<PageElement, { chars: number; cells: Map<PageElement, { chars: number; lines: number }> }>()
  for (const { element, text } of blocks) {
    const found = tableOf(element)
    if (found === null) continue
    const table = tables.get(found.box) ?? { chars: 0, cells: new Map() }
    const cell = table.cells.get(found.cell) ?? { chars: 0, lines: 0 }
    table.chars += text.length
    table.cells.set(found.cell, { chars: cell.chars + text.length, lines: cell.lines + 1 })
    tables.set(found.box, table)
  }
  const layouts = new Set<PageElement>()
  for (const [box, { chars, cells }] of tables) {
    for (const cell of cells.values()) if (cell.lines >= LAID_OUT_LINES_MIN && cell.chars > chars / 2) layouts.add(box)
  }
  return layouts
}

/** Stops at the second, so that asking for each cell of a long table stays cheap. */
function hasTwo({ children }: PageElement, test: (tag: string) => boolean): boolean {
  let found = 0
  for (const child of children) {
    if (typeof child === 'string' || !test(child.tag)) continue
    found += 1
    if (found === 2) return true
  }
  return false
}

/** The element or one of so many levels around it that has such a tag. */
export function nearest(element: PageElement, levels: number, test: (tag: string) => boolean): PageElement | null {
  let at: PageElement | null = element
  for (let level = 0; at !== null && level < levels; level += 1, at = at.parent) {
    if (test(at.tag)) return at
  }
  return null
}
