import { isUnavailable, type Witness } from '@dateline/database'
import type { Pool } from 'pg'
import { APPEND_GROUP, appendGroup, type GroupAnswer } from './append-group.ts'
import type { Appended, AppendRequest } from './append-request.ts'
import { hashLeaf } from './leaf.ts'
import { LogClosedError, LogOverloadedError, WrongVersionError } from './log-errors.ts'
import { createPipeline, type Pipeline } from './pipeline.ts'
import { retryPassing } from './retry-passing.ts'

/** Measured: larger groups gain nothing, and make everyone in them wait longer. */
const GROUP_EVENTS_MAX = 512
const GROUP_BYTES_MAX = 1_000_000
/** So many connections, each with one group at a time: while one waits for the disk, the other writes. More gain nothing. */
const GROUPS_WRITING_MAX = 2
/** A group costs as much as some five events besides what its events cost: two small ones are not worth it. */
const SECOND_GROUP_EVENTS_MIN = 16
/** Some seconds of work, and a bound on memory: what may wait besides the groups on their way. */
const WAITING: WaitingLimits = { appendsMax: 50_000, bytesMax: 256_000_000 }

export type WaitingLimits = { readonly appendsMax: number; readonly bytesMax: number }

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
 * Group commit: requests that arrive while a group is being written travel together in the next one. Requests of one stream keep
 * their order, one on its way at a time.
 *
 * Groups are committed without waiting for the disk, which lets the next writer in, and answered when they are on disk. A second
 * group is made ready here while the server writes the first, and is written on a connection of its own while the first waits for
 * the disk.
 *
 * @param onDurable told of each group that is on disk: the last event it wrote.
 */
export function createAppender(
  pool: Pool,
  onDurable: (last: Witness) => void,
  { appendsMax, bytesMax }: WaitingLimits = WAITING,
): Appender {
  let waiting: Waiting[] = []
  let waitingEvents = 0
  let waitingBytes = 0
  /** Sent, and not yet answered. */
  let writingEvents = 0
  let closed = false
  let scheduled = false
  /** Until they are answered. */
  const underWay = new Set<Promise<void>>()
  const busyStreams = new Set<string>()
  const pipelines = Array.from({ length: GROUPS_WRITING_MAX }, () => createPipeline(pool, APPEND_GROUP))
  const idle = [...pipelines]

  function start(): void {
    scheduled = false
    const isWorthIt = () => waitingEvents >= SECOND_GROUP_EVENTS_MIN || waitingBytes >= GROUP_BYTES_MAX
    while (waiting.length > 0 && (idle.length === GROUPS_WRITING_MAX || (idle.length > 0 && isWorthIt()))) {
      // An even share for each group: all in one would let the server stand still while the next is made ready, and the reverse.
      const share = Math.ceil((waitingEvents + writingEvents) / GROUPS_WRITING_MAX)
      const eventsMax = Math.min(Math.max(share, SECOND_GROUP_EVENTS_MIN), GROUP_EVENTS_MAX)
      const { group, rest } = nextGroup(waiting, busyStreams, eventsMax)
      if (group.length === 0) return
      waiting = rest
      send(group)
    }
  }

  function send(group: readonly Waiting[]): void {
    let events = 0
    for (const { request } of group) {
      busyStreams.add(request.stream)
      events += request.events.length
      waitingBytes -= request.bodyBytes
    }
    waitingEvents -= events
    writingEvents += events
    const pipeline = idle.pop()!
    const answering = write(pipeline, group, onDurable).then(() => {
      for (const { request } of group) busyStreams.delete(request.stream)
      underWay.delete(answering)
      writingEvents -= events
      idle.push(pipeline)
      start()
    })
    underWay.add(answering)
  }

  return {
    append(request) {
      if (closed) return Promise.reject(new LogClosedError())
      if (waiting.length >= appendsMax || waitingBytes >= bytesMax) {
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
      while (underWay.size > 0) await Promise.all(underWay)
      await Promise.all(pipelines.map((pipeline) => pipeline.close()))
    },
  }
}

function nextGroup(
  waiting: readonly Waiting[],
  busyStreams: ReadonlySet<string>,
  eventsMax: number,
): { group: Waiting[]; rest: Waiting[] } {
  const group: Waiting[] = []
  const skipped: Waiting[] = []
  const streams = new Set(busyStreams)
  let events = 0
  let bytes = 0
  for (const [index, entry] of waiting.entries()) {
    const { stream, events: added, bodyBytes } = entry.request
    const isFull = events + added.length > eventsMax || bytes + bodyBytes > GROUP_BYTES_MAX
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

/** Writes a group and answers those in it. Cut off half-way, all of it is done again: what is there is recognised. */
async function write(pipeline: Pipeline, group: readonly Waiting[], onDurable: (last: Witness) => void) {
  const requests = group.map(({ request }) => request)
  let answer: GroupAnswer
  try {
    answer = await retryPassing(() => appendGroup(pipeline, requests))
  } catch (error) {
    // A server that was away all this time is so for each of them.
    if (group.length === 1 || isUnavailable(error)) {
      for (const { reject } of group) reject(error)
      return
    }
    // Something in one of them that the database refuses: it must not take its neighbours with it.
    for (const entry of group) await write(pipeline, [entry], onDurable)
    return
  }
  let last: { request: AppendRequest; version: number; position: number } | null = null
  for (const [index, { request, resolve, reject }] of group.entries()) {
    const { outcome, version, position } = answer.requests[index]!
    if (outcome === 'wrong-version') {
      reject(new WrongVersionError(request.stream, request.expected!, version))
      continue
    }
    if (outcome === 'appended' && position > (last?.position ?? 0)) last = { request, version, position }
    resolve({
      firstVersion: version - request.events.length + 1,
      lastVersion: version,
      lastPosition: position,
      recordedAt: answer.recordedAt,
      wasThere: outcome === 'was-there',
    })
  }
  if (last === null) return
  const { request, version, position } = last
  const content = Buffer.from(request.events.at(-1)!.contentSha256, 'latin1').toString('hex')
  const leaf = hashLeaf(position, version, Date.parse(answer.recordedAt), content)
  onDurable({ position, leafSha256: leaf.toString('hex') })
}
