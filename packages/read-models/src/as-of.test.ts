import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { getArticle, listArticles } from './article/queries.ts'
import { resolveAsOf } from './as-of.ts'
import { listEvents } from './event/queries.ts'
import { listFindings } from './finding/queries.ts'
import { getCopy, listCopies } from './provenance/queries.ts'
import { listRevisions } from './revision/queries.ts'
import { catchUp } from './runner/run-projections.ts'
import {
  altered,
  append,
  articleId,
  classified,
  copied,
  discovered,
  extracted,
  noCopy,
  type SampleEvent,
  SOURCE_ID,
  sampleLog,
  storyId,
  unaltered,
} from './sample-log.ts'
import { getSource, listSources } from './source/queries.ts'
import { getStory, listStories, storyArticles } from './story/queries.ts'
import { getTopic, listTopics } from './topic/queries.ts'

/** Thousands of reads: on a machine that does much else they take their time. */
vi.setConfig({ testTimeout: 120_000 })

/** Every read there is, of what is in the log now. */
async function readAll({ db }: { db: Parameters<typeof getArticle>[0] }, asOf?: number) {
  const names = ['ice', 'flood', 'strike', 'fog', 'tide', 'live']
  const articles = await listArticles(db, {}, null, 100, asOf)
  const stories = await listStories(db, {}, null, 100, asOf)
  const topics = await listTopics(db, null, 100, asOf)
  return {
    article: await Promise.all(names.map((name) => getArticle(db, articleId(name), asOf))),
    articles: articles.items.map((article) => article.articleId).sort(),
    ofTopic: (await listArticles(db, { topic: 'medtop:03000000' }, null, 100, asOf)).items
      .map((one) => one.title)
      .sort(),
    ofStory: (await listArticles(db, { storyId: storyId('winter') }, null, 100, asOf)).items
      .map((one) => one.title)
      .sort(),
    byTime: await Promise.all(
      [{ since: '2026-11-19T00:00:00Z', until: '2026-11-20T00:00:00Z' }, { since: '2026-11-20T00:00:00Z' }].map(
        async (filter) => (await listArticles(db, filter, null, 100, asOf)).items.map((one) => one.title).sort(),
      ),
    ),
    revisions: await listRevisions(db, articleId('ice'), null, 100, asOf),
    story: await Promise.all(['winter', 'water'].map((name) => getStory(db, storyId(name), asOf))),
    stories: stories.items.map((story) => story.storyId).sort(),
    members: await Promise.all(
      ['winter', 'water'].map(async (name) => (await storyArticles(db, storyId(name), null, 100, asOf)).items),
    ),
    topic: (await getTopic(db, 'medtop:17000000', asOf))?.articleCount ?? null,
    topics: topics.items.map(({ qcode, articleCount }) => [qcode, articleCount]),
    source: await getSource(db, SOURCE_ID, asOf),
    sources: await listSources(db, {}, null, 100, asOf),
    findings: (await listFindings(db, {}, null, 100, asOf)).items,
    retracted: (await listFindings(db, { retracted: 'true' }, null, 100, asOf)).items,
    copyOf: await getCopy(db, articleId('flood'), asOf),
    copies: await Promise.all(
      ['ice', 'strike'].map(async (name) => (await listCopies(db, articleId(name), null, 100, asOf)).items),
    ),
  }
}

// A live blog: more versions than stand between two whole ones.
const revisions = Array.from({ length: 20 }, (_, index) => extracted('live', `Minute ${index}`, {}, `live-${index}`))
const retractions = [
  unaltered('flood', 'ice'),
  noCopy('flood', 'ice'),
  copied('flood', 'ice'),
  copied('flood', 'strike'),
]
const others = [noCopy('flood', 'ice'), noCopy('flood', 'strike'), altered('flood', 'strike')]
const events = [...sampleLog(), discovered('live'), ...revisions, ...retractions, ...others]

/** With statistics of a few rows any index is as good as another: none are taken, so that plans are those of a large table. */
async function databaseWithoutStatistics() {
  const { database } = await testDatabase()
  await database.pool.query('alter table views.article_history_g1 set (autovacuum_enabled = off)')
  return database
}

describe('as of every position of the log', async () => {
  const database = await databaseWithoutStatistics()
  const then: Awaited<ReturnType<typeof readAll>>[] = []
  beforeAll(async () => {
    for (const event of events) {
      await append(database, [event])
      await catchUp(database)
      then.push(await readAll(database))
    }
  })

  test('every read gives what it gave then', async () => {
    for (const [index, expected] of then.entries()) expect(await readAll(database, index + 1)).toEqual(expected)
  })

  test('what was taken back stands until then', () => {
    const at = (event: (typeof events)[number]) => then[events.indexOf(event)]!
    const [unaltering, no, again, other] = retractions as [SampleEvent, SampleEvent, SampleEvent, SampleEvent]
    const kinds = ({ findings }: (typeof then)[number]) => findings.map(({ kind }) => kind)
    expect(kinds(then[events.indexOf(unaltering) - 1]!)).toEqual(['altered-copy', 'outdated-copy', 'stealth-edit'])
    expect(kinds(at(unaltering))).toEqual(['outdated-copy', 'stealth-edit'])
    expect(at(unaltering).retracted).toMatchObject([{ kind: 'altered-copy', retractedBecause: 'says 12 ships by now' }])
    expect(at(no)).toMatchObject({ copyOf: null, copies: [[], []] })
    expect(kinds(at(no))).toEqual(['stealth-edit'])
    expect(at(again).copyOf).toMatchObject({ originalArticleId: articleId('ice') })
    expect(at(other).copies).toMatchObject([[], [{ articleId: articleId('flood') }]])
    expect(at(others[0]!).copyOf).toMatchObject({ originalArticleId: articleId('strike') })
    expect(at(others[1]!).copyOf).toBeNull()
    expect(at(others[1]!).article[1]).toMatchObject({ copyOf: null, copyKind: null, copyContainment: null })
    expect(kinds(at(others[2]!))).toEqual(['altered-copy', 'stealth-edit'])
  })

  test('before the first event there is nothing', async () => {
    expect(await readAll(database, 0)).toMatchObject({ articles: [], stories: [], topics: [], source: null })
  })

  test('a list is paged', async () => {
    const whole = await listArticles(database.db, {}, null, 100, events.length)
    const first = await listArticles(database.db, {}, null, 2, events.length)
    const second = await listArticles(database.db, {}, first.next, 2, events.length)
    expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 4))
  })

  test('a row is found by its keys, not by reading all', async () => {
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
      `explain select * from read.article_as_of('2026-11-20T10:00:00Z') where article_id = '${articleId('ice')}'`,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('article_history_g1_pkey')
    expect(plan).not.toContain('Function Scan on article_at_position')
  })
})

describe('a list as of a position', async () => {
  const database = await databaseWithoutStatistics()
  const asOf = await append(database, sampleLog())
  await catchUp(database)

  test.for([
    { by: 'publisher', filter: { publisherDomain: 'harbour-courier.example' }, uses: 'revision_g1_publisher_domain' },
    { by: 'agency', filter: { agencyId: 'ap' }, uses: 'revision_g1_agency_id' },
    { by: 'source', filter: { sourceId: SOURCE_ID }, uses: 'article_g1_source_id' },
    { by: 'story', filter: { storyId: storyId('winter') }, uses: 'story_article_g1_story_id' },
    { by: 'topic', filter: { topic: 'medtop:03000000' }, uses: 'article_topic_g1' },
    { by: 'language', filter: { language: 'de' }, uses: 'revision_g1_languages', byBitmap: true },
    { by: 'nothing', filter: {}, uses: 'article_g1_first_position_idx' },
  ])('by $by looks up an index and puts back each row by its history', async ({ filter, uses, byBitmap = false }) => {
    const queries: { sql: string; parameters: readonly unknown[] }[] = []
    const db: Db = new Kysely({
      dialect: new PostgresDialect({ pool: database.pool }),
      log: ({ query: { sql, parameters } }) => void queries.push({ sql, parameters }),
    })
    await listArticles(db, filter, null, 10, asOf)
    const client = await database.pool.connect()
    // A table of a few rows is read whole if it may be; what matters is whether a large one need not be.
    await client.query(`begin; set local enable_seqscan = off; set local enable_bitmapscan = ${byBitmap}`)
    const { sql, parameters } = queries[0]!
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...parameters])
    await client.query('rollback')
    client.release()
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain(uses)
    expect(plan).toContain('article_history_g1_pkey')
    expect(plan).not.toContain('Seq Scan')
  })
})

test('a list by language has what was in it then, as the page said or the text was read', async () => {
  const { database } = await testDatabase()
  const declared = { value: 'sw-KE', basis: 'explicit' as const, evidence: 'sw-KE', confidence: 1 }
  const page = extracted('ice', 'Barafu', { language: declared })
  await append(database, [discovered('ice'), page, classified('ice', {}), extracted('ice', 'Ice', {}, 'later')])
  await catchUp(database)
  const found = async (language: string, asOf: number) =>
    (await listArticles(database.db, { language }, null, 10, asOf)).items.map(({ title }) => title)
  expect(await found('sw', 1)).toEqual([])
  expect(await found('sw', 2)).toEqual(['Barafu'])
  expect(await found('en', 2)).toEqual([])
  expect(await found('sw', 3)).toEqual([])
  expect(await found('en', 3)).toEqual(['Barafu'])
  expect(await found('en', 4)).toEqual(['Ice'])
})

describe('a moment', async () => {
  const { database } = await testDatabase()
  beforeAll(async () => {
    await append(database, [discovered('a'), discovered('b')])
    await sleep(20)
    await append(database, [discovered('c')])
  })

  test('in time is the last event that was recorded by then', async () => {
    for (const { recordedAt, position } of await listEvents(database.db, 0, 10)) {
      const found = (await resolveAsOf(database, recordedAt)) ?? 0
      expect(found).toBeGreaterThanOrEqual(position)
      const [after] = await listEvents(database.db, found, 1)
      if (after !== undefined) expect(Date.parse(after.recordedAt)).toBeGreaterThan(Date.parse(recordedAt))
    }
    expect(await resolveAsOf(database, '2001-01-01T00:00:00Z')).toBe(0)
    expect(await resolveAsOf(database, '2999-01-01T00:00:00Z')).toBe(3)
  })

  test('can be a position, or now', async () => {
    expect(await resolveAsOf(database, '2')).toBe(2)
    expect(await resolveAsOf(database, undefined)).toBeUndefined()
  })

  test.for(['4', '-1', '1e3', 'yesterday', '2026-11-20', '2026-13-45T00:00:00Z', '9'.repeat(30), ''])(
    'cannot be "%s"',
    async (moment) => {
      await expect(resolveAsOf(database, moment)).rejects.toThrow(BadInputError)
    },
  )
})
