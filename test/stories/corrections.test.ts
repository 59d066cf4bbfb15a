import { waitUntilIdle } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { publish, strike, strikeReports, wolves } from './press.ts'
import { serveCircle } from './served-circle.ts'

// Everything runs here, and on a loaded machine it takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

const { url } = await testDatabase()
const who = { actor: 'editor@desk.example', reason: 'read by hand' }

const served = serveCircle(url)
const { get, post } = served
const storyOf = async (articleId: string): Promise<string> => (await get(`/v1/articles/${articleId}`)).storyId
const membersOf = async (storyId: string): Promise<string[]> =>
  (await get(`/v1/stories/${storyId}/articles`)).items
    .map(({ article }: { article: { articleId: string } }) => article.articleId)
    .sort()

/** In the order of the tests: each goes on where the one before has left the record. */
describe('what a person decides, automatic decisions respect', () => {
  let first: string
  let second: string
  let other: string
  let story: string

  beforeAll(async () => {
    ;[first, second, other] = (await publish(served.platform, [strike, strikeReports[0]!, wolves])) as [
      string,
      string,
      string,
    ]
    story = await storyOf(first)
  })

  test('without a person the reports are one story', async () => {
    expect(await membersOf(story)).toEqual([first, second].sort())
    expect(await storyOf(other)).not.toBe(story)
  })

  test('a split holds when a report comes that links both parts, after a restart of grouping as well', async () => {
    const split = await post(`/v1/stories/${story}/split`, { articleIds: [second], label: 'The talks', ...who })
    expect(split.statusCode).toBe(200)
    const { storyId } = split.json()
    expect(await get(`/v1/stories/${storyId}`)).toMatchObject({ label: 'The talks', splitFrom: story, articleCount: 1 })
    await publish(served.platform, [strikeReports[1]!])
    expect(await storyOf(first)).toBe(story)
    expect(await storyOf(second)).toBe(storyId)
    await served.restart()
    await publish(served.platform, [strikeReports[2]!])
    expect(await storyOf(first)).toBe(story)
    expect(await storyOf(second)).toBe(storyId)
    expect((await get(`/v1/stories/${storyId}`)).label).toBe('The talks')
  })

  test('a join redirects the id that ends, for ever', async () => {
    const ending = await storyOf(second)
    const joined = await post(`/v1/stories/${story}/join`, { from: ending, ...who })
    expect(joined.json()).toEqual({ storyId: story, position: expect.any(Number) })
    const redirected = await served.server.inject(`/v1/stories/${ending}`)
    expect(redirected.json()).toMatchObject({ storyId: story, redirectedFrom: ending })
    expect(redirected.headers['content-location']).toBe(`/v1/stories/${story}`)
    const page = await served.server.inject(`/stories/${ending}`)
    expect([page.statusCode, page.headers.location]).toEqual([302, `/stories/${story}`])
    const { rows } = await sql<{ ended: string; stands: string; none: string | null }>`
      select read.current_story(${ending}) as ended, read.current_story(${story}) as stands,
             read.current_story('story-0') as none`.execute(served.platform.database.db)
    expect(rows).toEqual([{ ended: story, stands: story, none: null }])
    expect(await storyOf(second)).toBe(story)
  })

  test('a moved article stays where it was put, and tells why', async () => {
    const target = await storyOf(other)
    const moved = await post(`/v1/articles/${second}/move`, { storyId: target, ...who })
    expect(moved.json().storyId).toBe(target)
    await publish(served.platform, [{ ...strikeReports[0]!, title: `Update: ${strikeReports[0]!.title}` }])
    expect(await storyOf(second)).toBe(target)
    const { items } = await get(`/v1/events?stream=${target}`)
    const data = expect.objectContaining({ articleId: second, actor: who.actor, evidence: who.reason })
    expect(items).toContainEqual(expect.objectContaining({ type: 'ArticleJoinedStory', data }))
  })

  test('a released article is free to go, and the record says so once', async () => {
    const target = await storyOf(second)
    const released = await post(`/v1/articles/${second}/release`, who)
    expect(released.json()).toEqual({ storyId: target, position: expect.any(Number) })
    expect((await post(`/v1/articles/${second}/release`, who)).json().position).toBeNull()
    expect(await storyOf(second)).toBe(target)
    expect(await get(`/v1/stories/${target}/changes`)).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ what: 'released', articleId: second, actor: who.actor, reason: who.reason }),
      ]),
    })
    // Whatever comes next, it is looked at again. Then it is put where the next tests expect it.
    await publish(served.platform, [{ ...wolves, title: `More: ${wolves.title}` }])
    expect(await storyOf(second)).toBe(story)
    await post(`/v1/articles/${second}/move`, { storyId: target, ...who })
  })

  test('the last article of a story takes the story with it', async () => {
    const [left] = await publish(served.platform, [{ ...wolves, day: '2032-01-01' }])
    const [alone] = await publish(served.platform, [
      { title: 'Lantern probe sends first image', day: '2031-05-01', text: wolves.text.replaceAll(/[aeiou]/g, 'o') },
    ])
    expect(left).toBe(other)
    const ending = await storyOf(alone!)
    const moved = await post(`/v1/articles/${alone}/move`, { storyId: story, ...who })
    expect(moved.statusCode).toBe(200)
    expect(await get(`/v1/stories/${ending}`)).toMatchObject({ storyId: story, redirectedFrom: ending })
  })

  test('a name is kept when articles come', async () => {
    await post(`/v1/stories/${story}/rename`, { label: 'The Lindmouth strike', ...who })
    await publish(
      served.platform,
      [1, 2, 3].map((nth) => ({ ...strike, title: `${strike.title} (${nth})` })),
    )
    expect(await get(`/v1/stories/${story}`)).toMatchObject({ label: 'The Lindmouth strike' })
    expect((await membersOf(story)).length).toBeGreaterThan(4)
  })

  test('a name is taken back, and articles name the story again', async () => {
    const back = await post(`/v1/stories/${story}/rename`, { label: null, ...who })
    expect(back.json()).toEqual({ storyId: story, position: expect.any(Number) })
    const { label, labelledBy } = await get(`/v1/stories/${story}`)
    expect([label, labelledBy]).toEqual([expect.stringMatching(/Brannock/), null])
    expect((await post(`/v1/stories/${story}/rename`, { label: null, ...who })).json().position).toBeNull()
    await post(`/v1/stories/${story}/rename`, { label: 'The Lindmouth strike', ...who })
  })

  test('topics that a person has set outlast the classifier', async () => {
    const set = await post(`/v1/articles/${first}/retopic`, { topics: ['medtop:09000000', 'house:docks'], ...who })
    expect(set.json()).toEqual({ articleId: first, position: expect.any(Number) })
    expect((await get(`/v1/articles/${first}`)).topics).toEqual(['medtop:09000000', 'house:docks'])
    const inGerman = ['Arbeit', 'docks']
    expect(await get(`/v1/articles/${first}?topicLanguage=de`)).toMatchObject({ topicNames: inGerman })
    const { items } = await get('/v1/articles?topicLanguage=de')
    const named = items.find(({ articleId }: { articleId: string }) => articleId === first)
    expect(named).toMatchObject({ topicNames: inGerman })
    expect(await get('/v1/topics/medtop:09000000?topicLanguage=fr')).toMatchObject({ name: 'travail' })
    const accepting = async (languages: string) =>
      (await served.server.inject({ url: `/v1/articles/${first}`, headers: { 'accept-language': languages } })).json()
    expect(await accepting('de-CH, de;q=0.9, en;q=0.5')).toMatchObject({ topicNames: inGerman })
    expect(await accepting('xx, *;q=0.1')).toMatchObject({ topicNames: ['labour', 'docks'] })
    const again = await post(`/v1/articles/${first}/retopic`, { topics: ['medtop:09000000', 'house:docks'], ...who })
    expect(again.json().position).toBeNull()
    await post(`/v1/articles/${first}/retopic`, { topics: null, ...who })
    expect((await get(`/v1/articles/${first}`)).topics).not.toContain('house:docks')
  })

  test('nothing that was decided is lost: views and log agree', async () => {
    await waitUntilIdle(served.platform.database)
    const { items } = await get('/v1/stories?limit=500')
    for (const { storyId, articleCount } of items) expect(await membersOf(storyId)).toHaveLength(articleCount)
  })
})

describe('a correction that cannot be is refused with a sentence', () => {
  test.for<[string, string, object, number, string]>([
    ['an unknown story', '/v1/stories/story-0/rename', { label: 'x', ...who }, 404, 'There is no story story-0'],
    ['an unknown article', '/v1/articles/article-0/move', { storyId: 'story-0', ...who }, 404, 'There is no article'],
    ['no story at all', '/v1/stories/%20/rename', { label: 'x', ...who }, 404, 'There is no story'],
    ['itself', '/v1/stories/story-1/join', { from: 'story-1', ...who }, 400, 'cannot be joined with itself'],
    ['no reason', '/v1/stories/story-1/rename', { label: 'x', actor: 'a' }, 400, 'reason'],
    ['no actor', '/v1/stories/story-1/rename', { label: 'x', reason: 'a' }, 400, 'actor'],
    ['an empty reason', '/v1/stories/story-1/rename', { label: 'x', ...who, reason: '  ' }, 400, 'reason is empty'],
    ['no topic', '/v1/articles/article-0/retopic', { topics: ['sport'], ...who }, 404, 'There is no article'],
    ['no articles', '/v1/stories/story-1/split', { articleIds: [], ...who }, 400, 'articleIds'],
  ])('%s', async ([, path, body, status, detail]) => {
    const response = await post(path, body)
    expect(response.statusCode).toBe(status)
    expect(response.json().detail).toContain(detail)
  })

  test('a merged story, the same story, a stranger, all of its articles, a topic that is none', async () => {
    const { items } = await get('/v1/stories')
    const [story, another] = items.map(({ storyId }: { storyId: string }) => storyId) as [string, string]
    const [stranger] = await membersOf(another)
    const [own] = await membersOf(story)
    const all = await membersOf(story)
    await post(`/v1/stories/${story}/split`, { articleIds: [own], ...who })
    const ended = await storyOf(own!)
    await post(`/v1/stories/${story}/join`, { from: ended, ...who })
    const details = [
      await post(`/v1/stories/${ended}/rename`, { label: 'x', ...who }),
      await post(`/v1/stories/${story}/join`, { from: ended, ...who }),
      await post(`/v1/articles/${own}/move`, { storyId: story, ...who }),
      await post(`/v1/stories/${story}/split`, { articleIds: [stranger], ...who }),
      await post(`/v1/stories/${story}/split`, { articleIds: all, ...who }),
      await post(`/v1/stories/${story}/retopic`, { topics: ['sport'], ...who }),
      await post(`/v1/stories/${story}/retopic`, { topics: ['medtop:99000000'], ...who }),
    ].map((response) => [response.statusCode, response.json().detail])
    expect(details).toEqual([
      [409, `Story ${ended} was merged into ${story}: name that one.`],
      [409, `Story ${ended} was merged into ${story}: name that one.`],
      [409, `Article ${own} is in story ${story} already.`],
      [409, `Article ${stranger} is not in story ${story}.`],
      [400, expect.stringContaining('all its articles')],
      [400, expect.stringContaining('"sport" is not the id of a topic')],
      [400, expect.stringContaining('"medtop:99000000" is not the id of a topic')],
    ])
  })
})
