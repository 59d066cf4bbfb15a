import type { PageElement } from './page-tree.ts'

/** A table of data: at least two rows of at least two cells. Old pages lay out whole articles in one cell. */
export function tableOf(element: PageElement): { box: PageElement; row: PageElement; cell: PageElement } | null {
  const cell = nearest(element, 4, (tag) => tag === 'td' || tag === 'th')
  const row = cell?.parent
  if (!cell || row?.tag !== 'tr' || cellsOf(row) < 2) return null
  const box = nearest(row, 3, (tag) => tag === 'table')
  if (box === null || !row.parent) return null
  const rows = row.parent.children.filter((child) => typeof child !== 'string' && child.tag === 'tr').length
  return rows + (row.parent === box ? 0 : 1) < 2 ? null : { box, row, cell }
}

const cellsOf = (row: PageElement) =>
  row.children.filter((child) => typeof child !== 'string' && (child.tag === 'td' || child.tag === 'th')).length

/** The element or one of so many levels around it that has such a tag. */
export function nearest(element: PageElement, levels: number, test: (tag: string) => boolean): PageElement | null {
  let at: PageElement | null = element
  for (let level = 0; at !== null && level < levels; level += 1, at = at.parent) {
    if (test(at.tag)) return at
  }
  return null
}
