import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/** A job that an event asks for, until it is done. `name` and `data` are the queue's; `key` is the article's id. */
export type WantedTask = { name: string; key: string; data: object; cause: number }

/** Data of a `fetch-article` job. `host` is whose turn it waits for: see claimDueTasks. */
export function fetchJobData(articleId: string, reason: string, url: string) {
  return { articleId, reason, host: new URL(url).hostname }
}

/**
 * Writes down tasks. A newer event for the same article and queue replaces an older task; the same event changes
 * nothing, so reading the log again does not ask twice.
 */
export async function wantTasks(db: Db, tasks: readonly WantedTask[]): Promise<void> {
  if (tasks.length === 0) return
  const latest = new Map(tasks.map((task) => [`${task.name} ${task.key}`, task]))
  await sql`
    insert into work.task (queue, key, data, cause)
    select queue, key, data, cause from jsonb_to_recordset(${JSON.stringify(
      [...latest.values()].map(({ name, key, data, cause }) => ({ queue: name, key, data, cause })),
    )}::jsonb) as wanted (queue text, key text, data jsonb, cause bigint)
    on conflict (queue, key) do update
      set data = excluded.data, cause = excluded.cause, due_at = clock_timestamp(), added_at = null,
        failures = 0, tries = 0, starts = 0
      where work.task.cause < excluded.cause`.execute(db)
}

/** Whether anybody waits for such a job: a task of its queue, or the plan of the source that it polls. */
export async function isWanted(db: Db, name: string, key: string): Promise<boolean> {
  const { rows } = await sql<{ wanted: boolean }>`
    select exists (select from work.task where queue = ${name} and key = ${key})
        or ${name} = 'poll-source' and exists (select from work.source_poll where source_id::text = ${key}) as wanted
  `.execute(db)
  return rows[0]?.wanted ?? false
}

/** Strikes off a task that is done, unless a newer event has asked for something else meanwhile. */
export async function settleTask(db: Db, name: string, key: string, data: object): Promise<void> {
  await sql`
    delete from work.task where queue = ${name} and key = ${key} and data @> ${JSON.stringify(data)}::jsonb
  `.execute(db)
}

/** Strikes off whatever is wanted of an article on these queues: a later event has overtaken it. */
export async function dropTasks(db: Db, names: readonly string[], keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await sql`delete from work.task where queue = any(${names}) and key = any(${keys})`.execute(db)
}

/**
 * Counts a failure of a task and puts it off.
 *
 * @param delayOf pause in milliseconds after so many failures in a row, or null: give up.
 * @param tries attempts that this failure took.
 * @returns false if it is given up: the caller keeps it as a dead letter and strikes it off.
 */
export async function putOffTask(
  db: Db,
  name: string,
  key: string,
  delayOf: (failures: number) => number | null,
  tries = 1,
): Promise<boolean> {
  const { rows } = await sql<{ failures: number }>`
    update work.task set failures = failures + 1, tries = tries + ${tries} where queue = ${name} and key = ${key} returning failures`.execute(
    db,
  )
  const failures = rows[0]?.failures
  if (failures === undefined) return true // no longer wanted: overtaken by a newer event
  const delayMs = delayOf(failures)
  if (delayMs === null) return false
  await sql`
    update work.task set due_at = clock_timestamp() + ${delayMs} * interval '1 millisecond', added_at = null
     where queue = ${name} and key = ${key}`.execute(db)
  return true
}

/** Not now, for no fault of the task. */
export async function deferTask(db: Db, name: string, key: string, delayMs: number): Promise<void> {
  await sql`
    update work.task set due_at = clock_timestamp() + ${delayMs} * interval '1 millisecond', added_at = null
     where queue = ${name} and key = ${key}`.execute(db)
}

/**
 * Counts the start of a task whose workers have ended under it before.
 *
 * @returns starts without an answer, this one included; null: the task is not wanted, or has no row here.
 */
export async function countStart(db: Db, name: string, key: string): Promise<number | null> {
  const { rows } = await sql<{ starts: number }>`
    update work.task set starts = starts + 1 where queue = ${name} and key = ${key} returning starts`.execute(db)
  return rows[0]?.starts ?? null
}

/** The worker lives: whatever came out of the task, it did not end it. */
export async function clearStarts(db: Db, name: string, key: string): Promise<void> {
  await sql`update work.task set starts = 0 where queue = ${name} and key = ${key} and starts > 0`.execute(db)
}

/** How many tasks are wanted, by queue; `later` counts those put off. */
export async function countTasks(db: Db): Promise<{ name: string; wanted: number; later: number }[]> {
  const { rows } = await sql<{ queue: string; wanted: number; later: number }>`
    select queue, count(*)::int as wanted, (count(*) filter (where due_at > clock_timestamp()))::int as later
      from work.task group by queue order by queue`.execute(db)
  return rows.map(({ queue, wanted, later }) => ({ name: queue, wanted, later }))
}

/** Asks for a fetch of each article that a visit is due to, unless something is wanted of it already. */
export async function wantRevisits(db: Db, visits: readonly { articleId: string; url: string }[]): Promise<void> {
  if (visits.length === 0) return
  const jobs = visits.map(({ articleId, url }) => fetchJobData(articleId, 'revisit', url))
  await sql`
    insert into work.task (queue, key, data, cause)
    select 'fetch-article', data->>'articleId', data, 0 from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) as data
    on conflict (queue, key) do nothing`.execute(db)
}

/** Asks for a fetch of one article now, also if one is planned for later. */
export async function wantFetchNow(db: Db, articleId: string, url: string): Promise<void> {
  const data = fetchJobData(articleId, 'requested', url)
  await sql`
    insert into work.task as t (queue, key, data, cause)
    values ('fetch-article', ${articleId}, ${JSON.stringify(data)}::jsonb, 0)
    on conflict (queue, key) do update set due_at = clock_timestamp(), added_at = null
      where t.due_at > clock_timestamp()`.execute(db)
}

/** Whether the task that an event asks for is done: the reactor has come past the event, and nothing is wanted any more. */
export async function isTaskSettled(db: Db, name: string, key: string, position: number): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select coalesce((select position from work.consumer where name = 'want-jobs'), 0) >= ${position}
       and not exists (select from work.task where queue = ${name} and key = ${key}) as settled`.execute(db)
  return rows[0]?.settled ?? false
}
