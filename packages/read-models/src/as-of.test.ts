import { setTimeout as sleep } from 'node:timers/promises'
import { BadInputError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { getArticle, listArticles } from './article/queries.ts'
import { resolveAsOf } from './as-of.ts'
import { listEvents } from './event/queries.ts'
import { listRevisions } from './revision/queries.ts'
import { catchUp } from './runner/run-projections.ts'
import { append, articleId, discovered, extracted, SOURCE_ID, sampleLog, storyId } from './sample-log.ts'
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
    revisions: await listRevisions(db, articleId('ice'), null, 100, asOf),
    story: await Promise.all(['winter', 'water'].map((name) => getStory(db, storyId(name), asOf))),
    stories: stories.items.map((story) => story.storyId).sort(),
    members: await Promise.all(
      ['winter', 'water'].map(async (name) => (await storyArticles(db, storyId(name), null, 100, asOf)).items),
    ),
    topic: (await getTopic(db, 'medtop:17000000', asOf))?.articleCount ?? null,
    topics: topics.items.map(({ qcode, articleCount }) => [qcode, articleCount]),
    source: await getSource(db, SOURCE_ID, asOf),
    sources: await listSources(db, null, 100, asOf),
  }
}

// A live blog: more versions than stand between two whole ones.
const revisions = Array.from({ length: 20 }, (_, index) => extracted('live', `Minute ${index}`, {}, `live-${index}`))
const events = [...sampleLog(), discovered('live'), ...revisions]

describe('as of every position of the log', async () => {
  const { database } = await testDatabase()
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
