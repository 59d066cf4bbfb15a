import { type Kysely, sql } from 'kysely'

/**
 * Who published each revision, by which agency, and in which languages it was said to be: a list of the articles that a
 * publisher, an agency or a language had at some time looks here for those that ever had it, instead of putting back every
 * article there is.
 *
 * Whichever generation serves gets the columns; the view is folded anew, being of another version, which fills them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      v_table text;
    begin
      for v_table in select tablename from pg_tables where schemaname = 'views' and tablename ~ '^revision_g[0-9]+$' loop
        execute format('alter table views.%I add column publisher_domain text collate "C", add column agency_id text collate "C",
                                             add column languages text[] not null default ''{}''', v_table);
        execute format('create index on views.%I (publisher_domain, article_id) where publisher_domain is not null', v_table);
        execute format('create index on views.%I (agency_id, article_id) where agency_id is not null', v_table);
        execute format('create index on views.%I using gin (languages)', v_table);
      end loop;
      select format('revision_g%s', coalesce(max(generation), 1)) into v_table
        from views.projection where name = 'revision' and state = 'live';
      execute format('create or replace view views.revision as select * from views.%I', v_table);
    end $$`.execute(db)
}
