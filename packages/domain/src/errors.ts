/** Every error thrown on purpose. `code` is stable and documented; `message` is for people. */
export abstract class DatelineError extends Error {
  abstract readonly code: string
  /** True if the same call may succeed later: workers retry these and fail the others at once. */
  abstract readonly retryable: boolean

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** A command that makes no sense in the present state: a bug in the caller. */
export class IllegalCommandError extends DatelineError {
  readonly code = 'ILLEGAL_COMMAND'
  readonly retryable = false

  constructor(command: string, because: string) {
    super(`${command} refused: ${because}`)
  }
}

/** Input that a person or another system must correct: what was wrong, and what to do. */
export class BadInputError extends DatelineError {
  readonly code = 'BAD_INPUT'
  readonly retryable = false
}
