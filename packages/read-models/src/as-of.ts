import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import { type RawBuilder, sql } from 'kysely'
import type { ReadTables } from './read-tables.ts'

/** A moment of the record: the position of the last event that counts. Undefined: now. */
export type AsOf = number | undefined

/** Models that can be read as they stood. */
type Model = 'article' | 'story' | 'story_article' | 'source' | 'copy'

/** Without a zone it would be a time of wherever this runs. Years as they are written with four figures. */
const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT[\d:.]{4,16}(?:Z|[+-]\d\d:\d\d)$/
const YEAR_MAX = 9_999

/**
 * Finds the moment a reader names: a position, or a time on the clock of the log.
 *
 * @param moment "1234", "2026-11-20T10:00:00Z", or undefined for now.
 * @throws {BadInputError} for anything else, and for a position beyond the end of the log.
 */
export async function resolveAsOf({ db }: Pick<Database, 'db'>, moment: string | undefined): Promise<AsOf> {
  if (moment === undefined) return undefined
  if (/^\d{1,15}$/.test(moment)) {
    const { position } = await db.selectFrom('log.head').select('position').executeTakeFirstOrThrow()
    if (Number(moment) <= position) return Number(moment)
    throw new BadInputError(`The log ends at ${position}, before ${moment}.`)
  }
  const time = new Date(moment)
  if (!INSTANT.test(moment) || Number.isNaN(time.getTime()) || time.getUTCFullYear() > YEAR_MAX) {
    throw new BadInputError('asOf must be a position of the log or a time with its zone, such as 2026-11-20T10:00:00Z.')
  }
  const { rows } = await sql<{ position: number }>`select read.position_at(${time}) as position`.execute(db)
  return rows[0]!.position
}

/**
 * When that moment was: the time that a reader names, or when the event at the position was recorded.
 *
 * @param moment as `resolveAsOf` took it.
 * @returns null: the log had not begun.
 */
export async function timeOfMoment(
  { db }: Pick<Database, 'db'>,
  moment: string,
  position: number,
): Promise<Date | null> {
  if (moment.includes('T')) return new Date(moment)
  const event = db.selectFrom('log.event').select('recorded_at').where('position', '=', position)
  return (await event.executeTakeFirst())?.recorded_at ?? null
}

/** Rows of a model as they stood: those of its view, or those of its function. */
export function rowsAsOf<Name extends Model>(model: Name, asOf: AsOf): RawBuilder<ReadTables[`read.${Name}`]> {
  return asOf === undefined
    ? sql`${sql.table(`read.${model}`)}`
    : sql`${sql.table(`read.${model}_at_position`)}(${sql.lit(asOf)}::bigint)`
}
