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
  /** What the source asks of those who poll it. */
  hints: PollHints
  /** A hub tells of its changes, and has done so: polls are only the net below. */
  isPushed: boolean
}

export type PollHints = {
  /** Time until which nothing new is to be expected: feed ttl, sy:updatePeriod, Cache-Control, Retry-After. */
  readonly askedMs: number | null
  /** Hours (0 to 23) and days ("Monday"), in UTC, in which nothing is published. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
}

export const NO_HINTS: PollHints = { askedMs: null, skipHours: [], skipDays: [] }

/** Where adaptive polling begins, before it knows the source. */
const FIRST_INTERVAL_MS = 15 * 60_000
/** News found: look twice as often. None: a little less often; three quiet polls undo one busy one (1.26³ ≈ 2). */
const SPEED_UP = 0.5
const SLOW_DOWN = 1.26
/** With a hub that pushes, polls only look for what it forgot. */
const PUSHED_FACTOR = 4
const HOUR_MS = 3_600_000
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** Spreads sources that were registered together: up to this share of the interval later. */
const JITTER_SHARE = 0.1

export type NextPoll = {
  readonly delayMs: number
  /** What to hand in as `history.intervalMs` next time: without what is asked for, skipped or pushed. */
  readonly intervalMs: number
}

/**
 * How long to wait until a source is polled again.
 *
 * An interval or cron schedule is kept as it is. An adaptive one follows what the source publishes and what it asks for, never
 * outside the bounds: who asks to be left alone for a year, or skips the weekend, is left alone for `maxMs`.
 *
 * @param now time of the poll that has just ended.
 */
export function nextPoll(schedule: Schedule, history: PollHistory, bounds: PollBounds, now: Date): NextPoll {
  const clamp = (ms: number) => Math.min(Math.max(ms, bounds.minMs), bounds.maxMs)
  const { hints, failures, isPushed } = history
  const lastMs = history.intervalMs ?? FIRST_INTERVAL_MS
  if (failures > 0) {
    const backOffMs = clamp(Math.max(bounds.minMs * 2 ** Math.min(failures - 1, 30), hints.askedMs ?? 0))
    return { delayMs: jitter(backOffMs, history), intervalMs: lastMs }
  }
  switch (schedule.kind) {
    case 'interval':
      return { delayMs: jitter(schedule.seconds * 1_000, history), intervalMs: schedule.seconds * 1_000 }
    case 'cron': {
      const next = new Cron(schedule.expression, { timezone: 'UTC' }).nextRun(now)
      const delayMs = next === null ? bounds.maxMs : Math.max(next.getTime() - now.getTime(), bounds.minMs)
      return { delayMs, intervalMs: delayMs }
    }
    case 'adaptive': {
      const intervalMs = clamp(lastMs * (history.foundNew ? SPEED_UP : SLOW_DOWN))
      const wantedMs = isPushed ? intervalMs * PUSHED_FACTOR : intervalMs
      const delayMs = jitter(clamp(Math.max(wantedMs, hints.askedMs ?? 0)), history)
      const skipMs = untilNotSkipped(hints, new Date(now.getTime() + delayMs))
      return { delayMs: Math.max(delayMs, Math.min(delayMs + skipMs, bounds.maxMs)), intervalMs }
    }
  }
}

/** From a time to the next hour in which the source publishes; 0: in this one, or it says that it never does. */
function untilNotSkipped({ skipHours, skipDays }: PollHints, time: Date): number {
  if (skipHours.length === 0 && skipDays.length === 0) return 0
  const isSkipped = (ms: number) => {
    const date = new Date(ms)
    return skipHours.includes(date.getUTCHours()) || skipDays.includes(WEEKDAYS[date.getUTCDay()]!)
  }
  if (!isSkipped(time.getTime())) return 0
  const nextHour = (Math.floor(time.getTime() / HOUR_MS) + 1) * HOUR_MS
  for (let hours = 0; hours < 168; hours++) {
    if (!isSkipped(nextHour + hours * HOUR_MS)) return nextHour + hours * HOUR_MS - time.getTime()
  }
  return 0
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
