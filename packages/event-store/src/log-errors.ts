import { DatelineError } from '@dateline/domain'

/** The stream has moved on since it was read: read it again and decide anew. */
export class WrongVersionError extends DatelineError {
  readonly code = 'WRONG_VERSION'
  readonly retryable = true
  readonly stream: string
  readonly expected: number
  readonly found: number

  constructor(stream: string, expected: number, found: number) {
    super(`${stream} is at version ${found}, not ${expected}`)
    this.stream = stream
    this.expected = expected
    this.found = found
  }
}

/** More appends are waiting than memory should hold: slow down and try again. */
export class LogOverloadedError extends DatelineError {
  readonly code = 'LOG_OVERLOADED'
  readonly retryable = true

  constructor(waiting: number) {
    super(
      `${waiting} appends are waiting for the log, and it takes no more until some are written: send fewer at a time and try again. ` +
        'If none are written, see in pg_stat_activity what the sessions of the database wait for',
    )
  }
}

/** The log was closed before this append was written. */
export class LogClosedError extends DatelineError {
  readonly code = 'LOG_CLOSED'
  readonly retryable = true

  constructor() {
    super('The log is closed: nothing more is appended by this process')
  }
}

/** An event that must not be recorded as it is: a bug in the caller. */
export class InvalidEventError extends DatelineError {
  readonly code = 'INVALID_EVENT'
  readonly retryable = false

  constructor(what: string, because: string) {
    super(`${what} refused: ${because}`)
  }
}

/** A proof was asked for of what the log does not hold, or not yet under a signed head. */
export class NotInLogError extends DatelineError {
  readonly code = 'NOT_IN_LOG'
  readonly retryable = false
}

/**
 * The log holds an event of a shape that this release does not know: it was written by a newer one. In a rolling upgrade a
 * worker of that release takes the job the next time.
 */
export class UnknownEventError extends DatelineError {
  readonly code = 'UNKNOWN_EVENT'
  readonly retryable = true
  readonly position: number

  constructor(position: number, type: string, schemaVersion: number) {
    super(`Event ${position} is a ${type} of shape ${schemaVersion}, which this release does not know: run a newer one`)
    this.position = position
  }
}

/**
 * Events that were on disk are gone, or others stand in their places: a standby was promoted that had not received them, an older
 * backup was restored, somebody cut the log short, or it is another log than the one that the event is known from.
 */
export class LogShortenedError extends DatelineError {
  readonly code = 'LOG_SHORTENED'
  readonly retryable = false
  readonly seen: number
  /** null: not asked for, but before `seen`. */
  readonly head: number | null

  /** @param where that event is known from. */
  constructor(seen: number, head: number | null, where: string) {
    const what =
      head === null || head < seen
        ? `ends ${head === null ? 'before it' : `at event ${head}`}, and event ${seen} was there`
        : `has another event ${seen} than was there before`
    super(
      `The log ${what} (known from ${where}): recorded events are lost here. Was a standby promoted that lagged behind, an ` +
        'older backup restored, or a new database begun beside an old Redis or data folder? Nothing more is read or written, so that the server that has them can be brought back: see docs/guides/back-up-and-restore.md',
    )
    this.seen = seen
    this.head = head
  }
}
