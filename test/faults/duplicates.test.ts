import { headPosition, readLog } from '@dateline/event-store'
import { submitUrl } from '@dateline/intake'
import { openLogger, openPlatform, readConfig } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { countTasks } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { wantJobs } from '../../services/reactor/src/want-jobs.ts'

const TIMES = 1_000
const { database, url: DATABASE_URL } = await testDatabase()
const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
const platform = await openPlatform('test', config, openLogger('test', config))
afterAll(() => platform.close())

test('one address handed in a thousand times at once is one article, one task and one job, also when the log is read again', async () => {
  const address = 'https://harbour-courier.example/ice'
  const submitted = await Promise.all(Array.from({ length: TIMES }, () => submitUrl(platform, address)))
  expect(new Set(submitted.map(({ articleId }) => articleId)).size).toBe(1)
  expect((await readLog(database, { afterPosition: 0 })).map(({ type }) => type)).toEqual(['ArticleDiscovered'])

  for (let times = 0; times < 3; times++) {
    await sql`update work.consumer set position = 0`.execute(database.db)
    while ((await wantJobs(platform)).more);
    await sql`update work.task set added_at = null`.execute(database.db)
  }
  expect(await countTasks(database.db)).toMatchObject([{ name: 'fetch-article', wanted: 1 }])
  const { waiting, active, delayed } = (await platform.queues.counts())['fetch-article']
  expect(waiting + active + delayed).toBe(1)
  expect(await headPosition(database)).toBe(1)
}, 60_000)
