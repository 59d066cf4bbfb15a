import type { Db } from '@dateline/database'
import { sql } from 'kysely'

export type DueTask = { name: string; key: string; data: object }

export type ClaimLimits = {
  /** Tasks of one queue that are claimed and not done. Several who claim at once may exceed it by CLAIMS_MAX each. */
  readonly jobsMax: number
  /** The same of one host. */
  readonly hostJobsMax: number
}

/** In one claim, of one queue. */
export const CLAIMS_MAX = 500
/** Hosts that one claim looks at: a step from host to host costs an index probe. */
const LANES_MAX = 2_000
const LANE_FIRST = -(2 ** 31)
const LANE_LAST = 2 ** 31 - 1

/**
 * Claims tasks that are due and not in their queue, so many that the queue holds no more than it may: the others wait here.
 * Whoever claims them adds the jobs. Tasks that name no host come in order of their time. Of the others each host has its
 * share, beginning with a host by chance, so that one with a million pages to fetch leaves the queue open to all others.
 *
 * @param queues those that may be added to.
 */
export async function claimDueTasks(db: Db, queues: readonly string[], limits: ClaimLimits): Promise<DueTask[]> {
  const { rows } = await sql<{ queue: string }>`
    select q.queue from unnest(${queues}::text[]) as q (queue)
     cross join lateral (
       select from work.task t where t.queue = q.queue and t.added_at is null and t.due_at <= now()
        order by t.due_at limit 1) due`.execute(db)
  const claimed: DueTask[] = []
  for (const { queue } of rows) claimed.push(...(await claimOf(db, queue, limits)))
  return claimed
}

async function claimOf(db: Db, queue: string, { jobsMax, hostJobsMax }: ClaimLimits): Promise<DueTask[]> {
  const start = LANE_FIRST + Math.floor(Math.random() * (LANE_LAST - LANE_FIRST))
  const firstLane = (from: number, to: number) => sql`
    select lane from work.task where queue = ${queue} and added_at is null
       and lane between ${sql.lit(from)} and ${sql.lit(to)} order by lane limit 1`
  // From one lane to the next by the index, whatever waits in each; read only as far as there is room.
  const walk = (from: number, to: number) => sql`
    (${firstLane(from, to)}) union all
    select (select lane from work.task where queue = ${queue} and added_at is null
               and lane > w.lane and lane <= ${sql.lit(to)} order by lane limit 1)
      from walked w where w.lane is not null`
  const { rows } = await sql<{ key: string; data: object }>`
    with recursive
    busy as (select lane, count(*)::int as n from work.task where queue = ${queue} and added_at is not null group by lane),
    room as (select greatest(0, least(${CLAIMS_MAX}, ${jobsMax} - coalesce(sum(n), 0)))::int as n from busy),
    lane as (
      select lane from (with recursive walked as (${walk(start, LANE_LAST)}) select lane from walked) up
      union all
      select lane from (with recursive walked as (${walk(LANE_FIRST, start - 1)}) select lane from walked) around),
    due as (
      select d.ctid from (select lane from lane where lane is not null limit ${LANES_MAX}) l
       left join busy b using (lane)
       cross join lateral (
         select t.ctid from work.task t
          -- As one range in the order of one index: of many that wait for a host no more are read than are taken.
          where t.added_at is null and (t.queue, t.lane, t.due_at) >= (${queue}, l.lane, '-infinity')
            and (t.queue, t.lane, t.due_at) <= (${queue}, l.lane, now())
          order by t.queue, t.lane, t.due_at
          limit case when l.lane = 0 then ${CLAIMS_MAX} else greatest(0, ${hostJobsMax} - coalesce(b.n, 0)) end
            for update skip locked) d
       limit (select n from room))
    update work.task set added_at = clock_timestamp() where ctid = any(array(select ctid from due))
    returning key, data`.execute(db)
  return rows.map((task) => ({ name: queue, ...task }))
}

/** The claim came to nothing (the queue server is away): the tasks are due again at once. */
export async function unclaimTasks(db: Db, tasks: readonly DueTask[]): Promise<void> {
  await sql`
    update work.task t set added_at = null
      from unnest(${tasks.map(({ name }) => name)}::text[], ${tasks.map(({ key }) => key)}::text[]) as c (queue, key)
     where t.queue = c.queue and t.key = c.key`.execute(db)
}

/** A job that was added this long ago and is not struck off is added again: it may have been lost with its queue. */
const LOST_AFTER = '10 minutes'

/** Claims again what was claimed long ago: added a second time, a job that still waits in its queue changes nothing. */
export async function claimLostTasks(db: Db): Promise<DueTask[]> {
  const { rows } = await sql<{ name: string; key: string; data: object }>`
    with lost as (
      select queue, key from work.task
       where added_at < now() - ${LOST_AFTER}::interval limit ${CLAIMS_MAX} for update skip locked)
    update work.task t set added_at = clock_timestamp() from lost
     where t.queue = lost.queue and t.key = lost.key
    returning t.queue as name, t.key, t.data`.execute(db)
  return rows
}

/** A claim younger than this may still be on its way to its queue. */
const SETTLED_AFTER = '5 seconds'

/**
 * For a queue that has been found empty: whatever was added to it and is not done has been lost (a Redis that was wiped,
 * or forgot its last second), and is due again at once.
 *
 * @returns how many were lost.
 */
export async function reclaimLostTasks(db: Db, name: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update work.task set added_at = null
     where queue = ${name} and added_at < clock_timestamp() - ${SETTLED_AFTER}::interval`.execute(db)
  return Number(numAffectedRows ?? 0)
}
