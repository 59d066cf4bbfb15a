import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { prepareAppend } from './append-request.ts'
import { createAppender } from './appender.ts'
import { domainShapes } from './event-shapes.ts'
import { LogOverloadedError } from './log-errors.ts'
import { headPosition } from './read.ts'
import { discovered } from './sample-events.ts'
import { verifyLog } from './verify-log.ts'

const { database } = await testDatabase()

// A group is of 16 events or more, and two are on their way before others wait.
const ON_THEIR_WAY_MAX = 2 * 512
const LIMITS = { appendsMax: 3_000, bytesMax: 1_000_000 }

test.for([
  { name: 'many appends', count: 20_000, textChars: 10, acceptedMax: LIMITS.appendsMax + ON_THEIR_WAY_MAX },
  { name: 'large ones', count: 200, textChars: 50_000, acceptedMax: LIMITS.bytesMax / 50_000 + ON_THEIR_WAY_MAX / 16 },
])(
  'while the database stands still $name are refused, and those that were taken are written after it',
  async (given) => {
    const { name, count, textChars, acceptedMax } = given
    const appender = createAppender(database.pool, () => {}, LIMITS)
    const before = await headPosition(database)
    const holder = await database.pool.connect()
    await holder.query('select pg_advisory_lock(4871105300)')

    const refusals: unknown[] = []
    const appends = Array.from({ length: count }, async (_, index) => {
      const stream = `article-${name.replace(' ', '-')}-${index}`
      const events = [discovered(`${index}-${'x'.repeat(textChars)}`)]
      const request = prepareAppend(domainShapes, stream, 'new', events, { cause: 'stall' })
      return await appender.append(request).catch((error) => void refusals.push(error))
    })
    while (refusals.length < count - acceptedMax) await new Promise(setImmediate)
    expect(await headPosition(database)).toBe(before)

    await holder.query('select pg_advisory_unlock(4871105300)')
    holder.release()
    const written = (await Promise.all(appends)).filter((appended) => typeof appended === 'object')
    expect(written.length).toBe(count - refusals.length)
    expect(await headPosition(database)).toBe(before + written.length)
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(LogOverloadedError)
    expect(refusals[0]).toMatchObject({
      code: 'LOG_OVERLOADED',
      retryable: true,
      message: expect.stringContaining('send fewer at a time and try again'),
    })
    expect((await verifyLog(database)).problems).toEqual([])
    await appender.close()
  },
)
