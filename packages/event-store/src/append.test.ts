import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '@dateline/database'
import type { NewEvent } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { appendMany } from './append-many.ts'
import { anyShapes } from './event-shapes.ts'
import { InvalidEventError, LogClosedError, WrongVersionError } from './log-errors.ts'
import { openLog } from './open-log.ts'
import { headPosition, readLog, readStream } from './read.ts'
import { discovered, gone } from './sample-events.ts'
import { verifyLog } from './verify-log.ts'

const { database, url } = await testDatabase()
const log = await openLog(database)
afterAll(() => log.close())

describe('append', () => {
  test('gives back what was recorded, character by character', async () => {
    const event = discovered('a-b "c" \\d é 漢 😀 \u0000')
    const appended = await log.append('article-roundtrip', 'new', [event, gone(410)], { cause: 'job:1' })
    const events = await readStream(database, 'article-roundtrip')
    expect(appended).toMatchObject({ firstVersion: 1, lastVersion: 2, wasThere: false })
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([event, gone(410)])
    expect(events[1]).toMatchObject({
      stream: 'article-roundtrip',
      version: 2,
      position: appended.lastPosition,
      cause: 'job:1',
    })
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual([appended.recordedAt, appended.recordedAt])
  })

  test('takes whole books, and small events after them', async () => {
    const texts = ['漢'.repeat(2_000_000), 'small', 'x'.repeat(3_000_000), 'smaller']
    const large = await openLog(database, { shapes: anyShapes })
    for (const [index, text] of texts.entries()) {
      await large.append(`article-book-${index}`, 'new', [{ type: 'Book', data: { text } }], { cause: 'books' })
    }
    for (const [index, text] of texts.entries()) {
      const events = await readStream<NewEvent>(database, `article-book-${index}`, { shapes: anyShapes })
      expect(events.map(({ data }) => (data as { text: string }).text === text)).toEqual([true])
    }
    await large.close()
  })

  test('of a wrong version fails alone in its group', async () => {
    await log.append('article-ahead', 'new', [discovered('ahead')], { cause: 'first' })
    const [good, tooLow, tooHigh, other] = await Promise.allSettled([
      log.append('article-group1', 'new', [discovered('1')], { cause: 'group' }),
      log.append('article-ahead', 'new', [discovered('again')], { cause: 'group' }),
      log.append('article-group2', 3, [discovered('2')], { cause: 'group' }),
      log.append('article-group3', 0, [discovered('3')], { cause: 'group' }),
    ])
    expect([good.status, other.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(tooLow).toMatchObject({ reason: { code: 'WRONG_VERSION', expected: 0, found: 1 } })
    expect(tooHigh).toMatchObject({ reason: expect.any(WrongVersionError) })
    expect(await readStream(database, 'article-ahead')).toHaveLength(1)
  })

  test('that the database refuses does not take its neighbours with it', async () => {
    const [bad, good] = await Promise.allSettled([
      log.append('article-early', 'new', [gone(410)], { cause: 'refused', occurredAt: '-271820-01-01T00:00:00Z' }),
      log.append('article-good', 'new', [gone(410)], { cause: 'neighbour' }),
    ])
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
  })

  test.for([
    { name: 'an unknown type', stream: 'article-x', event: { type: 'ArticleEaten', data: {} }, cause: 'x' },
    { name: 'a missing field', stream: 'article-x', event: { type: 'ArticleGone', data: {} }, cause: 'x' },
    { name: 'a bad stream', stream: 'Article 1', event: gone(410), cause: 'x' },
    { name: 'two lines of cause', stream: 'article-x', event: gone(410), cause: 'x\ny' },
    { name: 'no cause', stream: 'article-x', event: gone(410), cause: '' },
  ])('refuses $name before sending', async ({ stream, event, cause }) => {
    await expect(log.append(stream, 'any', [event as NewEvent], { cause })).rejects.toThrow(InvalidEventError)
  })

  test('drops fields that the event does not have', async () => {
    const event = { type: 'ArticleGone', data: { ...gone(404).data, whim: 'x' } }
    await log.append('article-fields', 'new', [event], { cause: 'fields' })
    expect((await readStream(database, 'article-fields'))[0]?.data).toEqual(gone(404).data)
  })
})

describe('a retry', () => {
  test.for(['new', 'any', 1] as const)('with expected version %s gets the first answer', async (expected) => {
    const stream = `article-retry-${expected}`
    if (expected !== 'new') await log.append(stream, 'new', [discovered('retry')], { cause: 'before' })
    const append = (cause: string) => log.append(stream, expected, [gone(404), gone(410)], { cause })
    const first = await append('job:7')
    await log.append(stream, 'any', [gone(500)], { cause: 'meanwhile' })
    const head = await headPosition(database)

    const fresh = openDatabase(url)
    const otherLog = await openLog(fresh)
    const second = await otherLog.append(stream, expected, [gone(404), gone(410)], { cause: 'job:7' })
    await otherLog.close()
    await fresh.close()

    expect(second).toEqual({ ...first, recordedAt: second.recordedAt, wasThere: true })
    expect(await headPosition(database)).toBe(head)
    if (expected !== 'any') await expect(append('job:8')).rejects.toThrow(WrongVersionError)
  })
})

test('positions are dense and versions right under writers from several processes', async () => {
  const before = await headPosition(database)
  const program = join(import.meta.dirname, 'racing-writer.ts')
  const run = promisify(execFile)
  await Promise.all(['w1', 'w2', 'w3'].map((name) => run(process.execPath, [program, url, name, '400'])))

  const events = await readLog(database, { afterPosition: before, limit: 10_000 })
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => before + 1 + index))
  const contested = events.filter(({ stream }) => stream === 'article-contested')
  expect(contested.map(({ version }) => version)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length)
  const times = events.map(({ recordedAt }) => recordedAt)
  expect(times).toEqual([...times].sort())
})

test('bulk append reports each request', async () => {
  const appends = Array.from({ length: 3_000 }, (_, index) => ({
    stream: `article-bulk-${index % 2_999}`,
    expectedVersion: 'new' as const,
    events: [gone(410)],
    cause: `bulk:${index}`,
  }))
  const results = await appendMany(log, appends)
  expect(results).toHaveLength(3_000)
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

test('everything that was appended in groups of any size is what was hashed', async () => {
  for (const size of [60, 90, 130, 400]) {
    const appends = Array.from({ length: size }, (_, index) =>
      log.append(`article-sized-${size}-${index}`, 'new', [discovered(`${size}-${index}`)], { cause: `sized:${size}` }),
    )
    const appended = await Promise.all(appends)
    const positions = appended.map(({ lastPosition }) => lastPosition).sort((one, other) => one - other)
    expect(positions).toEqual(appended.map((_, index) => positions[0]! + index))
    for (const [index, { lastPosition }] of appended.entries()) {
      const [event] = await readStream(database, `article-sized-${size}-${index}`)
      expect(event).toMatchObject({ position: lastPosition, version: 1 })
    }
  }
  expect((await verifyLog(database)).problems).toEqual([])
})

test('a closed log refuses appends and has written all it took', async () => {
  const closing = await openLog(database)
  const appended = closing.append('article-closing', 'new', [gone(410)], { cause: 'closing' })
  await closing.close()
  await expect(closing.append('article-closing', 'any', [gone(410)], { cause: 'late' })).rejects.toThrow(LogClosedError)
  expect((await appended).lastVersion).toBe(1)
})

describe('the database itself refuses to', () => {
  test.for([
    'update log.event set type = $$Other$$ where position = 1',
    'delete from log.event where position = 1',
    'delete from log.event_p00000',
    'truncate log.event',
    'truncate log.event_p00000 cascade',
    'update log.event set salt = null, data = null where position = 1',
    'update log.event_p00000 set data = null where position = 1',
    `set dateline.erasing = 'on'; delete from log.event where position = 1`,
    `set dateline.erasing = 'on'; update log.event set data = $$x$$, salt = null where position = 1`,
    `set dateline.erasing = 'on'; update log.event set data = null, salt = null, type = $$Other$$ where position = 1`,
    'truncate log.head',
    'insert into log.head (position, recorded_at) values (0, now())',
    'delete from log.head',
    'delete from log.stream',
  ])('%s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow('append-only')
  })

  test.for([
    'insert into log.event select * from log.event limit 1',
    `set dateline.erasing = 'on'; update log.event set salt = null, data = null where position = 1`,
    'select log.create_aside($$event_p00009$$)',
    'update log.head set position = 0',
    'update log.stream set version = 0',
    'alter table log.event disable trigger all',
    'select log.create_partition(5)',
  ])('let the writer role %s', async (statement) => {
    const client = await database.pool.connect()
    try {
      await client.query('set role dateline_writer')
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await client.query('reset role')
      client.release()
    }
  })
})
