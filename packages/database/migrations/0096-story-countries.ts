import { type Kysely, sql } from 'kysely'
import { defineAsOfFunctions } from '../src/as-of-functions.ts'
import { growView } from '../src/grow-view.ts'
import { MODELS } from './0013-as-of.ts'
import { STORY_AS_OF, THEN } from './0050-stories-in-full.ts'

/** An article has a country, and a story those of its articles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const comment =
    'Country (ISO 3166) of the dateline, or, where that names none, of the domain of the publisher or the page; null: neither says.'
  await growView(db, 'article', 'a', [{ name: 'country', type: 'text collate "C"', comment }])
  await defineAsOfFunctions(db, MODELS.find(({ name }) => name === 'article')!)

  const countries = (from: string) =>
    `coalesce((select array_agg(distinct a.country order by a.country) filter (where a.country is not null) ${from}), '{}')`
  const { rows } = await sql<{ definition: string }>`
    select rtrim(pg_get_viewdef('read.story'::regclass, true), ';') as definition`.execute(db)
  const own = countries('from views.article a where a.story_id = s.story_id')
  await sql`create or replace view read.story as select s.*, ${sql.raw(own)} as countries
    from (${sql.raw(rows[0]!.definition)}) s`.execute(db)
  await sql`comment on column read.story.countries is ${sql.lit(
    'Countries it is told from, by ISO 3166 code: those of its articles; empty: not known.',
  )}`.execute(db)
  await defineAsOfFunctions(db, { ...STORY_AS_OF, computed: { ...STORY_AS_OF.computed, countries: countries(THEN) } })
}
