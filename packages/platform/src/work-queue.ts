import { DatelineError, nextRetryDelay } from '@dateline/domain'
import { BadJobError, type FailedJob, isRetryable, type JobName, type Processor, work } from '@dateline/queue'
import { isWanted, putOffPoll, putOffTask, recordDeadLetter, settleTask } from '@dateline/work-state'
import { guardWorker } from './guard-worker.ts'
import { keyOf } from './job-key.ts'
import type { Platform } from './open-platform.ts'
import type { Running } from './service.ts'
import { waitForDatabase } from './wait-for-database.ts'

/**
 * Runs a processor on a queue: what its own attempts could not do is put off, what is given up goes to the dead letters,
 * one log line each.
 */
export function workQueue<Name extends JobName>(
  platform: Platform,
  name: Name,
  concurrency: number,
  processor: Processor<Name>,
): Promise<Running> {
  const { queues, logger, config } = platform
  return work(queues, name, waitForDatabase(platform, name, guardWorker(platform, name, processor)), {
    concurrency,
    lockMs: config.QUEUE_LOCK_MS,
    onRetry: ({ data, error: err, attempts }) =>
      logger.warn({ queue: name, ...(data as object), err, attempts }, 'job failed, will be tried again'),
    onDeadLetter: async (failed) => {
      const { data, error: err, attempts } = failed
      if (await putOff(platform, failed)) {
        logger.warn({ queue: name, ...(data as object), err, attempts }, 'job failed again, put off')
      } else {
        logger.error({ queue: name, ...(data as object), err, attempts }, 'job given up')
        await giveUp(platform, failed)
      }
    },
    onError: (err) => logger.warn({ queue: name, err }, 'queue error, the worker goes on by itself'),
  })
}

/**
 * What outlasts the attempts of a job and may pass is tried again, minutes and hours later, before it is given up. A job whose
 * data does not fit may be one of a newer release, unless nobody wants it.
 */
async function putOff({ database, config }: Platform, { name, data, error, attempts }: FailedJob): Promise<boolean> {
  if (!isRetryable(error)) return false
  if (error instanceof BadJobError && !(await isWanted(database.db, name, keyOf(data)))) return false
  if (name === 'poll-source') {
    const { POLL_INTERVAL_MIN_MS: minMs, POLL_INTERVAL_MAX_MS: maxMs } = config
    await putOffPoll(database.db, keyOf(data), { minMs, maxMs })
    return true
  }
  return putOffTask(database.db, name, keyOf(data), nextRetryDelay, attempts)
}

async function giveUp({ database, config }: Platform, { name, data, error, attempts }: FailedJob): Promise<void> {
  const key = keyOf(data)
  const wanted = await isWanted(database.db, name, key)
  await recordDeadLetter(database.db, {
    queue: name,
    key,
    data: data as object,
    code: error instanceof DatelineError ? error.code : error.name,
    message: error.message,
    // Those of a task that was to be put off have been counted then.
    attempts: isRetryable(error) && wanted ? 0 : attempts,
  })
  if (!wanted) return
  const maxMs = config.POLL_INTERVAL_MAX_MS
  if (name === 'poll-source') await putOffPoll(database.db, key, { minMs: maxMs, maxMs })
  else await settleTask(database.db, name, key, data as object)
}
