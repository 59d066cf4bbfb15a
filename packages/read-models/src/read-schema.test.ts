import { testDatabase } from '@dateline/testing'
import { describe, expect, test } from 'vitest'
import type { Table } from './projection.ts'
import { PROJECTIONS } from './projections.ts'
import { tableName } from './runner/rows.ts'
import { catchUp } from './runner/run-projections.ts'
import { append, articleId, sampleLog } from './sample-log.ts'

const { database } = await testDatabase()
const { pool } = database

test('every view and every column in schema read is explained', async () => {
  const { rows } = await pool.query<{ name: string; comment: string | null }>(`
    select format('%s.%s', c.relname, a.attname) as name, col_description(c.oid, a.attnum) as comment
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'read'::regnamespace and c.relkind in ('v', 'm', 'r')
     union all
    select c.relname, obj_description(c.oid, 'pg_class') from pg_class c
     where c.relnamespace = 'read'::regnamespace and c.relkind in ('v', 'm', 'r')`)
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ comment }) => comment === null || comment.length < 5)).toEqual([])
})

test('every function in schema read is explained', async () => {
  const { rows } = await pool.query<{ name: string; comment: string | null }>(`
    select proname as name, obj_description(oid, 'pg_proc') as comment from pg_proc where pronamespace = 'read'::regnamespace`)
  expect(rows.filter(({ comment }) => comment === null)).toEqual([])
})

describe('the read-only role', () => {
  test('reads every view, whole texts too', async () => {
    await append(database, sampleLog())
    await catchUp(database)
    const client = await pool.connect()
    try {
      await client.query('begin; set local role dateline_reader')
      const { rows: views } = await client.query<{ name: string }>(
        `select viewname as name from pg_views where schemaname = 'read'`,
      )
      for (const { name } of views) await client.query(`select * from read.${name}`)
      const { rows } = await client.query<{ text: string }>(
        `select text from read.article where article_id = '${articleId('ice')}'`,
      )
      expect(rows[0]!.text).toContain('froze')
      for (const model of ['article', 'story', 'story_article', 'source', 'topic']) {
        const { rowCount } = await client.query(`select * from read.${model}_as_of(now())`)
        expect(rowCount).toBeGreaterThan(0)
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test.for(['log.event', 'views.article', 'views.article_g1'])('does not see %s', async (name) => {
    const client = await pool.connect()
    try {
      await client.query('begin; set local role dateline_reader')
      await expect(client.query(`select * from ${name}`)).rejects.toThrow('permission denied')
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

const tables = PROJECTIONS.flatMap(({ table, derived = [] }): Table[] => [table, ...derived])

test.for(tables)('the columns of $name are those of its table', async (table) => {
  const { rows } = await pool.query<{ column: string; type: string }>(
    `select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [tableName(table.name, 1)],
  )
  const found = Object.fromEntries(
    rows.map(({ column, type }) => [column, type.replace('timestamp with time zone', 'timestamptz')]),
  )
  expect(found).toEqual(Object.fromEntries(Object.entries(table.columns).map(([name, type]) => [name, type])))
  const { rows: key } = await pool.query<{ column: string }>(
    `select a.attname as column from pg_index i, unnest(i.indkey) with ordinality k (number, n)
       join pg_attribute a on a.attnum = k.number
      where i.indrelid = $1::regclass and i.indisprimary and a.attrelid = i.indrelid order by k.n`,
    [tableName(table.name, 1)],
  )
  expect(key.map(({ column }) => column)).toEqual(table.primaryKey)
})
