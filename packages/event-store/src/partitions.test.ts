import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendMany } from './append-many.ts'
import { attachBodies } from './attach-bodies.ts'
import { readBodyArchive } from './body-archive.ts'
import { detachBodies } from './detach-bodies.ts'
import { openLog } from './open-log.ts'
import { listPartitions } from './partitions.ts'
import { proveEvents } from './proofs.ts'
import { readLog, readStream } from './read.ts'
import { discovered } from './sample-events.ts'
import { seal } from './seal.ts'
import { createSigner, generateSigningKey } from './signed-head.ts'
import { verifyLog } from './verify-log.ts'
import { withdraw } from './withdraw.ts'

const PART = 512
const EVENTS = 1_300
/** With the two that tell of withdrawals. */
const ALL = EVENTS + 2
const { database } = await testDatabase()
const signer = createSigner('log.example', generateSigningKey())
const directory = mkdtempSync(join(tmpdir(), 'dateline-partitions-'))
const log = await openLog(database)

/** Partitions of 512 events in place of 4 million: how large they are, the code asks Postgres. */
async function makeSmallPartitions(): Promise<void> {
  await database.pool.query('drop table log.event_p00000, log.event_p00001')
  for (const [number, from, to] of [
    [0, 1, PART + 1],
    [1, PART + 1, 2 * PART + 1],
    [2, 2 * PART + 1, 4_194_305],
  ]) {
    const name = `event_p0000${number}`
    await database.pool.query(`select log.create_aside('${name}')`)
    await database.pool.query(`alter table log.event attach partition log.${name} for values from (${from}) to (${to})`)
  }
}

beforeAll(async () => {
  await makeSmallPartitions()
  const appends = Array.from({ length: EVENTS }, (_, index) => ({
    stream: `article-${index % 700}`,
    expectedVersion: 'any' as const,
    events: [discovered(`page-${index}`)],
    cause: `fill:${index}`,
  }))
  const results = await appendMany(log, appends)
  expect(results.every(({ status }) => status === 'fulfilled')).toBe(true)
  await seal(database, signer, '2026-11-20T10:00:00Z')
  await withdraw(log, { stream: 'article-3', reason: 'court', withdrawnAt: '2026-11-20T11:00:00Z' }, { cause: 'court' })
  await seal(database, signer, '2026-11-20T10:00:01Z')
})
afterAll(async () => {
  await log.close()
  rmSync(directory, { recursive: true })
})

const trusted = { origin: signer.origin, publicKey: signer.publicKey }
const states = async () => (await listPartitions(database)).map(({ state }) => state)

test('appends across boundaries leave the log whole', async () => {
  expect(await states()).toEqual(['whole', 'whole', 'filling'])
  const positions = (await readLog(database, { afterPosition: 500, limit: 600 })).map(({ position }) => position)
  expect(positions).toEqual(positions.map((_, index) => 501 + index))
  expect((await verifyLog(database, { trusted })).problems).toEqual([])
})

test('a body that is erased while they are written is in no file', async () => {
  const erase = () =>
    withdraw(log, { stream: 'article-9', reason: 'court', withdrawnAt: '2026-11-20T11:00:00Z' }, { cause: 'court:9' })
  const client = await database.pool.connect()
  // The file is there, and the exchange is about to begin.
  const value = (...query: [string]) =>
    query[0] === 'begin' ? erase().then(() => client.query(...query)) : client.query(...query)
  const pool = Object.create(database.pool, {
    connect: {
      value: (callback?: () => void) =>
        callback === undefined ? Object.create(client, { query: { value } }) : database.pool.connect(callback),
    },
  })
  await expect(detachBodies({ ...database, pool }, 0, directory)).rejects.toThrow('a body was erased from it meanwhile')
  expect(readdirSync(directory)).toEqual([])
  const { rows } = await database.pool.query(`select to_regclass('log.event_aside') as aside`)
  expect([rows[0].aside, await states()]).toEqual([null, ['whole', 'whole', 'filling']])
  await seal(database, signer, '2026-11-20T10:00:02Z')
  expect((await verifyLog(database, { trusted })).problems).toEqual([])
})

test('of two that are begun at once, the second is refused and leaves the file of the first alone', async () => {
  const both = await Promise.allSettled([detachBodies(database, 1, directory), detachBodies(database, 1, directory)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { message: expect.stringContaining('is at work') },
  })
  const [file] = readdirSync(directory)
  await attachBodies(database, join(directory, file!))
  rmSync(join(directory, file!))
  expect((await verifyLog(database, { trusted })).problems).toEqual([])
})

describe('bodies that were taken out', () => {
  let path: string
  beforeAll(async () => {
    const before = (await verifyLog(database, { trusted })).root
    const reader = await database.pool.connect()
    await reader.query('begin isolation level repeatable read')
    await reader.query('select position from log.head')
    const detached = await detachBodies(database, 0, directory)
    path = detached.path
    // Whoever began to read before finds every event, too.
    const { rows } = await reader.query('select count(*) as events, count(data) as bodies from log.event')
    await reader.query('rollback')
    reader.release()
    expect(rows).toEqual([{ events: ALL, bodies: ALL - PART - 2 }])
    expect(detached).toMatchObject({ firstPosition: 1, lastPosition: PART, bodies: PART - 2 })
    expect(await states()).toEqual(['archived', 'whole', 'filling'])
    // Of each withdrawn article one event is in the first part, one in the second.
    const { problems, archived, withdrawn, events, root } = await verifyLog(database, { trusted })
    expect({ problems, archived, events, root, withdrawn }).toEqual({
      problems: [],
      archived: PART - 2,
      events: ALL,
      root: before,
      withdrawn: 4,
    })
  })

  test('leave every proof in place, and lie in a file that proves itself', async () => {
    const proof = await proveEvents(database, signer, { positions: [1, PART, PART + 1] })
    expect(proof.events.map(({ body }) => body === null)).toEqual([true, true, false])
    const bodies: string[] = []
    const head = await readBodyArchive(path, ({ body }) => void (body !== null && bodies.push(body)))
    expect(head).toMatchObject({ firstPosition: 1, lastPosition: PART, bodies: PART - 2 })
    expect(bodies.join()).toMatch(/page-\d+/)
  })

  test.for([
    [
      'a body',
      (text: string) => text.replace(/^(\{"position":42,.*page-)/m, '$1x'),
      'the body of event 42 was changed',
    ],
    [
      'a header',
      (text: string) => text.replace(/^(\{"position":42,.*"fill:)/m, '$1x'),
      'not those that it was made of',
    ],
    ['an event', (text: string) => text.replace(/^\{"position":42,.*\n/m, ''), 'event 42 is missing'],
    ['the end', (text: string) => text.replace(/^\{"position":512,.*\n/m, ''), 'it ends at event 511'],
  ] as const)('are refused where %s was changed', async ([name, change, because]) => {
    const forged = join(directory, `${name.replaceAll(' ', '-')}.gz`)
    const text = gunzipSync(readFileSync(path)).toString()
    expect(change(text)).not.toBe(text)
    writeFileSync(forged, gzipSync(change(text)))
    await expect(attachBodies(database, forged)).rejects.toThrow(because)
  })

  test('are refused from a file that cannot be read', async () => {
    await expect(attachBodies(database, directory)).rejects.toMatchObject({ code: 'EISDIR' })
  })

  test('are refused from a file cut short, or of another kind', async () => {
    const broken = join(directory, 'broken.gz')
    for (const bytes of [readFileSync(path).subarray(0, 5_000), Buffer.from('hello'), gzipSync('hello\n')]) {
      writeFileSync(broken, bytes)
      await expect(attachBodies(database, broken)).rejects.toThrow('it is damaged, or not a file of archived bodies')
    }
  })

  test('are never taken for erased ones', async () => {
    await expect(readLog(database, { afterPosition: 0 })).rejects.toMatchObject({ code: 'BODIES_ARCHIVED' })
    await expect(readStream(database, 'article-41')).rejects.toThrow('dateline log attach dateline-bodies-00000')
    const again = withdraw(
      log,
      { stream: 'article-41', reason: 'court', withdrawnAt: '2026-11-20T11:00:00Z' },
      { cause: 'court:2' },
    )
    await expect(again).rejects.toMatchObject({ code: 'BODIES_ARCHIVED' })
    expect(await readLog(database, { afterPosition: PART, limit: 5 })).toHaveLength(5)
    const { rows } = await database.pool.query('select count(*) as events from read.event where is_withdrawn')
    expect(rows).toEqual([{ events: 4 }])
  })

  test('are not taken out twice, nor before their partition is whole and sealed', async () => {
    await expect(detachBodies(database, 0, directory)).rejects.toThrow('are archived in dateline-bodies-00000')
    await expect(detachBodies(database, 2, directory)).rejects.toThrow('it is not full')
    await expect(detachBodies(database, 9, directory)).rejects.toThrow('there is none of that number')
  })

  test('come back as they were', async () => {
    await attachBodies(database, path)
    expect(await states()).toEqual(['whole', 'whole', 'filling'])
    const { problems, archived } = await verifyLog(database, { trusted })
    expect({ problems, archived }).toEqual({ problems: [], archived: 0 })
    expect(await readStream(database, 'article-41')).toHaveLength(2)
    await expect(database.pool.query('delete from log.event where position = 1')).rejects.toThrow('append-only')
    await expect(attachBodies(database, path)).rejects.toThrow('are not archived')
  })
})
