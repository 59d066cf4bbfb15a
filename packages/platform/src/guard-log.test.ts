import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@dateline/database'
import { openLog } from '@dateline/event-store'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { guardLog } from './guard-log.ts'
import { openLogger } from './logger.ts'
import { fileWitness } from './witness-store.ts'

const { database, url } = await testDatabase()
const logger = openLogger('test', readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent' }))
const log = await openLog(database)
const directory = mkdtempSync(join(tmpdir(), 'dateline-guard-'))
const file = join(directory, 'last-event.json')
const store = fileWitness(file)
afterAll(async () => {
  await log.close()
  rmSync(directory, { recursive: true })
})

let appended = 0
async function append(count = 1, to = log): Promise<void> {
  for (let index = 0; index < count; index++) {
    const event = { type: 'ArticleGone', data: { httpStatus: 410, goneAt: '2026-11-20T10:00:00Z' } }
    await to.append(`article-${appended++}`, 'new', [event], { cause: 'test' })
  }
}

/** As if a standby had been promoted that knew no more than this. */
async function cutShort(position: number): Promise<void> {
  const client = await database.pool.connect()
  // At once: a guard that looks amid it would see a log of the same length with other events.
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query('delete from log.event where position > $1', [position])
  await client.query('delete from log.stream where last_position > $1', [position])
  await client.query('update log.head set position = $1', [position])
  await client.query('commit')
  client.release()
}

/** A process of its own, as far as it remembers nothing. */
async function startAnew(): Promise<void> {
  const other = openDatabase(url, { connectionsMax: 2 })
  const platform = { database: other, queues: { backend: { note: null } } as never, logger }
  try {
    const guard = await guardLog(platform, store)
    await guard.stop()
  } finally {
    await other.close()
  }
}

describe('the guard of the log', () => {
  beforeAll(() => append(5))

  test('lets a log grow, and remembers how far', async () => {
    const guard = await guardLog({ database, queues: {} as never, logger }, store)
    await append(3)
    await expect.poll(async () => (await store.read())?.position, { timeout: 10_000 }).toBe(8)
    await guard.stop()
    await startAnew()
  })

  test('tells at once of a shorter log, the process that saw it and every one that starts', async () => {
    const guard = await guardLog({ database, queues: {} as never, logger }, null)
    await cutShort(6)
    expect(await guard.broken).toMatchObject({
      code: 'LOG_SHORTENED',
      message: expect.stringMatching(/ends at event 6, and event 8 was there \(known from this process\)/),
    })
    await guard.stop()
    await expect(startAnew()).rejects.toMatchObject({ seen: 8, head: 6 })
    await expect(startAnew()).rejects.toThrow(`known from the file ${file}`)
  })

  test('tells of it also when the log has grown again over the place', async () => {
    // A connection that has seen more does not write here.
    await expect(append()).rejects.toMatchObject({ code: 'LOG_SHORTENED', seen: 8, head: null })
    const unaware = await openLog(database)
    await append(5, unaware)
    await unaware.close()
    await expect(startAnew()).rejects.toThrow('has another event 8 than was there before')
  })

  test('forgets with what it is told to forget, or cannot read', async () => {
    writeFileSync(file, 'not what it wrote')
    await startAnew()
    expect((await store.read())?.position).toBe(11)
  })
})
