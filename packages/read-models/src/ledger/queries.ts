import type { Db } from '@dateline/database'
import { BadInputError, instant } from '@dateline/domain'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'
import { LEDGER_ENDINGS } from './endings.ts'

const ending = z.enum(LEDGER_ENDINGS)

export const ledgerEntry = z.object({
  sourceId: z.string(),
  listedAt: instant.meta({ description: 'When the source was first seen to list it' }),
  articleId: z.string().nullable().meta({ description: 'Null: the address itself was refused' }),
  url: z.string().nullable().meta({ description: 'Null: withdrawn' }),
  ending,
  endedAt: instant.nullable(),
  reason: z.string().nullable().meta({ description: 'Stable code: why it ended so, or why it still waits' }),
  evidence: z.string().nullable(),
  originalArticleId: z.string().nullable(),
  originalEnding: ending.nullable(),
  attempts: z.int().nullable().meta({ description: 'Of a dead letter' }),
  waitingFor: z.string().nullable().meta({ description: 'The job that it waits for' }),
  dueAt: instant.nullable(),
  isGap: z.boolean().meta({
    description:
      'Not stored, and nothing on its page says why: given up, or waiting for over an hour; or its original is',
  }),
})
export type LedgerEntry = z.infer<typeof ledgerEntry>

const COLUMNS = [
  'source_id',
  'listed_at',
  'article_id',
  'url',
  'ending',
  'ended_at',
  'reason',
  'evidence',
  'original_article_id',
  'original_ending',
  'attempts',
  'waiting_for',
  'due_at',
  'is_gap',
] as const

const day = z.iso.date()

export const ledgerFilter = z.object({
  source: z.uuid().optional().describe('Only what this source lists'),
  day: day.optional().describe('Only what was first listed on this day, UTC'),
  ending: ending.optional(),
  gaps: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('Only what is missing'),
})
export type LedgerFilter = z.infer<typeof ledgerFilter>

/** Every URL that a source has ever listed, newest first. @throws {BadInputError} */
export async function listLedger(
  db: Db,
  filter: LedgerFilter,
  cursor: string | null,
  limit: number,
): Promise<Page<LedgerEntry>> {
  const after = decodeCursor('ledger', cursor)
  const { source, ending: only, gaps } = filter
  const bounds = filter.day === undefined ? null : dayBounds(filter.day, filter.day)
  const among = isAmong(gaps === true ? 'gap' : only)
  const rows = await readDb(db)
    .selectFrom('read.ledger')
    .select([...COLUMNS, 'listing_id'])
    .$if(source !== undefined, (query) => query.where('source_id', '=', source!))
    .$if(only !== undefined, (query) => query.where('ending', '=', only!))
    .$if(gaps === true, (query) => query.where('is_gap', '=', true))
    .$if(among !== undefined, (query) => query.where(among!))
    .$if(bounds !== null, (query) =>
      query.where('listed_at', '>=', bounds!.from).where('listed_at', '<', bounds!.before),
    )
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('listed_at', 'listing_id'), '<', tuple(new Date(after![0]), after![1])),
      ),
    )
    .orderBy('listed_at', 'desc')
    .orderBy('listing_id', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { listed_at: Date; listing_id: string }) =>
    encodeCursor('ledger', [row.listed_at.toISOString(), row.listing_id])
  return toPage(rows, limit, keyOf, ({ listing_id: _, ...row }) => toJson(row) as LedgerEntry)
}

/** Few among many that are stored: an index finds those that can be meant. What was refused by its address is in no ledger. */
function isAmong(looked: LedgerFilter['ending'] | 'gap'): RawBuilder<boolean> | undefined {
  if (looked === undefined || looked === 'article' || looked === 'reject') return undefined
  const isUnended = looked === 'waiting' || looked === 'dead-letter'
  const ended = looked === 'gap' ? sql`ending is null or ending = 'alias'` : sql`ending = ${looked}`
  return sql<boolean>`article_id in (select article_id from views.ledger where ${isUnended ? sql`ending is null` : ended})`
}

export const ledgerDay = z.object({
  sourceId: z.string(),
  day,
  listed: z.int(),
  stored: z.int(),
  aliases: z.int(),
  rejected: z.int(),
  gone: z.int(),
  deadLetters: z.int(),
  withdrawn: z.int(),
  waiting: z.int(),
  gaps: z.int(),
})
export type LedgerDay = z.infer<typeof ledgerDay>

/** A longer stretch is read in pieces. */
export const LEDGER_DAYS_MAX = 366
const DAY_MS = 86_400_000

/**
 * Listed against stored: a row for each source and day, newest day first.
 *
 * @param from first day, to last day: UTC, e.g. "2026-11-20"; at most LEDGER_DAYS_MAX apart.
 * @throws {BadInputError}
 */
export async function ledgerByDay(
  db: Db,
  { source, from, to }: { source?: string | undefined; from: string; to: string },
): Promise<LedgerDay[]> {
  const bounds = dayBounds(from, to)
  const days = (bounds.before.getTime() - bounds.from.getTime()) / DAY_MS
  if (!(days >= 1 && days <= LEDGER_DAYS_MAX)) {
    throw new BadInputError(`From ${from} to ${to} is not a stretch of 1 to ${LEDGER_DAYS_MAX} days.`)
  }
  // Not from read.ledger_day: a condition on the day itself would read everything.
  const { rows } = await sql<LedgerDay>`
    select source_id as "sourceId", to_char(listed_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as listed,
           (count(*) filter (where ending = 'article'))::int as stored,
           (count(*) filter (where ending = 'alias'))::int as aliases,
           (count(*) filter (where ending = 'reject'))::int as rejected,
           (count(*) filter (where ending = 'gone'))::int as gone,
           (count(*) filter (where ending = 'dead-letter'))::int as "deadLetters",
           (count(*) filter (where ending = 'withdrawn'))::int as withdrawn,
           (count(*) filter (where ending = 'waiting'))::int as waiting,
           (count(*) filter (where is_gap))::int as gaps
      from read.ledger
     where listed_at >= ${bounds.from} and listed_at < ${bounds.before} and (${source ?? null}::text is null or source_id = ${source ?? null})
     group by 1, 2 order by 2 desc, 1`.execute(db)
  return rows
}

function dayBounds(from: string, to: string): { from: Date; before: Date } {
  for (const text of [from, to]) {
    if (!day.safeParse(text).success) throw new BadInputError(`"${text}" is no day: write it as 2026-11-20.`)
  }
  return { from: new Date(from), before: new Date(Date.parse(to) + DAY_MS) }
}
