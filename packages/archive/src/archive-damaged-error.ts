import { DatelineError } from '@dateline/domain'

/** Stored bytes that do not give the sha256 they are stored under: a failing disk, or somebody else's hand. */
export class ArchiveDamagedError extends DatelineError {
  readonly code = 'ARCHIVE_DAMAGED'
  readonly retryable = false

  constructor(sha256: string, problem: string, options?: ErrorOptions) {
    super(`The archived bytes ${sha256} are damaged (${problem}): restore them from a backup.`, options)
  }
}
