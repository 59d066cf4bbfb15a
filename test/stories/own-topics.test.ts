import { applyTopics, readTopicBook } from '@dateline/curation'
import { testDatabase } from '@dateline/testing'
import { expect, test, vi } from 'vitest'
import { publish, strike, strikeReports, wolves } from './press.ts'
import { serveCircle } from './served-circle.ts'

// Everything runs here, and on a loaded machine it takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

const { database, url } = await testDatabase()
const who = { actor: 'editor@desk.example', reason: 'for the shipping desk' }

const served = serveCircle(url)
const { get } = served
const post = async (path: string, body: object) => (await served.post(path, { ...body, ...who })).json()
const topicsOf = async (articleId: string): Promise<string[]> => (await get(`/v1/articles/${articleId}`)).topics
const apply = async (since: string) => {
  let last = { articles: 0, all: 0, matched: 0 }
  for await (const progress of applyTopics(served.platform, new Date(since))) last = progress
  return last
}

/** In the order of the tests. */
let before: string
let after: string
let wolf: string

test('a topic of an operator’s own is given to later articles, and to earlier ones when it is applied', async () => {
  ;[before] = (await publish(served.platform, [strike])) as [string]
  expect(await post('/v1/own-topics', { id: 'docks', query: ['stevedores', 'container terminal'] })).toEqual({
    topicId: 'house:docks',
    position: expect.any(Number),
  })
  ;[after, wolf] = (await publish(served.platform, [strikeReports[0]!, wolves])) as [string, string]
  expect(await topicsOf(after)).toContain('house:docks')
  expect(await topicsOf(before)).not.toContain('house:docks')
  expect(await topicsOf(wolf)).not.toContain('house:docks')
  expect(await apply('2000-01-01')).toMatchObject({ articles: 3, all: 3, matched: 2 })
  await expect.poll(() => topicsOf(before), { timeout: 60_000 }).toContain('house:docks')
  expect(await apply('2999-01-01')).toMatchObject({ articles: 0, matched: 0 })
})

test('an article’s own topics are in the topic view, with the story they make', async () => {
  expect(await get('/v1/topics/house:docks')).toMatchObject({ articleCount: 2, articles24h: 2, storyCount: 1 })
  const { items } = await get('/v1/stories?topic=house:docks')
  expect(items).toHaveLength(1)
  expect(items[0].topics).toContain('house:docks')
  expect(items[0].topicNames).toContain('docks')
  const { items: hours } = await get('/v1/topics/house:docks/hours?hours=3')
  expect(hours.reduce((sum: number, { articles }: { articles: number }) => sum + articles, 0)).toBe(2)
})

test('trying a topic tells the words that decided', async () => {
  expect(await get(`/v1/own-topics/house:docks/try/${before}`)).toMatchObject({
    verdict: { terms: expect.arrayContaining(['stevedores']) },
    likeness: 0,
    scoreMin: null,
  })
  expect(await get(`/v1/own-topics/docks/try/${wolf}`)).toMatchObject({ verdict: null })
})

test('a removed topic, and one defined as it was before, are applied as they stand', async () => {
  await post('/v1/own-topics/docks/remove', {})
  await apply('2000-01-01')
  await expect.poll(() => topicsOf(before), { timeout: 60_000 }).not.toContain('house:docks')
  await post('/v1/own-topics', { id: 'docks', query: ['stevedores', 'container terminal'] })
  await apply('2000-01-01')
  await expect.poll(() => topicsOf(before), { timeout: 60_000 }).toContain('house:docks')
  const { definitions } = await readTopicBook(database)
  const { items } = await get(`/v1/events?stream=${before}&limit=100`)
  expect(items.at(-1)).toMatchObject({ type: 'OwnTopicsMatched', data: { definitions } })
})

test.for([
  { body: { id: 'medtop:1', query: ['x'] }, detail: 'cannot be the id of a topic' },
  { body: { id: 'Docks!', query: ['x'] }, detail: 'cannot be the id of a topic' },
  { body: { id: 'empty' }, detail: 'neither query nor examples' },
  { body: { id: 'few', examples: [{ title: 'a', text: 'b' }] }, detail: '1 examples' },
])('$body is refused with a sentence', async ({ body, detail }) =>
  expect((await post('/v1/own-topics', body)).detail).toContain(detail),
)
