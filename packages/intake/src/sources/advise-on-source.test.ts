import { join } from 'node:path'
import { FETCH_REASONS } from '@dateline/http-fetch'
import { expect, test } from 'vitest'
import { adviseOnSource, SOURCE_ADVICE } from './advise-on-source.ts'

const PAGE = join(import.meta.dirname, '../../../../docs/reference/source-failures.md')

test.for([
  ['a source that does well', { health: 'healthy', healthReason: null }, null],
  ['one that refuses', { health: 'failing', healthReason: 'http-unauthorized' }, /FETCH_CONTACT/],
  ['one that fell silent, whatever its words', { health: 'silent', healthReason: 'no news for 9 days' }, /browser/],
  ['one that was paused', { health: 'paused', healthReason: 'empty' }, null],
  ['a code of another release', { health: 'failing', healthReason: 'constructor' }, null],
] as const)('%s', ([, source, expected]) => {
  const advice = adviseOnSource(source)
  if (expected === null) expect(advice).toBeNull()
  else expect(advice).toMatch(expected)
})

// To change it on purpose: `npm test -- packages/intake/src/sources/advise-on-source.test.ts -u`.
test('the reference names every reason', async () => {
  const sentences = FETCH_REASONS as Readonly<Record<string, { sentence: string }>>
  const lines = Object.entries(SOURCE_ADVICE).map(([code, advice]) =>
    [`- \`${code}\`:`, sentences[code]?.sentence, `**${advice}**`].filter((part) => part !== undefined).join(' '),
  )
  const text = `# When a source fails: what to do

The reasons in \`dateline source list\`, \`source show\`, on the page \`/sources\`, in \`healthReason\` of \`/v1/sources\` and in the log
lines "source health changed". \`source show\` and the page say what to do. Written from
\`packages/intake/src/sources/advise-on-source.ts\` by its test.

${lines.join('\n')}
`
  await expect(text).toMatchFileSnapshot(PAGE)
})
