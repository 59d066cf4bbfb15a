import type { LayoutMeasure } from '@dateline/domain'
import { clip, LINE_CHARS_MAX } from '../field-value.ts'
import type { Projection, Table } from '../projection.ts'

/** A row of `views.layout_drift`: the last alarm of a host. */
export type LayoutDriftRow = {
  readonly layout_id: string
  readonly source_id: string
  readonly host: string
  readonly drifted_at: string
  readonly recovered_at: string | null
  readonly evidence: string | null
  readonly measures: readonly LayoutMeasure[]
  readonly alarms: number
  readonly position: number
}

export const layoutDriftTable = {
  name: 'layout_drift',
  primaryKey: ['layout_id'],
  columns: {
    layout_id: 'text',
    source_id: 'text',
    host: 'text',
    drifted_at: 'timestamptz',
    recovered_at: 'timestamptz',
    evidence: 'text',
    measures: 'jsonb',
    alarms: 'integer',
    position: 'bigint',
  },
} as const satisfies Table & { columns: Record<keyof LayoutDriftRow, string> }

export const layoutDriftProjection: Projection<LayoutDriftRow> = {
  name: 'layout_drift',
  version: 1,
  types: ['SourceLayoutDrifted', 'SourceLayoutRecovered'],
  table: layoutDriftTable,
  key: 'layout_id',

  keysOf({ stream, data }) {
    return data !== null && 'host' in data ? [`${stream}/${data.host}`] : []
  },

  evolve(row, { stream, type, data, position, recordedAt }, layout_id) {
    if (data === null) return row
    if (type === 'SourceLayoutRecovered') return row === null ? null : { ...row, recovered_at: recordedAt, position }
    if (type !== 'SourceLayoutDrifted') return row
    return {
      layout_id,
      source_id: stream.slice('source-'.length),
      host: data.host,
      drifted_at: recordedAt,
      recovered_at: null,
      evidence: clip(data.evidence, LINE_CHARS_MAX),
      measures: data.measures,
      alarms: (row?.alarms ?? 0) + 1,
      position,
    }
  },
}
