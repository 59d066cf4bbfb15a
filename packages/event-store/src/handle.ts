import type { Decider, NewEvent, Recorded } from '@dateline/domain'
import type { AppendOptions } from './append-request.ts'
import { eventIdOf } from './event-id.ts'
import { WrongVersionError } from './log-errors.ts'
import type { Log } from './open-log.ts'
import { readStream } from './read.ts'

/** Two workers on one article are rare, ten times in a row they are a bug. */
const ATTEMPTS_MAX = 10

/**
 * Reads a stream, decides a command on its state, and appends what follows from it at the version that was read.
 *
 * @returns the events recorded because of `cause`: now, or by an earlier attempt of the same; none if the command changes
 *   nothing.
 * @throws {IllegalCommandError} from the decider.
 * @throws {WrongVersionError} others kept appending to this stream.
 */
export async function handle<State, Command, Event extends NewEvent>(
  log: Log,
  decider: Decider<State, Command, Event>,
  stream: string,
  command: Command,
  options: AppendOptions,
): Promise<Recorded<Event>[]> {
  for (let attempt = 1; ; attempt++) {
    const history = await readStream<Event>(log.database, stream, { shapes: log.shapes })
    const earlier = findEarlier(history, stream, options.cause)
    if (earlier.length > 0) return earlier
    // A withdrawn event keeps its place, but what it said is gone.
    const state = history.filter(({ withdrawn }) => !withdrawn).reduce<State>(decider.evolve, decider.initial)
    const events = decider.decide(command, state)
    if (events.length === 0) return []
    try {
      const appended = await log.append(stream, history.length, events, options)
      if (appended.wasThere) continue
      return events.map((event, index) => ({
        ...event,
        position: appended.lastPosition - events.length + 1 + index,
        stream,
        version: appended.firstVersion + index,
        eventId: eventIdOf(options.cause, stream, index),
        recordedAt: appended.recordedAt,
        cause: options.cause,
      }))
    } catch (error) {
      if (!(error instanceof WrongVersionError) || attempt >= ATTEMPTS_MAX) throw error
    }
  }
}

/** What an attempt with the same cause recorded, e.g. one whose answer was lost when its process died. */
function findEarlier<Event extends NewEvent>(
  history: readonly Recorded<Event>[],
  stream: string,
  cause: string,
): Recorded<Event>[] {
  const firstId = eventIdOf(cause, stream, 0)
  const first = history.findIndex(({ eventId }) => eventId === firstId)
  if (first === -1) return []
  const rest = history.slice(first)
  const end = rest.findIndex(({ eventId }, index) => eventId !== eventIdOf(cause, stream, index))
  return end === -1 ? rest : rest.slice(0, end)
}
