import { type Kysely, sql } from 'kysely'

const COMMENT = 'Hosts of its articles whose pages give less than they used to: [{host, since, evidence}].'

/** A source shows which of its hosts have changed their layout: the alarms that go on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
     where relnamespace = 'views'::regnamespace and relkind = 'r' and relname ~ '^source_g[0-9]+$'`.execute(db)
  for (const { name } of tables) {
    await sql`alter table ${sql.table(`views.${name}`)} add layout_drifts jsonb`.execute(db)
  }
  const { rows: live } = await sql<{ generation: number }>`
    select generation from views.projection where name = 'source' and state = 'live' and shard = 0`.execute(db)
  const serving = sql.table(`views.source_g${live[0]?.generation ?? 1}`)
  await sql`create or replace view views.source as select * from ${serving}`.execute(db)
  await readSource(db)
  await atPosition(db)
}

/** A view can only grow at its end: its columns as they are, then the new one. */
async function readSource(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_viewdef('read.source'::regclass) as definition`.execute(db)
  const definition = rows[0]!.definition
  const from = definition.search(/\n\s+FROM /i)
  // Rows of before this release hold null, until the view has been made again.
  await sql`create or replace view read.source as ${sql.raw(
    `${definition.slice(0, from)}, coalesce(s.layout_drifts, '[]'::jsonb) as layout_drifts ${definition.slice(from)}`,
  )}`.execute(db)
  await sql`comment on column read.source.layout_drifts is ${sql.lit(COMMENT)}`.execute(db)
}

/** The functions give rows of read.source, and must give the new column too; see 0034-source-health. */
async function atPosition(db: Kysely<unknown>): Promise<void> {
  const fixed = ['source_id', 'kind', 'url', 'registered_at', 'first_position']
  const computed: Readonly<Record<string, string>> = {
    state: `case when r.paused_at is not null then 'paused' when r.failing_since is not null then 'failing' else 'active' end`,
    discovered_count: `(select count(*) from read.article a where a.source_id = c.source_id and a.first_position <= as_of)`,
    extracted_count: `(select count(*) from read.article a join read.revision v on v.article_id = a.article_id and v.number = 1
       where a.source_id = c.source_id and v.position <= as_of)`,
    folders: `coalesce(r.folders, '[]'::jsonb)`,
    listings: `coalesce(r.listings, '[]'::jsonb)`,
    health: `coalesce(r.health, 'healthy')`,
    layout_drifts: `coalesce(r.layout_drifts, '[]'::jsonb)`,
  }
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
     where attrelid = 'read.source'::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  const list = rows.map(({ name }) => {
    if (fixed.includes(name)) return `c.${name}`
    return computed[name] === undefined ? `r.${name}` : `${computed[name]} as ${name}`
  })
  await sql`
    create or replace function read.source_at_position(as_of bigint) returns setof read.source
    language sql stable parallel safe
    begin atomic
      select ${sql.raw(list.join(', '))}
        from read.source c
       cross join lateral (
         select views.merge(h.patch order by h.position) as row
           from read.source_version h
          where h.source_id = c.source_id and h.position <= as_of and h.position >= (
            select w.position from read.source_version w
             where w.source_id = c.source_id and w.position <= as_of and w.whole
             order by w.position desc limit 1)
       ) m
       cross join lateral jsonb_populate_record(null::read.source, m.row) r
       where c.first_position <= as_of;
    end`.execute(db)
  await sql`
    create or replace function read.source_as_of(as_of timestamptz) returns setof read.source
    language sql stable parallel safe
    begin atomic
      with at as materialized (select read.position_at(as_of) as position)
      select v.* from at, lateral read.source_at_position(at.position) v;
    end`.execute(db)
}
