import { type AnyEvent, sha256Hex } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { catchUp } from '../runner/run-projections.ts'
import {
  append,
  articleId,
  discovered,
  extracted,
  fetched,
  type SampleEvent,
  SOURCE_ID,
  withdrawn,
} from '../sample-log.ts'
import { ledgerByDay, listLedger } from './queries.ts'

const { database } = await testDatabase()
const { db } = database
const OTHER = '5b0c4c66-3f9b-5d5e-8a0b-6f1c2d3e4f50'
const at = '2026-11-20T10:00:02Z'

const about = (name: string, event: AnyEvent): SampleEvent => ({ stream: articleId(name), event })
const rejected = (name: string, bytes = name) =>
  about(name, {
    type: 'ArticleRejected',
    data: { rawSha256: sha256Hex(bytes), extractor: 'html/1', reason: 'bot-wall', evidence: 'Are you human?' },
  })
const gone = (name: string) => about(name, { type: 'ArticleGone', data: { httpStatus: 410, goneAt: at } })
const aliased = (name: string, of: string) =>
  about(name, {
    type: 'ArticleAliased',
    data: {
      rawSha256: sha256Hex(name),
      originalArticleId: articleId(of),
      originalUrl: `https://harbour-courier.example/${of}`,
      evidence: `canonical: <link rel="canonical" href="/${of}">`,
    },
  })
const failed = (name: string) =>
  about(name, {
    type: 'ArticleUnreachable',
    data: { reason: 'connect-refused', detail: 'no answer', httpStatus: null, failures: 1, failedAt: at },
  })
const listed = (
  articleIds: string[],
  refused: { url: string; reason: 'not-http' }[] = [],
  sourceId = OTHER,
): SampleEvent => ({
  stream: `listing-${sourceId}`,
  event: { type: 'UrlsListed', data: { sourceId, articleIds, refused, listedAt: at } },
})
const LISTED = ['text', 'wall', 'text-then-wall', 'away', 'text-then-away', 'back', 'twin', 'lost', 'slow', 'erased']

beforeAll(async () => {
  await append(database, [
    ...LISTED.map((name) => discovered(name)),
    discovered('original', null),
    fetched('text'),
    extracted('text', 'Ice'),
    fetched('wall'),
    rejected('wall'),
    fetched('text-then-wall'),
    extracted('text-then-wall', 'Fog'),
    fetched('text-then-wall', 'later'),
    rejected('text-then-wall', 'later'),
    gone('away'),
    fetched('text-then-away'),
    extracted('text-then-away', 'Tide'),
    gone('text-then-away'),
    gone('back'),
    fetched('back'),
    fetched('twin'),
    aliased('twin', 'original'),
    failed('lost'),
    fetched('erased'),
    extracted('erased', 'Secret'),
    withdrawn('erased'),
    listed(
      [articleId('text'), articleId('erased'), articleId('original')],
      [{ url: 'mailto:desk@harbour.example', reason: 'not-http' }],
    ),
    listed([articleId('text')]),
    listed(LISTED.map(articleId), [], SOURCE_ID),
  ])
  await sql`
    insert into work.dead_letter (queue, key, data, code, message, attempts) values
      ('fetch-article', ${articleId('lost')}, '{}', 'connect-refused', 'no answer', 7),
      ('fetch-article', ${articleId('text')}, '{}', 'connect-refused', 'a later visit failed', 7),
      ('fetch-article', ${articleId('original')}, '{}', 'http-403', 'forbidden', 1)`.execute(db)
  await sql`
    insert into work.task (queue, key, data, cause) values ('fetch-article', ${articleId('slow')}, '{}', 1)`.execute(db)
  await catchUp(database)
})

const entries = async (filter: Parameters<typeof listLedger>[1] = {}) => (await listLedger(db, filter, null, 100)).items

describe('the ledger', () => {
  test.for([
    ['text', 'article', null],
    ['wall', 'reject', 'bot-wall'],
    ['text-then-wall', 'article', null],
    ['away', 'gone', 'http-410'],
    ['text-then-away', 'article', null],
    ['back', 'waiting', null],
    ['twin', 'alias', 'canonical'],
    ['lost', 'dead-letter', 'connect-refused'],
    ['slow', 'waiting', null],
  ] as const)('%s ends as %s because of %s', async ([name, ending, reason]) => {
    const found = (await entries({ source: SOURCE_ID })).filter((entry) => entry.articleId === articleId(name))
    expect(found).toMatchObject([{ ending, reason }])
  })

  test('has one row for each URL and source, whatever was said how often', async () => {
    const all = await entries()
    const keys = all.map(({ sourceId, articleId: id, url }) => `${sourceId} ${id ?? url}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(all.filter(({ sourceId }) => sourceId === OTHER)).toHaveLength(4)
  })

  test('knows what a source lists that another was the first to list, and what was refused', async () => {
    const found = (await entries({ source: OTHER })).map(({ url, ending, reason }) => [url, ending, reason])
    expect(found.toSorted(([a], [b]) => (a ?? '').localeCompare(b ?? ''))).toEqual([
      [null, 'withdrawn', null],
      ['https://harbour-courier.example/original', 'dead-letter', 'http-403'],
      ['https://harbour-courier.example/text', 'article', null],
      ['mailto:desk@harbour.example', 'reject', 'not-http'],
    ])
  })

  test('tells how the original of an alias has ended', async () => {
    const [twin] = await entries({ ending: 'alias' })
    expect(twin).toMatchObject({ originalArticleId: articleId('original'), originalEnding: 'dead-letter', isGap: true })
  })

  test('says of what was given up how often it was tried, and of what waits for what', async () => {
    expect(await entries({ ending: 'dead-letter', source: SOURCE_ID })).toMatchObject([{ attempts: 7 }])
    expect(await entries({ ending: 'waiting' })).toContainEqual(
      expect.objectContaining({ articleId: articleId('slow'), waitingFor: 'fetch-article' }),
    )
  })

  test('keeps nothing of what was withdrawn', async () => {
    expect(await entries({ ending: 'withdrawn' })).toMatchObject([
      { url: null, evidence: null },
      { url: null, evidence: null },
    ])
  })

  test('finds the gaps: given up, itself or its original', async () => {
    const missing = (await entries({ gaps: true, source: SOURCE_ID })).map((entry) => entry.articleId)
    expect(missing.toSorted()).toEqual([articleId('lost'), articleId('twin')].toSorted())
  })

  test('is paged without loss', async () => {
    const seen: unknown[] = []
    for (let cursor: string | null = null; ; ) {
      const page = await listLedger(db, {}, cursor, 4)
      seen.push(...page.items.map(({ sourceId, articleId: id, url }) => `${sourceId} ${id ?? url}`))
      cursor = page.next
      if (cursor === null) break
    }
    expect(new Set(seen).size).toBe((await entries()).length)
  })
})

describe('listed against stored', () => {
  test('counts each URL once, under its ending', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    const rows = await ledgerByDay(db, { from: yesterday, to: today })
    const sum = rows.filter(({ sourceId }) => sourceId === SOURCE_ID)
    expect(sum).toMatchObject([{ listed: 10, stored: 3, aliases: 1, rejected: 1, gone: 1, deadLetters: 1 }])
    expect(sum).toMatchObject([{ withdrawn: 1, waiting: 2, gaps: 2 }])
    const { rows: view } = await sql<{ listed: number }>`
      select listed::int from read.ledger_day where source_id = ${SOURCE_ID}`.execute(db)
    expect(view).toEqual([{ listed: 10 }])
  })

  test.for([
    ['2026-13-01', '2026-13-02', 'is no day'],
    ['2026-01-02', '2026-01-01', 'is not a stretch'],
    ['2020-01-01', '2026-01-01', 'is not a stretch'],
  ] as const)('from %s to %s is refused', async ([from, to, message]) => {
    await expect(ledgerByDay(db, { from, to })).rejects.toThrow(message)
  })
})
