import { type Kysely, sql } from 'kysely'

/**
 * Topics by name, for people who read by SQL: the projector writes down the names that the code has. And the usual beside each
 * hour of a topic.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.topic_name (
      qcode    text not null collate "C",
      language text not null collate "C", -- ISO 639-1
      name     text not null,
      primary key (qcode, language)
    )`.execute(db)
  await sql`create view read.topic_name as select qcode, language, name from views.topic_name`.execute(db)
  await comment(
    db,
    'view read.topic_name',
    'How people call the topics of IPTC Media Topics. Every one has an English name.',
  )
  await comment(db, 'column read.topic_name.qcode', 'e.g. medtop:11000000')
  await comment(db, 'column read.topic_name.language', 'ISO 639-1; top levels have names in several.')
  await comment(db, 'column read.topic_name.name', 'e.g. politics')

  await sql`
    create function read.topic_name(qcode text, language text default 'en') returns text
    language sql stable parallel safe
    begin atomic
      select coalesce(
        (select n.name from read.topic_name n
          where n.qcode = topic_name.qcode and n.language in (topic_name.language, 'en')
          order by n.language = 'en' limit 1),
        case when topic_name.qcode like 'medtop:%' then 'Media Topic ' || substr(topic_name.qcode, 8)
             else substr(topic_name.qcode, strpos(topic_name.qcode, ':') + 1) end);
    end`.execute(db)
  await comment(
    db,
    'function read.topic_name(text, text)',
    'How people call a topic, in a language (ISO 639-1) or else in English: medtop:11000000 is politics, house:docks is docks.',
  )
  await sql`
    create function read.topic_names(qcodes text[], language text default 'en') returns text[]
    language sql stable parallel safe
    begin atomic
      select coalesce(array_agg(read.topic_name(t.qcode, topic_names.language) order by t.number), '{}')
        from unnest(qcodes) with ordinality t (qcode, number);
    end`.execute(db)
  await comment(
    db,
    'function read.topic_names(text[], text)',
    'How people call topics, in the same order: select read.topic_names(topics) from read.article.',
  )
  await addColumn(db, 'topic', 'name', 'read.topic_name(t.qcode)', 'How people call it, in English.')
  await addColumn(
    db,
    'topic_hour',
    'usual',
    USUAL,
    'Mean of the same hour of the 7 days before; null: the log did not run a day before. An hour without articles has no row.',
  )
}

const HOUR = `'YYYY-MM-DD"T"HH24'`

/** As GET /v1/topics/QCODE/hours: days before the log began are left out of the mean. */
const USUAL = `(
  select round(coalesce(sum(h.article_count), 0) / nullif(count(*), 0), 2)::double precision
    from generate_series(1, 7) d (day)
    left join views.topic_hour h
      on h.bucket = t.qcode || ' ' || to_char((t.hour at time zone 'UTC') - d.day * interval '1 day', ${HOUR})
   where t.hour - d.day * interval '24 hours'
         >= (select recorded_at from log.event order by position limit 1) - interval '1 hour')`

async function addColumn(
  db: Kysely<unknown>,
  view: string,
  column: string,
  expression: string,
  text: string,
): Promise<void> {
  const { rows } = await sql<{ definition: string }>`
    select rtrim(pg_get_viewdef(${`read.${view}`}::regclass), ';') as definition`.execute(db)
  await sql`create or replace view ${sql.table(`read.${view}`)} as
    select t.*, ${sql.raw(expression)} as ${sql.ref(column)} from (${sql.raw(rows[0]!.definition)}) t`.execute(db)
  await comment(db, `column read.${view}.${column}`, text)
}

async function comment(db: Kysely<unknown>, what: string, text: string): Promise<void> {
  await sql`comment on ${sql.raw(what)} is ${sql.lit(text)}`.execute(db)
}
