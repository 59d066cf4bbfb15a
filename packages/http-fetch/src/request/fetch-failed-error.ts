import { DatelineError } from '@dateline/domain'
import { FETCH_REASONS, type FetchFailure } from '../fetch-reasons.ts'

/** Carries a failure up through sockets and streams to the fetch, which turns it into a value. */
export class FetchFailedError extends DatelineError {
  readonly code = 'FETCH_FAILED'
  readonly retryable: boolean
  readonly failure: FetchFailure

  constructor(failure: FetchFailure, options?: ErrorOptions) {
    super(`${failure.reason}: ${failure.detail}`, options)
    this.failure = failure
    this.retryable = FETCH_REASONS[failure.reason].retryable
  }
}
