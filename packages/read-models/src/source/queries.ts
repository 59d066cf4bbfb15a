import type { Db } from '@dateline/database'
import { instant, schedule, sourceKind } from '@dateline/domain'
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
  state: z.enum(['active', 'paused', 'failing']),
  pausedReason: z.string().nullable(),
  pausedAt: instant.nullable(),
  failingReason: z.string().nullable().meta({ description: 'Stable code of what fails' }),
  failingDetail: z.string().nullable(),
  failingSince: instant.nullable(),
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
  'discovered_count',
  'extracted_count',
  'registered_at',
  'updated_at',
  'last_position',
] as const

/** Sources in the order they were registered. @throws {BadInputError} */
export async function listSources(
  db: Db,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<SourceSummary>> {
  const after = decodeCursor('sources', cursor)
  const rows = await readDb(db)
    .selectFrom(rowsAsOf('source', asOf).as('s'))
    .select([...COLUMNS, 'first_position'])
    .$if(after !== null, (query) => query.where('first_position', '>', after![0]))
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
