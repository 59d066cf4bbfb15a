import { setTimeout as sleep } from 'node:timers/promises'
import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { QUEUE_CONNECTIONS_MAX } from './backend.ts'
import { jobNames } from './jobs.ts'
import { openQueues } from './open-queues.ts'
import { work } from './work.ts'

const { database, url: postgresUrl } = await testDatabase()
const JOBS = 300

test(`a process with a worker of every queue has at most ${QUEUE_CONNECTIONS_MAX} connections to Postgres for them`, async () => {
  const { rows: own } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const queues = await openQueues({ postgresUrl }, () => {})
  let done = 0
  const options = {
    ...{ concurrency: 50, lockMs: 5_000 },
    ...{ onRetry: () => {}, onDeadLetter: async () => {}, onError: () => {} },
  }
  const processor = async () => {
    await sleep(5)
    done++
  }
  const workers = await Promise.all(jobNames.map((name) => work(queues, name, processor, options)))
  const jobs = Array.from({ length: JOBS }, (_, index) => {
    return { name: 'render-article', data: { articleId: `article-${index}` } } as const
  })
  const counts: number[] = []
  const adding = Promise.all(jobs.map((job) => queues.add([job])))
  while (done < JOBS) {
    const { rows } = await database.pool.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and pid <> all($1)`,
      [own.map(({ pid }) => pid)],
    )
    counts.push(rows[0]!.count)
  }
  await adding
  await Promise.all(workers.map((worker) => worker.stop()))
  await queues.close()
  // One listens for each worker, and some work.
  expect(Math.max(...counts)).toBeGreaterThan(jobNames.length)
  expect(Math.max(...counts)).toBeLessThanOrEqual(QUEUE_CONNECTIONS_MAX)
}, 60_000)
