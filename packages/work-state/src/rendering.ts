import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/** Pages of a source asked for at once when it is taken up. */
const BACKLOG_MAX = 1_000

export async function setRendering(db: Db, sourceId: string, enabled: boolean): Promise<void> {
  if (enabled) await sql`insert into work.render_source values (${sourceId}) on conflict do nothing`.execute(db)
  else await sql`delete from work.render_source where source_id = ${sourceId}`.execute(db)
}

export async function isRendered(db: Db, sourceId: string): Promise<boolean> {
  const { rows } = await sql`select from work.render_source where source_id = ${sourceId}`.execute(db)
  return rows.length > 0
}

/** Asks for those pages of a source that were empty without their scripts. @param cause position of the event that asks. */
export async function wantBacklogRendered(db: Db, sourceId: string, cause: number): Promise<void> {
  await sql`
    insert into work.task (queue, key, data, cause)
    select 'render-article', article_id, jsonb_build_object('articleId', article_id), ${cause}::bigint
      from read.ledger where source_id = ${sourceId} and ending = 'reject' and reason = 'empty-without-scripts'
     order by listed_at desc limit ${BACKLOG_MAX}
    on conflict (queue, key) do nothing`.execute(db)
}

export type RenderingState = {
  sourceId: string
  url: string
  name: string | null
  enabled: boolean
  /** Pages that were empty without their scripts, and stayed so. */
  emptyCount: number
  storedCount: number
}

/** Most sources listed: those with most empty pages. */
export const RENDERING_MAX = 500

/**
 * Sources that are rendered, and those for which it is proposed: some of their pages are empty without scripts. Only pages of
 * these are counted.
 */
export async function listRendering(db: Db): Promise<RenderingState[]> {
  const { rows } = await sql<RenderingState>`
    select s.source_id as "sourceId", s.url, s.name, r.source_id is not null as enabled,
           count(*) filter (where l.reason = 'empty-without-scripts')::int as "emptyCount",
           count(*) filter (where l.ending = 'article')::int as "storedCount"
      from (select source_id::text from work.render_source
            union select source_id::text from read.ledger
             where ending = 'reject' and reason = 'empty-without-scripts') asked
      join read.source s using (source_id) left join read.ledger l using (source_id)
      left join work.render_source r on r.source_id::text = s.source_id
     group by s.source_id, s.url, s.name, r.source_id
     order by "emptyCount" desc, s.source_id limit ${RENDERING_MAX}`.execute(db)
  return rows
}
