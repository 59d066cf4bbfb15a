import { randomUUID } from 'node:crypto'
import { testDatabase } from '@dateline/testing'
import { describe, expect, test } from 'vitest'
import {
  changePoll,
  claimDuePolls,
  getPoll,
  pausePoll,
  pollNow,
  putOffPoll,
  recordPoll,
  registerPoll,
} from './source-polls.ts'

const {
  database: { db },
} = await testDatabase()

const ADAPTIVE = { kind: 'adaptive' } as const
const HOUR_MS = 3_600_000
const OUTCOME = {
  ...{ delayMs: HOUR_MS, intervalMs: HOUR_MS, failed: false, foundNew: true, etag: null, lastModified: null },
  ...{ fetches: 1, hints: null, rhythm: null, listings: null, hasLooked: false },
}

async function register() {
  const sourceId = randomUUID()
  await registerPoll(db, { sourceId, kind: 'feed', url: `https://${sourceId}.example/`, schedule: ADAPTIVE })
  return (await getPoll(db, sourceId))!
}
const isDue = async (sourceId: string) => (await claimDuePolls(db, 1_000)).some((due) => due.sourceId === sourceId)

test('a poll is handed out once, and again when it is due', async () => {
  const { sourceId, plan } = await register()
  expect(await isDue(sourceId)).toBe(true)
  expect(await isDue(sourceId)).toBe(false)
  await recordPoll(db, { sourceId, plan }, { ...OUTCOME, delayMs: 0 })
  expect(await isDue(sourceId)).toBe(true)
})

describe('what people ask for while a poll runs is not overwritten by its end', () => {
  test.for<[string, (sourceId: string) => Promise<unknown>]>([
    ['poll now', (sourceId) => pollNow(db, sourceId)],
    ['another schedule', (sourceId) => changePoll(db, sourceId, { schedule: { kind: 'interval', seconds: 600 } })],
    ['another kind', (sourceId) => changePoll(db, sourceId, { schedule: ADAPTIVE, kind: 'sitemap' })],
    ['resumed', (sourceId) => pausePoll(db, sourceId, false)],
  ])('%s', async ([, ask]) => {
    const poll = await register()
    await claimDuePolls(db, 1_000)
    await ask(poll.sourceId)
    await recordPoll(db, poll, OUTCOME)
    expect(await getPoll(db, poll.sourceId)).toMatchObject({ polls: 1, lastNewAt: expect.any(Date) })
    expect(await isDue(poll.sourceId)).toBe(true)
  })

  test('another name asks for nothing', async () => {
    const poll = await register()
    await claimDuePolls(db, 1_000)
    await changePoll(db, poll.sourceId, { schedule: ADAPTIVE })
    await recordPoll(db, poll, OUTCOME)
    expect(await isDue(poll.sourceId)).toBe(false)
  })
})

test('limits are set, kept and taken away', async () => {
  const { sourceId } = await register()
  const limits = { fetchesPerDayMax: 5, fetchesInFlightMax: null }
  await changePoll(db, sourceId, { schedule: ADAPTIVE, limits })
  await changePoll(db, sourceId, { schedule: ADAPTIVE })
  expect(await getPoll(db, sourceId)).toMatchObject({ limits })
  await changePoll(db, sourceId, { schedule: ADAPTIVE, limits: null })
  expect(await getPoll(db, sourceId)).toMatchObject({ limits: null })
})

test('failures in a row are counted from the first', async () => {
  const poll = await register()
  const fail = { ...OUTCOME, failed: true, foundNew: false }
  await recordPoll(db, poll, fail)
  const first = (await getPoll(db, poll.sourceId))!
  await recordPoll(db, poll, fail)
  expect(await getPoll(db, poll.sourceId)).toMatchObject({ failures: 2, failingSince: first.failingSince })
  await recordPoll(db, poll, OUTCOME)
  expect(await getPoll(db, poll.sourceId)).toMatchObject({ failures: 0, failingSince: null })
})

test('a poll that an outage broke comes back soon, and ever later if it goes on', async () => {
  const { sourceId } = await register()
  const delays: number[] = []
  for (let time = 0; time < 4; time++) {
    await putOffPoll(db, sourceId, { minMs: 100_000, maxMs: 300_000 })
    const { nextPollAt } = (await getPoll(db, sourceId))!
    delays.push(Math.round((nextPollAt.getTime() - Date.now()) / 100_000))
  }
  expect(delays).toEqual([1, 2, 3, 3])
})
