import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { appendGroup, type GroupAnswer } from './append-group.ts'
import type { Appended, AppendRequest } from './append-request.ts'
import { LogClosedError, LogOverloadedError, WrongVersionError } from './log-errors.ts'

/** Measured: larger groups gain nothing, and make everyone in them wait longer. */
const GROUP_EVENTS_MAX = 512
const GROUP_CHARS_MAX = 1_000_000
/** Some seconds of work, and a bound on memory. */
const WAITING_MAX = 50_000
const WAITING_CHARS_MAX = 256_000_000
/** A restart of Postgres takes seconds; the ids of the events make it safe to send the same group again. */
const ATTEMPTS_MAX = 8
const PAUSE_MS = 100
const PAUSE_MS_MAX = 5_000

export type Appender = {
  append(request: AppendRequest): Promise<Appended>
  /** Waits for what is under way; later appends are refused. */
  close(): Promise<void>
}

type Waiting = {
  readonly request: AppendRequest
  readonly resolve: (appended: Appended) => void
  readonly reject: (error: unknown) => void
}

/**
 * Group commit: requests that arrive while a commit is in flight travel together in the next one, so that waiting for the disk
 * is shared. Requests of one stream keep their order, one in a group.
 *
 * @param onCommit told of each commit: the last position it wrote.
 */
export function createAppender(pool: Pool, onCommit: (lastPosition: number) => void): Appender {
  let waiting: Waiting[] = []
  let waitingChars = 0
  let running: Promise<void> | null = null
  let closed = false

  async function run(): Promise<void> {
    // Everything that this turn of the event loop wants to append joins the first group.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const { group, rest } = nextGroup(waiting)
      waiting = rest
      for (const { request } of group) waitingChars -= request.bodyChars
      await commit(pool, group, onCommit)
    }
    running = null
  }

  return {
    append(request) {
      if (closed) return Promise.reject(new LogClosedError())
      if (waiting.length >= WAITING_MAX || waitingChars > WAITING_CHARS_MAX) {
        return Promise.reject(new LogOverloadedError(waiting.length))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject })
        waitingChars += request.bodyChars
        running ??= run()
      })
    },
    async close() {
      closed = true
      await running
    },
  }
}

function nextGroup(waiting: readonly Waiting[]): { group: Waiting[]; rest: Waiting[] } {
  const group: Waiting[] = []
  const rest: Waiting[] = []
  const streams = new Set<string>()
  let events = 0
  let chars = 0
  for (const [index, entry] of waiting.entries()) {
    const { request } = entry
    const isFull = events + request.events.length > GROUP_EVENTS_MAX || chars + request.bodyChars > GROUP_CHARS_MAX
    if (isFull && group.length > 0) {
      rest.push(...waiting.slice(index))
      break
    }
    if (streams.has(request.stream)) {
      rest.push(entry)
      continue
    }
    streams.add(request.stream)
    group.push(entry)
    events += request.events.length
    chars += request.bodyChars
  }
  return { group, rest }
}

async function commit(pool: Pool, group: readonly Waiting[], onCommit: (lastPosition: number) => void): Promise<void> {
  let answer: GroupAnswer
  try {
    answer = await sendGroup(pool, group)
  } catch (error) {
    if (group.length === 1) return group[0]!.reject(error)
    // Something in one of them that the database refuses: it must not take its neighbours with it.
    for (const entry of group) await commit(pool, [entry], onCommit)
    return
  }
  let lastPosition = 0
  for (const [index, { request, resolve, reject }] of group.entries()) {
    const outcome = answer.outcomes[index]!
    const lastVersion = answer.versions[index]!
    const position = answer.positions[index]!
    if (outcome === 'wrong-version') {
      reject(new WrongVersionError(request.stream, request.expected!, lastVersion))
      continue
    }
    if (outcome === 'appended') lastPosition = Math.max(lastPosition, position)
    resolve({
      firstVersion: lastVersion - request.events.length + 1,
      lastVersion,
      lastPosition: position,
      recordedAt: answer.recordedAt,
      wasThere: outcome === 'was-there',
    })
  }
  if (lastPosition > 0) onCommit(lastPosition)
}

async function sendGroup(pool: Pool, group: readonly Waiting[]): Promise<GroupAnswer> {
  const requests = group.map(({ request }) => request)
  for (let attempt = 1; ; attempt++) {
    try {
      return await appendGroup(pool, requests)
    } catch (error) {
      if (!isConnectionLost(error) || attempt >= ATTEMPTS_MAX) throw error
      await sleep(Math.min(PAUSE_MS * 2 ** (attempt - 1), PAUSE_MS_MAX))
    }
  }
}

/** Whether the server went away or is starting, so that nobody knows if the group was written. */
function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  if (code === undefined) return /connection/i.test(message ?? '')
  // Class 08: connection; 57P01 to 57P03: shut down, crashed, starting. The others are Node's names for a broken socket.
  return /^(08|57P0[123]$|ECONN|EPIPE$|ETIMEDOUT$)/.test(code)
}
