import type { Schedule } from '@dateline/domain'
import { clip, LINE_CHARS_MAX, NAME_CHARS_MAX, PARAGRAPH_CHARS_MAX } from '../field-value.ts'
import type { Projection, Table } from '../projection.ts'

/** A row of `views.source`. How many articles it has brought is counted in `views.source_tally`. */
export type SourceRow = {
  readonly source_id: string
  readonly kind: string | null
  readonly url: string | null
  readonly name: string | null
  readonly schedule: Schedule | null
  readonly paused_reason: string | null
  readonly paused_at: string | null
  readonly failing_reason: string | null
  readonly failing_detail: string | null
  readonly failing_since: string | null
  readonly registered_at: string
  readonly updated_at: string
  readonly first_position: number
  readonly last_position: number
}

export const sourceTable = {
  name: 'source',
  primaryKey: ['source_id'],
  columns: {
    source_id: 'text',
    kind: 'text',
    url: 'text',
    name: 'text',
    schedule: 'jsonb',
    paused_reason: 'text',
    paused_at: 'timestamptz',
    failing_reason: 'text',
    failing_detail: 'text',
    failing_since: 'timestamptz',
    registered_at: 'timestamptz',
    updated_at: 'timestamptz',
    first_position: 'bigint',
    last_position: 'bigint',
  },
} as const satisfies Table & { columns: Record<keyof SourceRow, string> }

/** Current state of every source of URLs. */
export const sourceProjection: Projection<SourceRow> = {
  name: 'source',
  version: 1,
  types: ['SourceRegistered', 'SourceChanged', 'SourcePaused', 'SourceResumed', 'SourceFailing', 'SourceRecovered'],
  table: sourceTable,
  key: 'source_id',
  history: true,
  keysOf: (event) => [event.stream.slice('source-'.length)],

  evolve(row, event, source_id) {
    if (event.data === null) return row
    const { recordedAt: updated_at, position: last_position } = event
    if (event.type === 'SourceRegistered') {
      const { kind, url, name, schedule } = event.data
      return {
        source_id,
        kind,
        url: clip(url, PARAGRAPH_CHARS_MAX),
        name: clip(name, LINE_CHARS_MAX),
        schedule,
        paused_reason: null,
        paused_at: null,
        failing_reason: null,
        failing_detail: null,
        failing_since: null,
        registered_at: updated_at,
        updated_at,
        first_position: last_position,
        last_position,
      }
    }
    if (row === null) return null
    const seen = { ...row, updated_at, last_position }
    switch (event.type) {
      case 'SourceChanged':
        return { ...seen, name: clip(event.data.name, LINE_CHARS_MAX), schedule: event.data.schedule }
      case 'SourcePaused':
        return { ...seen, paused_reason: clip(event.data.reason, LINE_CHARS_MAX), paused_at: updated_at }
      case 'SourceResumed':
        return { ...seen, paused_reason: null, paused_at: null }
      case 'SourceFailing': {
        const failing_reason = clip(event.data.reason, NAME_CHARS_MAX)
        const failing_detail = clip(event.data.detail, LINE_CHARS_MAX)
        return { ...seen, failing_reason, failing_detail, failing_since: row.failing_since ?? updated_at }
      }
      case 'SourceRecovered':
        return { ...seen, failing_reason: null, failing_detail: null, failing_since: null }
      default:
        return row
    }
  },
}
