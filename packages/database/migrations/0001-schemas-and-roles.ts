import { type Kysely, sql } from 'kysely'

/**
 * The schemas say what may be lost: `log` never, `work` can be made again, `views` at any time; `read` holds nothing of its
 * own, only the stable names under which others may read.
 *
 * The roles have no login. In a deployment of one's own, the application connects as a member of `dateline_writer`, which can
 * append to the log and not change it, and analysts as members of `dateline_reader`. Where the migrating user may not make
 * roles (some managed servers), an administrator makes the two and runs the grants of infra/postgres.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema log; create schema work; create schema views; create schema read`.execute(db)
  await sql`
    do $$
    declare v_role text;
    begin
      foreach v_role in array array['dateline_writer', 'dateline_reader'] loop
        begin
          execute format('create role %I nologin', v_role);
        exception
          -- Roles belong to the whole server: another database of ours, or another process, may have made it already.
          when duplicate_object or unique_violation then null;
          when insufficient_privilege then raise notice 'role % was not made: not allowed', v_role;
        end;
      end loop;
      if exists (select from pg_roles where rolname = 'dateline_writer') then
        grant usage on schema log, work, views, read to dateline_writer;
        grant select on public.migration to dateline_writer;
        grant create on schema views to dateline_writer;
        alter default privileges in schema work grant select, insert, update, delete, truncate on tables to dateline_writer;
        alter default privileges in schema views grant select, insert, update, delete, truncate on tables to dateline_writer;
        alter default privileges in schema work grant usage, select on sequences to dateline_writer;
        alter default privileges in schema views grant usage, select on sequences to dateline_writer;
        alter default privileges in schema read grant select on tables to dateline_writer;
      end if;
      if exists (select from pg_roles where rolname = 'dateline_reader') then
        grant usage on schema read to dateline_reader;
        alter default privileges in schema read grant select on tables to dateline_reader;
      end if;
    end $$`.execute(db)
}
