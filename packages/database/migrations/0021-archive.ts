import { type Kysely, sql } from 'kysely'

/**
 * Raw bytes by their sha256, stored once however often they were seen, and the HTTP exchanges that brought them.
 *
 * Never rebuilt: an article can be extracted again only from these. Retention policies and lawful erasure delete rows; nothing
 * updates one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema archive`.execute(db)
  await sql`
    create table archive.raw (
      sha256    bytea       not null primary key check (octet_length(sha256) = 32), -- of the bytes before compression
      bytes     integer     not null check (bytes >= 0),
      media_type text       not null, -- as it was called when first seen: the same bytes may come under several names
      coding    text        not null check (coding in ('identity', 'zstd')),
      data      bytea       not null,
      stored_at timestamptz not null default now()
    )`.execute(db)
  // Compressed already: without this Postgres would try again, and store it so only to find nothing gained.
  await sql`alter table archive.raw alter column data set storage external`.execute(db)
  await sql`
    create table archive.capture (
      capture_id       uuid        not null primary key, -- derived from the job: a job that runs twice leaves one
      url              text        not null, -- of the answer, after redirects
      captured_at      timestamptz not null,
      raw_sha256       bytea       not null check (octet_length(raw_sha256) = 32),
      http_status      integer     not null,
      http_version     text        not null,
      server_address   text,
      request_headers  jsonb       not null, -- [[name, value], …] in the order sent
      response_headers jsonb       not null,
      redirects        jsonb       not null, -- [{url, status}, …] before the answer
      article_id       text        collate "C",
      source_id        uuid
    )`.execute(db)
  await sql`create index on archive.capture (captured_at, capture_id)`.execute(db)
  await sql`create index on archive.capture (article_id, captured_at) where article_id is not null`.execute(db)
  await sql`create index on archive.capture (source_id, captured_at) where source_id is not null`.execute(db)
  await sql`create index on archive.capture (raw_sha256)`.execute(db)
  await sql`
    do $$ begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant usage on schema archive to dateline_writer;
        grant select, insert, delete on all tables in schema archive to dateline_writer;
      end if;
    end $$`.execute(db)
}
