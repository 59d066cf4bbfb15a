import type { Kysely } from 'kysely'
import { defineAsOfFunctions } from '../src/as-of-functions.ts'
import { growView } from '../src/grow-view.ts'
import { SOURCE } from './0034-source-health.ts'

/** A source shows which of its hosts have changed their layout: the alarms that go on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const comment = 'Hosts of its articles whose pages give less than they used to: [{host, since, evidence}].'
  const shown = `coalesce(s.layout_drifts, '[]'::jsonb)`
  await growView(db, 'source', 's', [{ name: 'layout_drifts', type: 'jsonb', comment, shown }])
  const computed = { ...SOURCE.computed, layout_drifts: `coalesce(r.layout_drifts, '[]'::jsonb)` }
  await defineAsOfFunctions(db, { ...SOURCE, computed })
}
