import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendMany } from './append-many.ts'
import { openLog } from './open-log.ts'
import { discovered, gone } from './sample-events.ts'
import { seal } from './seal.ts'
import { createSigner, generateSigningKey } from './signed-head.ts'
import { verifyLog } from './verify-log.ts'
import { withdraw } from './withdraw.ts'

/** Four whole subtrees of 256 and some. */
const EVENTS = 1_100
const { database } = await testDatabase()
const log = await openLog(database)
const signer = createSigner('log.example/news', generateSigningKey())
const trusted = { origin: signer.origin, publicKey: signer.publicKey }

/** All tables of the log that hold something here, each with the row that is changed and where that must show. */
const TABLES: Record<string, { row: string; at: readonly number[] }> = {
  event: { row: 'position = 42', at: [42] },
  stream: { row: `stream = 'article-41'`, at: [] },
  head: { row: 'true', at: [] },
  subtree: { row: 'index = 1', at: [] },
  tree_head: { row: 'size = 300', at: [] },
  erasure: { row: 'position = 5', at: [] },
}
/** Not hashed and in no copy elsewhere: what a file holds is proved by the file (`dateline log check`). */
const UNPROVED = ['archived_bodies']

beforeAll(async () => {
  await fill(0, 300)
  await seal(database, signer, '2026-11-20T10:00:00Z')
  await fill(300, EVENTS)
  const story = await log.append('story-1', 'new', [discovered('repeated')], { cause: 'story' })
  await withdraw(
    log,
    {
      stream: 'article-4',
      reason: 'by order of a court',
      withdrawnAt: '2026-11-20T10:00:00Z',
      alsoErased: [story.lastPosition],
    },
    { cause: 'withdraw' },
  )
  await log.append('article-41', 'any', [gone(410)], { cause: 'gone', occurredAt: '2026-11-20' })
  await seal(database, signer, '2026-11-20T10:00:01Z')
})
afterAll(() => log.close())

async function fill(from: number, to: number): Promise<void> {
  const appends = Array.from({ length: to - from }, (_, index) => ({
    stream: `article-${(from + index) % 97}`,
    expectedVersion: 'any' as const,
    events: [discovered(`page-${from + index}`)],
    cause: `fill:${from + index}`,
    occurredAt: '2026-11-20T09:00:00Z',
  }))
  await appendMany(log, appends)
}

/** As somebody who may do everything; undone afterwards. */
async function problemsAfter(...statements: readonly string[]) {
  const client = await database.pool.connect()
  const tables = Object.keys(TABLES)
  try {
    await client.query('set session_replication_role = replica')
    for (const table of tables) await client.query(`create temp table undo_${table} as table log.${table}`)
    for (const statement of statements) expect((await client.query(statement)).rowCount).toBeGreaterThan(0)
    return (await verifyLog(database, { trusted })).problems
  } finally {
    for (const table of tables) {
      await client.query(`delete from log.${table}`)
      await client.query(`insert into log.${table} table undo_${table}; drop table undo_${table}`)
    }
    await client.query('reset session_replication_role')
    client.release()
  }
}

/** Another value of the same type, as near as can be. */
const CHANGES: Record<string, (column: string) => string> = {
  bigint: (column) => `${column} + case ${column} when 5 then 1 else 1000000 end`,
  integer: (column) => `${column} + 1000`,
  smallint: (column) => `case ${column} when 8 then 16 else ${column} + 1 end`,
  text: (column) => `left(${column}, -1) || case right(${column}, 1) when 'x' then 'y' else 'x' end`,
  uuid: (column) =>
    `overlay(${column}::text placing to_hex(15 - ('x' || left(${column}::text, 1))::bit(4)::int) from 1 for 1)::uuid`,
  bytea: (column) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`,
  'timestamp with time zone': (column) => `${column} + interval '1 millisecond'`,
}

const { rows: columns } = await database.pool.query<{ table: string; column: string; type: string }>(
  `select c.relname as table, a.attname as column, regexp_replace(format_type(a.atttypid, null), '\\(.*', '') as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'log'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
)

test('a true log has no problem', async () => {
  expect((await verifyLog(database, { trusted })).problems).toEqual([])
})

describe('one changed value is found, whatever it is', () => {
  const changed = columns.filter(({ table }) => !UNPROVED.includes(table))
  test('of every table there is', () => {
    expect([...new Set(changed.map(({ table }) => table))].toSorted()).toEqual(Object.keys(TABLES).toSorted())
  })

  test.for(changed.map(({ table, column, type }) => [`${table}.${column}`, table, column, type] as const))(
    '%s',
    async ([, table, column, type]) => {
      const { row, at } = TABLES[table]!
      const problems = await problemsAfter(`update log.${table} set ${column} = ${CHANGES[type]!(column)} where ${row}`)
      expect(problems.length).toBeGreaterThan(0)
      expect(problems.map(({ position }) => position)).toEqual(expect.arrayContaining([...at]))
    },
  )
})

const TAKEN_OUT = 'update log.event set salt = null, data = null where position = 42'

describe('found and named is', () => {
  const LAST = EVENTS + 3
  test.for<readonly [string, readonly string[], number]>([
    ['an event that was taken out', ['delete from log.event where position = 42'], 42],
    ['a body that was taken out', [TAKEN_OUT], 42],
    [
      'a body that was taken out, by the word of an event that tells of no withdrawal',
      [TAKEN_OUT, `insert into log.erasure (position, told_in) values (42, ${LAST})`],
      42,
    ],
    [
      'a body that was taken out, by the word of a withdrawal in another stream',
      [TAKEN_OUT, `insert into log.erasure (position, told_in) values (42, ${LAST - 1})`],
      42,
    ],
    [
      'two events that changed places',
      [
        'update log.event set position = 85 - position + 1000000 where position in (42, 43)',
        'update log.event set position = position - 1000000 where position > 1000000',
      ],
      42,
    ],
    [
      'two bodies that changed places',
      [
        `update log.event e set salt = o.salt, data = o.data from log.event o
          where e.position in (42, 43) and o.position = 85 - e.position`,
      ],
      42,
    ],
    ['a subtree that was taken out', ['delete from log.subtree where index = 2'], 768],
    ['the last subtree, taken out', ['delete from log.subtree where index = 3'], 1024],
  ])('%s', async ([, statements, position]) => {
    expect((await problemsAfter(...statements)).map((problem) => problem.position)).toContain(position)
  })

  test('an event that was rewritten with all its hashes, by the subtree and the signed head over it', async () => {
    // Everything that the database holds of it, as its own function computes it; the time of the others stands.
    const rewrite = `
      update log.event e
         set body_sha256 = n.body, leaf_sha256 = sha256('\\x00'::bytea || int8send(e.position) || int4send(e.version)
               || int8send(round(extract(epoch from e.recorded_at) * 1000)::bigint) || sha256(convert_to(concat_ws(e'\\n',
                    'dateline-event/1', e.stream, e.type, e.schema_version, e.event_id,
                    to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.cause,
                    encode(n.body, 'hex'), ''), 'UTF8')))
        from (select sha256(salt || convert_to(data, 'UTF8')) as body from log.event where position = 42) n
       where e.position = 42`
    // The sum computed here is the true one: with nothing changed, nothing is found.
    expect(await problemsAfter(rewrite)).toEqual([])
    const problems = await problemsAfter(
      `update log.event set data = replace(data, 'page-41', 'page-14') where position = 42`,
      rewrite,
    )
    expect(problems.map(({ position }) => position)).toEqual([256, 300, 300, LAST, LAST])
  })

  test('a log that was cut short, with everything beside it put right but the signed heads', async () => {
    const cut = LAST - 1
    const problems = await problemsAfter(
      `delete from log.event where position > ${cut}`,
      `update log.stream s set version = e.version, last_position = e.position from (
         select stream, version, position from log.event where stream = 'article-41' order by version desc limit 1) e
        where e.stream = s.stream`,
      `update log.head set position = ${cut}, recorded_at = (select recorded_at from log.event where position = ${cut})`,
    )
    expect(problems).toEqual([{ position: cut, what: `the log ends here, but its tree was signed at ${LAST} events` }])
  })
})
