import { DatelineError } from '@dateline/domain'

/** Whoever takes this job in hand ends, or falls silent: it is kept away from the others. */
export class WorkerLostError extends DatelineError {
  readonly code = 'WORKER_LOST'
  readonly retryable = false

  constructor(times: number) {
    super(
      `The worker ended ${times} times with this job in hand, each time without an answer: it is killed by it, runs out of memory, or its event loop stands still.`,
    )
  }
}
