import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { assertSchemaCurrent, migrate, migrationNames } from './migrate.ts'
import { openDatabase } from './open-database.ts'

const { database, url } = await testDatabase()

test('every migration has a number of its own', () => {
  const numbers = migrationNames().map((name) => name.slice(0, 4))
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.length).toBeGreaterThanOrEqual(4)
})

describe('migrating', () => {
  test('again changes nothing', async () => {
    expect(await migrate(database)).toEqual([])
    await expect(assertSchemaCurrent(database)).resolves.toBeUndefined()
  })

  test('an empty database from several processes at once applies each migration once', async () => {
    await database.pool.query('create database empty')
    const emptyUrl = Object.assign(new URL(url), { pathname: '/empty' }).href
    const databases = Array.from({ length: 3 }, () => openDatabase(emptyUrl))
    await expect(assertSchemaCurrent(databases[0]!)).rejects.toMatchObject({ code: 'SCHEMA_OUTDATED', retryable: true })

    const waiting = assertSchemaCurrent(databases[2]!, 30_000)
    const applied = await Promise.all([migrate(databases[0]!), migrate(databases[1]!)])
    expect(applied.map(({ length }) => length).sort()).toEqual([0, migrationNames().length])
    await expect(waiting).resolves.toBeUndefined()

    for (const each of databases) await each.close()
    await database.pool.query('drop database empty with (force)')
  })

  test('is behind where a migration of this release is missing, and fine with one of a newer release', async () => {
    const newest = migrationNames().at(-1)!
    await sql`delete from public.migration where name = ${newest}`.execute(database.db)
    await expect(assertSchemaCurrent(database)).rejects.toThrow(newest)
    await sql`insert into public.migration (name) values (${newest}), ('9999-from-the-future')`.execute(database.db)
    await expect(assertSchemaCurrent(database)).resolves.toBeUndefined()
  })
})

describe('a database', () => {
  test('survives the end of all its connections', async () => {
    const errors: Error[] = []
    const other = openDatabase(url, { onError: (error) => void errors.push(error) })
    await other.pool.query('select 1')
    await database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await expect.poll(() => errors.length).toBeGreaterThan(0)
    expect((await other.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await other.close()
    await other.close()
  })

  test('reads numbers, days and times as the types say', async () => {
    const { rows } = await database.pool.query(
      `select 9007199254740991::bigint as big, date '2026-11-20' as day, timestamptz '2026-11-20 10:00:00.5+01' as time`,
    )
    expect(rows).toEqual([{ big: 9007199254740991, day: '2026-11-20', time: new Date('2026-11-20T09:00:00.500Z') }])
    await expect(database.pool.query('select 9007199254740992::bigint')).rejects.toMatchObject({
      code: 'NUMBER_TOO_BIG',
    })
  })
})

test('the head of the log is found at once, though a transaction keeps thousands of its old versions', async () => {
  const bystander = await database.pool.connect()
  await bystander.query('begin')
  await bystander.query('select pg_current_xact_id()')
  await database.pool.query(`
    do $$ begin
      for moved in 1..3000 loop update log.head set position = position + 1; commit; end loop;
    end $$`)
  const { rows } = await database.pool.query(
    'explain (analyze, buffers, format json) select position from log.head order by position desc limit 1',
  )
  const { Plan: plan } = rows[0]['QUERY PLAN'][0]
  expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(10)
  await database.pool.query('update log.head set position = 0')
  await bystander.query('rollback')
  bystander.release()
})

describe('partitions', () => {
  test('are there before they are needed, and made once', async () => {
    const names = async () => {
      const { rows } = await database.pool.query(
        `select c.relname from pg_inherits join pg_class c on c.oid = inhrelid
          where inhparent = 'log.event'::regclass order by c.relname`,
      )
      return rows.map(({ relname }) => relname)
    }
    expect(await names()).toEqual(['event_p00000', 'event_p00001'])
    await database.pool.query('update log.head set position = 4194304')
    await Promise.all([1, 2, 3].map(() => database.pool.query('select log.create_partitions_ahead()')))
    expect(await names()).toEqual(['event_p00000', 'event_p00001', 'event_p00002'])
  })

  test('are made while readers and writers hold the log', async () => {
    const reader = await database.pool.connect()
    await reader.query('begin')
    await reader.query('select count(*) from log.event')
    await database.pool.query(`set lock_timeout = '2s'`)
    await database.pool.query('select log.create_partition(7)')
    await reader.query('rollback')
    reader.release()
  })
})
