import { BadInputError, DatelineError } from '@dateline/domain'

/** Who decides, and why: both stand in the record for ever. */
export type Correction = {
  /** Name or address of a person, e.g. "editor@desk.example". */
  readonly actor: string
  readonly reason: string
}

/** Which code grouped or compared articles, where a person did. */
export const BY_PERSON = 'person'

/** What a correction has led to. */
export type Corrected = {
  /** The story that goes on, or is new. */
  readonly storyId: string
  /** Of the last event this recorded; null: it was so already. */
  readonly position: number | null
}

/** Nothing is there under this id. */
export class UnknownIdError extends DatelineError {
  readonly code = 'NOT_FOUND'
  readonly retryable = false
}

/** The record stands otherwise than the request supposes. */
export class ConflictError extends DatelineError {
  readonly code = 'CONFLICT'
  readonly retryable = false
}

export const ACTOR_CHARS_MAX = 200
export const REASON_CHARS_MAX = 1_000

/** @throws {BadInputError} */
export function checkCorrection({ actor, reason }: Correction): Correction {
  return { actor: line('actor', actor, ACTOR_CHARS_MAX), reason: line('reason', reason, REASON_CHARS_MAX) }
}

/**
 * One line of text that a person has given.
 *
 * @throws {BadInputError} if it is empty or too long.
 */
export function line(what: string, text: string, charsMax: number): string {
  const trimmed = text.replace(/\s+/gu, ' ').trim()
  if (trimmed === '') throw new BadInputError(`The ${what} is empty: the record must say it.`)
  if (trimmed.length > charsMax) throw new BadInputError(`The ${what} is longer than ${charsMax} characters.`)
  return trimmed
}
