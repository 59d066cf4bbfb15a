import { createGrouper } from '@dateline/classification'
import { type BenchmarkRow, documentOf } from './story-document.ts'

/** Groups articles in the order given: the story of each after the last one. */
export function group(rows: readonly BenchmarkRow[]): { id: string; story: string | null }[] {
  const grouper = createGrouper()
  rows.forEach((row, at) => void grouper.observe(documentOf(row, at + 1), `cause-${row.id}`))
  return rows.map(({ id }) => ({ id, story: grouper.storyOf(id) }))
}
