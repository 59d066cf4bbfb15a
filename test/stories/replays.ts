import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readDecisions } from '@dateline/curation'
import type { Database } from '@dateline/database'
import { sql } from 'kysely'

const ROOT = join(import.meta.dirname, '../..')

/** What a trial decided, a line each: stream and event as it would have been recorded. */
export async function decisionsOf(database: Database, trialId: string): Promise<string[]> {
  const all = await readDecisions(database, trialId, 0, Number.MAX_SAFE_INTEGER)
  return all.map(({ stream, event }) => `${stream} ${event}`)
}

/** What grouping recorded, a line each in the same form. */
export async function recordedDecisions(database: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select e.stream || ' ' || '{"type":"' || e.type || '","data":' || e.data || '}' as line
      from log.event e
     where e.type in ('CopyDetected', 'CopyRetracted') or e.stream like 'story-%' order by e.position`.execute(
    database.db,
  )
  return rows.map(({ line }) => line)
}

/** Replays the log by the shipped model in a process of its own. */
export async function replayElsewhere(url: string): Promise<{ trialId: string; digest: string }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'services/cli/src/main.ts'), 'stories', 'replay', '--json'],
    { env: { ...process.env, DATABASE_URL: url }, maxBuffer: 10_000_000 },
  )
  return JSON.parse(stdout)
}
