import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@dateline/database'
import { testDatabase } from '@dateline/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { HostManners, HostPacing, Turn } from './host-pacing.ts'
import { openHostPacing } from './postgres-host-pacing.ts'

const { database, url } = await testDatabase()
const pacing = openHostPacing(database)

const takeTurn = async (from: HostPacing, host: string, manners: HostManners): Promise<Turn> => {
  for (;;) {
    const turn = await from.takeTurn(host, manners)
    if (turn.kind === 'turn') return turn
    await sleep(turn.waitMs)
  }
}

const MANNERS = { gapMs: 60, leaseMs: 10_000 }

describe('a turn', () => {
  test('is given at once to the first, and to nobody beside', async () => {
    expect(await pacing.takeTurn('one.example', MANNERS)).toMatchObject({ kind: 'turn', host: 'one.example' })
    expect(await pacing.takeTurn('one.example', MANNERS)).toMatchObject({ kind: 'later' })
    expect(await pacing.takeTurn('other.example', MANNERS)).toMatchObject({ kind: 'turn' })
  })

  test('comes again one gap after its end', async () => {
    const turn = await takeTurn(pacing, 'gap.example', { gapMs: 5_000, leaseMs: 10_000 })
    await pacing.endTurn(turn, 0)
    const later = await pacing.takeTurn('gap.example', { gapMs: 5_000, leaseMs: 10_000 })
    expect(later.kind === 'later' && later.waitMs).toBeGreaterThan(4_000)
    expect(later.kind === 'later' && later.waitMs).toBeLessThanOrEqual(5_000)
  })

  test('waits as long as the host wants rest', async () => {
    const turn = await takeTurn(pacing, 'rest.example', MANNERS)
    await pacing.endTurn(turn, 300_000)
    const later = await pacing.takeTurn('rest.example', MANNERS)
    expect(later.kind === 'later' && later.waitMs).toBeGreaterThan(290_000)
  })

  test('of a dead process passes on when its lease ends, and cannot be ended by it any more', async () => {
    const manners = { gapMs: 0, leaseMs: 200 }
    const lost = await takeTurn(pacing, 'dead.example', manners)
    const next = await takeTurn(pacing, 'dead.example', { gapMs: 0, leaseMs: 10_000 })
    await pacing.endTurn(lost, 0)
    expect(await pacing.takeTurn('dead.example', manners)).toMatchObject({ kind: 'later' })
    await pacing.endTurn(next, 0)
    expect(await pacing.takeTurn('dead.example', manners)).toMatchObject({ kind: 'turn' })
  })

  test('can be had by as many at a time as the operator says', async () => {
    const wide = openHostPacing(database, 2)
    const kinds = []
    for (let asked = 0; asked < 3; asked++)
      kinds.push((await wide.takeTurn('wide.example', { gapMs: 0, leaseMs: 10_000 })).kind)
    expect(kinds).toEqual(['turn', 'turn', 'later'])
  })
})

test('those who wait are told different times, one gap apart', async () => {
  await takeTurn(pacing, 'queue.example', { gapMs: 1_000, leaseMs: 10_000 })
  const waits: number[] = []
  for (let asked = 0; asked < 5; asked++) {
    const later = await pacing.takeTurn('queue.example', { gapMs: 1_000, leaseMs: 10_000 })
    if (later.kind === 'later') waits.push(later.waitMs)
  }
  const steps = waits.slice(1).map((wait, index) => wait - waits[index]!)
  expect(steps).toHaveLength(4)
  expect(Math.min(...steps)).toBeGreaterThan(900)
})

test('over many processes that fight for one host, no two requests overlap or come closer than the gap', async () => {
  const processes = Array.from({ length: 4 }, () => openDatabase(url, { connectionsMax: 2 }))
  onTestFinished(async () => void (await Promise.all(processes.map((process) => process.close()))))
  const spans: { startMs: number; endMs: number }[] = []
  const work = async (process: (typeof processes)[number]) => {
    const mine = openHostPacing(process)
    for (let turns = 0; turns < 4; turns++) {
      const turn = await takeTurn(mine, 'busy.example', MANNERS)
      const startMs = performance.now()
      await sleep(Math.random() * 10)
      spans.push({ startMs, endMs: performance.now() })
      await mine.endTurn(turn, 0)
    }
  }
  await Promise.all(processes.flatMap((process) => [work(process), work(process)]))
  spans.sort((a, b) => a.startMs - b.startMs)
  const gaps = spans.slice(1).map((span, index) => span.startMs - spans[index]!.endMs)
  expect(spans).toHaveLength(32)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MANNERS.gapMs)
})
