import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FETCH_REASONS } from './fetch-reasons.ts'

const PAGE = join(import.meta.dirname, '../../../docs/reference/fetch-reasons.md')

// To change it on purpose: `npm test -- packages/http-fetch/src/fetch-reasons.test.ts -u`.
test('the reference names every reason', async () => {
  const rows = Object.entries(FETCH_REASONS).map(
    ([code, { retryable, sentence }]) => `| \`${code}\` | ${retryable ? 'yes' : 'no'} | ${sentence} |`,
  )
  const text = `# Why a fetch failed

Every fetch ends as a document, "not modified", gone (404, 410), postponed (not the host's turn), or failed with one of these
codes. They stand in \`ArticleUnreachable\`, in the dead letters and in the logs, and do not change. "Later" says whether the same
request may succeed later: those are tried again with growing pauses, the others are given up at once. Written from
\`packages/http-fetch/src/fetch-reasons.ts\` by its test.

| code | later | what it means |
|---|---|---|
${rows.join('\n')}
`
  await expect(text).toMatchFileSnapshot(PAGE)
})
