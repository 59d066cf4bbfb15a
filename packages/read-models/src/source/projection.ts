import type { FoundListing, Recorded, Schedule, SourceEvent, SourceLimits } from '@dateline/domain'
import { clip, LINE_CHARS_MAX, NAME_CHARS_MAX, NAMES_MAX, PARAGRAPH_CHARS_MAX, toInstant } from '../field-value.ts'
import type { Projection, Table } from '../projection.ts'

/** A host whose pages give less than they used to; `since` is the time on the clock of the log. */
export type SourceLayoutDrift = { readonly host: string; readonly since: string; readonly evidence: string }

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
  readonly folders: readonly string[]
  readonly limits: SourceLimits | null
  readonly managed_by: string | null
  readonly silent_since: string | null
  readonly silent_detail: string | null
  readonly listings: readonly FoundListing[]
  /** Alarms that go on, the oldest first. */
  readonly layout_drifts: readonly SourceLayoutDrift[]
  readonly health: 'healthy' | 'failing' | 'silent' | 'paused'
  readonly health_since: string
  readonly health_reason: string | null
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
    folders: 'jsonb',
    limits: 'jsonb',
    managed_by: 'text',
    silent_since: 'timestamptz',
    silent_detail: 'text',
    listings: 'jsonb',
    layout_drifts: 'jsonb',
    health: 'text',
    health_since: 'timestamptz',
    health_reason: 'text',
    registered_at: 'timestamptz',
    updated_at: 'timestamptz',
    first_position: 'bigint',
    last_position: 'bigint',
  },
} as const satisfies Table & { columns: Record<keyof SourceRow, string> }

/** Current state of every source of URLs. */
export const sourceProjection: Projection<SourceRow> = {
  name: 'source',
  version: 6, // 6: patches without the time of the event
  types: [
    'SourceRegistered',
    'SourceChanged',
    'SourcePaused',
    'SourceResumed',
    'SourceFailing',
    'SourceRecovered',
    'SourceFellSilent',
    'SourceSpokeAgain',
    'SourceListingsFound',
    'SourceLayoutDrifted',
    'SourceLayoutRecovered',
  ],
  table: sourceTable,
  key: 'source_id',
  history: true,
  keysOf: (event) => [event.stream.slice('source-'.length)],

  evolve(row, event, source_id) {
    if (event.data === null) return row
    const { recordedAt: updated_at, position: last_position } = event
    if (event.type === 'SourceRegistered') {
      const { kind, url, name, schedule, folders = [], limits = null, managedBy = null } = event.data
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
        folders: clipAll(folders),
        limits,
        managed_by: clip(managedBy, NAME_CHARS_MAX),
        silent_since: null,
        silent_detail: null,
        listings: [],
        layout_drifts: [],
        health: 'healthy',
        health_since: updated_at,
        health_reason: null,
        registered_at: updated_at,
        updated_at,
        first_position: last_position,
        last_position,
      }
    }
    if (row === null) return null
    return withHealth(row, { ...row, ...changeOf(row, event as Recorded<SourceEvent>), updated_at, last_position })
  },
}

type Change = Partial<Omit<SourceRow, 'health' | 'health_since' | 'health_reason'>>

function changeOf(row: SourceRow, { type, data, recordedAt }: Recorded<SourceEvent>): Change {
  switch (type) {
    case 'SourceChanged': {
      const { kind = row.kind, name, schedule, folders, limits = row.limits, managedBy } = data
      return {
        ...{ kind, name: clip(name, LINE_CHARS_MAX), schedule, limits },
        folders: folders === undefined ? row.folders : clipAll(folders),
        managed_by: managedBy === undefined ? row.managed_by : clip(managedBy, NAME_CHARS_MAX),
      }
    }
    case 'SourcePaused':
      return { paused_reason: clip(data.reason, LINE_CHARS_MAX), paused_at: row.paused_at ?? recordedAt }
    case 'SourceResumed':
      return { paused_reason: null, paused_at: null }
    case 'SourceFailing':
      return {
        failing_reason: clip(data.reason, NAME_CHARS_MAX),
        failing_detail: clip(data.detail, LINE_CHARS_MAX),
        failing_since: row.failing_since ?? toInstant(data.failingSince) ?? recordedAt,
      }
    case 'SourceRecovered':
      return { failing_reason: null, failing_detail: null, failing_since: null }
    case 'SourceFellSilent':
      return { silent_since: toInstant(data.lastNewAt) ?? recordedAt, silent_detail: clip(data.detail, LINE_CHARS_MAX) }
    case 'SourceSpokeAgain':
      return { silent_since: null, silent_detail: null }
    case 'SourceListingsFound':
      return {
        listings: data.listings.slice(0, NAMES_MAX).map(({ url, kind, title, basis }) => ({
          ...{ url: clip(url, PARAGRAPH_CHARS_MAX)!, kind, title: clip(title, LINE_CHARS_MAX), basis },
        })),
      }
    case 'SourceLayoutDrifted': {
      const drift = { host: data.host, since: recordedAt, evidence: clip(data.evidence, LINE_CHARS_MAX)! }
      return { layout_drifts: [...withoutHost(row, data.host), drift].slice(-NAMES_MAX) }
    }
    case 'SourceLayoutRecovered':
      return { layout_drifts: withoutHost(row, data.host) }
    default:
      return {}
  }
}

const withoutHost = ({ layout_drifts }: SourceRow, host: string) => layout_drifts.filter((drift) => drift.host !== host)

/** What a person has said counts before what fails, and that before silence: nothing new comes from polls that fail. */
function withHealth(before: SourceRow, after: SourceRow): SourceRow {
  const { paused_at, failing_since, silent_since } = after
  const [health, since, health_reason] =
    paused_at !== null
      ? (['paused', paused_at, after.paused_reason] as const)
      : failing_since !== null
        ? (['failing', failing_since, after.failing_reason] as const)
        : silent_since !== null
          ? (['silent', silent_since, after.silent_detail] as const)
          : (['healthy', before.health === 'healthy' ? before.health_since : after.updated_at, null] as const)
  return { ...after, health, health_since: since, health_reason }
}

function clipAll(folders: readonly string[]): string[] {
  return folders.slice(0, NAMES_MAX).map((folder) => clip(folder, NAME_CHARS_MAX)!)
}
