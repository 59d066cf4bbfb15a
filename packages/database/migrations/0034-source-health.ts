import type { Kysely } from 'kysely'
import { type AsOfModel, defineAsOfFunctions } from '../src/as-of-functions.ts'
import { growView, type NewColumn } from '../src/grow-view.ts'
import { MODELS } from './0013-as-of.ts'

const COLUMNS: readonly NewColumn[] = [
  {
    name: 'folders',
    type: 'jsonb',
    comment: 'Where it stands in lists of sources, outermost folder first.',
    shown: `coalesce(s.folders, '[]'::jsonb)`,
  },
  {
    name: 'limits',
    type: 'jsonb',
    comment: 'What it may cost: {fetchesPerDayMax, fetchesInFlightMax}; null: no limits.',
  },
  {
    name: 'managed_by',
    type: 'text',
    comment: 'Set of the sources file that says how it is to be; null: none, it was registered by hand.',
  },
  {
    name: 'silent_since',
    type: 'timestamptz',
    comment: 'Time of its last news, if it has listed nothing new for longer than its history explains.',
  },
  { name: 'silent_detail', type: 'text', comment: 'How long it is silent, and what is usual for it.' },
  {
    name: 'listings',
    type: 'jsonb',
    comment: 'Feeds, sitemaps and sections found on a site: [{url, kind, title, basis}].',
    shown: `coalesce(s.listings, '[]'::jsonb)`,
  },
  {
    name: 'health',
    type: 'text',
    comment: 'healthy, failing (polls do not succeed), silent (nothing new for too long) or paused (by a person).',
    shown: `coalesce(s.health, 'healthy')`,
  },
  { name: 'health_since', type: 'timestamptz', comment: 'Since when it is so.' },
  { name: 'health_reason', type: 'text', comment: 'Why it is so, as a code or in words; null: healthy.' },
]

const BEFORE = MODELS.find(({ name }) => name === 'source')!
export const SOURCE: AsOfModel = {
  ...BEFORE,
  computed: {
    ...BEFORE.computed,
    folders: `coalesce(r.folders, '[]'::jsonb)`,
    listings: `coalesce(r.listings, '[]'::jsonb)`,
    health: `coalesce(r.health, 'healthy')`,
  },
}

/** Sources have a state of health, with since and why, and show what they are set to and what was found on them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await growView(db, 'source', 's', COLUMNS)
  await defineAsOfFunctions(db, SOURCE)
}
