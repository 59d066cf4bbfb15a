import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openArchiveAt } from '@dateline/archive'
import { type ArticleEvent, articleEvent } from '@dateline/domain'
import { openLog, readStream } from '@dateline/event-store'
import { testDatabase } from '@dateline/testing'
import { afterAll, expect, test } from 'vitest'
import { withdrawArticle } from './withdraw-article.ts'

const { database } = await testDatabase()
const log = await openLog(database)
afterAll(() => log.close())

const ORIGINAL = 'article-00000000000000000000000000000001'
const COPY = 'article-00000000000000000000000000000002'
const SAMPLES = join(import.meta.dirname, '../../domain/samples')
const samples = readdirSync(SAMPLES).map(
  (file) => JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as ArticleEvent,
)
const namesOriginal = samples.filter(({ data }) => 'originalArticleId' in data)

/** They name another article, and quote nothing of it. */
const KEPT = ['ArticleAliased', 'CopyDetected', 'CopyReleased', 'CopyRetracted']

test('there is a sample of each event that names an original', () => {
  const types = articleEvent.options.filter(({ shape }) => 'originalArticleId' in shape.data.shape)
  const sampled = new Set<string>(namesOriginal.map(({ type }) => type))
  expect(types.map(({ shape }) => shape.type.value).filter((type) => !sampled.has(type))).toEqual([])
})

test('what quotes an original in the stream of another article is erased with it', async () => {
  const discovered = samples.find(({ type }) => type === 'ArticleDiscovered')!
  await log.append(ORIGINAL, 'new', [discovered], { cause: 'test/original' })
  const naming = namesOriginal.map(({ type, data }) => ({ type, data: { ...data, originalArticleId: ORIGINAL } }))
  await log.append(COPY, 'new', [discovered, ...naming], { cause: 'test/copy' })
  const archive = openArchiveAt(database, null)
  await withdrawArticle({ log, database, archive, now: () => new Date('2031-04-06') }, ORIGINAL, 'a court')
  const [, ...events] = await readStream<ArticleEvent>(database, COPY)
  const kept = events.filter(({ withdrawn }) => !withdrawn).map(({ type }) => type)
  expect([...new Set(kept)].sort()).toEqual(KEPT)
  expect(events.length).toBeGreaterThan(kept.length)
})
