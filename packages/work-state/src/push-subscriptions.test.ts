import { randomBytes, randomUUID } from 'node:crypto'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  claimDueSubscriptions,
  confirmIntent,
  pauseSubscriptions,
  recordAsked,
  recordPush,
  recordRefused,
  secretOf,
  subscriptionOf,
  wantSubscription,
} from './push-subscriptions.ts'
import { getPoll, recordPoll, registerPoll } from './source-polls.ts'

const {
  database: { db },
} = await testDatabase()

const HUB = { hub: 'https://hub.example/', topic: 'https://gazette.example/feed' }
const LEASE_S = 86_400
let sourceId = ''
const fresh = () => ({ callback: randomBytes(16).toString('hex'), secret: randomBytes(32).toString('hex') })
const want = (hub: typeof HUB | null) => wantSubscription(db, sourceId, hub, fresh())
const claim = async () => (await claimDueSubscriptions(db, 100)).filter((due) => due.sourceId === sourceId)
const state = async () => (await subscriptionOf(db, sourceId))?.state
const passTime = (by: string) =>
  sql`update work.push_subscription set due_at = due_at - ${by}::interval, lease_until = lease_until - ${by}::interval
       where source_id = ${sourceId}`.execute(db)

beforeEach(async () => {
  sourceId = randomUUID()
  const url = `https://${sourceId}.example/feed`
  await registerPoll(db, { sourceId, kind: 'feed', url, schedule: { kind: 'adaptive' } })
})

async function subscribe(): Promise<string> {
  await want(HUB)
  const [due] = await claim()
  await recordAsked(db, due!.callback)
  expect(await confirmIntent(db, due!.callback, { mode: 'subscribe', topic: HUB.topic, leaseS: LEASE_S })).toBe(true)
  return due!.callback
}

test('a hub is asked once, however often the feed names it', async () => {
  await want(HUB)
  const [due, ...others] = await claim()
  expect(due).toMatchObject({ ...HUB, mode: 'subscribe', failures: 0 })
  await want(HUB)
  expect([...others, ...(await claim())]).toEqual([])
})

test('a lease is renewed before it ends, and holds meanwhile', async () => {
  const callback = await subscribe()
  await passTime('17 hours')
  expect(await claim()).toEqual([])
  await passTime('2 hours')
  expect(await claim()).toMatchObject([{ callback, mode: 'subscribe' }])
  await recordAsked(db, callback)
  expect(await state()).toBe('verified')
  await recordRefused(db, callback, 'the hub answers 503', 60_000)
  expect(await subscriptionOf(db, sourceId)).toMatchObject({ state: 'verified', because: 'the hub answers 503' })
  expect(await confirmIntent(db, callback, { mode: 'subscribe', topic: HUB.topic, leaseS: LEASE_S })).toBe(true)
  const { leaseUntil, because } = (await subscriptionOf(db, sourceId))!
  expect(because).toBeNull()
  expect(leaseUntil!.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000)
})

test('a hub that never asks back is asked again after an hour', async () => {
  await want(HUB)
  const [due] = await claim()
  await recordAsked(db, due!.callback)
  expect(await state()).toBe('asked')
  await passTime('61 minutes')
  expect(await claim()).toHaveLength(1)
})

test('a lease that ran out while the hub was down is not taken for one that runs', async () => {
  const callback = await subscribe()
  await passTime('25 hours')
  await recordRefused(db, callback, 'connect-refused', 60_000)
  expect(await state()).toBe('refused')
  expect(await getPoll(db, sourceId)).toMatchObject({ isPushed: false })
})

describe('a subscription ends', () => {
  test('when the feed names another hub', async () => {
    const callback = await subscribe()
    await want({ ...HUB, hub: 'https://other.example/' })
    const due = await claim()
    expect(due.map(({ hub, mode }) => [hub, mode]).toSorted()).toEqual([
      ['https://hub.example/', 'unsubscribe'],
      ['https://other.example/', 'subscribe'],
    ])
    expect(await confirmIntent(db, callback, { mode: 'unsubscribe', topic: HUB.topic, leaseS: 0 })).toBe(true)
    expect(await secretOf(db, callback)).toBeNull()
  })

  test('when the feed names none', async () => {
    await subscribe()
    await want(null)
    expect(await claim()).toMatchObject([{ mode: 'unsubscribe' }])
  })

  test('with the pause of its source, and begins again with its end', async () => {
    const callback = await subscribe()
    await sql`update work.source_poll set paused = true where source_id = ${sourceId}`.execute(db)
    await pauseSubscriptions(db, sourceId, true)
    await want(HUB) // by a poll that was under way
    expect(await claim()).toMatchObject([{ callback, mode: 'unsubscribe' }])
    await recordRefused(db, callback, 'gave up', null)
    expect(await state()).toBe('ended')
    await pauseSubscriptions(db, sourceId, false)
    expect(await claim()).toMatchObject([{ callback, mode: 'subscribe' }])
  })

  test('only if we asked for it', async () => {
    const callback = await subscribe()
    expect(await confirmIntent(db, callback, { mode: 'unsubscribe', topic: HUB.topic, leaseS: 0 })).toBe(false)
    expect(await state()).toBe('verified')
  })
})

test('pushes make a source due at once, but not again and again', async () => {
  const callback = await subscribe()
  const poll = (await getPoll(db, sourceId))!
  const outcome = {
    ...{ delayMs: 3_600_000, intervalMs: 3_600_000, failed: false, foundNew: false, etag: null, lastModified: null },
    ...{ fetches: 1, hints: null, rhythm: null, listings: null, hasLooked: false },
  }
  await recordPoll(db, poll, outcome)
  for (let push = 0; push < 5; push++) expect(await recordPush(db, callback)).toBe(sourceId)
  const pushed = (await getPoll(db, sourceId))!
  expect(pushed).toMatchObject({ isPushed: true, hasNewPush: true })
  const gapMs = pushed.nextPollAt.getTime() - pushed.lastPolledAt!.getTime()
  expect(gapMs).toBe(15_000)
})
