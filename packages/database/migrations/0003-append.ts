import { type Kysely, sql } from 'kysely'

/**
 * The only way into the log: one call, one transaction, many requests of different streams.
 *
 * The advisory lock is the head lock: whoever holds it is the only one to append until its commit is visible, so positions
 * are in commit order and versions need no locks of their own. (An advisory lock is handed on in order and writes nothing,
 * where a lock on the row of `log.head` would write the row twice.)
 *
 * The leaf of an event is sha256 over a zero byte (RFC 6962 section 2.1) and these lines, each ended by a newline:
 * "dateline-event/1", position, stream, version, type, schema version, event id, time of recording, time of occurrence or
 * nothing, cause or nothing, sha256 of salt and body in hex. Times as 2026-11-20T10:00:00.000Z.
 *
 * Outcomes: 0 appended, 1 was there already (same event ids: a retry), 2 wrong version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.append(
      p_streams  text[],    -- a request each; all different
      p_expected integer[], -- null: any
      p_counts   integer[],
      p_request  integer[], -- an event each, in order of the requests
      p_stream   text[],
      p_type     text[],
      p_schema   smallint[],
      p_event_id uuid[],
      p_occurred text[],
      p_cause    text[],
      p_body_sha bytea[],
      p_salt     bytea[],
      p_data     text[],
      p_notify   boolean,
      out outcomes    integer[],
      out versions    integer[], -- of the last event of each request; on a wrong version, where its stream stands
      out positions   bigint[],  -- of the last event of each request; 0 on a wrong version
      out recorded_at text
    )
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    as $$
    declare
      c_requests constant integer := cardinality(p_streams);
      v_head     bigint;
      v_last     bigint;
      v_time     timestamptz(3);
      v_found    integer[];
      -- Added to an event's place in the call to give its version and position; -1: not appended.
      v_version  integer[] := array_fill(-1, array[c_requests]);
      v_position bigint[] := array_fill(-1::bigint, array[c_requests]);
      v_before   integer := 0;
      v_stored   record;
    begin
      perform pg_advisory_xact_lock(4871105300);
      select h.position, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
        into strict v_head, v_time from log.head h;
      v_last := v_head;
      select array_agg(coalesce((select s.version from log.stream s where s.stream = r.stream), 0) order by r.n)
        into v_found from unnest(p_streams) with ordinality r (stream, n);

      outcomes := array_fill(0, array[c_requests]);
      versions := v_found;
      positions := array_fill(0::bigint, array[c_requests]);
      for i in 1..c_requests loop
        if v_found[i] > 0 and v_found[i] is distinct from p_expected[i] then
          -- Either the stream has moved on, or this very append did it: then its events are there.
          select last.version, last.position into v_stored
            from log.event first
            join log.event last on last.event_id = p_event_id[v_before + p_counts[i]]
                               and last.stream = first.stream and last.version = first.version + p_counts[i] - 1
           where first.event_id = p_event_id[v_before + 1] and first.stream = p_streams[i];
          if found then
            outcomes[i] := 1;
            versions[i] := v_stored.version;
            positions[i] := v_stored.position;
          end if;
        end if;
        if outcomes[i] = 0 then
          if p_expected[i] is null or p_expected[i] = v_found[i] then
            v_version[i] := v_found[i] - v_before;
            v_position[i] := v_last - v_before;
            v_last := v_last + p_counts[i];
            versions[i] := v_found[i] + p_counts[i];
            positions[i] := v_last;
          else
            outcomes[i] := 2;
          end if;
        end if;
        v_before := v_before + p_counts[i];
      end loop;

      recorded_at := to_char(v_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
      if v_last = v_head then return; end if;

      insert into log.event (position, stream, version, schema_version, type, event_id, recorded_at, occurred_at, cause,
                             body_sha256, leaf_sha256)
      select v_position[e.request] + e.n, e.stream, v_version[e.request] + e.n, e.schema, e.type, e.event_id, v_time,
             e.occurred::timestamptz, e.cause, e.body_sha,
             sha256('\\x00'::bytea || convert_to(concat(E'dateline-event/1\\n', v_position[e.request] + e.n, E'\\n', e.stream,
               E'\\n', v_version[e.request] + e.n, E'\\n', e.type, E'\\n', e.schema, E'\\n', e.event_id, E'\\n', recorded_at,
               E'\\n', e.occurred, E'\\n', e.cause, E'\\n', encode(e.body_sha, 'hex'), E'\\n'), 'UTF8'))
        from unnest(p_request, p_stream, p_type, p_schema, p_event_id, p_occurred, p_cause, p_body_sha) with ordinality
          e (request, stream, type, schema, event_id, occurred, cause, body_sha, n)
       where outcomes[e.request] = 0;

      insert into log.body (position, salt, data)
      select v_position[e.request] + e.n, e.salt, e.data
        from unnest(p_request, p_salt, p_data) with ordinality e (request, salt, data, n)
       where outcomes[e.request] = 0;

      insert into log.stream as s (stream, version, first_position, last_position)
      select r.stream, versions[r.n], positions[r.n] - r.count + 1, positions[r.n]
        from unnest(p_streams, p_counts) with ordinality r (stream, count, n)
       where outcomes[r.n] = 0
      on conflict (stream) do update set version = excluded.version, last_position = excluded.last_position;

      update log.head set position = v_last, recorded_at = v_time;
      if p_notify then perform pg_notify('dateline_log', v_last::text); end if;
    end $$`.execute(db)

  // Every other function of the log is refused to others than the owner and the writer as well.
  await sql`
    revoke execute on all functions in schema log from public;
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant execute on function log.append, log.create_partitions_ahead to dateline_writer;
      end if;
    end $$`.execute(db)
}
