import { type Job as BullJob, DelayedError, UnrecoverableError } from 'bullmq'
import { BadJobError } from './errors.ts'
import { type JobData, type JobName, jobSchemas } from './jobs.ts'
import type { Queues } from './open-queues.ts'
import { PostponeJob } from './postpone.ts'
import { isRetryable, STALLS_MAX } from './retry-policy.ts'

export type JobContext = {
  /** 1 at first; raised by each attempt that threw. */
  attempt: number
  /** How often a worker ended, or fell silent, with this job in its hands. */
  stalls: number
}

export type Processor<Name extends JobName> = (data: JobData<Name>, context: JobContext) => Promise<void>

/** What happened to a job that will not be tried again by its queue. */
export type FailedJob = { name: JobName; data: unknown; error: Error; attempts: number }

export type WorkOptions = {
  concurrency: number
  /** A job's lock: a worker that does not renew it (dead, or its event loop stuck) loses the job to another after this. */
  lockMs: number
  /** Hears of each attempt that threw. */
  onRetry: (job: FailedJob) => void
  /** Keeps the job for a second look. If this throws, the job is tried again. */
  onDeadLetter: (job: FailedJob) => Promise<void>
  onError: (error: Error) => void
}

export type Working = { stop(): Promise<void> }

/** Waits this long for a job before it looks at the clock again, in seconds; a wake-up comes at once all the same. */
const DRAIN_DELAY_S = 5

/** Runs a processor on every job of a queue, `concurrency` at a time, until stopped; stopping waits for running jobs. */
export async function work<Name extends JobName>(
  queues: Queues,
  name: Name,
  processor: Processor<Name>,
  options: WorkOptions,
): Promise<Working> {
  const run = (job: BullJob, token?: string) => runJob(name, processor, options, job, token)
  const worker = queues.backend.worker(name, run, {
    concurrency: options.concurrency,
    lockDuration: options.lockMs,
    stalledInterval: Math.ceil(options.lockMs / 2),
    maxStalledCount: STALLS_MAX,
    drainDelay: DRAIN_DELAY_S,
  })
  worker.on('error', options.onError)
  await worker.waitUntilReady()
  return { stop: () => worker.close() }
}

async function runJob<Name extends JobName>(
  name: Name,
  processor: Processor<Name>,
  { onRetry, onDeadLetter }: WorkOptions,
  job: BullJob,
  token: string | undefined,
): Promise<void> {
  const attempts = job.attemptsMade + 1
  try {
    await processor(parseJob(name, job.data), { attempt: attempts, stalls: job.stalledCounter })
  } catch (thrown) {
    if (thrown instanceof PostponeJob) {
      await job.moveToDelayed(thrown.untilMs, token)
      throw new DelayedError()
    }
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const failed = { name, data: job.data, error, attempts }
    if (isRetryable(error) && attempts < (job.opts.attempts ?? 1)) {
      onRetry(failed)
      throw error
    }
    await onDeadLetter(failed)
    throw new UnrecoverableError(error.message)
  }
}

function parseJob<Name extends JobName>(name: Name, data: unknown): JobData<Name> {
  const result = jobSchemas[name].safeParse(data)
  if (result.success) return result.data as JobData<Name>
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'job'}: ${message}`)
  throw new BadJobError(`Job of "${name}" has wrong data (${problems.join('; ')})`)
}
