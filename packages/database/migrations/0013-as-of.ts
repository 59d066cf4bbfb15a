import { type Kysely, sql } from 'kysely'
import { type AsOfModel, defineAsOfFunctions } from '../src/as-of-functions.ts'

/**
 * Reading the record as it stood: as of a position of the log, or of a time on the clock of the log.
 *
 * Nothing is replayed. `_history` holds what changed in a row and every so often the whole row, so a row as of a position is
 * one range of its primary key: back to the last whole version, at most some sixteen patches. Rows are never deleted, so a
 * list as of a position is the list of today, each row put back.
 *
 * The functions are plain SQL over views of schema read: the planner takes them apart, and a condition on the id of an
 * article becomes a look at its index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create aggregate views.merge(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}', parallel = safe)`.execute(
    db,
  )
  await positionAt(db)
  for (const model of MODELS) {
    await version(db, model)
    await defineAsOfFunctions(db, model)
  }
  await topics(db)
}

const revisionOf = (column: string) =>
  `(select v.${column} from read.revision v where v.article_id = c.article_id and v.position = r.extracted_position)`

export const MODELS: readonly AsOfModel[] = [
  {
    name: 'article',
    id: 'article_id',
    fixed: ['article_id', 'first_position', 'first_seen_at'],
    since: 'first_position',
    what: 'Articles',
    computed: { text: revisionOf('text'), extraction: revisionOf('extraction') },
  },
  {
    name: 'story',
    id: 'story_id',
    fixed: ['story_id', 'first_position'],
    since: 'first_position',
    what: 'Stories',
    computed: {},
  },
  {
    name: 'source',
    id: 'source_id',
    fixed: ['source_id', 'kind', 'url', 'registered_at', 'first_position'],
    since: 'first_position',
    what: 'Sources',
    computed: {
      state: `case when r.paused_at is not null then 'paused' when r.failing_since is not null then 'failing' else 'active' end`,
      discovered_count: `(select count(*) from read.article a where a.source_id = c.source_id and a.first_position <= as_of)`,
      extracted_count: `(select count(*) from read.article a join read.revision v on v.article_id = a.article_id and v.number = 1
         where a.source_id = c.source_id and v.position <= as_of)`,
    },
  },
]

async function positionAt(db: Kysely<unknown>): Promise<void> {
  // Times never go back along the log, so a position is found by halving: twenty-odd looks at the primary key, and no index
  // that every append would have to keep up.
  await sql`
    create function read.position_at(as_of timestamptz) returns bigint language plpgsql stable parallel safe
    set search_path = pg_catalog, pg_temp as $$
    declare
      v_before bigint := 0; -- recorded at or before as_of
      v_after bigint;       -- recorded after as_of, or beyond the end
      v_middle bigint;
      v_time timestamptz;
    begin
      select max(position) + 1 into v_after from read.event;
      v_after := coalesce(v_after, 1);
      while v_after - v_before > 1 loop
        v_middle := (v_before + v_after) / 2;
        select recorded_at into v_time from read.event where position = v_middle;
        if v_time <= as_of then v_before := v_middle; else v_after := v_middle; end if;
      end loop;
      return v_before;
    end $$`.execute(db)
  await sql`
    comment on function read.position_at is
      'Position of the last event recorded at or before a time; 0: none was.'`.execute(db)
}

async function version(db: Kysely<unknown>, { name, id, what }: AsOfModel): Promise<void> {
  const view = sql.table(`read.${name}_version`)
  await sql`
    create view ${view} as select h.key as ${sql.ref(id)}, h.position, h.recorded_at, h.whole, h.patch
      from ${sql.table(`views.${name}_history`)} h`.execute(db)
  const comments: Record<string, string> = {
    [id]: `Whose version it is; see read.${name}.`,
    position: 'Position in the log from which it stood, until the next version: also its last_position.',
    recorded_at: 'Time from which it stood: also its updated_at.',
    whole: 'The patch holds all columns; those it does not name are null.',
    patch: 'Columns that differ from the version before.',
  }
  await sql`comment on view ${view} is ${sql.lit(`${what} as they were: what changed, and when.`)}`.execute(db)
  for (const [column, text] of Object.entries(comments)) {
    await sql`comment on column ${sql.ref(`read.${name}_version.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}

async function columnsOf(db: Kysely<unknown>, name: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
     where attrelid = ${`read.${name}`}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  return rows.map((row) => row.name)
}

async function topics(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function read.topic_at_position(as_of bigint) returns table (qcode text, article_count bigint)
    language sql stable parallel safe
    begin atomic
      select t.qcode, count(*) from read.article_topic t
       where t.from_position <= as_of and (t.to_position is null or t.to_position > as_of) group by t.qcode;
    end`.execute(db)
  await sql`
    comment on function read.topic_at_position is
      'Topics that articles had when the log had reached a position, with their counts.'`.execute(db)
  await sql`
    create function read.topic_as_of(as_of timestamptz) returns table (qcode text, article_count bigint)
    language sql stable parallel safe
    begin atomic
      with at as materialized (select read.position_at(as_of) as position)
      select v.* from at, lateral read.topic_at_position(at.position) v;
    end`.execute(db)
  await sql`
    comment on function read.topic_as_of is 'Topics that articles had at a time on the clock of the log, with their counts.'`.execute(
    db,
  )
  await storyArticles(db)
}

/** Stays of articles in stories: the row of today is the last stay, earlier ones are in the history. */
async function storyArticles(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view read.story_article_version as
      select split_part(h.key, '/', 1) as story_id, split_part(h.key, '/', 2) as article_id, h.key as membership_id,
             h.position, h.recorded_at, h.whole, h.patch
        from views.story_article_history h`.execute(db)
  const comments = {
    story_id: 'Story; see read.story.',
    article_id: 'Article; see read.article.',
    membership_id: 'Both ids, with a slash between them.',
    position: 'Position in the log from which it stood, until the next version.',
    recorded_at: 'Time from which it stood.',
    whole: 'The patch holds all columns; those it does not name are null.',
    patch: 'Columns that differ from the version before.',
  }
  await sql`comment on view read.story_article_version is 'Stays of articles in stories as they were: what changed, and when.'`.execute(
    db,
  )
  for (const [column, text] of Object.entries(comments)) {
    await sql`comment on column ${sql.ref(`read.story_article_version.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
  const columns = await columnsOf(db, 'story_article')
  const fixed = ['story_id', 'article_id']
  const list = columns.map((column) => (fixed.includes(column) ? `c.${column}` : `r.${column}`)).join(', ')
  await sql`
    create function read.story_article_at_position(as_of bigint) returns setof read.story_article
    language sql stable parallel safe
    begin atomic
      select ${sql.raw(list)}
        from read.story_article c
       cross join lateral (
         select views.merge(h.patch order by h.position) as row from read.story_article_version h
          where h.membership_id = c.story_id || '/' || c.article_id and h.position <= as_of and h.position >= (
            select w.position from read.story_article_version w
             where w.membership_id = c.story_id || '/' || c.article_id and w.position <= as_of and w.whole
             order by w.position desc limit 1)
         having count(*) > 0
       ) m
       cross join lateral jsonb_populate_record(null::read.story_article, m.row) r;
    end`.execute(db)
  await sql`
    comment on function read.story_article_at_position is
      'Which article stood in which story when the log had reached a position. Name the story or the article where you can.'`.execute(
    db,
  )
  await sql`
    create function read.story_article_as_of(as_of timestamptz) returns setof read.story_article
    language sql stable parallel safe
    begin atomic
      with at as materialized (select read.position_at(as_of) as position)
      select v.* from at, lateral read.story_article_at_position(at.position) v;
    end`.execute(db)
  await sql`
    comment on function read.story_article_as_of is
      'Which article stood in which story at a time on the clock of the log.'`.execute(db)
}
