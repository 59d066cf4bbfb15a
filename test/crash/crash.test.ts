import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import { headPosition, openLog, readLog } from '@dateline/event-store'
import { registerSource } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { digest, verifyViews } from '@dateline/read-models'
import { type Newsroom, startNewsroom } from '@dateline/sample-newsroom'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settingsOf, startCircle } from '../pipeline/circle.ts'

/** Kills are spread over the log by this many events: between any two steps of some article's life. */
const EVENTS_BETWEEN_KILLS = 15
const OUTLETS = ['corvane-herald', 'northwire', 'valmere-today', 'meridian']

let newsroom: Newsroom
const undisturbed = await testDatabase()
const crashed = await testDatabase()

beforeAll(async () => {
  newsroom = await startNewsroom()
})
afterAll(() => newsroom.stop())

async function registerSources(database: Database): Promise<void> {
  const log = await openLog(database)
  const dependencies = { database, log, now: () => new Date(), archive: undefined as never }
  const wanted = newsroom.sources.filter(({ url }) => OUTLETS.some((name) => url.includes(name)))
  expect(wanted.length).toBeGreaterThanOrEqual(OUTLETS.length)
  for (const { kind, url, name } of wanted) {
    await registerSource(dependencies, { kind, url, name, schedule: { kind: 'adaptive' } })
  }
  await log.close()
}

/** What happened to each article, without when: the same however often the work was interrupted. */
async function articleHistories(database: Database): Promise<Record<string, string[]>> {
  const histories: Record<string, string[]> = {}
  for (let after = 0; ; ) {
    const page = await readLog(database, { afterPosition: after, limit: 1_000 })
    if (page.length === 0) return histories
    for (const { stream, type, data } of page) {
      if (!stream.startsWith('article-') || type === 'CopyDetected') continue
      // Which source listed it first, and when, depends on whose turn it was.
      const lasting = JSON.stringify(data, (key, value) =>
        /^(discoveredAt|finalUrl|fetchedAt|failedAt|goneAt|sourceId|via|listedTitle|listedPublishedAt|url)$/.test(key)
          ? undefined
          : value,
      )
      histories[stream] = [...(histories[stream] ?? []), `${type} ${lasting}`]
    }
    after = page.at(-1)!.position
  }
}

function startWorkers(settings: Record<string, string>): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'run-circle.ts'), [JSON.stringify(settings)], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`workers ended with ${code} before they had started`)))
  })
}

/** Kills and restarts the workers again and again until they have finished between two kills. @returns how often. */
async function workThroughKills(database: Database, settings: Record<string, string>): Promise<number> {
  for (let kills = 0; ; kills++) {
    const child = await startWorkers(settings)
    const exited = new Promise((resolve) => child.once('exit', resolve))
    const killAt = (await headPosition(database)) + EVENTS_BETWEEN_KILLS
    const idle = new AbortController()
    const finished = waitUntilIdle(database, { signal: idle.signal }).then(() => !idle.signal.aborted)
    while (true) {
      const isDone = await Promise.race([finished, sleep(5).then(() => null)])
      if (isDone === true) {
        child.kill('SIGTERM')
        await exited
        return kills
      }
      if ((await headPosition(database)) >= killAt) break
    }
    child.kill('SIGKILL')
    idle.abort()
    await Promise.all([exited, finished])
  }
}

describe('workers killed with SIGKILL every few events', () => {
  beforeAll(async () => {
    await registerSources(undisturbed.database)
    const circle = await startCircle({ ...settingsOf(newsroom), DATABASE_URL: undisturbed.url })
    await waitUntilIdle(undisturbed.database)
    await circle.stop()
  }, 120_000)

  test('leave the log that workers leave who are not', { timeout: 300_000 }, async () => {
    await registerSources(crashed.database)
    const kills = await workThroughKills(crashed.database, {
      ...settingsOf(newsroom),
      DATABASE_URL: crashed.url,
      // What a killed worker held is free again after this, not after half a minute.
      QUEUE_LOCK_MS: '2000',
      FETCH_TIMEOUT_MS: '2000',
    })
    expect(kills).toBeGreaterThan(5)
    const expected = await articleHistories(undisturbed.database)
    expect(Object.keys(expected).length).toBeGreaterThan(15)
    expect(await articleHistories(crashed.database)).toEqual(expected)
  })

  test('leave the views that the log says', async () => {
    const different = (await verifyViews(crashed.database)).filter(({ isSame }) => !isSame)
    expect(different).toEqual([])
  })

  test('put no article into two stories and none into none', async () => {
    const { rows } = await sql<{ article_id: string }>`
      select a.article_id from read.article a
        left join read.story_article m on m.article_id = a.article_id and m.left_position is null
       where a.status = 'extracted' group by a.article_id having count(m.story_id) <> 1`.execute(crashed.database.db)
    expect(rows).toEqual([])
  })
})

describe('every job run twice', () => {
  test('changes nothing, also when all work in hand is forgotten', { timeout: 120_000 }, async () => {
    const { database, url } = undisturbed
    const before = { head: await headPosition(database), views: await digest(database) }
    // The reactor reads the log from its beginning again and asks for every job that any event asks for.
    await sql`truncate work.task, work.dead_letter, work.article_visit`.execute(database.db)
    await sql`update work.consumer set position = 0`.execute(database.db)
    const circle = await startCircle({ ...settingsOf(newsroom), DATABASE_URL: url, REVISIT: 'false' })
    await waitUntilIdle(database)
    await circle.stop()
    expect({ head: await headPosition(database), views: await digest(database) }).toEqual(before)
  })
})
