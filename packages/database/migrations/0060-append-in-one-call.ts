import { type Kysely, sql } from 'kysely'

/**
 * Writes a group, lets the next writer in, and waits for the disk, all in one call. A second call for the flush cost both sides
 * as much as some five events.
 *
 * @see docs/decisions/0011-the-lock-does-not-wait-for-the-disk.md
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create procedure log.append_group(
      p_flush    boolean,   -- false: the caller sees to it that what was written comes to the disk, by log.settle
      p_streams  text[],    -- these as in log.write_group
      p_expected integer[],
      p_before   integer[],
      p_counts   integer[],
      p_request  integer[],
      p_stream   text[],
      p_type     text[],
      p_schema   smallint[],
      p_event_id uuid[],
      p_occurred timestamptz[],
      p_cause    text[],
      p_body_sha bytea[],
      p_content  bytea[],
      p_salt     bytea[],
      p_data     text[],
      inout outcomes    integer[],
      inout versions    integer[],
      inout positions   bigint[],
      inout recorded_ms bigint
    )
    language plpgsql as $$
    begin
      perform set_config('synchronous_commit', 'off', true);
      select w.outcomes, w.versions, w.positions, w.recorded_ms into outcomes, versions, positions, recorded_ms
        from log.write_group(p_streams, p_expected, p_before, p_counts, p_request, p_stream, p_type, p_schema, p_event_id,
                             p_occurred, p_cause, p_body_sha, p_content, p_salt, p_data) w;
      if not p_flush then return; end if;
      commit;
      if current_setting('synchronous_standby_names') = '' then
        -- On disk with all that came before it, at the price of neither a transaction id nor a commit.
        perform pg_logical_emit_message(false, 'dateline', '', true);
      else
        -- Only a commit waits for replicas.
        perform pg_logical_emit_message(true, 'dateline', '');
      end if;
    end $$`.execute(db)
  await sql`
    revoke execute on procedure log.append_group from public;
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant execute on procedure log.append_group to dateline_writer;
      end if;
    end $$`.execute(db)
}
