import { type Database, rememberDurable, rememberWitness } from '@dateline/database'
import type { NewEvent } from '@dateline/domain'
import { type Appended, type AppendOptions, type ExpectedVersion, prepareAppend } from './append-request.ts'
import { createAppender } from './appender.ts'
import { domainShapes, type EventShapes } from './event-shapes.ts'
import { retryPassing } from './retry-passing.ts'
import { wakeupsOf } from './wakeups.ts'

/** As in migrations/0002-log.ts. */
const PARTITION_POSITIONS = 2 ** 22

export type Log = {
  readonly database: Database
  readonly shapes: EventShapes
  /**
   * Records events at the end of a stream, durably, all or none. The same append again gives the first one's answer.
   *
   * @param expectedVersion where the stream must stand; a decision made on a state names the version it was read at.
   * @throws {WrongVersionError} the stream stands elsewhere.
   * @throws {InvalidEventError} before anything is sent.
   * @throws {LogOverloadedError} too many appends are waiting.
   */
  append(
    stream: string,
    expectedVersion: ExpectedVersion,
    events: readonly NewEvent[],
    options: AppendOptions,
  ): Promise<Appended>
  /** Waits for the appends under way; later ones are refused. Does not close the database. */
  close(): Promise<void>
}

export type LogOptions = {
  /** Default: the domain's events. */
  readonly shapes?: EventShapes
  /** Told when making the next partition failed: there are millions of positions left, but somebody should look. */
  readonly onError?: (error: Error) => void
}

/** One per process: appends of the same process share commits. */
export async function openLog(database: Database, options: LogOptions = {}): Promise<Log> {
  const { shapes = domainShapes, onError = () => {} } = options
  const wakeups = wakeupsOf(database.pool)
  const createPartitions = () => database.pool.query('select log.create_partitions_ahead()')
  await retryPassing(createPartitions)
  let partition = -1
  const appender = createAppender(database.pool, (witness) => {
    const lastPosition = witness.position
    rememberDurable(database.pool, lastPosition)
    rememberWitness(database.pool, witness)
    wakeups.announce(lastPosition)
    const current = Math.floor(lastPosition / PARTITION_POSITIONS)
    if (current === partition) return
    partition = current
    createPartitions().catch(onError)
  })
  return {
    database,
    shapes,
    // Not async: what is wrong with the request is thrown inside the promise, and a good one costs no extra turn.
    append(stream, expectedVersion, events, appendOptions) {
      try {
        return appender.append(prepareAppend(shapes, stream, expectedVersion, events, appendOptions))
      } catch (error) {
        return Promise.reject(error)
      }
    },
    close: () => appender.close(),
  }
}
