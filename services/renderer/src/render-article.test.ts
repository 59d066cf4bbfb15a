import { openArchive } from '@dateline/archive'
import { articleIdOfUrl } from '@dateline/domain'
import { openLog } from '@dateline/event-store'
import { openLogger } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { countTasks, listDeadLetters, wantTasks } from '@dateline/work-state'
import { afterAll, expect, test } from 'vitest'
import { renderArticle } from './render-article.ts'

const { database } = await testDatabase()
const log = await openLog(database)
afterAll(() => log.close())

const URL = 'https://scripted.example/2031/04/05/harbour-wall'
const articleId = articleIdOfUrl(URL)
const rawSha256 = 'a'.repeat(64)
const at = '2031-04-05T10:00:00.000Z'
const discovered = { url: URL, normalUrl: URL, sourceId: null, via: 'submission', listedTitle: null }

function render(retryable: boolean) {
  return renderArticle({
    database,
    log,
    archive: openArchive(database),
    logger: openLogger('test', { LOG_LEVEL: 'silent' }),
    now: () => new Date(at),
    browserName: 'Chromium/0',
    cleaner: undefined as never,
    render: async () => ({ kind: 'failed', reason: 'http-server-error', detail: '503', retryable }),
  })({ articleId })
}

test('a rendering that may succeed later is put off; one that will not is a dead letter', async () => {
  const fetched = { finalUrl: URL, httpStatus: 200, contentType: 'text/html', rawSha256, bytes: 10, fetchedAt: at }
  const rejected = {
    rawSha256,
    extractor: 'main-text/1',
    reason: 'empty-without-scripts',
    evidence: 'nothing but scripts',
  }
  const events = [
    { type: 'ArticleDiscovered', data: { ...discovered, listedPublishedAt: null, discoveredAt: at } },
    { type: 'ArticleFetched', data: fetched },
    { type: 'ArticleRejected', data: rejected },
  ]
  await log.append(articleId, 'new', events, { cause: 'test' })
  await wantTasks(database.db, [{ name: 'render-article', key: articleId, cause: 1, data: { articleId } }])

  await render(true)
  expect(await countTasks(database.db)).toEqual([{ name: 'render-article', wanted: 1, later: 1 }])
  expect(await listDeadLetters(database.db, 10)).toEqual([])

  await render(false)
  expect(await countTasks(database.db)).toEqual([])
  expect(await listDeadLetters(database.db, 10)).toMatchObject([{ code: 'http-server-error', attempts: 2 }])
})
