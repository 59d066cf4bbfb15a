import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleIdOfUrl, sha256Hex } from '@dateline/domain'
import { type Log, readLog } from '@dateline/event-store'
import { withdrawArticle } from '@dateline/intake'
import { openLogger, openPlatform, readConfig } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { recordCopyLooked } from '@dateline/work-state'
import { afterAll, expect, test, vi } from 'vitest'
import { followCopies } from './follow-copies.ts'

const { database, url: DATABASE_URL } = await testDatabase()
const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
const platform = await openPlatform('test', config, openLogger('test', config))
afterAll(() => platform.close())

const QUOTED = 'Two plethorix keepers were hurt.'
const contentOf = (url: string) => sha256Hex(`content of ${url}`)

const SAMPLES = join(import.meta.dirname, '../../../packages/domain/samples')
const sample = (name: string) => JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), 'utf8'))
const { data: extracted } = sample('ArticleExtracted-bare')
const fetched = sample('ArticleFetched')

/** @returns id of an article at the URL. */
async function bring(url: string, copyOf?: string): Promise<string> {
  const id = articleIdOfUrl(url)
  const listed = { sourceId: null, via: 'submission', listedTitle: null, listedPublishedAt: null }
  const copy = { kind: 'edited', containment: 0.9, inferredAgency: null, evidence: 'most of it', matcher: 'copies/1' }
  const events = [
    { type: 'ArticleDiscovered', data: { url, normalUrl: url, ...listed, discoveredAt: '2031-04-06T08:00:00Z' } },
    { type: 'ArticleExtracted', data: { ...extracted, contentSha256: contentOf(url) } },
    copyOf === undefined ? fetched : { type: 'CopyDetected', data: { originalArticleId: copyOf, ...copy } },
  ]
  await platform.log.append(id, 'new', events, { cause: `test/${url}` })
  return id
}

/** An original, and a copy of it that is due to be held against it. */
async function pairOf(name: string) {
  const original = `https://wire.example/${name}`
  const url = `https://paper.example/${name}`
  const originalId = await bring(original)
  const copyId = await bring(url, originalId)
  const idle = followCopies({ ...platform, judgeCopy: async () => null })
  while ((await idle()).more);
  await recordCopyLooked(database.db, [copyId], '2099-01-01T00:00:00Z')
  const altered = {
    ...{ contentSha256: contentOf(url), originalContentSha256: contentOf(original), detector: 'test/1', changes: [] },
    ...{ evidence: 'another number', sentences: [{ original: QUOTED, copy: 'Three keepers were hurt.' }] },
  }
  return { originalId, copyId, found: { outdated: null, altered } }
}

const findingsOn = async (copyId: string) =>
  (await readLog(database, { afterPosition: 0 })).filter(
    ({ stream, type }) => stream === copyId && type === 'CopyAltered',
  )

test('a finding on a copy quotes its original', async () => {
  const { copyId, found } = await pairOf('quoted')
  await followCopies({ ...platform, judgeCopy: async () => found })()
  expect(JSON.stringify(await findingsOn(copyId))).toContain(QUOTED)
})

test('an original that is withdrawn while a copy is held against it is not quoted', async () => {
  const { originalId, copyId, found } = await pairOf('withdrawn-before')
  const judgeCopy = async () => {
    await withdrawArticle(platform, originalId, 'a court')
    return found
  }
  await followCopies({ ...platform, judgeCopy })()
  expect(await findingsOn(copyId)).toEqual([])
})

test('a withdrawal waits for the finding that is being recorded, and erases it', async () => {
  const { originalId, copyId, found } = await pairOf('withdrawn-meanwhile')
  let withdrawal: Promise<unknown> = Promise.resolve()
  const append: Log['append'] = async (...request) => {
    let isOver = false
    withdrawal = withdrawArticle(platform, originalId, 'a court').finally(() => {
      isOver = true
    })
    await vi.waitFor(async () => expect(isOver || (await isAnyoneWaiting())).toBe(true), 30_000)
    return platform.log.append(...request)
  }
  await followCopies({ ...platform, log: { ...platform.log, append }, judgeCopy: async () => found })()
  await withdrawal
  expect(await findingsOn(copyId)).toMatchObject([{ withdrawn: true, data: null }])
})

async function isAnyoneWaiting(): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rowCount! > 0
}
