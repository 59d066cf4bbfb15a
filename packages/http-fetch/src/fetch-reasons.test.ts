import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FETCH_REASONS } from './fetch-reasons.ts'

const PAGE = join(import.meta.dirname, '../../../docs/reference/fetch-reasons.md')

// To change it on purpose: `npm test -- packages/http-fetch/src/fetch-reasons.test.ts -u`.
test('the reference names every reason', async () => {
  const cells = [
    ['code', 'later', 'what it means'],
    ['', '', ''],
    ...Object.entries(FETCH_REASONS).map(([code, info]) => [
      `\`${code}\``,
      info.retryable ? 'yes' : 'no',
      info.sentence,
    ]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]!.length)))
  const rows = cells.map((row, at) => {
    const padded = row.map((cell, column) => (at === 1 ? '-'.repeat(widths[column]!) : cell.padEnd(widths[column]!)))
    return `| ${padded.join(' | ')} |`
  })
  const text = `# Why a fetch failed

Every fetch ends as a document, "not modified", gone (404, 410), postponed (not the host's turn), or failed with one of these
codes. They stand in \`ArticleUnreachable\`, in the dead letters and in the logs, and do not change. "Later" says whether the same
request may succeed later: those are tried again with growing pauses, the others are given up at once. Written from
\`packages/http-fetch/src/fetch-reasons.ts\` by its test.

${rows.join('\n')}
`
  await expect(text).toMatchFileSnapshot(PAGE)
})
