import type { Db } from '@dateline/database'
import type { FoundListing, PollHints, Rhythm, Schedule, SourceLimits } from '@dateline/domain'
import { sql } from 'kysely'

export type SourcePoll = {
  sourceId: string
  kind: 'feed' | 'sitemap' | 'site'
  url: string
  schedule: Schedule
  paused: boolean
  nextPollAt: Date
  lastPolledAt: Date | null
  lastNewAt: Date | null
  etag: string | null
  lastModified: string | null
  intervalMs: number | null
  failures: number
  /** Of the first of the polls that failed in a row; null: the last one did not. */
  failingSince: Date | null
  polls: number
  /** Counts what people have asked for: see recordPoll. */
  plan: number
  limits: SourceLimits | null
  /** Of today, in UTC: polls and pages. */
  fetchesToday: number
  /** As last said by the source itself; null: nothing yet. */
  hints: PollHints | null
  rhythm: Rhythm | null
  /** What a site is polled by beside its front page; null: not looked for yet. */
  listings: PolledListing[] | null
  lookedAt: Date | null
  /** Its hub has pushed, and the lease runs. */
  isPushed: boolean
  /** Its hub has pushed since the last poll. */
  hasNewPush: boolean
}

export type PolledListing = Pick<FoundListing, 'url' | 'kind'> & { etag: string | null; lastModified: string | null }

const columns = sql.raw(`
  source_id as "sourceId", kind, url, schedule, paused, next_poll_at as "nextPollAt", last_polled_at as "lastPolledAt",
  last_new_at as "lastNewAt", etag, last_modified as "lastModified", interval_ms::float8 as "intervalMs", failures,
  failing_since as "failingSince", polls, plan, limits, hints, rhythm, listings, looked_at as "lookedAt",
  case when fetches_day = (clock_timestamp() at time zone 'UTC')::date then fetches_today else 0 end as "fetchesToday",
  exists (select from work.push_subscription s
           where s.source_id = p.source_id and s.state = 'verified' and s.lease_until > clock_timestamp() and s.pushes > 0
         ) as "isPushed",
  exists (select from work.push_subscription s
           where s.source_id = p.source_id and s.last_push_at > coalesce(p.last_polled_at, '-infinity')) as "hasNewPush"`)

/** A poll that was handed out this long ago and never came back is handed out again. */
const LOST_AFTER = '10 minutes'
/** One that was handed out just now may still be on its way to the queue. */
const SETTLED_AFTER = '5 seconds'

type Registration = Pick<SourcePoll, 'sourceId' | 'kind' | 'url' | 'schedule'> & {
  limits?: SourceLimits | null | undefined
}

export async function registerPoll(db: Db, { sourceId, kind, url, schedule, limits }: Registration): Promise<void> {
  await sql`
    insert into work.source_poll (source_id, kind, url, schedule, limits)
    values (${sourceId}, ${kind}, ${url}, ${JSON.stringify(schedule)}::jsonb, ${toJson(limits)}::jsonb)
    on conflict (source_id) do nothing`.execute(db)
}

/** A changed schedule or kind counts from now; what is undefined stays as it was. */
export async function changePoll(
  db: Db,
  sourceId: string,
  {
    schedule,
    kind,
    limits,
  }: { schedule: Schedule; kind?: SourcePoll['kind'] | undefined; limits?: SourceLimits | null | undefined },
): Promise<void> {
  // Another name or folder is no reason to ask the source.
  const isOther = sql`(schedule <> ${JSON.stringify(schedule)}::jsonb or kind <> coalesce(${kind ?? null}, kind))`
  await sql`
    update work.source_poll
       set schedule = ${JSON.stringify(schedule)}::jsonb, kind = coalesce(${kind ?? null}, kind),
           limits = case when ${limits === undefined} then limits else ${toJson(limits)}::jsonb end,
           plan = plan + ${isOther}::integer,
           next_poll_at = case when ${isOther} then clock_timestamp() else next_poll_at end
     where source_id = ${sourceId}`.execute(db)
}

function toJson(limits: SourceLimits | null | undefined): string | null {
  return limits ? JSON.stringify(limits) : null
}

export async function pausePoll(db: Db, sourceId: string, paused: boolean): Promise<void> {
  await sql`
    update work.source_poll set paused = ${paused}, next_poll_at = clock_timestamp(), plan = plan + 1
     where source_id = ${sourceId}`.execute(db)
}

/** "Poll now": due at once; a paused source as soon as it is resumed. @returns false if there is no such source. */
export async function pollNow(db: Db, sourceId: string): Promise<boolean> {
  const { rows } = await sql`
    update work.source_poll set next_poll_at = clock_timestamp(), added_at = null, plan = plan + 1
     where source_id = ${sourceId} returning 1`.execute(db)
  return rows.length > 0
}

/**
 * Claims sources that are due; each is handed to one scheduler only.
 *
 * @returns wasLost: it was handed out long ago and never came back.
 */
export async function claimDuePolls(db: Db, limit: number): Promise<{ sourceId: string; wasLost: boolean }[]> {
  const { rows } = await sql<{ sourceId: string; wasLost: boolean }>`
    with due as (
      select source_id, added_at is not null as was_lost from work.source_poll
       where not paused and next_poll_at <= clock_timestamp()
         and (added_at is null or added_at < clock_timestamp() - ${LOST_AFTER}::interval)
       order by next_poll_at limit ${limit} for update skip locked)
    update work.source_poll p set added_at = clock_timestamp() from due
     where p.source_id = due.source_id returning p.source_id as "sourceId", due.was_lost as "wasLost"`.execute(db)
  return rows
}

export async function unclaimPolls(db: Db, sourceIds: readonly string[]): Promise<void> {
  await sql`update work.source_poll set added_at = null where source_id = any(${sourceIds}::uuid[])`.execute(db)
}

export async function getPoll(db: Db, sourceId: string): Promise<SourcePoll | null> {
  const { rows } = await sql<SourcePoll>`
    select ${columns} from work.source_poll p where source_id = ${sourceId}`.execute(db)
  return rows[0] ?? null
}

export type PollOutcome = {
  /** Until the next poll. */
  delayMs: number
  /** As the schedule chose it, before what was asked for; see nextPoll. */
  intervalMs: number
  failed: boolean
  foundNew: boolean
  etag: string | null
  lastModified: string | null
  /** Requests made, for the day's budget. */
  fetches: number
  /** Null, here and below: as they were. */
  hints: PollHints | null
  rhythm: Rhythm | null
  listings: readonly PolledListing[] | null
  /** A site has been searched for its listings. */
  hasLooked: boolean
}

/**
 * Writes down how a poll ended and when the next is due. What people have asked for since the poll was read (another schedule,
 * "poll now") stands: then only the outcome is written.
 */
export async function recordPoll(
  db: Db,
  { sourceId, plan }: Pick<SourcePoll, 'sourceId' | 'plan'>,
  outcome: PollOutcome,
): Promise<void> {
  const { delayMs, intervalMs, failed, foundNew, etag, lastModified, fetches, hints, rhythm, listings, hasLooked } =
    outcome
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value))
  await sql`
    update work.source_poll
       set next_poll_at = case when plan = ${plan} then clock_timestamp() + ${delayMs} * interval '1 millisecond'
                               else next_poll_at end,
           interval_ms = case when plan = ${plan} then ${Math.round(intervalMs)} else interval_ms end,
           added_at = null, last_polled_at = clock_timestamp(), polls = polls + 1,
           last_new_at = case when ${foundNew} then clock_timestamp() else last_new_at end,
           etag = ${etag}, last_modified = ${lastModified},
           failures = case when ${failed} then failures + 1 else 0 end,
           failing_since = case when ${failed} then coalesce(failing_since, clock_timestamp()) end,
           hints = coalesce(${json(hints)}::jsonb, hints), rhythm = coalesce(${json(rhythm)}::jsonb, rhythm),
           listings = coalesce(${json(listings)}::jsonb, listings),
           looked_at = case when ${hasLooked} then clock_timestamp() else looked_at end,
           ${spend(fetches)}
     where source_id = ${sourceId}`.execute(db)
}

/** Counts requests on the day, in UTC, that they were made. */
export function spend(fetches: number) {
  return sql`
    fetches_today = ${fetches}::integer + case when fetches_day = (clock_timestamp() at time zone 'UTC')::date
                                               then fetches_today else 0 end,
    fetches_day = (clock_timestamp() at time zone 'UTC')::date`
}

/** Not now, for no fault of the source: its budget is spent, or it was paused meanwhile. */
export async function deferPoll(
  db: Db,
  { sourceId, plan }: Pick<SourcePoll, 'sourceId' | 'plan'>,
  delayMs: number,
): Promise<void> {
  await sql`
    update work.source_poll
       set added_at = null, next_poll_at = case when plan = ${plan}
             then clock_timestamp() + ${delayMs} * interval '1 millisecond' else next_poll_at end
     where source_id = ${sourceId}`.execute(db)
}

/** How many polls are due or on their way. */
export async function countDuePolls(db: Db): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    select count(*)::int as due from work.source_poll where not paused and next_poll_at <= clock_timestamp()`.execute(
    db,
  )
  return rows[0]?.due ?? 0
}

/** How many seconds the poll that waits longest has been due; 0: none waits. */
export async function pollLag(db: Db): Promise<{ lagS: number }> {
  const { rows } = await sql<{ lagS: number | null }>`
    select extract(epoch from clock_timestamp() - min(next_poll_at))::float8 as "lagS"
      from work.source_poll where not paused and next_poll_at <= clock_timestamp()`.execute(db)
  return { lagS: rows[0]?.lagS ?? 0 }
}

/** Every source that is not paused is due at once. */
export async function pollAllNow(db: Db): Promise<void> {
  await sql`update work.source_poll set next_poll_at = clock_timestamp(), added_at = null where not paused`.execute(db)
}

/** For the queue of polls found empty: those that were added and never came back are due again. @returns how many. */
export async function reclaimLostPolls(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    update work.source_poll set added_at = null
     where added_at < clock_timestamp() - ${SETTLED_AFTER}::interval`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** A poll that threw again and again, through no fault of the source: once more after a pause that doubles each time. */
export async function putOffPoll(
  db: Db,
  sourceId: string,
  { minMs, maxMs }: { minMs: number; maxMs: number },
): Promise<void> {
  await sql`
    update work.source_poll
       set next_poll_at = clock_timestamp()
             + least(${maxMs}::float8, ${minMs}::float8 * 2 ^ least(failures, 20)) * interval '1 millisecond',
           added_at = null, failures = failures + 1
     where source_id = ${sourceId}`.execute(db)
}
