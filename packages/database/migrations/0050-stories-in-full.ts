import { type Kysely, sql } from 'kysely'
import { type AsOfModel, defineAsOfFunctions } from '../src/as-of-functions.ts'

/** [column, expression, comment] */
type Column = readonly [string, string, string]

/**
 * What people ask of stories and topics: when they were first and last seen, how many origins they have, in which languages
 * they are told, what they are about, which episode they follow, whose text their pages carry; and how many articles a topic
 * has by the hour, against the usual.
 *
 * Views gain columns at their end; the fold of the release before goes on writing the tables without the new ones.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db)
  await sql`drop function read.story_as_of, read.story_at_position`.execute(db)
  await extend(db, 'story', STORY)
  await extend(db, 'topic', TOPIC)
  await create(
    db,
    'topic_hour',
    TOPIC_HOUR,
    'views.topic_hour t',
    'Articles of a topic by the hour in which they were first seen.',
  )
  await create(
    db,
    'provenance',
    PROVENANCE,
    PROVENANCE_FROM,
    'Whose text each page of a story carries: a family of pages is one origin.',
  )
  await defineAsOfFunctions(db, STORY_AS_OF)
}

/** Every generation that is there gets them: the one that serves, the one before it, and one that is being made. */
async function addColumns(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      v record;
    begin
      for v in select distinct name, generation from views.projection where name in ('story', 'tally')
               union select name, 1 from (values ('story'), ('tally')) n (name) loop
        if v.name = 'story' and to_regclass(format('views.story_g%s', v.generation)) is not null then
          execute format('alter table views.story_g%s add follows_story_id text collate "C", add topics_set text[], add labelled_by text', v.generation);
          execute format('create index on views.story_g%s (follows_story_id) where follows_story_id is not null', v.generation);
        elsif v.name = 'tally' and to_regclass(format('views.tally_article_g%s', v.generation)) is not null then
          execute format('alter table views.tally_article_g%s add hour text, add topics_kept boolean', v.generation);
          execute format('create table views.topic_hour_g%s (bucket text not null collate "C" primary key,
            article_count bigint not null default 0) with (fillfactor = 50)', v.generation);
          execute format('create index on views.topic_hour_g%s (split_part(bucket, '' '', 1))', v.generation);
        end if;
      end loop;
      for v in select name, coalesce((select p.generation from views.projection p where p.name = n.projection
                 and p.state = 'live' and p.shard = 0), 1) as generation
                 from (values ('story', 'story'), ('tally_article', 'tally'), ('topic_hour', 'tally')) n (name, projection) loop
        execute format('create or replace view views.%s as select * from views.%s_g%s', v.name, v.name, v.generation);
      end loop;
    end $$`.execute(db)
}

async function extend(
  db: Kysely<unknown>,
  name: string,
  { from, columns }: { from: string; columns: readonly Column[] },
) {
  const old = await columnsOf(db, name)
  const all = [...old.map((column) => [column, EXPRESSIONS[name]?.[column] ?? `x.${column}`]), ...columns]
  const list = all.map(([column, expression]) => `${expression} as ${column}`).join(',\n      ')
  await sql`create or replace view ${sql.table(`read.${name}`)} as select ${sql.raw(list)} from ${sql.raw(from)}`.execute(
    db,
  )
  await comment(db, name, columns)
}

async function create(db: Kysely<unknown>, name: string, columns: readonly Column[], from: string, text: string) {
  const list = columns.map(([column, expression]) => `${expression} as ${column}`).join(',\n      ')
  await sql`create view ${sql.table(`read.${name}`)} as select ${sql.raw(list)} from ${sql.raw(from)}`.execute(db)
  await sql`comment on view ${sql.table(`read.${name}`)} is ${sql.lit(text)}`.execute(db)
  await comment(db, name, columns)
}

async function comment(db: Kysely<unknown>, name: string, columns: readonly Column[]): Promise<void> {
  for (const [column, , text] of columns) {
    await sql`comment on column ${sql.ref(`read.${name}.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}

async function columnsOf(db: Kysely<unknown>, name: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
     where attrelid = ${`read.${name}`}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  return rows.map((row) => row.name)
}

/** Of columns that a view computes itself. */
const EXPRESSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  topic: {
    last_classified_at: `(select e.recorded_at from views.article_topic t join log.event e on e.position = t.from_position
         where t.qcode = x.qcode and t.to_position is null order by t.from_position desc limit 1)`,
  },
}

const ofStory = (what: string) => `(select ${what} from views.article a where a.story_id = x.story_id)`

const STORY = {
  from: 'views.story x',
  columns: [
    ['first_seen_at', ofStory('min(a.first_seen_at)'), 'When the first of its articles was first seen.'],
    ['last_seen_at', ofStory('max(a.first_seen_at)'), 'When the last of its articles was first seen.'],
    [
      'origin_count',
      ofStory('count(distinct coalesce(a.copy_of, a.article_id))::integer'),
      'Independent texts in it: pages that carry copies of one text count once; see read.provenance.',
    ],
    [
      'languages',
      ofStory(
        `coalesce(array_agg(distinct split_part(a.language, '-', 1)) filter (where a.language is not null), '{}')`,
      ),
      'Languages its articles are in, by ISO 639 code.',
    ],
    [
      'topics',
      `coalesce(x.topics_set, (select array_agg(n.topic order by n.articles desc, n.topic) from (
         select t.topic, count(*) as articles from views.article a cross join unnest(a.topics) t (topic)
          where a.story_id = x.story_id group by t.topic having count(*) * 3 >= x.article_count
          order by count(*) desc, t.topic limit 8) n), '{}')`,
      'What it is about: as a person has set it, or the topics of at least a third of its articles, most frequent first.',
    ],
    ['topics_set', 'x.topics_set', 'Topics that a person has set; null: nobody has.'],
    ['labelled_by', 'x.labelled_by', 'Person who named it; null: it is named after one of its articles.'],
    [
      'follows_story_id',
      'x.follows_story_id',
      'Story it is a new episode of, which had fallen silent; null: it began by itself.',
    ],
    [
      'followed_by',
      `coalesce((select array_agg(n.story_id order by n.first_position) from views.story n
         where n.follows_story_id = x.story_id), '{}')`,
      'Stories that are later episodes of it.',
    ],
  ] as readonly Column[],
}

const hours = (from: string, to: string) =>
  `(select coalesce(sum(h.article_count), 0) from views.topic_hour h
     where h.bucket >= x.qcode || ' ' || to_char(now() at time zone 'UTC' - interval '${from}', 'YYYY-MM-DD"T"HH24')
       and h.bucket < x.qcode || ' ' || to_char(now() at time zone 'UTC' - interval '${to}', 'YYYY-MM-DD"T"HH24'))`

const TOPIC = {
  from: `views.topic_tally x cross join lateral (
    select extract(epoch from now() - (select recorded_at from log.event order by position limit 1)) / 86400 - 1 as days) k
    where x.article_count > 0`,
  columns: [
    [
      'story_count',
      `(select count(distinct a.story_id)::integer from views.article_topic t join views.article a using (article_id)
         where t.qcode = x.qcode and t.to_position is null and t.from_position > read.position_at(now() - interval '14 days'))`,
      'Stories with an article that got it within the last 14 days.',
    ],
    [
      'articles_24h',
      `${hours('23 hours', '-1 hour')}::integer`,
      'Articles first seen in this hour and the 23 before it.',
    ],
    [
      'usual_24h',
      `case when k.days >= 1 then ${hours('191 hours', '23 hours')}::double precision / least(7, k.days) end`,
      'Articles in 24 hours as usual: the mean of the 7 days before; null: the log is not a day older yet.',
    ],
  ] as readonly Column[],
}

const TOPIC_HOUR: readonly Column[] = [
  ['qcode', `split_part(t.bucket, ' ', 1)`, 'Topic, e.g. medtop:11000000; see read.topic.'],
  ['hour', `(split_part(t.bucket, ' ', 2) || ':00:00Z')::timestamptz`, 'Begin of the hour, UTC.'],
  ['article_count', 't.article_count', 'Articles that have the topic now and were first seen in this hour.'],
]

const PROVENANCE_FROM = `views.article a left join lateral (
  select case when min(f.agency_id) = max(f.agency_id) then min(f.agency_id) end as agency_id, count(*) as pages
    from views.article f where f.story_id = a.story_id
     and coalesce(f.copy_of, f.article_id) = coalesce(a.copy_of, a.article_id)) f on true
  where a.story_id is not null`

const PROVENANCE: readonly Column[] = [
  ['story_id', 'a.story_id', 'Story; see read.story.'],
  ['article_id', 'a.article_id', 'Page; see read.article.'],
  [
    'origin_id',
    'coalesce(a.copy_of, a.article_id)',
    'Article whose text it carries: itself, where it is nobody’s copy.',
  ],
  [
    'origin_kind',
    `case when f.agency_id is not null then 'wire' when f.pages > 1 then 'shared' else 'unknown' end`,
    'wire: a page with this text credits an agency. shared: several pages, none credits one. unknown: a single page that credits nobody.',
  ],
  ['origin_agency_id', 'f.agency_id', 'Agency that pages with this text credit; null where none does, or they differ.'],
  ['credited_agency_id', 'a.agency_id', 'Agency that this page itself credits.'],
  ['copy_kind', 'a.copy_kind', 'exact, edited, partial or reworded; null: it is nobody’s copy.'],
  ['containment', 'a.copy_containment', 'Share of its text, quotations removed, that stands in the original: 0 to 1.'],
  ['evidence', '(select c.evidence from views.copy c where c.article_id = a.article_id)', 'What shows it.'],
]

/** The articles of a story as they stood. */
export const THEN = `from read.story_article_at_position(as_of) m join read.article_at_position(as_of) a using (article_id)
  where m.story_id = c.story_id and m.left_position is null and a.story_id = c.story_id`

/** What the history of a story does not hold is read from its articles as they stood. */
export const STORY_AS_OF: AsOfModel = {
  name: 'story',
  id: 'story_id',
  fixed: ['story_id', 'first_position'],
  since: 'first_position',
  what: 'Stories',
  computed: {
    first_seen_at: `(select min(a.first_seen_at) ${THEN})`,
    last_seen_at: `(select max(a.first_seen_at) ${THEN})`,
    origin_count: `(select count(distinct coalesce(a.copy_of, a.article_id))::integer ${THEN})`,
    languages: `coalesce((select array_agg(distinct split_part(a.language, '-', 1)) filter (where a.language is not null) ${THEN}), '{}')`,
    topics: `coalesce(r.topics_set, (select array_agg(n.topic order by n.articles desc, n.topic) from (
       select t.topic, count(*) as articles from (select a.topics ${THEN}) a cross join unnest(a.topics) t (topic)
        group by t.topic having count(*) * 3 >= r.article_count order by count(*) desc, t.topic limit 8) n), '{}')`,
    followed_by: `coalesce((select array_agg(n.story_id order by n.first_position) from read.story n
       where n.follows_story_id = c.story_id and n.first_position <= as_of), '{}')`,
  },
}
