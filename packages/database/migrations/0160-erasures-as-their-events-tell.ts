import { type Kysely, sql } from 'kysely'

/**
 * When a body was erased is told by the event that tells of it, which is hashed. A second time beside it could be changed unseen.
 * What that event does not tell of is not erased, whoever asks.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function log.erase(p_positions bigint[], p_told_in bigint) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare v_erased integer;
    begin
      if exists (
        select from unnest(p_positions) p join log.event e on e.position = p
          left join log.event t on t.position = p_told_in and t.type = 'ArticleWithdrawn' and t.position > p
         where t.stream = e.stream is not true
           and t.data ~ ('"alsoErased":\\[([0-9]+,)*' || p || '[],]') is not true) then
        raise exception 'erasure refused: event % does not tell of it', p_told_in using errcode = 'restrict_violation';
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
