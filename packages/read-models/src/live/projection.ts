import { createHash } from 'node:crypto'
import type { LiveEntry } from '@dateline/domain'
import { clip, NAME_CHARS_MAX, PARAGRAPH_CHARS_MAX } from '../field-value.ts'
import type { Projection, Table } from '../projection.ts'

/** An update of a live blog as a view keeps it: its text stands in the log. */
export type KnownEntry = {
  readonly id: string
  readonly at: string
  readonly title: string | null
  readonly firstSeenAt: string
  readonly changedAt: string | null
  readonly removedAt: string | null
  /** First half of the sha256 of title and text. */
  readonly sha: string
}

/** A row of `views.live_update`: one reading of a live blog. */
export type LiveUpdateRow = {
  readonly article_id: string
  readonly position: number
  readonly recorded_at: string
  readonly is_update: boolean
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly entries: readonly KnownEntry[]
}

export const liveUpdateTable = {
  name: 'live_update',
  primaryKey: ['article_id', 'position'],
  columns: {
    article_id: 'text',
    position: 'bigint',
    recorded_at: 'timestamptz',
    is_update: 'boolean',
    added: 'text[]',
    changed: 'text[]',
    removed: 'text[]',
    entries: 'jsonb',
  },
} as const satisfies Table & { columns: Record<keyof LiveUpdateRow, string> }

const SHA_CHARS = 32
/** Of all readings together; what came first is forgotten first. */
const ENTRIES_MAX = 2_000

/** One row per reading of a live blog; its last row knows every entry there has been. */
export const liveUpdateProjection: Projection<LiveUpdateRow> = {
  name: 'live_update',
  version: 1,
  types: ['ArticleExtracted', 'ArticleWithdrawn'],
  table: liveUpdateTable,
  key: 'article_id',
  keysOf: (event) => [event.stream],

  evolve(before, event, article_id) {
    if (event.type === 'ArticleWithdrawn') return null
    if (event.type !== 'ArticleExtracted' || event.data?.extraction.liveEntries === undefined) return before
    const { position, recordedAt: recorded_at } = event
    const is_update = event.data.liveUpdate === true
    const changes = compareEntries(before?.entries ?? [], event.data.extraction.liveEntries, recorded_at)
    return { article_id, position, recorded_at, is_update, ...changes }
  },
}

function compareEntries(known: readonly KnownEntry[], shown: readonly LiveEntry[], now: string) {
  const byId = new Map(known.map((entry) => [entry.id, entry]))
  const added: string[] = []
  const changed: string[] = []
  const entries = shown.map((entry): KnownEntry => {
    const id = entry.id.slice(0, NAME_CHARS_MAX).toWellFormed()
    const sha = createHash('sha256').update(`${entry.title}\n${entry.text}`).digest('hex').slice(0, SHA_CHARS)
    const title = clip(entry.title, PARAGRAPH_CHARS_MAX)
    const before = byId.get(id)
    byId.delete(id)
    if (before === undefined) {
      added.push(id)
      return { id, at: entry.at, title, firstSeenAt: now, changedAt: null, removedAt: null, sha }
    }
    if (before.sha === sha) return { ...before, removedAt: null }
    changed.push(id)
    return { ...before, title, sha, changedAt: now, removedAt: null }
  })
  // Long live blogs show their newest entries first and turn pages: what is older than all that is shown has not gone.
  const oldest = shown.map(({ at }) => at).toSorted()[0] ?? ''
  const removed: string[] = []
  const gone = [...byId.values()].map((entry) => {
    if (entry.removedAt !== null || entry.at < oldest) return entry
    removed.push(entry.id)
    return { ...entry, removedAt: now }
  })
  const all = [...entries, ...gone].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, ENTRIES_MAX)
  return { added, changed, removed, entries: all }
}
