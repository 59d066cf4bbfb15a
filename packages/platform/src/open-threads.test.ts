import { afterAll, describe, expect, test } from 'vitest'
import { openThreads } from './open-threads.ts'

const filename = new URL('./testing/hostile-task.ts', import.meta.url).href
const threads = openThreads({ filename, threads: 1, timeoutMs: 10_000 })
afterAll(() => threads.stop())

describe('threads', () => {
  test('end what never ends, and whoever waited behind it is served', { timeout: 60_000 }, async () => {
    const bomb = threads.run({}, 'spin')
    const behind = Array.from({ length: 3 }, (_, value) => threads.run<number>({ value }))
    expect(await bomb).toEqual({ kind: 'over-limit', detail: 'took longer than 10000 ms' })
    expect(await Promise.all(behind)).toEqual([1, 2, 3].map((result) => ({ kind: 'done', result })))
  })

  test('end what eats memory without end', { timeout: 120_000 }, async () => {
    const patient = openThreads({ filename, threads: 1, timeoutMs: 100_000, heapMibMax: 32 })
    try {
      expect(await patient.run({}, 'hoard')).toMatchObject({
        kind: 'over-limit',
        detail: expect.stringContaining('MiB'),
      })
      expect(await patient.run({ value: 1 })).toEqual({ kind: 'done', result: 2 })
    } finally {
      await patient.stop()
    }
  })

  test('throw what the task throws', { timeout: 60_000 }, async () => {
    await expect(threads.run({}, 'fail')).rejects.toThrow('a bug of ours')
  })
})
