import type { Db } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { getArticle, listArticles } from './article/queries.ts'
import { articleDetail, articleSummary } from './article/schema.ts'
import type { Page } from './cursor.ts'
import { listEvents, recordedEvent } from './event/queries.ts'
import { finding, listFindings } from './finding/queries.ts'
import { progress, progressReport } from './progress.ts'
import { copyEdge, getCopy, listCopies } from './provenance/queries.ts'
import { getRevision, listRevisions, revisionDetail, revisionSummary } from './revision/queries.ts'
import { catchUp } from './runner/run-projections.ts'
import { append, articleId, discovered, extracted, SOURCE_ID, sampleLog, storyId } from './sample-log.ts'
import { getSource, listSources, sourceSummary } from './source/queries.ts'
import { getStory, listStories, storyArticles, storyDetail, storyMember, storySummary } from './story/queries.ts'
import { getTopic, listTopics, topicSummary } from './topic/queries.ts'

const { database } = await testDatabase()
const { db } = database
const many = Array.from({ length: 25 }, (_, index) => `many-${index}`)

beforeAll(async () => {
  await append(database, [...sampleLog(), ...many.flatMap((name) => [discovered(name, null), extracted(name, name)])])
  await catchUp(database)
})

type List = (db: Db, cursor: string | null, limit: number) => Promise<Page<unknown>>
const lists: { name: string; list: List; shape: z.ZodType; total: number }[] = [
  {
    name: 'articles',
    list: (...page) => listArticles(page[0], {}, page[1], page[2]),
    shape: articleSummary,
    total: 28,
  },
  {
    name: 'revisions',
    list: (...page) => listRevisions(page[0], articleId('ice'), page[1], page[2]),
    shape: revisionSummary,
    total: 2,
  },
  { name: 'stories', list: (...page) => listStories(page[0], {}, page[1], page[2]), shape: storySummary, total: 1 },
  {
    name: 'members of a story',
    list: (...page) => storyArticles(page[0], storyId('winter'), page[1], page[2]),
    shape: storyMember,
    total: 2,
  },
  { name: 'topics', list: listTopics, shape: topicSummary, total: 2 },
  {
    name: 'sources',
    list: (...page) => listSources(page[0], {}, page[1], page[2]),
    shape: sourceSummary,
    total: 1,
  },
  { name: 'findings', list: (...page) => listFindings(page[0], {}, page[1], page[2]), shape: finding, total: 3 },
  {
    name: 'copies',
    list: (...page) => listCopies(page[0], articleId('ice'), page[1], page[2]),
    shape: copyEdge,
    total: 1,
  },
]

describe.each(lists)('the list of $name', ({ list, shape, total }) => {
  test('is the same in pages of any size, each item of the shape it promises', async () => {
    const whole = await list(db, null, 500)
    expect(whole.next).toBeNull()
    expect(whole.items).toHaveLength(total)
    expect(z.array(strict(shape)).parse(whole.items)).toEqual(whole.items)
    for (const limit of [1, 2, 27]) {
      const items: unknown[] = []
      for (let next: string | null | undefined; next !== null; ) {
        const page = await list(db, next ?? null, limit)
        items.push(...page.items)
        next = page.next
      }
      expect(items).toEqual(whole.items)
    }
  })

  test.for([
    ['not base64', '!'],
    ['not JSON', Buffer.from('nonsense').toString('base64url')],
    ['of another list', Buffer.from('["elsewhere",1]').toString('base64url')],
    ['with another key', Buffer.from('["articles",{"$gt":""}]').toString('base64url')],
    ['too long', 'A'.repeat(10_000)],
  ])('refuses a cursor that is %s', async ([, cursor]) => {
    await expect(list(db, cursor!, 10)).rejects.toThrow(BadInputError)
  })

  test.for([0, -1, 1.5, 501, Number.NaN])('refuses a limit of %s', async (limit) => {
    await expect(list(db, null, limit)).rejects.toThrow(BadInputError)
  })
})

test.for([
  { name: 'status', filter: { status: 'rejected' as const }, found: ['fog'] },
  { name: 'topic', filter: { topic: 'medtop:03000000' }, found: ['flood'] },
  { name: 'story', filter: { storyId: storyId('winter') }, found: ['ice', 'strike'] },
  { name: 'source', filter: { sourceId: SOURCE_ID }, found: ['ice', 'flood', 'strike'] },
  { name: 'original', filter: { copyOf: articleId('ice') }, found: ['flood'] },
  { name: 'agency', filter: { agencyId: 'AP' }, found: [] },
  { name: 'time', filter: { since: '2026-11-19T00:00:00Z', until: '2026-11-19T00:00:00Z' }, found: [] },
])('articles can be chosen by $name', async ({ filter, found }) => {
  const { items } = await listArticles(db, filter, null, 100)
  expect(items.map((article) => article.articleId).sort()).toEqual(found.map(articleId).sort())
})

describe('one', () => {
  test('article comes with its whole text and evidence', async () => {
    const article = await getArticle(db, articleId('ice'))
    expect(strict(articleDetail).parse(article)).toEqual(article)
    expect(article).toMatchObject({ title: 'Harbour: thick ice', revisionCount: 2, storyId: storyId('winter') })
    expect(article?.extraction?.text).toContain('froze')
    expect(await getArticle(db, 'article-none')).toBeNull()
  })

  test('revision says what it changed', async () => {
    const revision = await getRevision(db, articleId('ice'), 2)
    expect(strict(revisionDetail).parse(revision)).toEqual(revision)
    expect(revision).toMatchObject({ changed: ['title'], stealth: true })
    expect(await getRevision(db, articleId('ice'), 1)).toMatchObject({ stealth: false })
    expect(await getRevision(db, articleId('ice'), 3)).toBeNull()
  })

  test('story that was merged leads to its heir', async () => {
    const story = await getStory(db, storyId('water'))
    expect(strict(storyDetail).parse(story)).toEqual(story)
    expect(story).toMatchObject({ storyId: storyId('winter'), redirectedFrom: storyId('water') })
    expect(await getStory(db, 'story-none')).toBeNull()
  })

  test('topic, source and copy', async () => {
    expect(await getTopic(db, 'medtop:17000000')).toMatchObject({ articleCount: 1 })
    expect(await getSource(db, SOURCE_ID)).toMatchObject({ health: 'healthy', discoveredCount: 4, extractedCount: 3 })
    expect(await getCopy(db, articleId('flood'))).toMatchObject({ originalArticleId: articleId('ice'), kind: 'edited' })
  })
})

test('events come in order, with their bodies', async () => {
  const events = await listEvents(db, 3, 4)
  expect(
    z
      .array(recordedEvent)
      .parse(events)
      .map(({ position }) => position),
  ).toEqual([4, 5, 6, 7])
  expect(events[0]!.data).toMatchObject({ via: 'feed' })
  await expect(listEvents(db, -1, 10)).rejects.toThrow(BadInputError)
  await expect(listEvents(db, 0, 1_001)).rejects.toThrow(BadInputError)
  expect(await listEvents(db, 0, 9, { stream: articleId('fog') })).toHaveLength(3)
})

test('progress says where every view stands', async () => {
  const report = await progress(db)
  expect(progressReport.parse(report)).toEqual(report)
  expect(report.position).toBe(report.headPosition)
})

/** Unknown keys are refused, so that the schemas promise neither less nor more than what is sent. */
function strict(shape: z.ZodType): z.ZodType {
  return shape instanceof z.ZodObject ? shape.strict() : shape
}
