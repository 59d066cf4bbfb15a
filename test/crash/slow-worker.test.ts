import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { headPosition } from '@dateline/event-store'
import { addDueTasks, openLogger, openPlatform, readConfig } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { countTasks, listDeadLetters, wantTasks } from '@dateline/work-state'
import { afterAll, expect, test } from 'vitest'

const { database, url: DATABASE_URL } = await testDatabase()
const settings = { DATABASE_URL, LOG_LEVEL: 'silent', QUEUE_LOCK_MS: '1000' }
const config = readConfig(settings)
const platform = await openPlatform('test', config, openLogger('test', config))
const workers = new Set<ChildProcess>()

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await platform.close()
})

/** A worker process and what it has said. */
function startWorker() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'slow-worker.ts')], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.add(child)
  const said: string[] = []
  createInterface(child.stdout).on('line', (line) => said.push(line))
  const until = async (line: string) => {
    while (!said.includes(line)) await sleep(20)
  }
  return { child, said, until }
}

async function want(key: string): Promise<void> {
  await wantTasks(database.db, [{ name: 'render-article', key, cause: 1, data: { articleId: key } }])
  await addDueTasks(platform)
}

test('a worker that was frozen for longer than its lock finds its work done, records nothing twice, and goes on', async () => {
  const before = await headPosition(database)
  const frozen = startWorker()
  await want('article-frozen')
  await frozen.until('begun article-frozen')
  frozen.child.kill('SIGSTOP')
  const other = startWorker()
  await other.until('done article-frozen')
  other.child.kill('SIGKILL')
  frozen.child.kill('SIGCONT')
  await frozen.until('done article-frozen')
  await want('article-next')
  await frozen.until('done article-next')
  frozen.child.kill('SIGKILL')
  expect((await headPosition(database)) - before).toBe(2)
  expect(await countTasks(database.db)).toEqual([])
  expect(await listDeadLetters(database.db, 10)).toEqual([])
}, 60_000)

test('a worker that is told to stop ends what it has begun, begins nothing new, and exits 0', async () => {
  const worker = startWorker()
  for (const key of ['article-1', 'article-2', 'article-3']) await want(key)
  await worker.until('begun article-2')
  worker.child.kill('SIGTERM')
  const [code] = await once(worker.child, 'exit')
  expect(code).toBe(0)
  expect(worker.said.filter((line) => /^(begun|done)/.test(line)).toSorted()).toEqual([
    'begun article-1',
    'begun article-2',
    'done article-1',
    'done article-2',
  ])
  const { active, waiting } = (await platform.queues.counts())['render-article']
  expect({ active, waiting }).toEqual({ active: 0, waiting: 1 })
}, 60_000)
