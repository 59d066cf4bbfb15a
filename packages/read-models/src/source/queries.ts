import type { Db } from '@dateline/database'
import { foundListing, instant, schedule, sourceKind, sourceLimits } from '@dateline/domain'
import { z } from 'zod'
import { type AsOf, rowsAsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'

export const sourceSummary = z.object({
  sourceId: z.string(),
  kind: sourceKind,
  url: z.string(),
  name: z.string().nullable(),
  schedule,
  state: z
    .enum(['active', 'paused', 'failing'])
    .meta({ description: 'As before there was `health`', deprecated: true }),
  health: z.enum(['healthy', 'failing', 'silent', 'paused']).meta({
    description: 'failing: polls do not succeed. silent: nothing new for longer than its own history explains',
  }),
  healthSince: instant.nullable(),
  healthReason: z.string().nullable().meta({ description: 'A stable code for failing, else words; null: healthy' }),
  pausedReason: z.string().nullable(),
  pausedAt: instant.nullable(),
  failingReason: z.string().nullable().meta({ description: 'Stable code of what fails' }),
  failingDetail: z.string().nullable(),
  failingSince: instant.nullable(),
  silentSince: instant.nullable().meta({ description: 'Time of its last news' }),
  silentDetail: z.string().nullable(),
  folders: z.array(z.string()),
  limits: sourceLimits.nullable(),
  managedBy: z.string().nullable().meta({ description: 'Set of the sources file that says how it is to be' }),
  listings: z.array(foundListing).meta({ description: 'What was found on a site, and is polled with it' }),
  layoutDrifts: z
    .array(z.object({ host: z.string(), since: instant, evidence: z.string() }))
    .meta({ description: 'Hosts of its articles whose pages give less than they used to: the alarms that go on' }),
  discoveredCount: z.int().meta({ description: 'Articles it was the first to list' }),
  extractedCount: z.int().meta({ description: 'Those of them that have a text' }),
  registeredAt: instant,
  updatedAt: instant,
  lastPosition: z.int(),
})
export type SourceSummary = z.infer<typeof sourceSummary>

const COLUMNS = [
  'source_id',
  'kind',
  'url',
  'name',
  'schedule',
  'state',
  'paused_reason',
  'paused_at',
  'failing_reason',
  'failing_detail',
  'failing_since',
  'silent_since',
  'silent_detail',
  'folders',
  'limits',
  'managed_by',
  'listings',
  'layout_drifts',
  'health',
  'health_since',
  'health_reason',
  'discovered_count',
  'extracted_count',
  'registered_at',
  'updated_at',
  'last_position',
] as const

export const sourceFilter = z.object({
  health: sourceSummary.shape.health.optional().describe('Only those that do so'),
})
export type SourceFilter = z.infer<typeof sourceFilter>

/** Sources in the order they were registered. @throws {BadInputError} */
export async function listSources(
  db: Db,
  { health }: SourceFilter,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<SourceSummary>> {
  const after = decodeCursor('sources', cursor)
  const rows = await readDb(db)
    .selectFrom(rowsAsOf('source', asOf).as('s'))
    .select([...COLUMNS, 'first_position'])
    .$if(after !== null, (query) => query.where('first_position', '>', after![0]))
    .$if(health !== undefined, (query) => query.where('health', '=', health!))
    .orderBy('first_position')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { first_position: number }) => encodeCursor('sources', [row.first_position])
  return toPage(rows, limit, keyOf, ({ first_position: _, ...row }) => toJson(row) as SourceSummary)
}

/** Null: there is, or was, no such source. */
export async function getSource(db: Db, sourceId: string, asOf?: AsOf): Promise<SourceSummary | null> {
  const query = readDb(db)
    .selectFrom(rowsAsOf('source', asOf).as('s'))
    .select(COLUMNS)
    .where('source_id', '=', sourceId)
  const row = await query.executeTakeFirst()
  return row === undefined ? null : (toJson(row) as SourceSummary)
}

/** How many sources are in which state of health. */
export async function countSources(db: Db): Promise<{ health: SourceSummary['health']; count: number }[]> {
  const rows = await readDb(db)
    .selectFrom('read.source')
    .select(({ fn }) => ['health', fn.countAll<number>().as('count')])
    .groupBy('health')
    .execute()
  return rows.map(({ health, count }) => ({ health, count: Number(count) }))
}
