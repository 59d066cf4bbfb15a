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
 * Arrays are unnested side by side in the select list, which streams them, where "from unnest(…)" would first store them. They
 * come as one value of one type, where each of three calls would have to name, take and pass on fifteen. What would be set
 * for each call by the functions themselves (generic plans, no sequential scans) the writer's connection sets once:
 * packages/event-store/src/pipeline.ts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await newEvents(db)
  await writeGroup(db)
  await appendGroup(db)
  await place(db)
  await settle(db)
  await grant(db)
}

async function newEvents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type log.new_events as (
      streams  text[],    -- a request each; all different
      expected integer[], -- version that its stream must stand at; 0: new, -1: any
      counts   integer[],
      ends     integer[], -- events of this and the requests before it
      request  integer[], -- an event each, in order of the requests: place of its request in the arrays above
      stream   text[],
      version  integer[], -- as its request expects it; where any will do, as in a new stream
      type     text[],
      schema   smallint[],
      event_id uuid[],
      occurred timestamptz[],
      cause    text[],
      body_sha bytea[],
      content  bytea[],   -- content hash
      salt     bytea[]
    )`.execute(db)
}

async function writeGroup(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.write_group(
      p      log.new_events,
      p_data text[],             -- an event each: apart, since what is in a row is copied more often
      -- A request each; null where all were appended just as they expected.
      out outcomes    integer[], -- 0 appended, 1 was there already (same event ids: a retry), 2 wrong version
      out versions    integer[], -- of its last event; on a wrong version, where its stream stands
      out positions   bigint[],  -- of its last event; 0 on a wrong version
      out head        bigint,    -- where the log stood before
      out recorded_ms bigint
    )
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    as $$
    declare
      v_time       timestamptz(3);
      v_time_sent  bytea;
      v_unexpected bigint;
      v_placed     record;
    begin
      -- Trying first is no less fair, since whoever waits is served first, and saves a statement where nobody does.
      if not pg_try_advisory_xact_lock(4871105300) then
        perform pg_advisory_xact_lock(4871105300);
      end if;
      select h.position, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp())),
             (select count(*) from (select unnest(p.streams) stream, unnest(p.expected) expected) r
               where greatest(r.expected, 0)
                     <> coalesce((select s.version from log.stream s where s.stream = r.stream), 0))
        into strict head, v_time, v_unexpected
        from log.head h order by h.position desc limit 1;
      recorded_ms := round(extract(epoch from v_time) * 1000);
      v_time_sent := int8send(recorded_ms);
      if v_unexpected > 0 then
        v_placed := log.place(p, p_data, head);
        outcomes := v_placed.outcomes;
        versions := v_placed.versions;
        positions := v_placed.positions;
        p := v_placed.rest;
        p_data := v_placed.rest_data;
        if p.streams is null then return; end if;
      end if;

      insert into log.event (position, stream, version, schema_version, type, event_id, recorded_at, occurred_at, cause,
                             body_sha256, leaf_sha256)
      select e.position, e.stream, e.version, e.schema, e.type, e.event_id, v_time, e.occurred, e.cause, e.body_sha,
             sha256('\\x00'::bytea || int8send(e.position) || int4send(e.version) || v_time_sent || e.content)
        from (select generate_series(head + 1, head + cardinality(p.stream)) as position, unnest(p.stream) stream,
                     unnest(p.version) as version, unnest(p.type) type, unnest(p.schema) schema, unnest(p.event_id) event_id,
                     unnest(p.occurred) occurred, unnest(p.cause) cause, unnest(p.body_sha) body_sha,
                     unnest(p.content) content) e;
      insert into log.body (position, salt, data)
      select generate_series(head + 1, head + cardinality(p.stream)), unnest(p.salt), unnest(p_data);

      -- Apart, since "on conflict" costs twice a plain insert, and under the lock nobody else can have made the row.
      if 0 >= any (p.expected) then
        insert into log.stream (stream, version, first_position, last_position)
        select r.stream, r.count, head + r.last - r.count + 1, head + r.last
          from (select unnest(p.streams) stream, unnest(p.expected) expected, unnest(p.counts) count,
                       unnest(p.ends) as last) r
         where r.expected <= 0;
      end if;
      if 0 < any (p.expected) then
        update log.stream s
           set version = r.expected + r.count, last_position = head + r.last
          from (select unnest(p.streams) stream, unnest(p.expected) expected, unnest(p.counts) count,
                       unnest(p.ends) as last) r
         where s.stream = r.stream and r.expected > 0;
      end if;

      update log.head h set position = head + cardinality(p.stream), recorded_at = v_time where h.position = head;
      perform pg_notify('dateline_log', (head + cardinality(p.stream))::text);
    end $$`.execute(db)
}

/** Writes a group, lets the next writer in, and waits for the disk, all in one call: a second one would cost as much as some five events. */
async function appendGroup(db: Kysely<unknown>): Promise<void> {
  await sql`
    create procedure log.append_group(
      p      log.new_events,
      p_data text[],
      inout outcomes    integer[], -- all as in log.write_group
      inout versions    integer[],
      inout positions   bigint[],
      inout head        bigint,
      inout recorded_ms bigint
    )
    language plpgsql as $$
    declare
      c_commit  constant text := set_config('synchronous_commit', 'off', true);
      v_written record := log.write_group(p, p_data);
    begin
      outcomes := v_written.outcomes;
      versions := v_written.versions;
      positions := v_written.positions;
      head := v_written.head;
      recorded_ms := v_written.recorded_ms;
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
      p log.new_events, p_data text[], p_head bigint,
      out outcomes integer[], out versions integer[], out positions bigint[],
      out rest log.new_events, -- what is to be written of it, at the versions it now expects; null arrays: nothing
      out rest_data text[]
    )
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    as $$
    declare
      c_requests constant integer := cardinality(p.streams);
      v_last     bigint := p_head;
      v_found    integer;
      v_stored   record;
      v_stored_there boolean;
    begin
      outcomes := array_fill(0, array[c_requests]);
      versions := outcomes;
      positions := outcomes;
      for i in 1..c_requests loop
        v_found := coalesce((select s.version from log.stream s where s.stream = p.streams[i]), 0);
        v_stored_there := false;
        if v_found > 0 and v_found <> p.expected[i] then
          -- Either the stream has moved on, or this very append did it: then its events are there.
          select l.version, l.position into v_stored
            from log.stream s
            join log.event f on f.stream = s.stream and f.position between s.first_position and s.last_position
             and case when p.expected[i] >= 0 then f.version = p.expected[i] + 1
                      else f.version > s.version - ${sql.lit(RETRY_VERSIONS_MAX)} end
             and f.event_id = p.event_id[p.ends[i] - p.counts[i] + 1]
            join log.event l on l.stream = f.stream and l.version = f.version + p.counts[i] - 1
             and l.event_id = p.event_id[p.ends[i]]
             and l.position between s.first_position and s.last_position
           where s.stream = p.streams[i];
          v_stored_there := found;
        end if;
        if v_stored_there then
          outcomes[i] := 1;
          versions[i] := v_stored.version;
          positions[i] := v_stored.position;
        elsif p.expected[i] in (-1, v_found) then
          v_last := v_last + p.counts[i];
          versions[i] := v_found + p.counts[i];
          positions[i] := v_last;
        else
          outcomes[i] := 2;
          versions[i] := v_found;
        end if;
      end loop;

      select array_agg(p.streams[i]), array_agg(versions[i] - p.counts[i]), array_agg(p.counts[i]),
             array_agg((positions[i] - p_head)::integer)
        into rest.streams, rest.expected, rest.counts, rest.ends
        from generate_series(1, c_requests) i where outcomes[i] = 0;
      select array_agg(e.stream), array_agg(e.version - greatest(p.expected[e.request], 0) + versions[e.request] - p.counts[e.request]),
             array_agg(e.type), array_agg(e.schema), array_agg(e.event_id), array_agg(e.occurred), array_agg(e.cause),
             array_agg(e.body_sha), array_agg(e.content), array_agg(e.salt), array_agg(e.data)
        into rest.stream, rest.version, rest.type, rest.schema, rest.event_id, rest.occurred, rest.cause,
             rest.body_sha, rest.content, rest.salt, rest_data
        from (select unnest(p.request) request, unnest(p.stream) stream, unnest(p.version) as version, unnest(p.type) type,
                     unnest(p.schema) schema, unnest(p.event_id) event_id, unnest(p.occurred) occurred,
                     unnest(p.cause) cause, unnest(p.body_sha) body_sha, unnest(p.content) content, unnest(p.salt) salt,
                     unnest(p_data) data) e
       where outcomes[e.request] = 0;
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
