import { TOPIC_NAMES } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { beforeAll, expect, test } from 'vitest'
import { catchUp } from '../runner/run-projections.ts'
import { append, articleId, sampleLog } from '../sample-log.ts'
import { topicHours } from './queries.ts'
import { writeTopicNames } from './write-topic-names.ts'

const { database } = await testDatabase()
const { pool, db } = database

beforeAll(async () => {
  await append(database, sampleLog())
  await catchUp(database)
  await pool.query(`insert into views.topic_name values ('medtop:17000000', 'en', 'as another release called it')`)
  await writeTopicNames(db)
  await writeTopicNames(db)
})

const read = async (query: string) => {
  const client = await pool.connect()
  try {
    await client.query('begin; set local role dateline_reader')
    return (await client.query({ text: query, rowMode: 'array' })).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('every topic has its English name, once', async () =>
  expect(await read(`select count(*)::integer from read.topic_name where language = 'en'`)).toEqual([
    [Object.keys(TOPIC_NAMES).length],
  ]))

test.for([
  [`'medtop:17000000'`, 'weather'],
  [`'medtop:17000000', 'de'`, 'Wetter'],
  [`'medtop:20000530', 'de'`, 'strikes'],
  [`'medtop:17000000', 'xx'`, 'weather'],
  [`'medtop:20009999'`, 'Media Topic 20009999'],
  [`'house:docks', 'de'`, 'docks'],
])('read.topic_name(%s)', async ([argument, name]) =>
  expect(await read(`select read.topic_name(${argument})`)).toEqual([[name]]),
)

test('names of an article, in the order of its topics', async () => {
  const rows = await read(`select read.topic_names(topics), read.topic_names(topics, 'fr') from read.article
    where article_id = '${articleId('ice')}'`)
  expect(rows).toEqual([[['weather'], ['météo']]])
  expect(await read(`select read.topic_names('{}')`)).toEqual([[[]]])
})

test('topics have names', async () =>
  expect(await read(`select name from read.topic where qcode = 'medtop:17000000'`)).toEqual([['weather']]))

test('hours as of a position count what had the topic then', async () => {
  const { rows } = await pool.query(
    `select article_id, from_position from read.article_topic where qcode = 'medtop:17000000' order by from_position`,
  )
  expect(rows.length).toBeGreaterThan(0)
  const begun = Number(rows[0].from_position)
  const counted = async (asOf: number | undefined) =>
    (await topicHours(db, 'medtop:17000000', new Date(), 2, asOf)).reduce((sum, { articles }) => sum + articles, 0)
  expect(await counted(begun - 1)).toBe(0)
  expect(await counted(begun)).toBe(1)
  const { rows: head } = await pool.query('select position from log.head')
  expect(await counted(Number(head[0].position))).toBe(await counted(undefined))
})

test('the usual of an hour is that of REST', async () => {
  const now = new Date()
  const hourBefore = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString().slice(0, 13)
  const hours = [24, 72].map((before) => `medtop:17000000 ${hourBefore(before)}`)
  await pool.query(`insert into views.topic_hour_g1 select unnest($1::text[]), unnest(array[5, 3])`, [hours])
  await pool.query(
    `insert into views.topic_hour_g1 values ($1, 1) on conflict (bucket) do update set article_count = 1`,
    [`medtop:17000000 ${hourBefore(0)}`],
  )
  // As if the log had begun four days ago.
  await pool.query(`set session_replication_role = replica; update log.event set recorded_at = now() - interval '4 days'
    where position = (select min(position) from log.event); reset session_replication_role`)
  const [rest] = await topicHours(db, 'medtop:17000000', now, 1)
  const [row] = await read(`select article_count::integer, usual from read.topic_hour
    where qcode = 'medtop:17000000' and hour = '${hourBefore(0)}:00:00Z'`)
  expect([rest?.articles, rest?.usual]).toEqual(row)
  expect(row).toEqual([1, 2])
})
