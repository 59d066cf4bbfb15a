import { type Kysely, sql } from 'kysely'

/**
 * When a body was erased is told by the event that tells of it, which is hashed. A second time beside it could be changed unseen.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function log.erase(p_positions bigint[], p_told_in bigint) returns integer
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
      insert into log.erasure (position, told_in)
      select position, p_told_in from erased;
      get diagnostics v_erased = row_count;
      perform set_config('dateline.erasing', '', true);
      return v_erased;
    end $$`.execute(db)
  await sql`alter table log.erasure drop column erased_at`.execute(db)
}
