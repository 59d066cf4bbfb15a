import { testDatabase } from '@dateline/testing'
import { beforeAll, expect, test } from 'vitest'
import { getArticle, listArticles } from './article/queries.ts'
import { getCopy } from './provenance/queries.ts'
import { listRevisions } from './revision/queries.ts'
import { catchUp } from './runner/run-projections.ts'
import { verifyViews } from './runner/verify-views.ts'
import { append, articleId, copied, eraseBodies, extracted, sampleLog, withdrawn } from './sample-log.ts'
import { getTopic } from './topic/queries.ts'

const { database } = await testDatabase()
const { db, pool } = database
const ID = articleId('ice')

beforeAll(async () => {
  await append(database, [...sampleLog(), copied('ice', 'strike'), withdrawn('ice')])
  await catchUp(database)
  await eraseBodies(database, ID)
})

test('a withdrawn article says nothing, now or as of any time before', async () => {
  const article = await getArticle(db, ID)
  expect(article).toMatchObject({ status: 'withdrawn', title: null, url: null, extraction: null, revisionCount: 0 })
  expect((await listArticles(db, {}, null, 100)).items.map(({ articleId: id }) => id)).not.toContain(ID)
  expect((await listRevisions(db, ID, null, 10)).items).toEqual([])
  expect(await getCopy(db, ID)).toBeNull()
  expect(await getTopic(db, 'medtop:17000000')).toBeNull()
  for (let asOf = 1; asOf <= sampleLog().length; asOf++) {
    expect((await getArticle(db, ID, asOf))?.title ?? null).toBeNull()
  }
})

test('no table of the views holds a word of it', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'views' and tablename like '%\\_g1'`,
  )
  for (const { name } of rows) {
    const found = await pool.query(`select t from views.${name} t where t::text like '%thick ice%'`)
    expect(found.rows, name).toEqual([])
  }
})

test('a rebuild neither brings it back nor differs', async () => {
  const verdicts = await verifyViews(database)
  expect(verdicts.filter(({ isSame }) => !isSame).map(({ name }) => name)).toEqual([])
})

test('what comes later does not bring it back', async () => {
  await append(database, [extracted('ice', 'Back again')])
  await catchUp(database)
  expect(await getArticle(db, ID)).toMatchObject({ status: 'withdrawn', title: null })
})
