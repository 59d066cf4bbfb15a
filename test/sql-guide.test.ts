import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openLog } from '@dateline/event-store'
import { catchUp } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { beforeAll, describe, expect, test } from 'vitest'

const DOCS = resolve(import.meta.dirname, '../docs')
const FILE = resolve(DOCS, 'guides/query-with-sql.md')
const statements = globSync('**/*.md', { cwd: DOCS }).flatMap((file) =>
  [...readFileSync(resolve(DOCS, file), 'utf8').matchAll(/```sql\n(.*?)```/gs)].map(([, text]) => ({
    file,
    text: text!,
  })),
)
const { database } = await testDatabase()

beforeAll(async () => {
  const log = await openLog(database)
  const url = 'https://harbour-courier.example/ice'
  const times = { listedPublishedAt: null, discoveredAt: '2026-11-20T10:00:00Z' }
  const data = { url, normalUrl: url, sourceId: null, via: 'submission' as const, listedTitle: 'Ice', ...times }
  const stream = 'article-00000000000000000000000000000000'
  await log.append(stream, 'new', [{ type: 'ArticleDiscovered', data }], { cause: 'guide' })
  const storyId = stream.replace('article', 'story')
  const opened = { storyId, articleId: stream, label: 'Ice', grouper: 'guide', followsStoryId: null }
  await log.append(storyId, 'new', [{ type: 'StoryOpened', data: opened }], { cause: 'guide story' })
  await log.close()
  await catchUp(database)
})

describe('every statement of SQL in the documents', () => {
  test('is found', () => expect(new Set(statements.map(({ file }) => file)).size).toBeGreaterThan(1))

  test.for(
    statements.map(({ file, text }) => ({ text, name: `${file}: ${text.trim().split('\n').slice(0, 2).join(' ')}` })),
  )('runs for a reader: $name', async ({ text }) => {
    const client = await database.pool.connect()
    try {
      await client.query('begin; set local role dateline_reader')
      const { fields, rows } = await client.query(text)
      expect(fields.length).toBeGreaterThan(0)
      // Those that ask for no moment or topic that the reader would put in must find what is there.
      if (!/'(2026|medtop)|at_position|merged_into|publisher_domain|precision|ledger_day/.test(text)) {
        expect(rows.length).toBeGreaterThan(0)
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('and every function for reading the past is named in it', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'read'::regnamespace and proname like '%as\\_of'`,
    )
    const guide = readFileSync(FILE, 'utf8')
    for (const { name } of rows) expect(guide).toContain(`\`${name.replace('_as_of', '')}\``)
  })
})
