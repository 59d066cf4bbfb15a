import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { articleProjection } from '../article/projection.ts'
import { digestGeneration, withSnapshot } from '../digest.ts'
import type { Projection } from '../projection.ts'
import { append, articleId, discovered, extracted, sampleLog } from '../sample-log.ts'
import { fillInThread } from './fill-in-thread.ts'
import { fillLane } from './fill-lane.ts'
import { PoisonEventError } from './fold-page.ts'
import { loadLanes } from './lane.ts'
import { beginGeneration } from './rebuild.ts'
import { catchUp } from './run-projections.ts'

const projection = articleProjection as unknown as Projection

test('a thread folds what the process itself would', async () => {
  const { database, url } = await testDatabase()
  const { pool } = database
  const last = await append(database, [...sampleLog(), discovered('late'), extracted('late', 'Late')])
  await catchUp(database)
  const generation = await beginGeneration(pool, projection, 2)
  const lanes = await loadLanes(pool, 'building', ['article'])
  const reached: number[] = []
  await fillInThread(url, lanes[0]!, last, { pageSize: 10 }, () => reached.push(lanes[0]!.position))
  await fillLane(pool, lanes[1]!, last, {})
  expect(reached.length).toBeGreaterThan(1)
  expect(reached.at(-1)).toBe(last)
  const [live, made] = await withSnapshot(database, async (client) => [
    await digestGeneration(client, projection, 1),
    await digestGeneration(client, projection, generation),
  ])
  expect(made).toBe(live)
})

test('a thread ends when it is told to, and says what went wrong', async () => {
  const { database, url } = await testDatabase()
  const last = await append(database, sampleLog())
  await catchUp(database)
  await beginGeneration(database.pool, projection, 1)
  const [lane] = await loadLanes(database.pool, 'building', ['article'])
  const stop = new AbortController()
  const stopped = fillInThread(url, lane!, last, { pageSize: 1, signal: stop.signal }, () => stop.abort())
  await expect(stopped).rejects.toThrow('stopped')
  expect(lane!.position).toBeLessThan(last)
  const nothing = fillInThread(url, { ...lane!, shard: 7 }, last, {})
  await expect(nothing).rejects.toThrow('has no shard 7')
})

test('a thread names the event that cannot be taken in, as the process itself would', async () => {
  const { database, url } = await testDatabase()
  const poison = { type: 'ArticleExtracted', data: { extraction: null } } as never
  const last = await append(database, [discovered('ice'), { stream: articleId('ice'), event: poison }])
  await expect(catchUp(database)).rejects.toThrow('has stopped at event 2')
  await beginGeneration(database.pool, projection, 1)
  const [lane] = await loadLanes(database.pool, 'building', ['article'])
  const failing = fillInThread(url, lane!, last, {})
  await expect(failing).rejects.toThrow(PoisonEventError)
  await expect(failing).rejects.toMatchObject({ position: 2, message: expect.stringMatching(/^event 2 (?!.*event 2)/) })
})

test('a thread that was told to end before it began does nothing', async () => {
  const { database, url } = await testDatabase()
  const last = await append(database, sampleLog())
  await catchUp(database)
  await beginGeneration(database.pool, projection, 1)
  const [lane] = await loadLanes(database.pool, 'building', ['article'])
  const nothing = fillInThread(url, lane!, last, { signal: AbortSignal.abort(new Error('stopped')) })
  await expect(nothing).rejects.toThrow('stopped')
  expect(lane!.position).toBe(0)
})
