import { type Kysely, sql } from 'kysely'

/**
 * What is kept of the Merkle tree over the log (RFC 6962): roots of whole subtrees of 2^8, 2^16 and 2^24 leaves, which never
 * change once they are there, and the tree heads that were signed. All else is computed from these and the leaves of
 * `log.event`: a proof needs a few hundred hashes however long the log is, and none of an old partition's own rows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table log.subtree (
      height smallint not null check (height in (8, 16, 24)),
      index  bigint   not null check (index >= 0), -- of leaves index * 2^height to (index + 1) * 2^height - 1
      sha256 bytea    not null check (octet_length(sha256) = 32),
      primary key (height, index)
    )`.execute(db)
  await sql`
    create table log.tree_head (
      size      bigint         not null primary key check (size > 0),
      sha256    bytea          not null check (octet_length(sha256) = 32),
      signed_at timestamptz(3) not null,
      note      text           not null -- the signed statement itself, as published
    )`.execute(db)
  // Which event says that, when and why the body at a position was erased.
  await sql`
    create table log.erasure (
      position     bigint         not null primary key,
      told_in      bigint         not null check (told_in > position),
      erased_at    timestamptz(3) not null
    )`.execute(db)
  for (const table of ['subtree', 'tree_head', 'erasure']) {
    await sql`
      create trigger refuse_change before update or delete on ${sql.table(`log.${table}`)}
      for each row execute function log.refuse_change()`.execute(db)
    await sql`
      create trigger refuse_truncate before truncate on ${sql.table(`log.${table}`)}
      for each statement execute function log.refuse_change()`.execute(db)
  }
  await sql`
    create function log.erase(p_positions bigint[], p_told_in bigint) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare v_erased integer;
    begin
      if not exists (select from log.event where position = p_told_in) then
        raise exception 'erasure refused: there is no event % that tells of it', p_told_in using errcode = 'restrict_violation';
      end if;
      perform set_config('dateline.erasing', 'on', true);
      with erased as (
        update log.event set salt = null, data = null
         where position = any(p_positions) and position < p_told_in and data is not null returning position)
      insert into log.erasure (position, told_in, erased_at)
      select position, p_told_in, clock_timestamp() from erased;
      get diagnostics v_erased = row_count;
      perform set_config('dateline.erasing', '', true);
      return v_erased;
    end $$`.execute(db)
  await sql`
    revoke execute on function log.erase from public;
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant select on log.subtree, log.tree_head, log.erasure to dateline_writer;
        grant insert on log.subtree, log.tree_head to dateline_writer;
        grant execute on function log.erase to dateline_writer;
      end if;
    end $$`.execute(db)
}
