import { DatelineError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQueues, type Queues } from './open-queues.ts'
import { PostponeJob } from './postpone.ts'
import { ATTEMPTS_MAX } from './retry-policy.ts'
import { type FailedJob, type Working, work } from './work.ts'

class RefusedError extends DatelineError {
  readonly code = 'REFUSED'
  readonly retryable = false
}

const { url: postgresUrl } = await testDatabase()
let queues: Queues
let worker: Working
const runs = new Map<string, number[]>()
const dead: FailedJob[] = []

beforeAll(async () => {
  queues = await openQueues({ postgresUrl }, () => {})
  worker = await work(
    queues,
    'fetch-article',
    async ({ articleId }, { attempt }) => {
      const before = runs.get(articleId) ?? []
      runs.set(articleId, [...before, attempt])
      if (articleId === 'article-postponed' && before.length < 3) throw new PostponeJob(Date.now() + 50)
      if (articleId === 'article-for-later' && before.length === 0) throw new PostponeJob(Date.now() + 3_600_000)
      if (articleId === 'article-refused') throw new RefusedError('never')
      if (articleId === 'article-broken') throw new Error('broken')
    },
    {
      concurrency: 4,
      lockMs: 5_000,
      onRetry: () => {},
      onDeadLetter: async (job) => void dead.push(job),
      onError: () => {},
    },
  )
})

afterAll(async () => {
  await worker.stop()
  await queues.close()
})

const job = (articleId: string) => ({ name: 'fetch-article', data: { articleId, reason: 'new' } }) as const

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10))
}

test('a job that is added twice runs once, and can be added again when it is done', async () => {
  await queues.add([job('article-1'), job('article-1')])
  await until(() => runs.get('article-1')?.length === 1)
  while ((await queues.counts())['fetch-article'].active > 0) await new Promise((resolve) => setTimeout(resolve, 10))
  await queues.add([job('article-1')])
  await until(() => runs.get('article-1')?.length === 2)
})

test('a postponed job runs later and uses no attempt', async () => {
  await queues.add([job('article-postponed')])
  await until(() => runs.get('article-postponed')?.length === 4)
  expect(runs.get('article-postponed')).toEqual([1, 1, 1, 1])
})

test('a job that waits for a time set by a wrong clock runs when it is added again, and once', async () => {
  await queues.add([job('article-for-later')])
  const waiting = async () => (await queues.counts())['fetch-article'].delayed
  while ((await waiting()) === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  await queues.add([job('article-for-later')])
  expect(await waiting()).toBe(1)
  await queues.addAgain([job('article-for-later'), job('article-lost')])
  await until(() => runs.get('article-for-later')?.length === 2 && runs.get('article-lost')?.length === 1)
  expect(await waiting()).toBe(0)
})

test('an error that will not pass goes to the dead letters at once', async () => {
  await queues.add([job('article-refused')])
  await until(() => dead.some(({ error }) => error instanceof RefusedError))
  expect(runs.get('article-refused')).toEqual([1])
})

test('an error that may pass is tried again, then given up', async () => {
  await queues.add([job('article-broken')])
  await until(() => dead.some(({ error }) => error.message === 'broken'))
  expect(runs.get('article-broken')).toHaveLength(ATTEMPTS_MAX)
})

test('a job of the wrong shape goes to the dead letters', async () => {
  await queues.add([{ name: 'fetch-article', data: { articleId: 'article-odd', reason: 'whim' } } as never])
  await until(() => dead.some(({ error }) => error.name === 'BadJobError'))
  expect(runs.has('article-odd')).toBe(false)
})
