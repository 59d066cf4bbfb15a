import type { Pool } from 'pg'
import { appendGroup, type GroupAnswer } from './append-group.ts'
import type { Appended, AppendRequest } from './append-request.ts'
import { LogClosedError, LogOverloadedError, WrongVersionError } from './log-errors.ts'
import { retryWhileUnreachable } from './retry-while-unreachable.ts'

/** Measured: larger groups gain nothing, and make everyone in them wait longer. */
const GROUP_EVENTS_MAX = 512
const GROUP_BYTES_MAX = 1_000_000
const GROUPS_IN_FLIGHT_MAX = 2
/** A group costs as much as some ten events besides what its events cost: two small ones are not worth it. */
const SECOND_GROUP_EVENTS_MIN = 16
/** Some seconds of work, and a bound on memory. */
const WAITING_MAX = 50_000
const WAITING_BYTES_MAX = 256_000_000

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
 * A second group is made ready here while the server writes the first, so that neither waits for the other.
 *
 * @param onCommit told of each commit: the last position it wrote.
 */
export function createAppender(pool: Pool, onCommit: (lastPosition: number) => void): Appender {
  let waiting: Waiting[] = []
  let waitingEvents = 0
  let waitingBytes = 0
  let closed = false
  let scheduled = false
  const inFlight = new Set<Promise<void>>()
  const busyStreams = new Set<string>()

  function start(): void {
    scheduled = false
    const isWorthIt = () => waitingEvents >= SECOND_GROUP_EVENTS_MIN || waitingBytes >= GROUP_BYTES_MAX
    while (waiting.length > 0 && (inFlight.size === 0 || (inFlight.size < GROUPS_IN_FLIGHT_MAX && isWorthIt()))) {
      const { group, rest } = nextGroup(waiting, busyStreams)
      if (group.length === 0) return
      waiting = rest
      for (const { request } of group) {
        busyStreams.add(request.stream)
        waitingEvents -= request.events.length
        waitingBytes -= request.bodyBytes
      }
      const committing = commit(pool, group, onCommit).then(() => {
        for (const { request } of group) busyStreams.delete(request.stream)
        inFlight.delete(committing)
        start()
      })
      inFlight.add(committing)
    }
  }

  return {
    append(request) {
      if (closed) return Promise.reject(new LogClosedError())
      if (waiting.length >= WAITING_MAX || waitingBytes > WAITING_BYTES_MAX) {
        return Promise.reject(new LogOverloadedError(waiting.length))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject })
        waitingEvents += request.events.length
        waitingBytes += request.bodyBytes
        if (scheduled) return
        // Everything that this turn of the event loop wants to append joins the group.
        scheduled = true
        setImmediate(start)
      })
    },
    async close() {
      closed = true
      if (scheduled) await new Promise(setImmediate)
      while (inFlight.size > 0) await Promise.all(inFlight)
    },
  }
}

function nextGroup(
  waiting: readonly Waiting[],
  busyStreams: ReadonlySet<string>,
): { group: Waiting[]; rest: Waiting[] } {
  const group: Waiting[] = []
  const skipped: Waiting[] = []
  const streams = new Set(busyStreams)
  let events = 0
  let bytes = 0
  for (const [index, entry] of waiting.entries()) {
    const { stream, events: added, bodyBytes } = entry.request
    const isFull = events + added.length > GROUP_EVENTS_MAX || bytes + bodyBytes > GROUP_BYTES_MAX
    if (isFull && group.length > 0) return { group, rest: skipped.concat(waiting.slice(index)) }
    if (streams.has(stream)) {
      skipped.push(entry)
      continue
    }
    streams.add(stream)
    group.push(entry)
    events += added.length
    bytes += bodyBytes
  }
  return { group, rest: skipped }
}

async function commit(pool: Pool, group: readonly Waiting[], onCommit: (lastPosition: number) => void): Promise<void> {
  let answer: GroupAnswer
  try {
    answer = await retryWhileUnreachable(() =>
      appendGroup(
        pool,
        group.map(({ request }) => request),
      ),
    )
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
