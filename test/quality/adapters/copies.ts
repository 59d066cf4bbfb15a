import { createGrouper } from '@dateline/classification'
import { type BenchmarkRow, documentOf } from './story-document.ts'

/** The canonical item of each article's text: itself where it is nobody's copy. */
export function match(rows: readonly BenchmarkRow[]): { id: string; dup: string }[] {
  const grouper = createGrouper()
  rows.forEach((row, at) => void grouper.observe(documentOf(row, at + 1), `cause-${row.id}`))
  return rows.map(({ id }) => ({ id, dup: grouper.originalOf(id) ?? id }))
}
