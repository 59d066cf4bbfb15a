import type { AnyEvent, When } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import type { ViewEvent } from '../projection.ts'
import {
  articleId,
  classified,
  copied,
  discovered,
  extracted,
  fetched,
  joined,
  left,
  type SampleEvent,
  storyId,
  withdrawn,
} from '../sample-log.ts'
import { articleProjection } from './projection.ts'

const ID = articleId('ice')

function fold(events: readonly SampleEvent[]) {
  return events
    .map(({ stream, event }, index) => recorded(stream, event, index + 1))
    .reduce(
      (row, event) => articleProjection.evolve(row, event, ID),
      null as Parameters<typeof articleProjection.evolve>[0],
    )
}

function recorded(stream: string, event: AnyEvent, position: number): ViewEvent {
  const recordedAt = `2026-11-20T10:00:${String(position).padStart(2, '0')}.000Z`
  return { ...event, stream, position, version: position, eventId: '', recordedAt } as ViewEvent
}

const rejected = (bytes: string): SampleEvent => {
  const { event } = fetched('ice', bytes)
  const { rawSha256 } = event.data as { rawSha256: string }
  const data = { rawSha256, extractor: 'html/1', reason: 'bot-wall' as const, evidence: 'Are you human?' }
  return { stream: ID, event: { type: 'ArticleRejected', data } }
}
const when = (at: string, zone: When['zone']) => ({
  ...{ value: { at, precision: 'minute' as const, zone }, basis: 'explicit' as const },
  ...{ evidence: at, confidence: 1 },
})
const published = (at: string, zone: When['zone'] = 'stated') =>
  extracted('ice', 'Ice', { publishedAt: when(at, zone) })
const modified = (at: string, zone: When['zone']) => extracted('ice', 'Ice', { modifiedAt: when(at, zone) })
const erased = (sample: SampleEvent): SampleEvent =>
  ({ ...sample, event: { ...sample.event, data: null } }) as unknown as SampleEvent
const empty = { status: 'withdrawn', title: null, url: null, excerpt: null, authors: [], revision_count: 0 }

describe('an article', () => {
  test.for([
    { name: 'is discovered', events: [discovered('ice')], row: { status: 'discovered', via: 'feed', title: null } },
    { name: 'is fetched', events: [discovered('ice'), fetched('ice')], row: { status: 'fetched' } },
    {
      name: 'has what its page says',
      events: [discovered('ice'), fetched('ice'), extracted('ice', 'Ice')],
      row: {
        status: 'extracted',
        title: 'Ice',
        dateline: 'PELLWORTH',
        published_at: '2026-11-19T00:00:00.000Z',
        published_precision: 'day',
        published_zone: 'none',
        modified_zone: null,
        sorted_at: '2026-11-19T00:00:00.000Z',
        language: 'en',
        revision_count: 1,
        extracted_position: 3,
        first_position: 1,
        last_position: 3,
      },
    },
    {
      name: 'stays extracted while newer bytes wait to be read',
      events: [discovered('ice'), fetched('ice'), extracted('ice', 'Ice'), fetched('ice', 'ice-2')],
      row: { status: 'extracted', title: 'Ice', revision_count: 1 },
    },
    {
      name: 'stays extracted when a later capture is a wall',
      events: [discovered('ice'), fetched('ice'), extracted('ice', 'Ice'), fetched('ice', 'wall'), rejected('wall')],
      row: { status: 'extracted', reject_reason: 'bot-wall' },
    },
    {
      name: 'is rejected when the same bytes are read again and are no article',
      events: [discovered('ice'), fetched('ice'), extracted('ice', 'Ice'), rejected('ice')],
      row: { status: 'rejected' },
    },
    {
      name: 'has no time that Postgres cannot hold',
      events: [discovered('ice'), published('-271821-04-20T00:00:00Z')],
      row: { published_at: null, published_precision: null, published_zone: null },
    },
    {
      name: 'tells a time whose zone its page does not name from an instant',
      events: [discovered('ice'), published('2026-11-19T10:20:00Z', 'assumed')],
      row: { published_at: '2026-11-19T10:20:00.000Z', published_precision: 'minute', published_zone: 'assumed' },
    },
    {
      name: 'tells so of the time of its last change, too',
      events: [discovered('ice'), modified('2026-11-19T10:20:00Z', 'assumed')],
      row: { modified_at: '2026-11-19T10:20:00.000Z', modified_zone: 'assumed' },
    },
    {
      name: 'is not sorted into the future',
      events: [discovered('ice'), published('2031-01-01T00:00:00Z')],
      row: { published_at: '2031-01-01T00:00:00.000Z', sorted_at: '2026-11-20T10:00:01.000Z' },
    },
    {
      name: 'has the language of its text rather than that of its markup',
      events: [discovered('ice'), extracted('ice', 'Ice'), classified('ice', { 'medtop:1': 0.9 })],
      row: { language: 'en', topics: ['medtop:1'] },
    },
    {
      name: 'that moves stands in the new story, whichever comes first',
      events: [discovered('ice'), joined('a', 'ice'), joined('b', 'ice'), left('a', 'ice', 'b')],
      row: { story_id: storyId('b') },
    },
    {
      name: 'that left stands in none',
      events: [discovered('ice'), joined('a', 'ice'), left('a', 'ice', null)],
      row: { story_id: null },
    },
    {
      name: 'names whose copy it is',
      events: [discovered('ice'), copied('ice', 'flood')],
      row: { copy_of: articleId('flood'), copy_kind: 'edited', inferred_agency: 'AP' },
    },
    {
      name: 'that is withdrawn says nothing',
      events: [discovered('ice'), extracted('ice', 'Ice'), withdrawn('ice')],
      row: { ...empty, first_position: 1, last_position: 3 },
    },
    {
      name: 'that was withdrawn is the same when its bodies are gone',
      events: [erased(discovered('ice')), erased(extracted('ice', 'Ice')), withdrawn('ice')],
      row: { ...empty, first_position: 1, last_position: 3 },
    },
    {
      name: 'that was withdrawn does not come back',
      events: [discovered('ice'), withdrawn('ice'), extracted('ice', 'Ice')],
      row: empty,
    },
    {
      name: 'keeps what it has when one body is gone',
      events: [discovered('ice'), extracted('ice', 'Ice'), erased(copied('ice', 'flood'))],
      row: { status: 'extracted', title: 'Ice', copy_of: null, last_position: 3 },
    },
  ])('$name', ({ events, row }) => {
    expect(fold(events)).toMatchObject(row)
  })

  test('keeps only so much of what a page says', () => {
    const row = fold([discovered('ice'), extracted('ice', `${'x'.repeat(499)}😀${'y'.repeat(9_999)}`)])
    expect(row?.title).toBe('x'.repeat(499))
  })
})
