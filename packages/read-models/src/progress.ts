import type { Db } from '@dateline/database'
import { instant } from '@dateline/domain'
import { z } from 'zod'
import { PROJECTIONS } from './projections.ts'
import { readDb } from './read-tables.ts'

export const viewProgress = z.object({
  name: z.string(),
  generation: z.int(),
  position: z.int(),
  behind: z.int().meta({ description: 'Events still to be read' }),
  error: z.string().nullable().meta({ description: 'Why it has stopped' }),
  errorPosition: z.int().nullable().meta({ description: 'Of the event it cannot take in' }),
  skipped: z.array(z.int()).meta({ description: 'Positions of events that a person has let it leave out' }),
  rebuild: z
    .object({
      position: z.int().meta({ description: 'Of the last event in the generation that is being made' }),
      error: z.string().nullable().meta({ description: 'Why it has stopped' }),
      errorPosition: z.int().nullable().meta({ description: 'Of the event it cannot take in' }),
    })
    .nullable()
    .meta({ description: 'Null: it is not being rebuilt' }),
  updatedAt: instant,
})

/** How far the views have read the log. `position` is where all of them are, at least. */
export const progressReport = z.object({
  headPosition: z.int(),
  position: z.int(),
  views: z.array(viewProgress),
})
export type ProgressReport = z.infer<typeof progressReport>

export async function progress(db: Db): Promise<ProgressReport> {
  const head = await db.selectFrom('log.head').select('position').executeTakeFirstOrThrow()
  const rows = await readDb(db).selectFrom('read.progress').selectAll().orderBy('name').execute()
  const views = rows.map((row) => ({
    name: row.name,
    generation: row.generation,
    position: row.position,
    behind: row.behind,
    error: row.error,
    errorPosition: row.error_position,
    skipped: row.skipped.map(Number),
    rebuild:
      row.rebuild_position === null
        ? null
        : { position: row.rebuild_position, error: row.rebuild_error, errorPosition: row.rebuild_error_position },
    updatedAt: row.updated_at.toISOString(),
  }))
  // A view that nobody has begun to fold stands at the beginning.
  const positions = PROJECTIONS.map(({ name }) => views.find((view) => view.name === name)?.position ?? 0)
  return { headPosition: head.position, position: Math.min(...positions), views }
}
