import { articleIdOfUrl } from '@dateline/domain'
import { anyShapes, headPosition, openLog, readStream } from '@dateline/event-store'
import { addDueTasks, openLogger, openPlatform, readConfig, workQueue } from '@dateline/platform'
import { reactor } from '@dateline/reactor'
import { testDatabase } from '@dateline/testing'
import { consumerPositions, countTasks, listDeadLetters, wantTasks } from '@dateline/work-state'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { database, url: DATABASE_URL } = await testDatabase()
const config = readConfig({ DATABASE_URL })
const lines: string[] = []
const logger = openLogger('test', config, { write: (line) => void lines.push(line) })
const platform = await openPlatform('test', config, logger)
const articleId = articleIdOfUrl('https://a.example/praised')
const SENTENCE = 'is a ArticlePraised of shape 1, which this release does not know: run a newer one'

beforeAll(async () => {
  const newer = await openLog(database, { shapes: anyShapes })
  await newer.append(articleId, 'any', [{ type: 'ArticlePraised', data: { by: 'a newer release' } }], {
    cause: 'newer',
  })
  await newer.close()
})
afterAll(() => platform.close())

test('a reader of the log stops in front of an event of a newer release, and names it', async () => {
  const running = await reactor.start(platform)
  while (!lines.some((line) => line.includes(SENTENCE))) await new Promise((resolve) => setTimeout(resolve, 20))
  await running.stop()
  const head = await headPosition(database)
  for (const { position } of await consumerPositions(database.db)) expect(position).toBeLessThan(head)
})

test('a job about such an article is put off for a worker of the newer release, and not given up', async () => {
  await wantTasks(database.db, [{ name: 'render-article', key: articleId, cause: 1, data: { articleId } }])
  await addDueTasks(platform)
  const worker = await workQueue(platform, 'render-article', 1, async (data) => {
    await readStream(database, data.articleId)
  })
  const isPutOff = async () => (await countTasks(database.db)).some(({ later }) => later === 1)
  while (!(await isPutOff()) && (await listDeadLetters(database.db, 1)).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await worker.stop()
  expect(await listDeadLetters(database.db, 10)).toEqual([])
}, 60_000)
