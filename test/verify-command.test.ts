import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { openLog } from '@dateline/event-store'
import { catchUp } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'

const { database, url } = await testDatabase()

function verify(...args: string[]) {
  const main = join(import.meta.dirname, '../services/cli/src/main.ts')
  const env = { PATH: process.env.PATH, DATABASE_URL: url }
  return spawnSync(process.execPath, [main, 'verify', ...args], { env, encoding: 'utf8' })
}

test.for([
  { args: ['--gate'], says: /say how --views are verified: add it/ },
  { args: ['--views', '--gate', '--shards', '2'], says: /--gate has its own pages and shards/ },
  { args: ['--views', '--shards', 'many'], says: /shards must be from 1 to 16/ },
])('`dateline verify $args` is refused in one line', { timeout: 60_000 }, ({ args, says }) => {
  const { stderr, status } = verify(...args)
  expect(stderr).toMatch(says)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(1)
})

test('`dateline verify --views --gate` folds a view both ways, tells how far it is, and names what differs', {
  timeout: 60_000,
}, async () => {
  const log = await openLog(database)
  const gone = { type: 'ArticleGone', data: { httpStatus: 410, goneAt: '2026-11-20T10:00:00Z' } }
  for (const article of ['article-1', 'article-2']) {
    const normalUrl = `https://harbour-courier.example/${article}`
    const discovered = {
      type: 'ArticleDiscovered',
      data: {
        ...{ url: normalUrl, normalUrl, sourceId: null, listedTitle: null, listedPublishedAt: null },
        ...{ via: 'submission', discoveredAt: '2026-11-20T09:00:00Z' },
      },
    }
    await log.append(article, 'new', [discovered, gone], { cause: 'test' })
  }
  await log.close()
  await catchUp(database)
  const first = verify('--views', '--gate', '--view', 'article')
  expect(first.stderr).toMatch(/article 1 × 1: 4\/4\narticle 5000 × 4: 4\/4/)
  expect(first.stdout).toMatch(/^same +article at 4 [0-9a-f]{16}\nThe views are what the log says\.\n$/)
  await database.pool.query(`update views.article_g1 set title = 'Forged' where article_id = 'article-2'`)
  const second = verify('--views', '--gate', '--view', 'article')
  expect(second.stdout).toMatch(
    /^DIFFERENT article at 4 .*\n +in pages of 1, 1 shards: .*\n +in pages of 5000, 4 shards/,
  )
  expect([first.status, second.status]).toEqual([0, 1])
})
