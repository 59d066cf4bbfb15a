import { article } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { importDocument } from '@dateline/intake'
import { openLogger, openPlatform, readConfig, waitUntilIdle } from '@dateline/platform'
import { listRevisions } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { startCircle } from '../pipeline/circle.ts'
import { FERRY, newsPage } from './news-page.ts'

const URL_ = 'https://gazette.example/2031/ferry'
const SCRAPE = `Ferry runs aground off Lirio

By Nora Quill

${FERRY.join('\n\n')}

A passenger who was not named said the lights had gone out first.

Original url: ${URL_}
`

test('a scrape that its original overtakes before anybody reads it is a revision all the same', async () => {
  const { database, url: DATABASE_URL } = await testDatabase()
  const settings = { DATABASE_URL, LOG_LEVEL: 'silent' }
  const config = readConfig(settings)
  // Nobody works yet: both captures wait when the workers come.
  const platform = await openPlatform('test', config, openLogger('test', config))
  const { articleId } = await importDocument(platform, {
    ...{ kind: 'text', bytes: Buffer.from(SCRAPE), mediaType: 'text/plain; charset=utf-8', fileName: 'ferry.txt' },
    ...{ capturedAt: '2031-04-05T12:00:00Z', url: null },
  })
  const page = Buffer.from(newsPage('Ferry runs aground off Lirio', FERRY))
  const rawSha256 = await platform.archive.put(page, { mediaType: 'text/html; charset=utf-8' })
  const about = { bytes: page.length, httpStatus: 200, contentType: 'text/html; charset=utf-8' }
  const data = { finalUrl: URL_, rawSha256, ...about, fetchedAt: '2031-04-05T13:00:00Z' }
  await handle(platform.log, article, articleId, { type: 'RecordFetch', data }, { cause: 'test/fetch' })
  await platform.close()

  const circle = await startCircle({ ...settings, REVISIT: 'false' })
  await waitUntilIdle(database)
  await circle.stop()
  const revisions = await listRevisions(database.db, articleId, null, 10)
  expect(revisions.items.toReversed().map(({ extractor, title }) => [extractor?.split('/')[0], title])).toEqual([
    ['text', 'Ferry runs aground off Lirio'],
    ['html', 'Ferry runs aground off Lirio'],
  ])
})
