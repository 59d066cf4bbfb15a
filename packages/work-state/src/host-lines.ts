import type { Db } from '@dateline/database'
import { DatelineError, type HostKnowledge, type HostPages, hostKnowledgeSha256 } from '@dateline/domain'
import { sql } from 'kysely'

/** What is remembered of a host: its last pages, and the snapshot that stands. */
export type HostLines = { pages: HostPages; knowledge: HostKnowledge | null }

/** A new host begins with nothing. */
export async function loadHostLines(db: Db, hosts: readonly string[]): Promise<Map<string, HostLines>> {
  const { rows } = await sql<{ host: string; pages: HostPages; knowledge: HostKnowledge | null }>`
    select l.host, l.pages, k.knowledge
      from work.host_lines l left join work.host_knowledge k using (sha256) where l.host = any(${hosts})`.execute(db)
  const known = new Map(rows.map(({ host, pages, knowledge }) => [host, { pages, knowledge }]))
  return new Map(hosts.map((host) => [host, known.get(host) ?? { pages: [], knowledge: null }]))
}

/** Snapshots stay: events name them. */
export async function saveHostKnowledge(db: Db, host: string, knowledge: HostKnowledge): Promise<void> {
  await sql`
    insert into work.host_knowledge (sha256, host, knowledge)
    values (${hostKnowledgeSha256(knowledge)}, ${host}, ${JSON.stringify(knowledge)}::jsonb) on conflict do nothing`.execute(
    db,
  )
}

/** The snapshot that stands must have been saved. */
export async function saveHostLines(db: Db, host: string, { pages, knowledge }: HostLines): Promise<void> {
  const sha256 = knowledge === null ? null : hostKnowledgeSha256(knowledge)
  await sql`
    insert into work.host_lines (host, pages, sha256) values (${host}, ${JSON.stringify(pages)}::jsonb, ${sha256})
    on conflict (host) do update set pages = excluded.pages, sha256 = excluded.sha256,
      updated_at = clock_timestamp()`.execute(db)
}

/** The snapshot that stands for a host; null: nothing is known of it. */
export async function currentHostKnowledge(db: Db, host: string): Promise<HostKnowledge | null> {
  const { rows } = await sql<{ knowledge: HostKnowledge }>`
    select k.knowledge from work.host_lines l join work.host_knowledge k using (sha256) where l.host = ${host}`.execute(
    db,
  )
  return rows[0]?.knowledge ?? null
}

/** A snapshot that an event names is not there: what is learnt of hosts is being made again from the log. */
export class HostKnowledgeMissingError extends DatelineError {
  readonly code = 'HOST_KNOWLEDGE_MISSING'
  readonly retryable = true

  constructor(sha256: string) {
    super(`What was known of the host when the page was read (${sha256}) is still being learnt again: try again later.`)
  }
}

/** The snapshot that an event names. @throws {HostKnowledgeMissingError} */
export async function namedHostKnowledge(db: Db, sha256: string): Promise<HostKnowledge> {
  const { rows } = await sql<{ knowledge: HostKnowledge }>`
    select knowledge from work.host_knowledge where sha256 = ${sha256}`.execute(db)
  if (rows[0] === undefined) throw new HostKnowledgeMissingError(sha256)
  return rows[0].knowledge
}
