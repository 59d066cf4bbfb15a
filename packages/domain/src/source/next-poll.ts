import { Cron } from 'croner'
import { sha256Hex } from '../ids.ts'
import type { Schedule } from './events.ts'

export type PollBounds = { minMs: number; maxMs: number }

export type PollHistory = {
  sourceId: string
  /** The interval chosen last time; null for the first poll. */
  intervalMs: number | null
  polls: number
  /** Failures in a row, this poll included. */
  failures: number
  foundNew: boolean
  /** What the source asks for (feed ttl, Cache-Control), or null. */
  askedMs: number | null
}

/** Where adaptive polling begins, before it knows the source. */
const FIRST_INTERVAL_MS = 15 * 60_000
/** News found: look twice as often. None: a little less often; three quiet polls undo one busy one (1.26³ ≈ 2). */
const SPEED_UP = 0.5
const SLOW_DOWN = 1.26
/** Spreads sources that were registered together: up to this share of the interval later. */
const JITTER_SHARE = 0.1

/**
 * How long to wait until a source is polled again, in milliseconds.
 *
 * @param now time of the poll that has just ended; only a cron schedule needs it.
 */
export function nextPollDelay(schedule: Schedule, history: PollHistory, bounds: PollBounds, now: Date): number {
  const clamp = (ms: number) => Math.min(Math.max(ms, bounds.minMs), bounds.maxMs)
  if (history.failures > 0) return jitter(clamp(bounds.minMs * 2 ** (history.failures - 1)), history)
  switch (schedule.kind) {
    case 'interval':
      return jitter(schedule.seconds * 1_000, history)
    case 'cron': {
      const next = new Cron(schedule.expression, { timezone: 'UTC' }).nextRun(now)
      return next === null ? bounds.maxMs : Math.max(next.getTime() - now.getTime(), bounds.minMs)
    }
    case 'adaptive': {
      const last = history.intervalMs ?? FIRST_INTERVAL_MS
      const wanted = last * (history.foundNew ? SPEED_UP : SLOW_DOWN)
      return jitter(clamp(Math.max(wanted, history.askedMs ?? 0)), history)
    }
  }
}

/** @returns a sentence that names what is wrong with a cron expression, or null. */
export function cronProblem(expression: string): string | null {
  try {
    return new Cron(expression, { timezone: 'UTC' }).nextRun(new Date(0)) === null ? 'it never comes due' : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Differs by source and poll, yet is the same when asked again. */
function jitter(ms: number, { sourceId, polls }: PollHistory): number {
  const share = Number.parseInt(sha256Hex(`${sourceId}:${polls}`).slice(0, 8), 16) / 0xffffffff
  return Math.round(ms * (1 + JITTER_SHARE * share))
}
