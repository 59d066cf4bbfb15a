import type { Db } from '@dateline/database'
import { type LayoutWatch, newLayoutWatch } from '@dateline/domain'
import { sql } from 'kysely'

export type HostWatch = { sourceId: string | null; watch: LayoutWatch }

/** What is remembered of these hosts; a new host begins with nothing. */
export async function loadLayoutWatches(db: Db, hosts: readonly string[]): Promise<Map<string, HostWatch>> {
  const { rows } = await sql<{ host: string; sourceId: string | null; state: LayoutWatch }>`
    select host, source_id as "sourceId", state from work.layout_watch where host = any(${hosts})`.execute(db)
  const known = new Map(rows.map(({ host, sourceId, state }) => [host, { sourceId, watch: state }]))
  return new Map(hosts.map((host) => [host, known.get(host) ?? { sourceId: null, watch: newLayoutWatch() }]))
}

export async function saveLayoutWatch(db: Db, host: string, { sourceId, watch }: HostWatch): Promise<void> {
  await sql`
    insert into work.layout_watch (host, source_id, state) values (${host}, ${sourceId}, ${JSON.stringify(watch)}::jsonb)
    on conflict (host) do update set source_id = excluded.source_id, state = excluded.state,
      updated_at = clock_timestamp()`.execute(db)
}

const UNLISTED_MAX = 200

/** Hosts in alarm whose pages no source listed: no stream holds their alarm, so this is where it is seen. */
export async function listUnlistedDrifts(db: Db): Promise<{ host: string; readAt: string }[]> {
  const { rows } = await sql<{ host: string; readAt: Date }>`
    select host, updated_at as "readAt" from work.layout_watch
     where source_id is null and (state->'drifted')::boolean
     order by host limit ${UNLISTED_MAX}`.execute(db)
  return rows.map(({ host, readAt }) => ({ host, readAt: readAt.toISOString() }))
}
