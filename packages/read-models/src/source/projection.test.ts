import type { Recorded, SourceEvent } from '@dateline/domain'
import { expect, test } from 'vitest'
import { type SourceRow, sourceProjection } from './projection.ts'

const ID = '1f3c1c5e-0b1d-5a7e-9c55-2f6f0f5f9a10'
const at = (hour: number) => `2031-04-05T${String(hour).padStart(2, '0')}:00:00.000Z`

function fold(...events: SourceEvent[]): SourceRow {
  return events.reduce<SourceRow | null>((row, event, index) => {
    const recorded = { ...event, stream: `source-${ID}`, position: index + 1, recordedAt: at(index) }
    return sourceProjection.evolve(row, recorded as Recorded<SourceEvent>, ID)
  }, null)!
}

const url = 'https://gazette.example/rss'
const schedule = { kind: 'adaptive' } as const
const about = { sourceId: ID, kind: 'feed', url, name: 'Gazette', schedule, registeredAt: at(0) } as const
const REGISTERED: SourceEvent = { type: 'SourceRegistered', data: about }
const PAUSED: SourceEvent = { type: 'SourcePaused', data: { reason: 'asked', pausedAt: at(0) } }
const RESUMED: SourceEvent = { type: 'SourceResumed', data: { resumedAt: at(0) } }
const FAILING: SourceEvent = {
  type: 'SourceFailing',
  data: { reason: 'timeout', detail: '', failingSince: '2031-04-04T00:00:00Z', failingAt: at(0) },
}
const RECOVERED: SourceEvent = { type: 'SourceRecovered', data: { recoveredAt: at(0) } }
const SILENT: SourceEvent = {
  type: 'SourceFellSilent',
  data: { lastNewAt: '2031-04-03T00:00:00Z', detail: 'for 2 days', silentAt: at(0) },
}
const HEARD: SourceEvent = { type: 'SourceSpokeAgain', data: { spokeAt: at(0) } }

test.for<[SourceEvent[], string, string, string | null]>([
  [[], 'healthy', at(0), null],
  [[FAILING], 'failing', '2031-04-04T00:00:00.000Z', 'timeout'],
  [[SILENT], 'silent', '2031-04-03T00:00:00.000Z', 'for 2 days'],
  [[SILENT, FAILING], 'failing', '2031-04-04T00:00:00.000Z', 'timeout'],
  [[FAILING, PAUSED], 'paused', at(2), 'asked'],
  [[PAUSED, { type: 'SourcePaused', data: { reason: 'moved', pausedAt: at(0) } }], 'paused', at(1), 'moved'],
  [[FAILING, PAUSED, RESUMED], 'failing', '2031-04-04T00:00:00.000Z', 'timeout'],
  [[FAILING, RECOVERED], 'healthy', at(2), null],
  [[SILENT, HEARD, { type: 'SourceChanged', data: { name: 'G', schedule, changedAt: at(0) } }], 'healthy', at(2), null],
])('%j', ([events, health, health_since, health_reason]) => {
  expect(fold(REGISTERED, ...events)).toMatchObject({ health, health_since, health_reason })
})

test('what a change does not say stays', () => {
  const limits = { fetchesPerDayMax: 5, fetchesInFlightMax: null }
  const settled: SourceEvent = {
    type: 'SourceChanged',
    data: { kind: 'sitemap', name: null, schedule, folders: ['A'], limits, managedBy: 'desk', changedAt: at(0) },
  }
  const renamed: SourceEvent = { type: 'SourceChanged', data: { name: 'B', schedule, changedAt: at(0) } }
  expect(fold(REGISTERED, settled, renamed)).toMatchObject({
    ...{ kind: 'sitemap', name: 'B', folders: ['A'], limits, managed_by: 'desk' },
  })
})

test('alarms about layouts go on until their host recovers', () => {
  const drift = (host: string): SourceEvent => ({
    type: 'SourceLayoutDrifted',
    data: { host, measures: [], evidence: `no authors on ${host}`, driftedAt: at(0) },
  })
  const recovered: SourceEvent = { type: 'SourceLayoutRecovered', data: { host: 'a.example', recoveredAt: at(0) } }
  expect(fold(REGISTERED, drift('a.example'), drift('b.example'), drift('a.example'))?.layout_drifts).toEqual([
    { host: 'b.example', since: at(2), evidence: 'no authors on b.example' },
    { host: 'a.example', since: at(3), evidence: 'no authors on a.example' },
  ])
  expect(fold(REGISTERED, drift('a.example'), drift('b.example'), recovered)).toMatchObject({
    health: 'healthy',
    layout_drifts: [{ host: 'b.example' }],
  })
})
