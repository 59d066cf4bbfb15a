import { type Kysely, sql } from 'kysely'

/**
 * Histories are written far more often than they are read, so their patches are kept as the JSON text they come as: parsing
 * one into jsonb cost more than all else that was done for an event. `views.<model>_history` gives jsonb as before.
 *
 * A generation that is being built has no primary key on its histories, which is made in one go when it is full. What such a
 * history must forget, because its article was withdrawn, is kept in `views.forgotten` until then.
 *
 * Generations made before stay as they are; their views are folded anew, being of another version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.forgotten (
      history  text   not null collate "C", -- table with its schema
      key      text   not null collate "C",
      position bigint not null -- versions before it are forgotten
    )`.execute(db)
  for (const name of ['article', 'story', 'story_article', 'source']) await asText(db, name)
  await begin(db)
  await finish(db)
  await index(db)
  await swap(db)
  await grant(db)
}

/** A new database: nothing is in them yet, and the first generation can be as later ones. */
async function asText(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(`views.${name}_history_g1`)
  await sql`
    do $$
    begin
      if to_regclass('views.${sql.raw(name)}_history_g1') is null or exists (select from views.projection) then return; end if;
      alter table ${table} rename to ${sql.ref(`${name}_history_old`)};
      create table ${table} (
        key         text        not null collate "C",
        position    bigint      not null,
        recorded_at timestamptz not null,
        whole       boolean     not null,
        patch       text        not null -- a JSON object
      );
      create or replace view ${sql.table(`views.${name}_history`)} as
        select key, position, recorded_at, whole, patch::jsonb as patch from ${table};
      drop table ${sql.table(`views.${name}_history_old`)};
      alter table ${table} add constraint ${sql.ref(`${name}_history_g1_pkey`)} primary key (key, position);
      create index on ${table} (position); -- for whoever asks what has changed since
    end $$`.execute(db)
}

/** As in 0012, but for the histories. */
async function begin(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function views.begin_generation(p_name text, p_version integer, p_shards integer, p_tables text[])
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
        if v_table like '%\\_history' then
          execute format('alter table views.%I alter patch type text', v_new);
          delete from views.forgotten where history = 'views.' || v_new; -- of one of this name that was given up
        else
          execute format('alter table views.%I add %s', v_new, (
            select pg_get_constraintdef(oid) from pg_constraint
             where conrelid = to_regclass(format('views.%I', v_old)) and contype = 'p'));
        end if;
        select array_to_string(reloptions, ', ') into v_options
          from pg_class where oid = to_regclass(format('views.%I', v_old));
        if v_options is not null then execute format('alter table views.%I set (%s)', v_new, v_options); end if;
      end loop;
      insert into views.projection (name, generation, shard, shards, version, state, skipped)
      select p_name, v_next, n, p_shards, p_version, 'building', v_live.skipped from generate_series(0, p_shards - 1) n;
      return v_next;
    end $$`.execute(db)
}

/** Gives the histories of a generation their primary keys, and lets them forget what they must. Twice is harmless. */
async function finish(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function views.finish_history(p_generation integer, p_tables text[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      v_name text;
    begin
      for v_name in select t || '_g' || p_generation from unnest(p_tables) t where t like '%\\_history' loop
        if not exists (select from pg_constraint where conrelid = to_regclass(format('views.%I', v_name)) and contype = 'p') then
          execute format('alter table views.%I add constraint %I primary key (key, position)', v_name, v_name || '_pkey');
        end if;
        execute format('delete from views.%I h using views.forgotten f
                         where f.history = %L and h.key = f.key and h.position < f.position', v_name, 'views.' || v_name);
        delete from views.forgotten where history = 'views.' || v_name;
      end loop;
    end $$`.execute(db)
}

async function index(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function views.index_generation(p_name text, p_generation integer, p_tables text[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      v_live integer;
      v_index record;
    begin
      perform views.finish_history(p_generation, p_tables);
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

/** As in 0012, but the SQL view of a history makes jsonb of its patches. */
async function swap(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function views.swap_generation(p_name text, p_generation integer, p_tables text[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      v_table text;
    begin
      foreach v_table in array p_tables loop
        execute format('create or replace view views.%I as select %s from views.%I', v_table,
                       case when v_table like '%\\_history' then 'key, position, recorded_at, whole, patch::jsonb as patch'
                            else '*' end,
                       format('%s_g%s', v_table, p_generation));
      end loop;
      update views.projection set state = 'previous' where name = p_name and state = 'live';
      update views.projection set state = 'live' where name = p_name and generation = p_generation;
    end $$`.execute(db)
}

async function grant(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke execute on function views.finish_history from public;
    do $$
    begin
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant execute on function views.finish_history to dateline_writer;
      end if;
    end $$`.execute(db)
}
