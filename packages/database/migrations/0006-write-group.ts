import { type Kysely, sql } from 'kysely'

/**
 * As in 0005, but each stream is looked up once: the planner had copied the search to wherever its result was mentioned.
 *
 * The writer commits and flushes in two calls, so that one flush serves all groups of its process: the procedure that did both
 * is not needed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function log.write_group(
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
      update log.head h
         set position = h.position + cardinality(p_request),
             recorded_at = greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
      returning h.position - cardinality(p_request), h.recorded_at into strict v_head, v_time;
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
        update log.head set position = v_last;
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

      perform pg_notify('dateline_log', v_last::text);
    end $$`.execute(db)
  await sql`drop procedure log.append_group`.execute(db)
}
