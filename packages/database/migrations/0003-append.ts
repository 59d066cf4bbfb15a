import { type Kysely, sql } from 'kysely'

/**
 * The only way into the log: one call for many requests of different streams.
 *
 * The advisory lock is the head lock: whoever holds it is the only one to append until its commit is visible, so positions
 * are in commit order and versions need no locks of their own. (An advisory lock is handed on in order and writes nothing,
 * where a lock on the row of `log.head` would write the row twice.) Nothing under it waits for the disk, so that writers wait
 * side by side and not one after the other: docs/decisions/0011-the-lock-does-not-wait-for-the-disk.md.
 *
 * The leaf of an event is sha256 over a zero byte (RFC 6962 section 2.1), position (8 bytes, big-endian as all here), version
 * (4), time of recording in milliseconds since 1970 (8), and the content hash (32), which the writer computes of everything
 * that is known before the event has its place; see packages/event-store/src/leaf.ts.
 *
 * Arrays are unnested side by side in the select list, which streams them, where "from unnest(…)" would first store them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await writeGroup(db)
  await appendGroup(db)
  await place(db)
  await settle(db)
  await grant(db)
}

async function writeGroup(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.write_group(
      p_streams  text[],    -- a request each; all different
      p_expected integer[], -- -1: any
      p_before   integer[], -- events of the requests before it in this call
      p_counts   integer[],
      p_request  integer[], -- an event each, in order of the requests: place of its request in the arrays above
      p_stream   text[],
      p_type     text[],
      p_schema   smallint[],
      p_event_id uuid[],
      p_occurred timestamptz[],
      p_cause    text[],
      p_body_sha bytea[],
      p_content  bytea[],   -- content hash
      p_salt     bytea[],
      p_data     text[],
      out outcomes    integer[], -- 0 appended, 1 was there already (same event ids: a retry), 2 wrong version; null: all 0
      out versions    integer[], -- of the last event of each request; on a wrong version, where its stream stands
      out positions   bigint[],  -- of the last event of each request; 0 on a wrong version
      out recorded_ms bigint
    )
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    as $$
    declare
      v_head      bigint;
      v_last      bigint;
      v_time      timestamptz(3);
      v_time_sent bytea;
      v_found     integer[];
      v_plain     boolean;
      v_any_new   boolean;
      v_any_known boolean;
      -- Added to an event's place in the call, these give its version and position.
      v_version   integer[];
      v_position  bigint[];
    begin
      perform pg_advisory_xact_lock(4871105300);
      select h.position, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
        into strict v_head, v_time
        from log.head h order by h.position desc limit 1;
      recorded_ms := round(extract(epoch from v_time) * 1000);
      v_time_sent := int8send(recorded_ms);

      select array_agg(f.found), array_agg(f.found - f.before), array_agg(f.found + f.count),
             array_agg(v_head), array_agg(v_head + f.before + f.count),
             bool_and(f.found = f.expected or (f.expected = -1 and f.found = 0)), bool_or(f.found = 0), bool_or(f.found > 0)
        into v_found, v_version, versions, v_position, positions, v_plain, v_any_new, v_any_known
        from (select coalesce((select s.version from log.stream s where s.stream = r.stream), 0) found,
                     r.expected, r.before, r.count
                from (select unnest(p_streams) stream, unnest(p_expected) expected, unnest(p_before) before,
                             unnest(p_counts) count) r
              offset 0) f; -- or the search would be made anew for each mention of what it found
      v_last := positions[cardinality(positions)];
      if not v_plain then
        select p.outcomes, p.versions, p.positions, p.version_offsets, p.position_offsets, p.last
          into outcomes, versions, positions, v_version, v_position, v_last
          from log.place(p_streams, p_expected, p_before, p_counts, p_event_id, v_found, v_head) p;
        if v_last = v_head then return; end if;
      end if;

      insert into log.event (position, stream, version, schema_version, type, event_id, recorded_at, occurred_at, cause,
                             body_sha256, leaf_sha256)
      select e.position, e.stream, e.version, e.schema, e.type, e.event_id, v_time, e.occurred, e.cause, e.body_sha,
             sha256('\\x00'::bytea || int8send(e.position) || int4send(e.version) || v_time_sent || e.content)
        from (select v_position[e.request] + e.n as position, v_version[e.request] + e.n as version, e.*
                from (select generate_series(1, cardinality(p_request)) n, unnest(p_request) request, unnest(p_stream) stream,
                             unnest(p_type) type, unnest(p_schema) schema, unnest(p_event_id) event_id,
                             unnest(p_occurred) occurred, unnest(p_cause) cause, unnest(p_body_sha) body_sha,
                             unnest(p_content) content) e
                offset 0) e
       where e.position > 0;

      insert into log.body (position, salt, data)
      select v_position[e.request] + e.n, e.salt, e.data
        from (select generate_series(1, cardinality(p_request)) n, unnest(p_request) request, unnest(p_salt) salt,
                     unnest(p_data) data) e
       where v_position[e.request] + e.n > 0;

      -- Apart, since "on conflict" costs three times a plain insert, and under the lock nobody else can have made the row.
      if v_any_new then
        insert into log.stream (stream, version, first_position, last_position)
        select r.stream, r.version, r.position - r.count + 1, r.position
          from (select unnest(p_streams) stream, unnest(versions) as version, unnest(positions) as position,
                       unnest(p_counts) count, unnest(v_position) place, unnest(v_found) found) r
         where r.found = 0 and r.place > -1000000;
      end if;
      if v_any_known then
        update log.stream s
           set version = r.version, last_position = r.position
          from (select unnest(p_streams) stream, unnest(versions) as version, unnest(positions) as position,
                       unnest(v_position) place, unnest(v_found) found) r
         where s.stream = r.stream and r.found > 0 and r.place > -1000000;
      end if;

      update log.head h set position = v_last, recorded_at = v_time where h.position = v_head;
      perform pg_notify('dateline_log', v_last::text);
    end $$`.execute(db)
}

/** Writes a group, lets the next writer in, and waits for the disk, all in one call: a second one would cost as much as some five events. */
async function appendGroup(db: Kysely<unknown>): Promise<void> {
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
}

/** How far back an append at any version looks for itself, in events of its stream. At a named version no search is needed. */
const RETRY_VERSIONS_MAX = 1_000

/** The rare way: some requests of the call are retries, or wrong, or go to the end of a stream that is there already. */
async function place(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.place(
      p_streams text[], p_expected integer[], p_before integer[], p_counts integer[], p_event_id uuid[], p_found integer[],
      p_head bigint,
      out outcomes integer[], out versions integer[], out positions bigint[],
      out version_offsets integer[], out position_offsets bigint[], out last bigint
    )
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    as $$
    declare
      c_requests constant integer := cardinality(p_streams);
      v_stored   record;
      v_stored_there boolean;
    begin
      outcomes := array_fill(0, array[c_requests]);
      versions := p_found;
      positions := array_fill(0::bigint, array[c_requests]);
      version_offsets := array_fill(0, array[c_requests]);
      -- Not appended: far enough below zero that no place in a call lifts it above.
      position_offsets := array_fill(-1000000::bigint, array[c_requests]);
      last := p_head;
      for i in 1..c_requests loop
        v_stored_there := false;
        if p_found[i] > 0 and p_found[i] <> p_expected[i] then
          -- Either the stream has moved on, or this very append did it: then its events are there.
          select l.version, l.position into v_stored
            from log.stream s
            join log.event f on f.stream = s.stream and f.position between s.first_position and s.last_position
             and case when p_expected[i] >= 0 then f.version = p_expected[i] + 1
                      else f.version > s.version - ${sql.lit(RETRY_VERSIONS_MAX)} end
             and f.event_id = p_event_id[p_before[i] + 1]
            join log.event l on l.stream = f.stream and l.version = f.version + p_counts[i] - 1
             and l.event_id = p_event_id[p_before[i] + p_counts[i]]
             and l.position between s.first_position and s.last_position
           where s.stream = p_streams[i];
          v_stored_there := found;
        end if;
        if v_stored_there then
          outcomes[i] := 1;
          versions[i] := v_stored.version;
          positions[i] := v_stored.position;
        elsif p_expected[i] = -1 or p_expected[i] = p_found[i] then
          version_offsets[i] := p_found[i] - p_before[i];
          position_offsets[i] := last - p_before[i];
          last := last + p_counts[i];
          versions[i] := p_found[i] + p_counts[i];
          positions[i] := last;
        else
          outcomes[i] := 2;
        end if;
      end loop;
    end $$`.execute(db)
}

/** For readers who act outside this server, where what a crash takes back cannot be taken back. */
async function settle(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.settle() returns bigint -- all up to this position is on disk when the caller's transaction has ended
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      c_position constant bigint := (select position from log.head order by position desc limit 1);
    begin
      -- A standby is only ever sent what is on disk.
      if not pg_is_in_recovery() then
        perform pg_logical_emit_message(true, 'dateline', '');
      end if;
      return c_position;
    end $$`.execute(db)
}

async function grant(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke execute on all functions in schema log from public;
    revoke execute on procedure log.append_group from public;
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant execute on function log.write_group, log.settle, log.create_partitions_ahead to dateline_writer;
        grant execute on procedure log.append_group to dateline_writer;
      end if;
    end $$`.execute(db)
}
