import { type Kysely, sql } from 'kysely'

/**
 * Views: whatever is in here can be folded from the log again, so there are no foreign keys and nothing is kept safe.
 *
 * A view has a table per generation (`views.article_g1`) behind a stable SQL view (`views.article`): a rebuild fills the next
 * generation beside the one that serves, and one transaction swaps the SQL view. `_history` holds every version of a row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await progress(db)
  await article(db)
  await revision(db)
  await story(db)
  await tally(db)
  await source(db)
  await copy(db)
  for (const name of ['article', 'story', 'story_article', 'source']) await history(db, name)
  for (const name of SERVED) {
    await sql`create view ${sql.table(`views.${name}`)} as select * from ${sql.table(`views.${name}_g1`)}`.execute(db)
  }
}

const SERVED = [
  'article',
  'article_history',
  'revision',
  'story',
  'story_history',
  'story_article',
  'story_article_history',
  'tally_article',
  'article_topic',
  'topic_tally',
  'source_tally',
  'source',
  'source_history',
  'copy',
]

/** Where each view stands: its checkpoints, one a shard. A row is moved on in the transaction that writes the view's rows. */
async function progress(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.projection (
      name           text        not null collate "C" check (name ~ '^[a-z_]+$'),
      generation     integer     not null check (generation > 0),
      shard          integer     not null check (shard >= 0 and shard < shards),
      shards         integer     not null default 1,
      version        integer     not null,
      state          text        not null check (state in ('live', 'building', 'previous')),
      position       bigint      not null default 0 check (position >= 0),
      error          text,
      error_position bigint,
      started_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      primary key (name, generation, shard),
      check ((error is null) = (error_position is null))
    ) with (fillfactor = 20)`.execute(db)
  await sql`create unique index on views.projection (name, shard) where state = 'live'`.execute(db)
}

async function article(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.article_g1 (
      article_id          text             not null collate "C" primary key,
      status              text             not null,
      url                 text,
      normal_url          text,
      final_url           text,
      source_id           text             collate "C",
      via                 text,
      listed_title        text,
      listed_published_at timestamptz,
      title               text,
      standfirst          text,
      byline              text,
      authors             jsonb            not null,
      agency_id           text             collate "C",
      agency              text,
      inferred_agency     text,
      publisher           text,
      publisher_domain    text             collate "C",
      dateline            text,
      published_at        timestamptz,
      published_precision text,
      published_zone      text,
      modified_at         timestamptz,
      modified_zone       text,
      language            text             collate "C",
      section             text,
      topics              text[]           not null,
      lead_image_url      text,
      excerpt             text,
      text_chars          integer,
      correction          text,
      live_blog           boolean,
      truncated           boolean,
      story_id            text             collate "C",
      copy_of             text             collate "C",
      copy_kind           text,
      copy_containment    double precision,
      alias_of            text             collate "C",
      reject_reason       text,
      failure             text,
      failures            integer          not null,
      gone_at             timestamptz,
      fetched_at          timestamptz,
      extractor           text,
      classifier          text,
      raw_sha256          text             collate "C",
      content_sha256      text             collate "C",
      revision_count      integer          not null,
      extracted_position  bigint,
      first_seen_at       timestamptz      not null,
      sorted_at           timestamptz      not null,
      updated_at          timestamptz      not null,
      first_position      bigint           not null,
      last_position       bigint           not null
    ) with (fillfactor = 70)`.execute(db)
  await sql`create index on views.article_g1 (sorted_at desc, article_id desc)`.execute(db)
  await sql`create index on views.article_g1 (status, sorted_at desc, article_id desc)`.execute(db)
  await sql`create index on views.article_g1 (source_id, sorted_at desc, article_id desc)`.execute(db)
  await sql`create index on views.article_g1 (publisher_domain, sorted_at desc, article_id desc)`.execute(db)
  await sql`create index on views.article_g1 (story_id) where story_id is not null`.execute(db)
  await sql`create index on views.article_g1 (copy_of) where copy_of is not null`.execute(db)
  await sql`create index on views.article_g1 (first_position)`.execute(db)
}

async function revision(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.revision_g1 (
      article_id     text        not null collate "C",
      number         integer     not null check (number > 0),
      position       bigint      not null,
      recorded_at    timestamptz not null,
      raw_sha256     text,
      content_sha256 text,
      extractor      text,
      title          text,
      standfirst     text,
      byline         text,
      published_at   timestamptz,
      modified_at    timestamptz,
      text_chars     integer,
      text_sha256    text,
      changed        text[]      not null,
      primary key (article_id, number)
    )`.execute(db)
}

async function story(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.story_g1 (
      story_id       text        not null collate "C" primary key,
      label          text,
      article_count  integer     not null,
      merged_into    text        collate "C",
      split_from     text        collate "C",
      opened_at      timestamptz,
      last_joined_at timestamptz,
      updated_at     timestamptz not null,
      first_position bigint      not null,
      last_position  bigint      not null
    ) with (fillfactor = 70)`.execute(db)
  await sql`
    create index on views.story_g1 (last_joined_at desc, story_id desc)
    where merged_into is null and last_joined_at is not null`.execute(db)
  await sql`create index on views.story_g1 (first_position)`.execute(db)
  await sql`create index on views.story_g1 (merged_into) where merged_into is not null`.execute(db)
  await sql`
    create table views.story_article_g1 (
      membership_id      text             not null collate "C" primary key,
      story_id           text             not null collate "C",
      article_id         text             not null collate "C",
      nearest_article_id text,
      score              double precision not null,
      evidence           text,
      grouper            text             not null,
      joined_at          timestamptz      not null,
      joined_position    bigint           not null,
      left_at            timestamptz,
      left_position      bigint,
      left_reason        text,
      moved_to           text
    )`.execute(db)
  await sql`create index on views.story_article_g1 (story_id, joined_position)`.execute(db)
  await sql`create index on views.story_article_g1 (article_id)`.execute(db)
}

async function tally(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.tally_article_g1 (
      article_id text    not null collate "C" primary key,
      source_id  text,
      extracted  boolean not null,
      topics     jsonb   not null
    )`.execute(db)
  await sql`
    create table views.article_topic_g1 (
      qcode         text             not null collate "C",
      article_id    text             not null collate "C",
      from_position bigint           not null,
      to_position   bigint,
      probability   double precision not null,
      primary key (qcode, article_id, from_position)
    )`.execute(db)
  await sql`create index on views.article_topic_g1 (qcode, from_position desc)`.execute(db)
  await sql`create index on views.article_topic_g1 (article_id)`.execute(db)
  await sql`
    create table views.topic_tally_g1 (
      qcode         text   not null collate "C" primary key,
      article_count bigint not null default 0
    ) with (fillfactor = 50)`.execute(db)
  await sql`
    create table views.source_tally_g1 (
      source_id        text   not null collate "C" primary key,
      discovered_count bigint not null default 0,
      extracted_count  bigint not null default 0
    ) with (fillfactor = 50)`.execute(db)
}

async function source(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.source_g1 (
      source_id      text        not null collate "C" primary key,
      kind           text        not null,
      url            text        not null,
      name           text,
      schedule       jsonb       not null,
      paused_reason  text,
      paused_at      timestamptz,
      failing_reason text,
      failing_detail text,
      failing_since  timestamptz,
      registered_at  timestamptz not null,
      updated_at     timestamptz not null,
      first_position bigint      not null,
      last_position  bigint      not null
    ) with (fillfactor = 70)`.execute(db)
  await sql`create index on views.source_g1 (first_position)`.execute(db)
}

async function copy(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.copy_g1 (
      article_id          text        not null collate "C" primary key,
      original_article_id text        collate "C",
      kind                text,
      containment         double precision,
      inferred_agency     text,
      evidence            text,
      matcher             text,
      detected_at         timestamptz not null,
      position            bigint      not null
    )`.execute(db)
  await sql`create index on views.copy_g1 (original_article_id)`.execute(db)
}

/**
 * Every version a row has had, from `position` on: `patch` holds the columns that differ from the version before, or all of
 * them where it is `whole`.
 */
async function history(db: Kysely<unknown>, name: string): Promise<void> {
  await sql`
    create table ${sql.table(`views.${name}_history_g1`)} (
      key         text        not null collate "C",
      position    bigint      not null,
      recorded_at timestamptz not null,
      whole       boolean     not null,
      patch       jsonb       not null,
      primary key (key, position)
    )`.execute(db)
}
