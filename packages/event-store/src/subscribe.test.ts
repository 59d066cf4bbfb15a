import { openDatabase } from '@dateline/database'
import { testDatabase } from '@dateline/testing'
import { afterAll, expect, test } from 'vitest'
import { openLog } from './open-log.ts'
import { headPosition } from './read.ts'
import { gone } from './sample-events.ts'
import { subscribe } from './subscribe.ts'

const { database, url } = await testDatabase()
const log = await openLog(database)
afterAll(() => log.close())

test('sees every event once and in order, while several logs write and another transaction stays open', async () => {
  const other = openDatabase(url)
  const otherLog = await openLog(other)
  const bystander = await other.pool.connect()
  await bystander.query('begin')
  await bystander.query('select pg_current_xact_id()')

  const seen: number[] = []
  const stop = new AbortController()
  const following = subscribe(database, {
    afterPosition: 0,
    pageSize: 7,
    onPage: (events) => void seen.push(...events.map(({ position }) => position)),
    signal: stop.signal,
  })
  for (let round = 0; round < 20; round++) {
    const writers = [log, otherLog].flatMap((writer, index) =>
      Array.from({ length: 10 }, (_, stream) =>
        writer.append(`article-${index}-${stream}`, round, [gone(410)], { cause: `round:${round}` }),
      ),
    )
    await Promise.all(writers)
  }
  const head = await headPosition(database)
  await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBe(head)
  stop.abort()
  await following
  expect(seen).toEqual(Array.from({ length: head }, (_, index) => index + 1))

  await bystander.query('rollback')
  bystander.release()
  await otherLog.close()
  await other.close()
})

test('ends with the error of its page', async () => {
  await log.append('article-error', 'any', [gone(410)], { cause: 'error' })
  const onPage = () => Promise.reject(new Error('poison'))
  const { signal } = new AbortController()
  await expect(subscribe(database, { afterPosition: 0, onPage, signal })).rejects.toThrow('poison')
})

test('ends when aborted while it waits', async () => {
  const stop = new AbortController()
  const following = subscribe(database, { afterPosition: 1e9, pollMs: 60_000, onPage: () => {}, signal: stop.signal })
  setTimeout(() => stop.abort(), 20)
  await expect(following).resolves.toBeUndefined()
})
