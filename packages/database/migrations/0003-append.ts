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
 * Events come as one array of rows, unnested in the select list, which streams them, where "from unnest(…)" would first store
 * them; each array besides would cost some 2 µs a statement, whatever is in it. What would be set for each call by the functions
 * themselves (generic plans, no sequential scans) the writer's connection sets once: packages/event-store/src/pipeline.ts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await newEvent(db)
  await writeGroup(db)
  await appendGroup(db)
  await place(db)
  await settle(db)
  await grant(db)
}

async function newEvent(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type log.new_event as (
      place    integer, -- in its group, from 1
      events   integer, -- of its request, on the first of them; 0 on the others
      version  integer, -- as its request expects it; null: at the end of its stream, wherever that is
      schema   smallint,
      event_id uuid,
      body_sha bytea,
      content  bytea,   -- content hash
      salt     bytea,
      occurred timestamptz,
      stream   text,
      type     text,
      cause    text
    )`.execute(db)
}

async function writeGroup(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.write_group(
      p_events log.new_event[],  -- requests one after the other, all of different streams
      p_data   text[],           -- an event each: apart, since what is in a row is copied more often
      p_new    integer,          -- so many requests expect a new stream
      p_next   integer,          -- so many expect one at a version
      p_any    integer,          -- so many take any
      p_head   bigint            -- at least as far the log goes, or 0: from here its head is looked for
    )
    returns bigint[] -- where the log stood, and the time in ms; then, unless all were appended just as they expected, see log.place
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    as $$
    declare
      v_placing boolean := p_any > 0;
      v_placed  record;
      v_answers bigint[];
      v_head    bigint;
      v_end     bigint;
      v_moved   integer;
      v_time    timestamptz(3);
      v_time_ms bigint;
      v_sent    bytea;
      v_void    text;
    begin
      -- Trying first is no less fair, since whoever waits is served first, and saves a statement where nobody does.
      if not pg_try_advisory_xact_lock(4871105300) then
        perform pg_advisory_xact_lock(4871105300);
      end if;
      -- Versions are looked at where they are moved: what is as expected, as nearly always, is not looked up before.
      loop
        if v_placing then
          select position, recorded_at into strict v_head, v_time from log.head where position >= p_head;
          v_placed := log.place(p_events, p_data, v_head);
          v_answers := v_placed.answers;
          p_events := v_placed.rest_events;
          p_data := v_placed.rest_data;
          p_new := v_placed.rest_new;
          p_next := v_placed.rest_next;
          if p_data is null then
            return array[v_head, round(extract(epoch from v_time) * 1000)] || v_answers;
          end if;
        end if;
        v_moved := 0;
        begin
          update log.head h
             set position = h.position + cardinality(p_data),
                 recorded_at = greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
           where h.position >= p_head
          returning h.position, h.recorded_at into strict v_end, v_time;
          v_head := v_end - cardinality(p_data);
          if p_new > 0 then
            insert into log.stream (stream, version, first_position, last_position)
            select (e.e).stream, (e.e).events, v_head + (e.e).place, v_head + (e.e).place + (e.e).events - 1
              from (select unnest(p_events) e) e where (e.e).version = 1;
          end if;
          if p_next > 0 then
            update log.stream s
               set version = s.version + (e.e).events, last_position = v_head + (e.e).place + (e.e).events - 1
              from (select unnest(p_events) e) e
             where s.stream = (e.e).stream and s.version = (e.e).version - 1 and (e.e).version > 1 and (e.e).events > 0;
            get diagnostics v_moved = row_count;
          end if;
          exit when v_moved = p_next;
          raise unique_violation;
        exception
          when unique_violation then
            if v_placing then raise; end if;
        end;
        v_placing := true;
      end loop;

      v_time_ms := round(extract(epoch from v_time) * 1000);
      v_sent := int8send(v_time_ms);
      insert into log.event (position, stream, version, schema_version, type, event_id, recorded_at, occurred_at, cause,
                             body_sha256, leaf_sha256, salt, data)
      select v_head + (e.e).place, (e.e).stream, (e.e).version, (e.e).schema, (e.e).type, (e.e).event_id, v_time,
             (e.e).occurred, (e.e).cause, (e.e).body_sha,
             sha256('\\x00'::bytea || int8send(v_head + (e.e).place) || int4send((e.e).version) || v_sent || (e.e).content),
             (e.e).salt, e.data
        from (select unnest(p_events) e, unnest(p_data) as data) e;

      v_void := pg_notify('dateline_log', v_end::text);
      return array[v_head, v_time_ms] || v_answers;
    end $$`.execute(db)
}

/** Writes a group, lets the next writer in, and waits for the disk, all in one call: a second one would cost as much as some five events. */
async function appendGroup(db: Kysely<unknown>): Promise<void> {
  await sql`
    create procedure log.append_group(
      p_events log.new_event[], -- all as in log.write_group
      p_data   text[],
      p_new    integer,
      p_next   integer,
      p_any    integer,
      p_head   bigint,
      inout answer bigint[]
    )
    language plpgsql as $$
    declare
      c_commit  constant text := set_config('synchronous_commit', 'off', true);
      v_flushed pg_lsn;
    begin
      answer := log.write_group(p_events, p_data, p_new, p_next, p_any, p_head);
      commit;
      if current_setting('synchronous_standby_names') = '' then
        -- On disk with all that came before it, at the price of neither a transaction id nor a commit.
        v_flushed := pg_logical_emit_message(false, 'dateline', '', true);
      else
        -- Only a commit waits for replicas.
        v_flushed := pg_logical_emit_message(true, 'dateline', '');
      end if;
    end $$`.execute(db)
}

/** How far back an append at any version looks for itself, in events of its stream. At a named version no search is needed. */
const RETRY_VERSIONS_MAX = 1_000

/** The rare way: some requests of the call are retries, or wrong, or go to the end of a stream that is there already. */
async function place(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.place(
      p_events log.new_event[], p_data text[], p_head bigint,
      -- Three a request: 0 appended, 1 was there already (same event ids: a retry), 2 wrong version; version of its last event, or
      -- where its stream stands if it is the wrong one; position of its last event, or 0.
      out answers bigint[],
      -- What is to be written of it, with its places and versions; null: nothing.
      out rest_events log.new_event[], out rest_data text[], out rest_new integer, out rest_next integer
    )
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    as $$
    declare
      v_event           log.new_event;
      v_count           integer;
      v_expected        integer;
      v_found           integer;
      v_stored_version  integer;
      v_stored_position bigint;
      v_place           integer := 0;
    begin
      rest_new := 0;
      rest_next := 0;
      for i in 1..cardinality(p_events) loop
        v_event := p_events[i];
        v_count := v_event.events;
        continue when v_count = 0;
        v_expected := v_event.version - 1;
        v_found := coalesce((select s.version from log.stream s where s.stream = v_event.stream), 0);
        v_stored_version := null;
        if v_found > 0 and v_found is distinct from v_expected then
          -- Either the stream has moved on, or this very append did it: then its events are there.
          select l.version, l.position into v_stored_version, v_stored_position
            from log.stream s
            join log.event f on f.stream = s.stream and f.position between s.first_position and s.last_position
             and case when v_expected >= 0 then f.version = v_expected + 1
                      else f.version > s.version - ${sql.lit(RETRY_VERSIONS_MAX)} end
             and f.event_id = v_event.event_id
            join log.event l on l.stream = f.stream and l.version = f.version + v_count - 1
             and l.event_id = p_events[i + v_count - 1].event_id
             and l.position between s.first_position and s.last_position
           where s.stream = v_event.stream;
        end if;
        if v_stored_version is not null then
          answers := answers || array[1, v_stored_version, v_stored_position];
        elsif v_expected <> v_found then
          answers := answers || array[2, v_found, 0]::bigint[];
        else
          for k in 0..v_count - 1 loop
            v_event := p_events[i + k];
            v_place := v_place + 1;
            v_event.place := v_place;
            v_event.version := v_found + k + 1;
            rest_events := rest_events || v_event;
            rest_data := rest_data || p_data[i + k];
          end loop;
          if v_found = 0 then rest_new := rest_new + 1; else rest_next := rest_next + 1; end if;
          answers := answers || array[0, v_found + v_count, p_head + v_place];
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
