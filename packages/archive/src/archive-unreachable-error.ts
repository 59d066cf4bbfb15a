import { DatelineError } from '@dateline/domain'

/** The server that keeps the bytes cannot be used just now, or refuses us. */
export class ArchiveUnreachableError extends DatelineError {
  readonly code = 'ARCHIVE_UNREACHABLE'
  readonly retryable = true

  constructor(place: string, problem: string, options?: ErrorOptions) {
    super(`The archive at ${place} cannot be used: ${problem}`, options)
  }
}
