import type { PageElement } from './page-tree.ts'

/** A table of data: at least two rows of at least two cells. Old pages lay out whole articles in one cell. */
export function tableOf(element: PageElement): { box: PageElement; row: PageElement; cell: PageElement } | null {
  const cell = nearest(element, 4, (tag) => tag === 'td' || tag === 'th')
  const row = cell?.parent
  if (!cell || row?.tag !== 'tr' || !row.parent || !hasTwo(row, (tag) => tag === 'td' || tag === 'th')) return null
  const box = nearest(row, 3, (tag) => tag === 'table')
  return box !== null && (row.parent !== box || hasTwo(box, (tag) => tag === 'tr')) ? { box, row, cell } : null
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
