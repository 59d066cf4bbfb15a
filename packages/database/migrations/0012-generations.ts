import { type Kysely, sql } from 'kysely'

/**
 * Generations of views: made beside the one that serves, then swapped in one transaction.
 *
 * All but the first run with the rights of the owner, since the application may write rows and not replace views. They take
 * names only of what is in schema views, and their callers hold one advisory lock per view while it is rebuilt.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table views.projection
      add skipped bigint[] not null default '{}' -- positions of events that a person has decided to leave out`.execute(
    db,
  )
  await move(db)
  await begin(db)
  await index(db)
  await swap(db)
  await drop(db)
  await grant(db)
}

/**
 * Moves checkpoints from where they all stand, or none: see packages/read-models/src/runner/checkpoints.ts. The rows are locked
 * in no order, so those who move several take their turns. (Locking them in order first costs half as much again as the rest.)
 * Whoever moves one waits for nobody while he holds it, and takes no turn: a swap holds a live one while the other catches up.
 */
async function move(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function views.move_checkpoints(
      p_names text[], p_generations integer[], p_shards integer[], p_states text[], p_from bigint, p_to bigint)
    returns void language plpgsql as $$
    declare
      v_count integer;
    begin
      if cardinality(p_names) > 1 then
        perform pg_advisory_xact_lock(4871105310);
      end if;
      update views.projection p set position = p_to, updated_at = now()
        from unnest(p_names, p_generations, p_shards, p_states) l (name, generation, shard, state)
       where p.name = l.name and p.generation = l.generation and p.shard = l.shard and p.state = l.state
         and p.position = p_from and p.error is null;
      get diagnostics v_count = row_count;
      if v_count < cardinality(p_names) then
        raise exception 'somebody else has moved the checkpoints of %', array_to_string(p_names, ', ') using errcode = 'DL001';
      end if;
    end $$`.execute(db)
}

/** Empty tables like those of the live generation, with their primary keys; the other indexes are made when they are full. */
async function begin(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function views.begin_generation(p_name text, p_version integer, p_shards integer, p_tables text[])
    returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      v_live views.projection;
      v_next integer;
      v_table text;
      v_old text;
      v_new text;
      v_options text;
    begin
      select * into strict v_live from views.projection where name = p_name and state = 'live' and shard = 0;
      select max(generation) + 1 into v_next from views.projection where name = p_name;
      foreach v_table in array p_tables loop
        v_old := format('%s_g%s', v_table, v_live.generation);
        v_new := format('%s_g%s', v_table, v_next);
        execute format('create table views.%I (like views.%I including all excluding indexes)', v_new, v_old);
        execute format('alter table views.%I add %s', v_new, (
          select pg_get_constraintdef(oid) from pg_constraint
           where conrelid = to_regclass(format('views.%I', v_old)) and contype = 'p'));
        select array_to_string(reloptions, ', ') into v_options
          from pg_class where oid = to_regclass(format('views.%I', v_old));
        if v_options is not null then execute format('alter table views.%I set (%s)', v_new, v_options); end if;
      end loop;
      insert into views.projection (name, generation, shard, shards, version, state, skipped)
      select p_name, v_next, n, p_shards, p_version, 'building', v_live.skipped from generate_series(0, p_shards - 1) n;
      return v_next;
    end $$`.execute(db)
}

async function index(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function views.index_generation(p_name text, p_generation integer, p_tables text[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      v_live integer;
      v_index record;
    begin
      select generation into strict v_live from views.projection where name = p_name and state = 'live' and shard = 0;
      for v_index in
        select t.name, replace(c.relname, t.name || '_g' || v_live, t.name || '_g' || p_generation) as index_name,
               substring(pg_get_indexdef(i.indexrelid) from ' USING .*') as definition
          from unnest(p_tables) t (name)
          join pg_index i on i.indrelid = to_regclass(format('views.%I', t.name || '_g' || v_live)) and not i.indisprimary
          join pg_class c on c.oid = i.indexrelid
      loop
        execute format('create index if not exists %I on views.%I %s',
                       v_index.index_name, v_index.name || '_g' || p_generation, v_index.definition);
      end loop;
    end $$`.execute(db)
}

/** Readers see the old tables until the commit and the new ones after it. The live generation becomes the previous one. */
async function swap(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function views.swap_generation(p_name text, p_generation integer, p_tables text[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      v_table text;
    begin
      foreach v_table in array p_tables loop
        execute format('create or replace view views.%I as select * from views.%I',
                       v_table, format('%s_g%s', v_table, p_generation));
      end loop;
      update views.projection set state = 'previous' where name = p_name and state = 'live';
      update views.projection set state = 'live' where name = p_name and generation = p_generation;
    end $$`.execute(db)
}

async function drop(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function views.drop_generation(p_name text, p_generation integer, p_tables text[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      v_table text;
    begin
      if exists (select from views.projection where name = p_name and generation = p_generation and state = 'live') then
        raise exception 'generation % of % is live', p_generation, p_name;
      end if;
      foreach v_table in array p_tables loop
        execute format('drop table if exists views.%I', format('%s_g%s', v_table, p_generation));
      end loop;
      delete from views.projection where name = p_name and generation = p_generation;
    end $$`.execute(db)
}

async function grant(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke execute on function views.begin_generation, views.index_generation, views.swap_generation, views.drop_generation
      from public;
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant execute on function views.begin_generation, views.index_generation, views.swap_generation,
          views.drop_generation to dateline_writer;
      end if;
    end $$`.execute(db)
}
