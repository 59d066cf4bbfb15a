import { DatelineError } from '@dateline/domain'

/** Another process is rebuilding the same view. */
export class RebuildRunningError extends DatelineError {
  readonly code = 'REBUILD_RUNNING'
  readonly retryable = true

  constructor(name: string) {
    super(`View ${name} is being rebuilt by another process: wait for it, or end it.`)
  }
}
