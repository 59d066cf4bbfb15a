import { type Kysely, sql } from 'kysely'

/**
 * The account of every URL a source has ever listed: it ends as article, alias, reject, gone, withdrawn or dead letter, or it
 * still waits. The log knows the endings; what is in hand or was given up stands in schema work; `read.ledger` is both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tables(db)
  await ledger(db)
  await days(db)
}

async function tables(db: Kysely<unknown>): Promise<void> {
  // What a source has listed before, so that a poll asks the log only about the rest. Can be lost.
  await sql`
    create table work.listed (
      source_id uuid not null,
      key       text not null collate "C", -- article id, or sha256 of an address that was refused
      primary key (source_id, key)
    )`.execute(db)
  await sql`
    create table views.ledger_g1 (
      article_id          text        not null collate "C" primary key,
      url                 text,
      source_id           text        collate "C",
      discovered_at       timestamptz not null,
      ending              text        collate "C",
      ended_at            timestamptz,
      reason              text,
      evidence            text,
      original_article_id text        collate "C",
      raw_sha256          text        collate "C",
      fetched_at          timestamptz,
      failure             text,
      failure_detail      text,
      failed_at           timestamptz
    ) with (fillfactor = 70)`.execute(db)
  // What is looked for among all that is stored.
  await sql`create index on views.ledger_g1 (ending) where ending <> 'article' or ending is null`.execute(db)
  await sql`
    create table views.listing_g1 (
      listing_id text        not null collate "C" primary key,
      source_id  text        not null collate "C",
      article_id text        collate "C",
      url        text,
      refused    text,
      listed_at  timestamptz not null
    )`.execute(db)
  await sql`create index on views.listing_g1 (listed_at desc, listing_id desc)`.execute(db)
  await sql`create index on views.listing_g1 (source_id, listed_at desc, listing_id desc)`.execute(db)
  await sql`create index on views.listing_g1 (article_id) where article_id is not null`.execute(db)
  for (const name of ['ledger', 'listing']) {
    await sql`create view ${sql.table(`views.${name}`)} as select * from ${sql.table(`views.${name}_g1`)}`.execute(db)
  }
}

/** What is not settled for so long is worth a look. */
const GAP_AFTER = `interval '1 hour'`

/** Work on an article that decides how its URL ends; what comes after (classification) does not. */
const QUEUES = `('fetch-article', 'extract-article')`

const deadLetter = (key: string, when: string) => `
  left join lateral (
    select queue, code, message, attempts, last_seen_at from work.dead_letter
     where key = ${key} and queue in ${QUEUES} and ${when} order by last_seen_at desc limit 1) `

/** [column, expression, comment] */
const COLUMNS: readonly (readonly [string, string, string])[] = [
  ['listing_id', 'l.listing_id', 'One row for each URL a source has ever listed, however often it lists it.'],
  ['source_id', 'l.source_id', 'Source that lists it; see read.source.'],
  ['listed_at', 'l.listed_at', 'When the source was first seen to list it.'],
  ['article_id', 'l.article_id', 'Article under that URL; see read.article. Null: the address was refused.'],
  ['url', 'coalesce(e.url, l.url)', 'As first heard of; null: withdrawn.'],
  [
    'ending',
    `case when l.refused is not null then 'reject' when e.ending is not null then e.ending
          when d.queue is not null then 'dead-letter' else 'waiting' end`,
    'article: stored with its text. alias: its page names another article as its original. reject: is no article. gone: its server says so. dead-letter: given up. withdrawn: erased by law. waiting: not ended yet.',
  ],
  [
    'ended_at',
    'case when l.refused is not null then l.listed_at else coalesce(e.ended_at, d.last_seen_at) end',
    'When it ended; null: it waits.',
  ],
  [
    'reason',
    'coalesce(l.refused, e.reason, case when e.ending is null then coalesce(d.code, e.failure) end)',
    'Stable code: why it was rejected or given up, which rule made it an alias, or why it still waits.',
  ],
  [
    'evidence',
    'coalesce(e.evidence, case when e.ending is null then coalesce(d.message, e.failure_detail) end)',
    'The words or the markup that say so.',
  ],
  ['original_article_id', 'e.original_article_id', 'Where it is an alias: of which article.'],
  [
    'original_ending',
    `case when e.original_article_id is not null then
       coalesce(o.ending, case when od.queue is not null then 'dead-letter' else 'waiting' end) end`,
    'Where it is an alias: how its original has ended.',
  ],
  ['attempts', 'd.attempts', 'Where it was given up: how often it was tried.'],
  ['waiting_for', 't.queue', 'Where it waits: the job it waits for.'],
  ['due_at', 't.due_at', 'Where it waits: when that job is due.'],
  [
    'is_gap',
    `l.refused is null and (
       (e.ending is null and (d.queue is not null or l.listed_at < now() - ${GAP_AFTER}))
       or (e.ending = 'alias' and o.ending is null and (od.queue is not null or l.listed_at < now() - ${GAP_AFTER})))`,
    'Listed and not stored, with nothing on its page that says why: given up, or waiting for over an hour; or its original is. What a backfill is for.',
  ],
]

async function ledger(db: Kysely<unknown>): Promise<void> {
  const columns = COLUMNS.map(([name, expression]) => `${expression} as ${name}`).join(',\n      ')
  await sql
    .raw(`
    create view read.ledger as
    select ${columns}
      from views.listing l
      left join views.ledger e on e.article_id = l.article_id
      left join views.ledger o on o.article_id = e.original_article_id
      ${deadLetter('l.article_id', 'e.ending is null')} d on true
      ${deadLetter('e.original_article_id', 'o.ending is null')} od on true
      left join lateral (
        select queue, due_at from work.task
         where key = l.article_id and queue in ${QUEUES} and e.ending is null and d.queue is null
         order by due_at limit 1) t on true`)
    .execute(db)
  const about =
    'Every URL a source has ever listed, and how it has ended: article, alias, reject, gone, dead-letter, withdrawn; or waiting.'
  await comment(db, 'ledger', about, COLUMNS)
}

const COUNTS: readonly (readonly [string, string, string])[] = [
  ['source_id', 'source_id', 'Source; see read.source.'],
  ['day', `(listed_at at time zone 'UTC')::date`, 'Day on which it was first seen to list them, UTC.'],
  ['listed', 'count(*)', 'URLs it listed for the first time.'],
  ['stored', `count(*) filter (where ending = 'article')`, 'Those that are stored as articles.'],
  ['aliases', `count(*) filter (where ending = 'alias')`, 'Those whose page names another article as its original.'],
  ['rejected', `count(*) filter (where ending = 'reject')`, 'Those that are no articles.'],
  ['gone', `count(*) filter (where ending = 'gone')`, 'Those that were gone before they could be read.'],
  ['dead_letters', `count(*) filter (where ending = 'dead-letter')`, 'Those that were given up.'],
  ['withdrawn', `count(*) filter (where ending = 'withdrawn')`, 'Those that were erased by law.'],
  ['waiting', `count(*) filter (where ending = 'waiting')`, 'Those that have not ended yet.'],
  ['gaps', 'count(*) filter (where is_gap)', 'Those that are not stored, with nothing on the page that says why.'],
]

async function days(db: Kysely<unknown>): Promise<void> {
  const columns = COUNTS.map(([name, expression]) => `${expression} as ${name}`).join(', ')
  await sql.raw(`create view read.ledger_day as select ${columns} from read.ledger group by 1, 2`).execute(db)
  await comment(db, 'ledger_day', 'Listed against stored, a row for each source and day.', COUNTS)
}

async function comment(db: Kysely<unknown>, name: string, about: string, columns: typeof COLUMNS): Promise<void> {
  await sql`comment on view ${sql.table(`read.${name}`)} is ${sql.lit(about)}`.execute(db)
  for (const [column, , text] of columns) {
    await sql`comment on column ${sql.ref(`read.${name}.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}
