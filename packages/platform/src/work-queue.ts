import { DatelineError } from '@dateline/domain'
import { type FailedJob, type JobName, type Processor, work } from '@dateline/queue'
import { putOffPoll, recordDeadLetter, settleTask } from '@dateline/work-state'
import type { Platform } from './open-platform.ts'
import type { Running } from './service.ts'

/**
 * Runs a processor on a queue: what is done is struck off the wanted tasks, what is given up goes to the dead letters,
 * one log line each.
 */
export function workQueue<Name extends JobName>(
  { queues, database, logger, config }: Platform,
  name: Name,
  concurrency: number,
  processor: Processor<Name>,
): Promise<Running> {
  return work(queues, name, processor, {
    concurrency,
    lockMs: config.QUEUE_LOCK_MS,
    onRetry: ({ data, error: err, attempts }) =>
      logger.warn({ queue: name, ...(data as object), err, attempts }, 'job failed, will be tried again'),
    onDeadLetter: async (failed) => {
      const { data, error: err, attempts } = failed
      logger.error({ queue: name, ...(data as object), err, attempts }, 'job given up')
      const key = keyOf(failed)
      await recordDeadLetter(database.db, {
        queue: name,
        key,
        data: data as object,
        code: err instanceof DatelineError ? err.code : err.name,
        message: err.message,
        attempts,
      })
      if (name === 'poll-source') await putOffPoll(database.db, key, config.POLL_INTERVAL_MAX_MS)
      else await settleTask(database.db, name, key, data as object)
    },
    onError: (err) => logger.warn({ queue: name, err }, 'queue connection lost'),
  })
}

function keyOf({ data }: FailedJob): string {
  const { articleId, sourceId } = data as { articleId?: string; sourceId?: string }
  return articleId ?? sourceId ?? 'unknown'
}
