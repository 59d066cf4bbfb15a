import type { Db } from '@dateline/database'
import { instant, layoutMeasure } from '@dateline/domain'
import { z } from 'zod'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'

export const layoutDrift = z.object({
  sourceId: z.string(),
  host: z.string(),
  driftedAt: instant,
  recoveredAt: instant.nullable().meta({ description: 'Null: the alarm goes on' }),
  evidence: z.string().nullable(),
  measures: z
    .array(layoutMeasure)
    .meta({ description: 'length: median characters; others: share of pages without that field' }),
  alarms: z.int().meta({ description: 'How many there have been' }),
  position: z.int(),
})
export type LayoutDrift = z.infer<typeof layoutDrift>

/** Hosts whose pages give less than they used to, the newest alarm first. @throws {BadInputError} */
export async function listLayoutDrifts(
  db: Db,
  filter: { open?: boolean | undefined; sourceId?: string | undefined },
  cursor: string | null,
  limit: number,
): Promise<Page<LayoutDrift>> {
  const after = decodeCursor('layouts', cursor)
  const rows = await readDb(db)
    .selectFrom('read.layout_drift')
    .selectAll()
    .$if(filter.open === true, (query) => query.where('recovered_at', 'is', null))
    .$if(filter.sourceId !== undefined, (query) => query.where('source_id', '=', filter.sourceId!))
    .$if(after !== null, (query) => query.where('position', '<', after![0]))
    .orderBy('position', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = ({ position }: { position: number }) => encodeCursor('layouts', [position])
  return toPage(rows, limit, keyOf, (row) => toJson(row) as LayoutDrift)
}
