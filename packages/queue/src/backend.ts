import {
  createPostgresBackend,
  createRedisBackend,
  type Job,
  type PostgresConnectionOptions,
  type Queue,
  runMigrations,
  type Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { type JobName, jobNames } from './jobs.ts'
import { assertRedisPolicy } from './redis-policy.ts'

type Processor = (job: Job, token?: string) => Promise<void>
type Tuning = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'maxStalledCount' | 'stalledInterval' | 'drainDelay'>

/** The one place that knows which server the queues live on. */
export type Backend = {
  readonly kind: 'redis' | 'postgres'
  queue(name: JobName): Queue
  worker(name: JobName, processor: Processor, tuning: Tuning): Worker
  /** A short text kept apart from Postgres; null: the queues are on that same Postgres. */
  readonly note: Note | null
  close(): Promise<void>
}

export type Note = {
  /** For people: where it is kept. */
  readonly where: string
  read(): Promise<string | null>
  write(text: string): Promise<void>
}

const onRedis = withBackend(createRedisBackend)
const onPostgres = withBackend(createPostgresBackend)

export type OnError = (error: Error, queue: string) => void

/** Jobs of different deployments on one Redis must not meet; BullMQ's own default is "bull". */
const REDIS_PREFIX = 'dateline'
const POSTGRES_SCHEMA = 'bullmq'
const NOTE_KEY = `${REDIS_PREFIX}:note`
/** Of a process, on Postgres: one that listens for each worker, and some that work. BullMQ takes both from the pool it is handed. */
export const QUEUE_CONNECTIONS_MAX = jobNames.length * 2 + 4

/**
 * A command unanswered for so long has met a dead connection (a firewall that forgot it, a host that lost its power), of which
 * TCP itself would tell after a quarter of an hour: it is opened anew. Longer than BullMQ lets Redis wait for a job (10 s).
 */
export const REDIS_SILENCE_MS = 30_000

/** @throws {QueueServerError} if Redis may evict or forget jobs without saying so. */
export async function redisBackend(url: string, onError: OnError, silenceMs: number): Promise<Backend> {
  const common = { lazyConnect: true, socketTimeout: silenceMs }
  // A producer must fail at once when Redis is away (the scheduler adds the job again later); a worker must wait.
  const producer = new Redis(url, { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  const consumer = new Redis(url, { ...common, maxRetriesPerRequest: null })
  for (const client of [producer, consumer]) client.on('error', (error) => onError(error, 'redis'))
  await Promise.all([producer.connect(), consumer.connect()])
  await assertRedisPolicy(producer)
  const base = { prefix: REDIS_PREFIX }
  return {
    kind: 'redis',
    queue: (name) => new onRedis.Queue(name, { ...base, connection: producer }) as Queue,
    worker: (name, processor, tuning) =>
      new onRedis.Worker(name, processor, { ...base, ...tuning, connection: consumer }) as Worker,
    note: {
      where: `the key ${NOTE_KEY} in Redis`,
      read: () => producer.get(NOTE_KEY),
      write: async (text) => void (await producer.set(NOTE_KEY, text)),
    },
    close: async () => {
      producer.disconnect()
      consumer.disconnect()
    },
  }
}

export async function postgresBackend(url: string, onError: OnError): Promise<Backend> {
  const pool = new pg.Pool({
    connectionString: url,
    max: QUEUE_CONNECTIONS_MAX,
    application_name: 'dateline-queue',
    // A job lost in a crash is added again from the log, so its writes need not wait for the disk.
    options: `-c search_path=${POSTGRES_SCHEMA} -c synchronous_commit=off`,
  })
  // Every queue and worker listens on it: Node takes more than ten for a leak.
  pool.setMaxListeners(0)
  pool.on('error', (error) => onError(error, 'postgres'))
  // Without a listener of its own, a connection cut while it is checked out ends the process.
  pool.on('connect', (client) => client.on('error', (error) => onError(error, 'postgres')))
  const client = await pool.connect()
  try {
    await runMigrations(client, POSTGRES_SCHEMA)
  } finally {
    client.release()
  }
  // BullMQ describes the part of pg's pool that it uses in types of its own.
  const connection = pool as unknown as PostgresConnectionOptions
  return {
    kind: 'postgres',
    queue: (name) => new onPostgres.Queue(name, { connection }) as unknown as Queue,
    worker: (name, processor, tuning) =>
      new onPostgres.Worker(name, processor, { ...tuning, connection }) as unknown as Worker,
    note: null,
    close: () => pool.end(),
  }
}
