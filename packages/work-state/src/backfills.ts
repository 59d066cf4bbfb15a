import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/** Days are UTC, e.g. "2026-11-20", both included. */
export type Backfill = { sourceId: string; from: string; to: string; sitemapsMax: number }

export type BackfillProgress = Backfill & {
  done: boolean
  sitemapsKnown: number
  sitemapsRead: number
  /** By reason. */
  sitemapsFailed: Record<string, number>
  /** URLs within the days asked for. */
  inRange: number
  /** Those of them that nobody had heard of. */
  discovered: number
}

export const BACKFILL_QUEUE = 'backfill-source'

/**
 * Asks for a backfill. The same one again goes on where it was, and tries again what has failed; other days begin anew.
 */
export async function wantBackfill(db: Db, { sourceId, from, to, sitemapsMax }: Backfill): Promise<void> {
  await sql`
    delete from work.backfill where source_id = ${sourceId} and (from_day <> ${from} or to_day <> ${to})`.execute(db)
  await sql`
    insert into work.backfill (source_id, from_day, to_day, sitemaps_max)
    values (${sourceId}, ${from}, ${to}, ${sitemapsMax})
    on conflict (source_id) do update
      set sitemaps_max = excluded.sitemaps_max, requested_at = clock_timestamp(), done_at = null`.execute(db)
  await sql`
    update work.backfill_sitemap set state = 'waiting', tries = 0, reason = null
     where source_id = ${sourceId} and state = 'failed'`.execute(db)
  await sql`
    insert into work.task (queue, key, data, cause)
    values (${BACKFILL_QUEUE}, ${sourceId}, jsonb_build_object('sourceId', ${sourceId}::text), 0)
    on conflict (queue, key) do update set due_at = clock_timestamp(), added_at = null, failures = 0`.execute(db)
}

/** Null: none is in hand. */
export async function getBackfill(db: Db, sourceId: string): Promise<BackfillProgress | null> {
  const { rows } = await sql<BackfillProgress>`
    select b.source_id as "sourceId", b.from_day::text as "from", b.to_day::text as "to", b.sitemaps_max as "sitemapsMax",
           b.done_at is not null as done, count(s.url)::int as "sitemapsKnown",
           (count(*) filter (where s.state = 'read'))::int as "sitemapsRead",
           coalesce((select jsonb_object_agg(reason, n) from (
             select coalesce(reason, 'unknown') as reason, count(*) as n from work.backfill_sitemap
              where source_id = b.source_id and state = 'failed' group by 1) f), '{}') as "sitemapsFailed",
           coalesce(sum(s.in_range), 0)::int as "inRange", coalesce(sum(s.discovered), 0)::int as discovered
      from work.backfill b left join work.backfill_sitemap s using (source_id)
     where b.source_id = ${sourceId} group by b.source_id`.execute(db)
  return rows[0] ?? null
}

/** Adds sitemaps to be read, as long as there is room. @returns how many were left out. */
export async function addBackfillSitemaps(db: Db, sourceId: string, urls: readonly string[]): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    with room as (
      select greatest(0, sitemaps_max - (select count(*) from work.backfill_sitemap where source_id = ${sourceId})) as n
        from work.backfill where source_id = ${sourceId}),
    wanted as (
      select url, min(place) as place from unnest(${urls}::text[]) with ordinality as w (url, place)
       where not exists (select from work.backfill_sitemap s where s.source_id = ${sourceId} and s.url = w.url)
       group by url),
    added as (
      insert into work.backfill_sitemap (source_id, url)
      select ${sourceId}, url from wanted order by place limit (select n from room) on conflict do nothing returning 1)
    select (select count(*) from wanted)::int - (select count(*) from added)::int as left`.execute(db)
  return rows[0]?.left ?? 0
}

export async function nextBackfillSitemap(db: Db, sourceId: string): Promise<{ url: string; tries: number } | null> {
  const { rows } = await sql<{ url: string; tries: number }>`
    select url, tries from work.backfill_sitemap where source_id = ${sourceId} and state = 'waiting'
     order by number limit 1`.execute(db)
  return rows[0] ?? null
}

export type SitemapOutcome = {
  state: 'read' | 'failed' | 'waiting'
  reason?: string
  inRange?: number
  discovered?: number
}

/** `waiting` with counts: part of it has been taken up. `waiting` with a reason: it failed, and is tried again. */
export async function recordBackfillSitemap(
  db: Db,
  sourceId: string,
  url: string,
  { state, reason = '', inRange = 0, discovered = 0 }: SitemapOutcome,
): Promise<void> {
  await sql`
    update work.backfill_sitemap
       set state = ${state}, reason = nullif(${reason}, ''), tries = tries + (${reason} <> '')::int,
           in_range = greatest(in_range, ${inRange}), discovered = discovered + ${discovered}
     where source_id = ${sourceId} and url = ${url}`.execute(db)
}

export async function finishBackfill(db: Db, sourceId: string): Promise<void> {
  await sql`update work.backfill set done_at = clock_timestamp() where source_id = ${sourceId}`.execute(db)
}
