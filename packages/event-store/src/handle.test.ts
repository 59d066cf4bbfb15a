import { type Decider, IllegalCommandError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { shapesOf } from './event-shapes.ts'
import { handle } from './handle.ts'
import { UnknownEventError } from './log-errors.ts'
import { openLog } from './open-log.ts'
import { readLog, readStream } from './read.ts'

type Counted = { type: 'Counted'; data: { by: number } }
const counter: Decider<number, { add: number; upTo: number }, Counted> = {
  initial: 0,
  decide: ({ add, upTo }, count) => {
    if (add < 0) throw new IllegalCommandError('Count', 'it only goes up')
    return count + add <= upTo ? [{ type: 'Counted', data: { by: add } }] : []
  },
  evolve: (count, { data }) => count + data.by,
}
const accept = { safeParse: (event: unknown) => ({ success: true as const, data: event as Counted }) }
const shapes = shapesOf(new Map([['Counted', accept]]), {})

const { database } = await testDatabase()
const log = await openLog(database, { shapes })
afterAll(() => log.close())

describe('handle', () => {
  test('decides on the state of the stream, also when many do at once', async () => {
    const commands = Array.from({ length: 8 }, (_, index) =>
      handle(log, counter, 'counter-race', { add: 1, upTo: 5 }, { cause: `job:${index}` }),
    )
    const recorded = (await Promise.all(commands)).flat()
    expect(recorded.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5])
  })

  test('gives what an earlier attempt recorded', async () => {
    const command = { add: 3, upTo: 100 }
    const first = await handle(log, counter, 'counter-retry', command, { cause: 'job:1' })
    await handle(log, counter, 'counter-retry', command, { cause: 'job:2' })
    expect(await handle(log, counter, 'counter-retry', command, { cause: 'job:1' })).toEqual(first)
    expect(await readStream(database, 'counter-retry', { shapes })).toHaveLength(2)
  })

  test('passes on what the decider refuses', async () => {
    const refused = handle(log, counter, 'counter-refused', { add: -1, upTo: 1 }, { cause: 'job:1' })
    await expect(refused).rejects.toThrow(IllegalCommandError)
  })
})

describe('shapes', () => {
  test('an old event is read in the shape of today', async () => {
    const [old] = await handle(log, counter, 'counter-old', { add: 2, upTo: 9 }, { cause: 'old' })
    const newer = shapesOf(new Map([['Counted', accept]]), { Counted: [({ by }: { by: number }) => ({ times: by })] })
    const events = await readLog(database, { afterPosition: old!.position - 1, limit: 1, shapes: newer })
    expect(events[0]?.data).toEqual({ times: 2 })
  })

  test('an event of a newer shape stops the reader with its position', async () => {
    const newer = shapesOf(new Map([['Counted', accept]]), { Counted: [(data) => data] })
    const newerLog = await openLog(database, { shapes: newer })
    const { lastPosition } = await newerLog.append('counter-newer', 'new', [{ type: 'Counted', data: { by: 1 } }], {
      cause: 'x',
    })
    await newerLog.close()
    const reading = readLog(database, { afterPosition: lastPosition - 1, shapes })
    await expect(reading).rejects.toThrow(UnknownEventError)
    await expect(reading).rejects.toThrow(`Event ${lastPosition} is a Counted of shape 2`)
  })
})
