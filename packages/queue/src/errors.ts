import { DatelineError } from '@dateline/domain'

/** The queue server is reachable but set up so that jobs could silently vanish. */
export class QueueServerError extends DatelineError {
  readonly code = 'QUEUE_SERVER'
  readonly retryable = false
}

/** A job whose data does not fit its schema: foreign, or of a newer release, whose worker may take it the next time. */
export class BadJobError extends DatelineError {
  readonly code = 'BAD_JOB'
  readonly retryable = true
}
