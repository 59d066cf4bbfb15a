import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anyEvent } from './any-event.ts'
import { article } from './article/article.ts'
import { articleEvent } from './article/events.ts'
import { classifying } from './classifying/classifying.ts'
import { classifyingEvent } from './classifying/events.ts'
import { eventShapes, shapeReader, upcasts } from './event-shapes.ts'
import { extractingEvent } from './extracting/events.ts'
import { extracting } from './extracting/extracting.ts'
import { groupingEvent } from './grouping/events.ts'
import { grouping } from './grouping/grouping.ts'
import { sourceEvent } from './source/events.ts'
import { source } from './source/source.ts'
import { storyEvent } from './story/events.ts'
import { story } from './story/story.ts'
import { topicEvent } from './topic/events.ts'
import { topic } from './topic/topic.ts'

// Every shape that was ever written to a log, a file each: "<type>.json" or "<type>-<what is special>.json".
// They are never edited and never removed: logs hold them for ever. A new field or type gets a new file.
const files = globSync(`${import.meta.dirname}/../samples/*.json`).toSorted()
const samples = files.map((file) => ({ name: basename(file, '.json'), event: JSON.parse(readFileSync(file, 'utf8')) }))
const ofToday = samples.filter(({ name }) => !name.includes('@'))

const types = [
  articleEvent,
  sourceEvent,
  storyEvent,
  topicEvent,
  groupingEvent,
  classifyingEvent,
  extractingEvent,
].flatMap(({ options }) =>
  options.map(({ shape }) => ({ type: shape.type.value as string, data: shape.data as z.ZodType })),
)

describe('every sample', () => {
  test.for(ofToday)('$name is read as it was written', ({ name, event }) => {
    expect(anyEvent.parse(event)).toEqual(event)
    expect(event.type).toBe(name.split('-')[0])
  })

  test.for(ofToday)('$name still changes the state of its stream', ({ event }) => {
    const read = anyEvent.parse(event)
    const states = [
      articleEvent,
      sourceEvent,
      storyEvent,
      topicEvent,
      groupingEvent,
      classifyingEvent,
      extractingEvent,
    ].map((schema, index) => {
      const parsed = schema.safeParse(read)
      if (!parsed.success) return undefined
      const decider = [article, source, story, topic, grouping, classifying, extracting][index] as typeof article
      return decider.evolve(decider.initial, parsed.data as never)
    })
    expect(states.filter((state) => state !== undefined)).toHaveLength(1)
  })
})

describe('every older shape', () => {
  // "<type>@<shape>.json": the shape it was written in; without, that of today.
  const chains = Object.entries(upcasts).flatMap(([type, chain]) =>
    chain.map((_, index) => ({ type, shape: index + 1 })),
  )

  test('of the table of upcasts has a sample, which fits the shape of today when it is read', () => {
    for (const { type, shape } of chains) {
      const older = samples.filter(({ name }) => name.startsWith(`${type}@${shape}`))
      expect(older, `${type}@${shape}`).not.toEqual([])
      for (const { event } of older) anyEvent.parse({ type, data: eventShapes.upcast(type, shape, event.data) })
    }
  })

  const known = new Set(['Counted'])
  const shapes = shapeReader(known, {
    Counted: [
      ({ by }: { by: number }) => ({ times: by }),
      ({ times }: { times: number }) => ({ times, unit: 'events' }),
    ],
  })

  test.for([
    { shape: 1, data: { by: 3 } },
    { shape: 2, data: { times: 3 } },
    { shape: 3, data: { times: 3, unit: 'events' } },
  ])('of shape $shape becomes that of today', ({ shape, data }) => {
    expect(shapes.versionOf('Counted')).toBe(3)
    expect(shapes.upcast('Counted', shape, data)).toEqual({ times: 3, unit: 'events' })
  })

  test.for([
    { type: 'Counted', shape: 3, known: true },
    { type: 'Counted', shape: 4, known: false },
    { type: 'Weighed', shape: 1, known: false },
  ])('$type of shape $shape is known: $known', ({ type, shape, known }) => {
    expect(shapes.knows(type, shape)).toBe(known)
  })
})

describe('every event type', () => {
  test.for(types)('$type has samples of all its shapes', ({ type, data }) => {
    const values = ofToday.filter(({ event }) => event.type === type).map(({ event }) => event.data)
    expect(missingIn(data, values, 'data')).toEqual([])
  })
})

/** Which forms that a schema allows no sample takes: absent or null values, branches of a union, filled lists. */
function missingIn(schema: z.ZodType, values: readonly unknown[], path: string): string[] {
  if (values.length === 0) return [`${path}: none`]
  const present = values.filter((value) => value !== undefined && value !== null)
  if (schema instanceof z.ZodOptional) {
    const absent = values.includes(undefined) ? [] : [`${path}: never absent`]
    return [
      ...absent,
      ...missingIn(
        schema.unwrap() as z.ZodType,
        values.filter((value) => value !== undefined),
        path,
      ),
    ]
  }
  if (schema instanceof z.ZodNullable) {
    const never = values.includes(null) ? [] : [`${path}: never null`]
    return [...never, ...missingIn(schema.unwrap() as z.ZodType, present, path)]
  }
  if (schema instanceof z.ZodArray) return missingIn(schema.element as z.ZodType, values.flat(), `${path}[]`)
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option, index) => {
      const fitting = values.filter((value) => (option as z.ZodType).safeParse(value).success)
      return missingIn(option as z.ZodType, fitting, `${path}(${index})`)
    })
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) => {
      const within = present.map((value) => (value as Record<string, unknown>)[key])
      return missingIn(field as z.ZodType, within, `${path}.${key}`)
    })
  }
  return []
}
