import { type Kysely, sql } from 'kysely'

/**
 * The log of all events: never rebuilt, and never updated but for one thing: a lawful erasure takes the body of an event away
 * and leaves every position, hash and proof in place. Bodies stand in the row of their event: a table of their own, with a key
 * of its own, was a fifth of the work of a small append.
 *
 * Positions come from the one row of `log.head`, moved inside the append: dense, gapless, in commit order. A sequence would
 * hand out numbers before commit, and a reader paging by them would skip the slow writer's events.
 *
 * What the columns must hold is not checked here: the only writer makes the rows so, `verify` looks at every one, and checks
 * took longer than a small group takes to be written, since each is parsed anew in every statement.
 *
 * A partition holds 2^22 positions, so that each is one whole subtree of the Merkle tree over the log: it can be detached and
 * archived, and one hash stands for it in every later proof.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table log.event (
      position       bigint         not null primary key,
      stream         text           not null collate "C",
      version        integer        not null, -- 1, 2, 3… within the stream
      schema_version smallint       not null, -- of the type's shape
      type           text           not null collate "C",
      event_id       uuid           not null,
      recorded_at    timestamptz(3) not null, -- never earlier than that of the position before
      occurred_at    timestamptz(3),
      cause          text           collate "C",
      body_sha256    bytea          not null, -- sha256(salt ‖ data)
      leaf_sha256    bytea          not null, -- see log.write_group
      -- The body; both null: erased by law, or in an archive file.
      salt           bytea, -- so that a short text cannot be guessed from its hash
      data           text   -- JSON exactly as hashed
    ) partition by range (position)`.execute(db)
  // Half the disk for the text of an article; where the server was built without lz4, its own slower method does the same.
  await sql`
    do $$
    begin
      alter table log.event alter column data set compression lz4;
    exception
      when feature_not_supported then null;
    end $$`.execute(db)

  // Versions are only ever read and moved under the head lock. The positions let a read of one stream pass by partitions.
  await sql`
    create table log.stream (
      stream         text    not null primary key collate "C",
      version        integer not null,
      first_position bigint  not null,
      last_position  bigint  not null
    ) with (fillfactor = 80)`.execute(db)

  // One row, which each group moves. While somebody keeps a transaction open (a back-up, a report) its old versions cannot be
  // cleaned away: by this key the newest is found at once at the end of the index, however many lie before it.
  await sql`
    create table log.head (
      position    bigint         not null primary key,
      recorded_at timestamptz(3) not null
    )`.execute(db)
  await sql`insert into log.head (position, recorded_at) values (0, '1970-01-01T00:00:00Z')`.execute(db)

  await refuseChanges(db)
  await createPartitions(db)
  await grant(db)
}

async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_table_name like 'event%' and tg_op = 'UPDATE' and current_setting('dateline.erasing', true) = 'on' then
        old.salt := null;
        old.data := null;
        if new is not distinct from old then
          return new;
        end if;
      end if;
      raise exception '% refused: %.% is append-only', tg_op, tg_table_schema, tg_table_name
        using errcode = 'restrict_violation', hint = 'A lawful erasure goes through log.erase.';
    end $$`.execute(db)
  await sql`
    create trigger refuse_change before update or delete on log.event
    for each row execute function log.refuse_change()`.execute(db)
  for (const table of ['event', 'stream', 'head']) {
    await sql`
      create trigger refuse_truncate before truncate on ${sql.table(`log.${table}`)}
      for each statement execute function log.refuse_change()`.execute(db)
  }
  await sql`
    create trigger refuse_insert before insert on log.head
    for each row execute function log.refuse_change()`.execute(db)
  for (const table of ['stream', 'head']) {
    await sql`
      create trigger refuse_delete before delete on ${sql.table(`log.${table}`)}
      for each row execute function log.refuse_change()`.execute(db)
  }
}

/**
 * A partition is made aside and attached, which unlike "create table … partition of" does not wait for running appends and
 * readers, nor they for it.
 */
async function createPartitions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function log.create_aside(p_name text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      execute format('create table log.%I (like log.event including all, unique (stream, version))', p_name);
      execute format('create trigger refuse_truncate before truncate on log.%I
                      for each statement execute function log.refuse_change()', p_name);
    end $$`.execute(db)
  await sql`
    create function log.create_partition(p_number integer) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      c_positions constant bigint := 4194304; -- 2^22
      v_from      constant bigint := p_number * c_positions + 1;
      v_name      constant text := 'event_p' || lpad(p_number::text, 5, '0');
    begin
      perform pg_advisory_xact_lock(4871105302);
      if to_regclass('log.' || v_name) is not null then
        return;
      end if;
      perform log.create_aside(v_name);
      execute format('alter table log.event attach partition log.%I for values from (%s) to (%s)',
                     v_name, v_from, v_from + c_positions);
    end $$`.execute(db)
  // The next one is made when the one before it is first used: millions of events ahead.
  await sql`
    create function log.create_partitions_ahead() returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select log.create_partition(n) from log.head, generate_series((position / 4194304)::int, (position / 4194304)::int + 1) n
    $$`.execute(db)
  await sql`select log.create_partitions_ahead()`.execute(db)
}

async function grant(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant select on log.event, log.stream, log.head to dateline_writer;
      end if;
    end $$`.execute(db)
}
