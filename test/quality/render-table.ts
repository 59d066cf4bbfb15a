import type { Row } from './measures.ts'

/** Lines of text, columns aligned: figures in per cent, and whether each reaches what it must. */
export function renderTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.group,
    row.measure,
    percent(row.figure),
    percent(row.atLeast),
    verdict(row),
    row.note,
  ])
  const table = [['group', 'measure', 'figure', 'must', '', 'of'], ...lines]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((line) => line[column]!.length)))
  return table
    .map((line) =>
      line
        .map((cell, column) =>
          /^[\d.]+ %$|^–$/.test(cell) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function percent(figure: number | null): string {
  // Rounded down, so that nothing seems to reach what it misses.
  return figure === null ? '–' : `${(Math.floor(figure * 1000) / 10).toFixed(1)} %`
}

function verdict({ figure, atLeast }: Row): string {
  if (figure === null || atLeast === null) return ''
  return figure >= atLeast ? 'ok' : 'BELOW'
}
