import type { Queue } from 'bullmq'
import { type Backend, type OnError, postgresBackend, REDIS_SILENCE_MS, redisBackend } from './backend.ts'
import { type Job, type JobName, jobId, jobNames } from './jobs.ts'
import { ATTEMPTS_MAX, BACKOFF_FIRST_MS } from './retry-policy.ts'

/** One call to the queue server carries at most this many jobs. */
const JOBS_PER_CALL_MAX = 500

export type JobCounts = { waiting: number; active: number; delayed: number; failed: number }

export type Queues = {
  readonly backend: Backend
  /** Adds jobs; one that is already waiting or running is not added again. */
  add(jobs: readonly Job[]): Promise<void>
  /**
   * Adds jobs that were added long ago and have not been done. One that waits for its time waits no longer: times in a queue are
   * those of the worker's clock that set them, and where that was put back, or was fast, they may be hours away.
   */
  addAgain(jobs: readonly Job[]): Promise<void>
  counts(): Promise<Record<JobName, JobCounts>>
  close(): Promise<void>
}

/**
 * Opens the queues on Redis, or, without a `redisUrl`, on Postgres.
 *
 * @param redisSilenceMs after so long without an answer a connection to Redis is opened anew.
 * @param onError hears of every lost connection; BullMQ reconnects by itself.
 * @throws {QueueServerError} for a Redis that could lose jobs silently.
 */
export async function openQueues(
  {
    redisUrl,
    postgresUrl,
    redisSilenceMs = REDIS_SILENCE_MS,
  }: { redisUrl?: string | undefined; postgresUrl: string; redisSilenceMs?: number },
  onError: OnError,
): Promise<Queues> {
  const backend = await (redisUrl === undefined
    ? postgresBackend(postgresUrl, onError)
    : redisBackend(redisUrl, onError, redisSilenceMs))
  const queues = new Map<JobName, Queue>()
  for (const name of jobNames) {
    const queue = backend.queue(name)
    queue.on('error', (error) => onError(error, name))
    queues.set(name, queue)
  }
  await Promise.all([...queues.values()].map((queue) => queue.waitUntilReady()))
  return {
    backend,
    add: (jobs) => addJobs(queues, jobs),
    async addAgain(jobs) {
      const lost: Job[] = []
      for (const job of jobs) if (!(await wake(queues.get(job.name)!, job))) lost.push(job)
      await addJobs(queues, lost)
    },
    counts: () => countJobs(queues),
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await backend.close()
    },
  }
}

async function addJobs(queues: ReadonlyMap<JobName, Queue>, jobs: readonly Job[]): Promise<void> {
  for (const [name, queue] of queues) {
    const mine = jobs.filter((job) => job.name === name)
    for (let start = 0; start < mine.length; start += JOBS_PER_CALL_MAX) {
      await queue.addBulk(
        mine.slice(start, start + JOBS_PER_CALL_MAX).map((job) => ({
          name,
          data: job.data,
          opts: {
            jobId: jobId(job),
            attempts: ATTEMPTS_MAX,
            backoff: { type: 'exponential', delay: BACKOFF_FIRST_MS, jitter: 0.5 },
            // A record that stays would silently swallow the same job next time; what failed is kept in Postgres.
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      )
    }
  }
}

/** @returns false: no such job waits for a time. */
async function wake(queue: Queue, job: Job): Promise<boolean> {
  const waiting = await queue.getJob(jobId(job))
  if (waiting === undefined || !(await waiting.isDelayed())) return false
  await waiting.promote().catch((error: Error) => {
    // Its time has come in the meantime.
    if (!error.message.includes('is not in the delayed state')) throw error
  })
  return true
}

async function countJobs(queues: ReadonlyMap<JobName, Queue>): Promise<Record<JobName, JobCounts>> {
  const entries = await Promise.all(
    [...queues].map(async ([name, queue]) => {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'prioritized')
      const { waiting = 0, active = 0, delayed = 0, failed = 0, prioritized = 0 } = counts
      return [name, { waiting: waiting + prioritized, active, delayed, failed }] as const
    }),
  )
  return Object.fromEntries(entries) as Record<JobName, JobCounts>
}
