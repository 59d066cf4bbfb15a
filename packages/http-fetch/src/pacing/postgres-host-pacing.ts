import { randomUUID } from 'node:crypto'
import type { Database } from '@dateline/database'
import type { HostManners, HostPacing, Turn, TurnLater } from './host-pacing.ts'

/**
 * Nobody is told to come back later than this because of others; a host with more waiting than fit in it is asked again and
 * again, at a rate of its queue's length over this.
 */
const WAIT_MS_MAX = 10 * 60 * 1000

/** Of those who wait for a request of unknown length, none asks more often. */
const WAIT_MS_MIN = 10

/** A queue of waiting times that nobody came for is forgotten once the host has been idle for this much over its gap. */
const IDLE_MS = 5_000

/**
 * For this one transaction: turns do not wait for the disk. A crash of Postgres itself may forget those of its last second,
 * and takes longer than that to come back.
 */
const RELAXED = `set_config('synchronous_commit', 'off', true)`

/**
 * One row a host and one statement a turn. All times are the database's clock, read after the row is locked.
 *
 * A turn is given where the gap has passed and fewer than `in_flight_max` are running. Otherwise the next free place in the
 * row's queue of waiting times is handed out; places are one gap and one usual request apart.
 */
const TAKE_TURN = `
  insert into work.host_pacing as h (host, next_turn_at, leases, leased_until, queue_ends_at)
  values ($1, clock_timestamp() + $3 * interval '1 ms', array[$2::uuid], clock_timestamp() + $4 * interval '1 ms', 'epoch')
  on conflict (host) do update set (next_turn_at, leases, leased_until, queue_ends_at) = (
    select
      case when is_free then at + $3 * interval '1 ms' else h.next_turn_at end,
      case when is_free then case when has_lapsed then array[$2::uuid] else h.leases || $2::uuid end else h.leases end,
      case when is_free then at + $4 * interval '1 ms' else h.leased_until end,
      case when is_free and (h.queue_ends_at <= at or h.next_turn_at + ($3 + ${IDLE_MS}) * interval '1 ms' < at) then 'epoch'
           when is_free then h.queue_ends_at
           else greatest(at + ${WAIT_MS_MIN} * interval '1 ms',
                  least(at + ${WAIT_MS_MAX} * interval '1 ms', h.queue_ends_at + ($3 + h.usual_ms) * interval '1 ms'),
                  h.next_turn_at + case when is_busy then h.usual_ms else 0 end * interval '1 ms') end
    from (select at, has_lapsed, is_busy, h.next_turn_at <= at and not is_busy as is_free
          from (select at, h.leased_until <= at as has_lapsed,
                       h.leased_until > at and cardinality(h.leases) >= $5 as is_busy
                from (select clock_timestamp() as at) c) l) f)
  returning leases @> array[$2::uuid] as "isTurn",
            greatest(0, extract(epoch from queue_ends_at - clock_timestamp()) * 1000)::float8 as "waitMs", ${RELAXED}`

/** Only who holds the lease ends it: a process thought dead cannot end the turn of its successor. */
const END_TURN = `
  update work.host_pacing set
    next_turn_at = greatest(next_turn_at, clock_timestamp() + greatest($3::float8, $4::float8) * interval '1 ms'),
    usual_ms = usual_ms * 0.8 + 0.2 * least(60000, greatest(0,
      extract(epoch from clock_timestamp() - (next_turn_at - $3::float8 * interval '1 ms')) * 1000)),
    leases = array_remove(leases, $2::uuid)
  where host = $1 and leases @> array[$2::uuid]
  returning ${RELAXED}`

/**
 * Turns shared by every process on one database.
 *
 * @param inFlightMax requests a host may have running at the same time.
 */
export function openHostPacing({ pool }: Pick<Database, 'pool'>, inFlightMax = 1): HostPacing {
  return {
    async takeTurn(host: string, { gapMs, leaseMs }: HostManners): Promise<Turn | TurnLater> {
      const lease = randomUUID()
      const { rows } = await pool.query<{ isTurn: boolean; waitMs: number }>({
        name: 'take-turn',
        text: TAKE_TURN,
        values: [host, lease, gapMs, leaseMs, inFlightMax],
      })
      const { isTurn, waitMs } = rows[0]!
      return isTurn ? { kind: 'turn', host, lease, gapMs } : { kind: 'later', waitMs }
    },

    async endTurn({ host, lease, gapMs }: Turn, restMs: number): Promise<void> {
      await pool.query({ name: 'end-turn', text: END_TURN, values: [host, lease, gapMs, restMs] })
    },
  }
}
