import type { Db } from '@dateline/database'
import { sql } from 'kysely'

export type PushState = 'wanted' | 'asked' | 'verified' | 'refused' | 'ending' | 'ended'

/** A subscription as people may see it: without its secret and its callback address. */
export type PushSubscription = {
  hub: string
  topic: string
  state: PushState
  /** Why it is refused, or ends. */
  because: string | null
  leaseUntil: Date | null
  lastPushAt: Date | null
  pushes: number
  /** Deliveries whose signature was missing or wrong. */
  forgeries: number
}

/** What the hub has to be asked. */
export type DueSubscription = {
  callback: string
  sourceId: string
  hub: string
  topic: string
  secret: string
  mode: 'subscribe' | 'unsubscribe'
  failures: number
}

const columns = sql.raw(`
  hub, topic, state, because, lease_until as "leaseUntil", last_push_at as "lastPushAt", pushes::float8 as pushes,
  forgeries::float8 as forgeries`)

/** Whoever claims a subscription and dies loses it to another after this. */
const CLAIM = '5 minutes'
/** A hub that accepts a request and never asks back is asked again after this. */
const VERIFY_WITHIN = '1 hour'
/** A hub is asked to renew when this share of its lease is left. */
const RENEW_SHARE = 0.25
/** However often a hub pushes, its feed is not asked more often than this. */
const PUSHED_POLL_GAP = '15 seconds'

export type Hub = { hub: string; topic: string }

/**
 * The feed names this hub, or none: subscribes to it, and ends what was subscribed to before. Asked at every poll: nothing is
 * written where nothing is new.
 *
 * @param fresh names a new subscription: 128 random bits for its address, 256 for its secret, in hex.
 */
export async function wantSubscription(
  db: Db,
  sourceId: string,
  wanted: Hub | null,
  fresh: { callback: string; secret: string },
): Promise<void> {
  if (wanted !== null) {
    await sql`
      insert into work.push_subscription as s (callback, source_id, hub, topic, secret)
      select ${fresh.callback}, source_id, ${wanted.hub}, ${wanted.topic}, ${fresh.secret}
        from work.source_poll where source_id = ${sourceId} and not paused
      on conflict (source_id, hub, topic) do update
        set state = 'wanted', because = null, due_at = clock_timestamp(), failures = 0
        where s.state in ('ending', 'ended')`.execute(db)
  }
  await sql`
    update work.push_subscription
       set state = 'ending', because = 'the feed no longer names this hub', due_at = clock_timestamp(), failures = 0
     where source_id = ${sourceId} and state not in ('ending', 'ended')
       and (${wanted === null} or hub <> ${wanted?.hub ?? ''} or topic <> ${wanted?.topic ?? ''})`.execute(db)
}

const PAUSED = 'the source is paused'

/** A paused source is subscribed to nothing; a resumed one to what it was. */
export async function pauseSubscriptions(db: Db, sourceId: string, paused: boolean): Promise<void> {
  if (paused) {
    await sql`
      update work.push_subscription set state = 'ending', because = ${PAUSED}, due_at = clock_timestamp(), failures = 0
       where source_id = ${sourceId} and state not in ('ending', 'ended')`.execute(db)
  } else {
    await sql`
      update work.push_subscription set state = 'wanted', because = null, due_at = clock_timestamp(), failures = 0
       where source_id = ${sourceId} and state in ('ending', 'ended') and because = ${PAUSED}`.execute(db)
  }
}

/** Claims subscriptions whose hub is to be asked: new ones, ones to renew, ones to end. */
export async function claimDueSubscriptions(db: Db, limit: number): Promise<DueSubscription[]> {
  const { rows } = await sql<DueSubscription>`
    with due as (
      select callback from work.push_subscription where due_at <= clock_timestamp()
       order by due_at limit ${limit} for update skip locked)
    update work.push_subscription s set due_at = clock_timestamp() + ${CLAIM}::interval
      from due where s.callback = due.callback
    returning s.callback, source_id as "sourceId", hub, topic, secret, failures,
              case when state = 'ending' then 'unsubscribe' else 'subscribe' end as mode`.execute(db)
  return rows
}

/** The hub has accepted the request and will ask back. What is verified stays so while it is renewed. */
export async function recordAsked(db: Db, callback: string): Promise<void> {
  await sql`
    update work.push_subscription
       set state = case when state = 'wanted' or state = 'refused' then 'asked' else state end, failures = 0,
           because = case when state = 'ending' then because end, due_at = clock_timestamp() + ${VERIFY_WITHIN}::interval
     where callback = ${callback}`.execute(db)
}

/**
 * The hub could not be asked, or said no.
 *
 * @param delayMs until it is asked again; null: it is not. An ending subscription is then over: its lease ends by itself.
 */
export async function recordRefused(db: Db, callback: string, because: string, delayMs: number | null): Promise<void> {
  await sql`
    update work.push_subscription
       set failures = failures + 1,
           -- Why it ends decides on whether it begins again.
           because = case when state = 'ending' then because else ${because} end,
           due_at = clock_timestamp() + ${delayMs}::float8 * interval '1 millisecond',
           state = case when state = 'ending' then case when ${delayMs === null} then 'ended' else state end
                        -- A lease that still runs is not lost with one failed renewal.
                        when state = 'verified' and lease_until > clock_timestamp() and ${delayMs !== null} then state
                        else 'refused' end
     where callback = ${callback}`.execute(db)
}

/**
 * Verification of intent: the hub asks whether it was us who asked.
 *
 * @returns false if it was not: answer 404.
 */
export async function confirmIntent(
  db: Db,
  callback: string,
  { mode, topic, leaseS }: { mode: 'subscribe' | 'unsubscribe'; topic: string; leaseS: number },
): Promise<boolean> {
  const { rows } =
    mode === 'subscribe'
      ? await sql`
          update work.push_subscription
             set state = 'verified', because = null, failures = 0,
                 lease_until = clock_timestamp() + ${leaseS} * interval '1 second',
                 due_at = clock_timestamp() + ${leaseS * (1 - RENEW_SHARE)} * interval '1 second'
           where callback = ${callback} and topic = ${topic} and state in ('asked', 'verified', 'wanted')
          returning 1`.execute(db)
      : await sql`
          update work.push_subscription set state = 'ended', due_at = null, lease_until = null
           where callback = ${callback} and topic = ${topic} and state in ('ending', 'ended') returning 1`.execute(db)
  return rows.length > 0
}

/** The hub says that it will not, or no longer. It is asked again after a day. */
export async function recordDenied(db: Db, callback: string, because: string): Promise<boolean> {
  const { rows } = await sql`
    update work.push_subscription
       set state = case when state in ('ending', 'ended') then 'ended' else 'refused' end,
           because = case when state in ('ending', 'ended') then because else ${because} end,
           lease_until = null,
           due_at = case when state in ('ending', 'ended') then null else clock_timestamp() + interval '1 day' end
     where callback = ${callback} returning 1`.execute(db)
  return rows.length > 0
}

/** Null: nobody has subscribed under this address, or no longer does. */
export async function secretOf(db: Db, callback: string): Promise<string | null> {
  const { rows } = await sql<{ secret: string }>`
    select secret from work.push_subscription where callback = ${callback} and state <> 'ended'`.execute(db)
  return rows[0]?.secret ?? null
}

export async function recordForgery(db: Db, callback: string): Promise<void> {
  await sql`update work.push_subscription set forgeries = forgeries + 1 where callback = ${callback}`.execute(db)
}

/**
 * A push with the right signature: its source is due, though not sooner than PUSHED_POLL_GAP after its last poll.
 *
 * @returns the source.
 */
export async function recordPush(db: Db, callback: string): Promise<string | null> {
  const { rows } = await sql<{ sourceId: string }>`
    with pushed as (
      update work.push_subscription set pushes = pushes + 1, last_push_at = clock_timestamp()
       where callback = ${callback} and state in ('asked', 'verified') returning source_id)
    update work.source_poll p
       set plan = plan + 1, next_poll_at = least(p.next_poll_at,
             greatest(clock_timestamp(), p.last_polled_at + ${PUSHED_POLL_GAP}::interval))
      from pushed where p.source_id = pushed.source_id and not p.paused
    returning p.source_id as "sourceId"`.execute(db)
  return rows[0]?.sourceId ?? null
}

/** The subscription of a source that matters most: one that runs before one that has ended. */
export async function subscriptionOf(db: Db, sourceId: string): Promise<PushSubscription | null> {
  const { rows } = await sql<PushSubscription>`
    select ${columns} from work.push_subscription where source_id = ${sourceId}
     order by state = 'verified' desc, state in ('asked', 'wanted') desc, created_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

export async function countSubscriptions(db: Db): Promise<{ state: PushState; count: number }[]> {
  const { rows } = await sql<{ state: PushState; count: number }>`
    select state, count(*)::int as count from work.push_subscription group by state order by state`.execute(db)
  return rows
}
