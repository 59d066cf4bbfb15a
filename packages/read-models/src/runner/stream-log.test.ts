import { anyEvent, EVENT_TYPES, shapeReader } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { describe, expect, test } from 'vitest'
import { append, articleId, discovered, eraseBodies, extracted, withdrawn } from '../sample-log.ts'
import { readPage } from './read-page.ts'
import { UnknownEventError } from './recorded-event.ts'
import { type Stretch, streamLog } from './stream-log.ts'

const { database } = await testDatabase()
const types = ['ArticleDiscovered', 'ArticleExtracted', 'ArticleWithdrawn'] as const
const long = extracted('long', 'Long “text” 😀', { text: 'ice — '.repeat(300_000) })
const events = [
  discovered('long'),
  long,
  discovered('ice'),
  extracted('ice', 'Ice'),
  withdrawn('ice'),
  discovered('fog'),
]
const end = await append(database, events)
await eraseBodies(database, articleId('ice'))

const whole: Stretch = { after: 0, end, pageEvents: 1_000, types, shard: 0, shards: 1 }
const withTypes = async (stretch: Stretch) =>
  (await Array.fromAsync(streamLog(database.pool, stretch))).flatMap((page) => page.events)

describe('a stretch of the log', () => {
  test.for([1, 2, 1_000])('comes as it was recorded, %i events a page', async (pageEvents) => {
    const pages = await Array.fromAsync(streamLog(database.pool, { ...whole, pageEvents }))
    const found = pages.flatMap((page) => page.events)
    expect(found.map(({ type, stream, version, position }) => ({ type, stream, version, position }))).toEqual(
      events.map(({ stream, event }, index) => {
        const version = events.slice(0, index + 1).filter((one) => one.stream === stream).length
        return { type: event.type, stream, version, position: index + 1 }
      }),
    )
    const texts = found.map(({ data }) => data)
    expect(texts).toEqual(events.map(({ event }, index) => (index === 2 || index === 3 ? null : event.data)))
    expect(pages.at(-1)?.end).toBe(end)
    expect(Math.max(...pages.map((page) => page.events.length))).toBeLessThanOrEqual(pageEvents)
  })

  test('is what a page of the live views is', async () => {
    const page = await readPage(database.pool, 0, 10)
    const plain = (event: (typeof page.events)[number]) => ({
      ...event,
      eventId: event.eventId,
      data: event.data,
      id: '',
      body: undefined,
    })
    expect(page.events.map(plain)).toEqual((await withTypes(whole)).map(plain))
  })

  test('is refused where bodies that are missing lie in an archive', async () => {
    await database.pool.query(`insert into log.archived_bodies values (3, 3, 1, 'old.gz', sha256(''), now())`)
    const refused = { code: 'BODIES_ARCHIVED', message: expect.stringContaining('log attach old.gz') }
    await expect(withTypes(whole)).rejects.toMatchObject(refused)
    await expect(readPage(database.pool, 0, 10)).rejects.toMatchObject(refused)
    await database.pool.query('delete from log.archived_bodies')
  })

  test('is divided among shards by article', async () => {
    const parts = [
      await withTypes({ ...whole, shards: 2, shard: 0 }),
      await withTypes({ ...whole, shards: 2, shard: 1 }),
    ]
    expect(
      parts
        .flat()
        .map(({ position }) => position)
        .sort(),
    ).toEqual(events.map((_, index) => index + 1))
    const streams = parts.map((part) => new Set(part.map(({ stream }) => stream)))
    expect(streams[0]!.isDisjointFrom(streams[1]!)).toBe(true)
  })

  test('leaves out what nobody asked for, and still ends where it ends', async () => {
    const pages = await Array.fromAsync(streamLog(database.pool, { ...whole, types: ['ArticleGone'] }))
    expect(pages).toEqual([{ events: [], end }])
  })
})

describe('an event of a shape', () => {
  const older = shapeReader(new Set([...EVENT_TYPES].filter((type) => type !== 'ArticleWithdrawn')), {})
  const newer = shapeReader(EVENT_TYPES, { ArticleDiscovered: [(data: object) => ({ ...data, shape: 2 })] })

  test('that this release does not know ends the pages in front of it, and is named', async () => {
    const pages: number[] = []
    const reading = (async () => {
      for await (const page of streamLog(database.pool, { ...whole, shapes: older })) pages.push(page.end)
    })()
    await expect(reading).rejects.toThrow('event 5 is a ArticleWithdrawn of shape 1')
    expect(pages.at(-1)).toBe(4)
    expect((await readPage(database.pool, 0, 10, older)).end).toBe(4)
    await expect(readPage(database.pool, 4, 10, older)).rejects.toThrow(UnknownEventError)
  })

  test('from before is given in the shape of today', async () => {
    const [first] = await withTypes({ ...whole, shapes: newer })
    expect(first?.data).toEqual({ ...events[0]!.event.data, shape: 2 })
    expect((await readPage(database.pool, 0, 1, newer)).events[0]?.data).toEqual(first?.data)
  })

  test('newer than this release stops the reader with its shape', async () => {
    const position = await append(database, [discovered('new')], 2)
    const stretch = { ...whole, after: end, end: position }
    const named = `event ${position} is a ArticleDiscovered of shape 2`
    await expect(withTypes(stretch)).rejects.toThrow(named)
    await expect(readPage(database.pool, end, 10)).rejects.toThrow(named)
    const [event] = await withTypes({ ...stretch, shapes: newer })
    expect(anyEvent.safeParse(event).success).toBe(true)
    expect(event?.data).not.toHaveProperty('shape')
  })
})
