import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog, readLog, verifyLog } from '@dateline/event-store'
import { submitUrl } from '@dateline/intake'
import { openLogger, openPlatform, readConfig, waitUntilIdle } from '@dateline/platform'
import { verifyViews } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { listDeadLetters } from '@dateline/work-state'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProcess } from './start-process.ts'

// DATELINE_TERMINATIONS=100 npm test -- test/faults/terminations.test.ts
const TIMES = Number(process.env.DATELINE_TERMINATIONS ?? 3)
const PAGES = 6 * TIMES
const HOST = 'harbour-courier.example'

const { database, url: DATABASE_URL } = await testDatabase()
const page = (
  name: string,
) => `<!doctype html><html lang="en"><head><title>The ${name} lamp</title></head><body><article>
  <h1>The ${name} lamp</h1><p class="byline">By Ada Quill</p>
  ${['harbour', 'council', 'lighthouse', 'ferry']
    .map(
      (
        word,
      ) => `<p>The ${word} of the ${name} lamp was closed for a second day while engineers looked at the old wall, the
      mayor said on Monday. Nobody was hurt, and work on the ${word} goes on until the end of the month.</p>`,
    )
    .join('\n')}</article></body></html>`
const web = createServer((request, response) => {
  if (request.url === '/robots.txt') return void response.writeHead(404).end()
  // Slow enough that a stop falls amid a fetch.
  setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(page(request.url!.slice(1))), 60)
})
let settings: Record<string, string>

beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const { port } = web.address() as AddressInfo
  settings = { DATABASE_URL, FETCH_HOST_OVERRIDES: `${HOST}=127.0.0.1:${port}`, FETCH_GAP_MS: '0', REVISIT: 'false' }
  const log = await openLog(database)
  const intake = { database, log, archive: undefined as never, now: () => new Date() }
  for (let index = 0; index < PAGES; index++)
    await submitUrl(intake, `http://${HOST}/story-number-${index}-of-the-lamp`)
  await log.close()
})
afterAll(() => web.close())

test(`workers told to stop ${TIMES} times amid their work end, leave no job in nobody's hands, and lose nothing`, {
  timeout: 60_000 + TIMES * 60_000,
}, async () => {
  const countRead = async () =>
    (await readLog(database, { afterPosition: 0, limit: 10_000, types: ['ArticleExtracted'] })).length
  const start = () =>
    startProcess(
      [join(import.meta.dirname, '../crash/run-circle.ts'), JSON.stringify({ ...settings, LOG_LEVEL: 'warn' })],
      {},
    )
  const config = readConfig({ ...settings, LOG_LEVEL: 'silent' })
  const platform = await openPlatform('test', config, openLogger('test', config))
  for (let times = 0; times < TIMES; times++) {
    const workers = start()
    await workers.message
    const before = await countRead()
    while ((await countRead()) < Math.min(before + 2, PAGES)) await sleep(10)
    await sleep(Math.random() * 100)
    workers.child.kill('SIGTERM')
    expect(await workers.ended).toBe(0)
    const active = Object.values(await platform.queues.counts()).map((counts) => counts.active)
    expect(active.every((count) => count === 0)).toBe(true)
  }
  const last = start()
  while ((await countRead()) < PAGES) await sleep(50)
  await waitUntilIdle(database)
  await last.stop()
  await platform.close()
  const types = (await readLog(database, { afterPosition: 0, limit: 10_000 })).map(({ type }) => type)
  for (const type of ['ArticleDiscovered', 'ArticleFetched', 'ArticleExtracted', 'ArticleClassified']) {
    expect([type, types.filter((each) => each === type).length]).toEqual([type, PAGES])
  }
  expect(await listDeadLetters(database.db, 10)).toEqual([])
  expect((await verifyLog(database)).problems).toEqual([])
  expect(
    (await verifyViews(database, { plans: [{ pageSize: 5_000, shards: 1 }] })).filter(({ isSame }) => !isSame),
  ).toEqual([])
})
