import { type Kysely, sql } from 'kysely'

/**
 * Of which partitions of `log.event` the bodies were taken out into a file. Headers and leaves stay, so every proof still holds and `verify`
 * tells a body that was archived from one that is missing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table log.archived_bodies (
      first_position bigint      not null primary key,
      last_position  bigint      not null check (last_position >= first_position),
      bodies         bigint      not null, -- fewer than positions where some had been erased by law
      file           text        not null, -- its name, without the folder
      file_sha256    bytea       not null check (octet_length(file_sha256) = 32),
      archived_at    timestamptz not null default now()
    )`.execute(db)
  await sql`
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant select on log.archived_bodies to dateline_writer;
      end if;
    end $$`.execute(db)
}
