import { randomUUID } from 'node:crypto'
import type { SourceLimits } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { beginSourceFetch, endSourceFetch } from './source-fetches.ts'
import { getPoll, registerPoll } from './source-polls.ts'

const {
  database: { db },
} = await testDatabase()

const LEASE_MS = 60_000

async function register(limits: SourceLimits | null): Promise<string> {
  const sourceId = randomUUID()
  const url = `https://${sourceId}.example/`
  await registerPoll(db, { sourceId, kind: 'feed', url, schedule: { kind: 'adaptive' }, limits })
  return sourceId
}
const limited = (fetchesPerDayMax: number | null, fetchesInFlightMax: number | null) =>
  register({ fetchesPerDayMax, fetchesInFlightMax })
const begin = (sourceId: string) => beginSourceFetch(db, sourceId, LEASE_MS)

test('a source without limits, and an article without a source, are not counted', async () => {
  const sourceId = await register(null)
  expect(await begin(sourceId)).toEqual({ kind: 'go', lease: null })
  expect(await begin(randomUUID())).toEqual({ kind: 'go', lease: null })
  expect(await getPoll(db, sourceId)).toMatchObject({ fetchesToday: 0 })
})

test('no more pages are in flight than allowed, however many ask at once', async () => {
  const sourceId = await limited(null, 2)
  const asked = await Promise.all(Array.from({ length: 8 }, () => begin(sourceId)))
  const going = asked.filter(({ kind }) => kind === 'go')
  expect(going).toHaveLength(2)
  expect(asked.find(({ kind }) => kind === 'later')).toMatchObject({ because: 'fetches-in-flight' })
  await endSourceFetch(db, (going[0] as { lease: string }).lease, true)
  expect(await begin(sourceId)).toMatchObject({ kind: 'go' })
})

test('a worker that died gives its place back', async () => {
  const sourceId = await limited(null, 1)
  await beginSourceFetch(db, sourceId, -1)
  expect(await begin(sourceId)).toMatchObject({ kind: 'go' })
})

test('a day’s budget ends with the day', async () => {
  const sourceId = await limited(2, null)
  expect([await begin(sourceId), await begin(sourceId)]).toMatchObject([{ kind: 'go' }, { kind: 'go' }])
  const later = await begin(sourceId)
  expect(later).toMatchObject({ kind: 'later', because: 'fetches-per-day', delayMs: expect.any(Number) })
  expect((later as { delayMs: number }).delayMs).toBeLessThanOrEqual(24.25 * 3_600_000)
  expect(await getPoll(db, sourceId)).toMatchObject({ fetchesToday: 2 })
  await sql`update work.source_poll set fetches_day = fetches_day - 1 where source_id = ${sourceId}`.execute(db)
  expect(await begin(sourceId)).toMatchObject({ kind: 'go' })
  expect(await getPoll(db, sourceId)).toMatchObject({ fetchesToday: 1 })
})

test('what was never asked of the host is not counted', async () => {
  const sourceId = await limited(5, null)
  const begun = (await begin(sourceId)) as { lease: string }
  await endSourceFetch(db, begun.lease, false)
  expect(await getPoll(db, sourceId)).toMatchObject({ fetchesToday: 0 })
})
