import { buildServer } from '@dateline/api'
import { decideProposal, type Embedder, listProposals, proposeMerges, splitStory } from '@dateline/curation'
import { waitUntilIdle } from '@dateline/platform'
import { digest } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Circle, startCircle } from '../pipeline/circle.ts'
import { PATIENT, publish, strike, wolves } from './press.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

const { database, url } = await testDatabase()
const who = { actor: 'editor@desk.example', reason: 'read both' }
const since = new Date('2000-01-01')

/** Sees in every text only whether it is about animals, and a little of its length. */
const embedder: Embedder = {
  id: 'test:animals',
  embed: async (texts) => texts.map((text) => Float32Array.of(/wol|Wöl/i.test(text) ? 1 : 0, 0.2, text.length / 1e5)),
}

const GERMAN = {
  title: 'Wölfe kehren nach neunzig Jahren in die Berge zurück',
  day: '2031-03-09',
  text: `Ein Wolfspaar hat vier Welpen großgezogen, die ersten seit neunzig Jahren, wie die Aufseher des Naturparks am Montag mitteilten.

Kameras zeigten die Tiere in der Nähe eines Dorfes, in dem Hirten im Winter elf Schafe verloren hatten. Zäune und Hunde sollen nun helfen.`,
}

let circle: Circle
let ids: string[]

beforeAll(async () => {
  circle = await startCircle({ DATABASE_URL: url, ...PATIENT })
  ids = await publish(circle.platform, [strike, wolves, GERMAN])
})
afterAll(() => circle.stop())

const storyOf = async (articleId: string) => {
  const { rows } = await sql<{ story_id: string }>`
    select story_id from read.article where article_id = ${articleId}`.execute(database.db)
  return rows[0]!.story_id
}

/** In the order of the tests. */
test('an embedder proposes and changes nothing', async () => {
  const before = await digest(database)
  expect(await proposeMerges(circle.platform, embedder, { since, scoreMin: 0.9 })).toEqual({ stories: 3, proposed: 1 })
  expect(await proposeMerges(circle.platform, embedder, { since, scoreMin: 0.9 })).toEqual({ stories: 3, proposed: 0 })
  expect(await digest(database)).toEqual(before)
  const [proposal] = await listProposals(database)
  const stories = [await storyOf(ids[1]!), await storyOf(ids[2]!)]
  expect([proposal!.storyId, proposal!.fromId].sort()).toEqual(stories.toSorted())
  expect(proposal).toMatchObject({ model: 'test:animals', labels: expect.arrayContaining([wolves.title]) })
})

test('a person who accepts joins the stories, and the record says on whose proposal', async () => {
  const [proposal] = await listProposals(database)
  const { storyId } = await decideProposal(circle.platform, proposal!.proposalId, 'accepted', who)
  await waitUntilIdle(database)
  expect(await storyOf(ids[1]!)).toBe(storyId)
  expect(await storyOf(ids[2]!)).toBe(storyId)
  const { rows } = await sql<{ data: string }>`
    select e.data from log.event e where e.type = 'StoryMerged'`.execute(database.db)
  expect(JSON.parse(rows.at(-1)!.data)).toMatchObject({
    actor: who.actor,
    reason: expect.stringContaining('test:animals'),
  })
  expect(await listProposals(database)).toEqual([])
  await expect(decideProposal(circle.platform, proposal!.proposalId, 'rejected', who)).rejects.toThrow(
    'accepted already',
  )
})

test('what a person has split is not proposed', async () => {
  await splitStory(circle.platform, await storyOf(ids[1]!), { articleIds: [ids[2]!] }, who)
  await waitUntilIdle(database)
  expect(await proposeMerges(circle.platform, embedder, { since, scoreMin: 0.9 })).toMatchObject({ proposed: 0 })
})

test('what is rejected is not proposed again, which the log holds with who decided', async () => {
  expect((await proposeMerges(circle.platform, embedder, { since, scoreMin: 0.05 })).proposed).toBeGreaterThan(0)
  const proposals = await listProposals(database)
  for (const { proposalId } of proposals) await decideProposal(circle.platform, proposalId, 'rejected', who)
  const { rows } = await sql<{ data: string }>`
    select e.data from log.event e
     where e.type = 'StoriesKeptApart' order by e.position`.execute(database.db)
  expect(rows.map(({ data }) => JSON.parse(data))).toEqual(
    proposals.map(({ storyId, fromId }) => ({
      storyId,
      otherStoryId: fromId,
      actor: who.actor,
      reason: expect.stringContaining('test:animals'),
    })),
  )
  // The table of proposals is work in hand, and may be lost.
  await sql`delete from work.story_proposal`.execute(database.db)
  expect(await proposeMerges(circle.platform, embedder, { since, scoreMin: 0.05 })).toMatchObject({ proposed: 0 })
  expect(await listProposals(database)).toEqual([])
  await expect(decideProposal(circle.platform, 'proposal-0', 'accepted', who)).rejects.toThrow('There is no proposal')
})

test('by REST as by the command line', async () => {
  await sql`insert into work.story_proposal (proposal_id, story_id, from_id, score, model)
    values ('proposal-0123456789ab', ${await storyOf(ids[0]!)}, ${await storyOf(ids[2]!)}, 0.9, 'test:rest')`.execute(
    database.db,
  )
  const server = await buildServer(circle.platform)
  const listed = await server.inject('/v1/proposals')
  expect(listed.json()).toMatchObject({
    items: [{ proposalId: 'proposal-0123456789ab', score: 0.9, model: 'test:rest' }],
  })
  const decide = (verb: string, payload: object) =>
    server.inject({ method: 'POST', url: `/v1/proposals/proposal-0123456789ab/${verb}`, payload })
  expect((await decide('accept', { actor: '', reason: 'same' })).statusCode).toBe(400)
  expect((await decide('reject', who)).json()).toMatchObject({ storyId: await storyOf(ids[0]!) })
  expect((await decide('accept', who)).statusCode).toBe(409)
  expect((await server.inject('/v1/proposals')).json()).toEqual({ items: [] })
  await server.close()
})

test('what comes weeks after a story is an episode of its own, and both views name the other', async () => {
  const [later] = await publish(circle.platform, [
    { ...strike, title: `A year on: ${strike.title}`, day: '2031-05-20' },
  ])
  const [first, episode] = [await storyOf(ids[0]!), await storyOf(later!)]
  expect(episode).not.toBe(first)
  const { rows } = await sql<{ follows_story_id: string | null; followed_by: string[] }>`
    select follows_story_id, followed_by from read.story where story_id in (${first}, ${episode}) order by first_position`.execute(
    database.db,
  )
  expect(rows).toEqual([
    { follows_story_id: null, followed_by: [episode] },
    { follows_story_id: first, followed_by: [] },
  ])
})
