import type { SourceSummary } from '@dateline/read-models'
import { expect, test } from 'vitest'
import { sourcesPage } from './sources-page.ts'

const at = '2026-11-20T10:00:00.000Z'
const source: SourceSummary = {
  ...{ sourceId: '018f0000-0000-7000-8000-000000000001', kind: 'feed', url: 'https://a.example/feed', name: 'A' },
  ...{ schedule: { kind: 'adaptive' }, state: 'active', health: 'healthy', healthSince: at, healthReason: null },
  ...{ pausedReason: null, pausedAt: null, failingReason: null, failingDetail: null, failingSince: null },
  ...{ silentSince: null, silentDetail: null, folders: [], limits: null, managedBy: null, listings: [] },
  ...{ layoutDrifts: [], discoveredCount: 3, extractedCount: 2, registeredAt: at, updatedAt: at, lastPosition: 1 },
}
const failing: SourceSummary = {
  ...source,
  ...{ health: 'failing', healthReason: 'http-unauthorized', failingDetail: 'HTTP 403' },
}
const COUNTS = [
  { health: 'healthy', count: 412 },
  { health: 'failing', count: 1 },
]

test('a source that fails says since when, why, and what to do', () => {
  const { html } = sourcesPage([failing], COUNTS, {}, null)
  expect(html).toContain('failing since 20 November 2026, 10:00 UTC')
  expect(html).toContain('http-unauthorized: HTTP 403')
  expect(html).toContain('FETCH_CONTACT')
})

test('one that does well says nothing of the kind', () => {
  const { html } = sourcesPage([source], COUNTS, {}, null)
  expect(html).not.toMatch(/since|alarm/)
})

test('those in one state are a link away, and so are the next', () => {
  expect(sourcesPage([source], COUNTS, {}, null).html).toContain('<a href="/sources?health=failing">1 failing</a>')
  const { html } = sourcesPage([failing], COUNTS, { health: 'failing' }, 'a+b')
  expect(html).toContain('<b>1 failing</b>')
  expect(html).toContain('href="/sources?health=failing&amp;after=a%2Bb"')
})
