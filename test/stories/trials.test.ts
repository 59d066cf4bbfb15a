import type { Grouper } from '@dateline/classification'
import { LINK_MODEL, packModel, textFeatures, trainTopics } from '@dateline/classification'
import {
  CLASSIFICATION_MODEL,
  digestTrial,
  discardTrial,
  getTrial,
  linkModelOf,
  listTrials,
  moveArticle,
  openClassificationTrial,
  openTrial,
  promoteClassificationTrial,
  promoteStoryTrial,
  reportClassificationTrial,
  reportStoryTrial,
  runClassificationTrial,
  runStoryTrial,
} from '@dateline/curation'
import { sha256Hex } from '@dateline/domain'
import { waitUntilIdle } from '@dateline/platform'
import { digest, verifyViews } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Circle, startCircle } from '../pipeline/circle.ts'
import { PATIENT, publish, strike, strikeReports, wolves } from './press.ts'
import { decisionsOf, recordedDecisions, replayElsewhere } from './replays.ts'

// Everything runs here, and on a loaded machine it takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

const { database, url } = await testDatabase()
const who = { actor: 'editor@desk.example', reason: 'twin events' }
/** A model that holds nothing for one story: as a file, with the constants of both halves far down. */
const doubting = LINK_MODEL.weights.map((weight, at) => (at % (LINK_MODEL.weights.length / 2) === 0 ? -100 : weight))
const strict = linkModelOf(JSON.stringify({ id: 'doubting', weights: doubting }), 0.6)

let circle: Circle
let ids: string[]

beforeAll(async () => {
  circle = await startCircle({ DATABASE_URL: url, ...PATIENT })
  ids = await publish(circle.platform, [strike, ...strikeReports, wolves])
})
afterAll(() => circle.stop())

async function run(model: typeof strict, steps = Number.POSITIVE_INFINITY) {
  const trial = await openTrial(database, 'stories', model, 'test')
  const running = runStoryTrial(database, trial)
  for (let step = 0; step < steps; step++) {
    const next = await running.next()
    if (next.done) return next.value
  }
  return null
}

describe('a replay', () => {
  test('by the shipped model gives what was recorded, byte by byte, with model and word table named', async () => {
    const { trial, grouper } = (await run(LINK_MODEL))!
    const decisions = await decisionsOf(database, trial.trialId)
    expect(decisions.toSorted()).toEqual((await recordedDecisions(database)).toSorted())
    expect(decisions.filter((line) => line.includes('ArticleJoinedStory'))[0]).toMatch(
      new RegExp(`"grouper":"stories/\\d+ ${LINK_MODEL.id} idf [^"]+\\+\\d+"`),
    )
    const report = await reportStoryTrial(database, trial, grouper)
    expect(report).toMatchObject({ articles: 5, b3: 1, pairF1: 1, articlesChanged: 0, apart: [], together: [] })
  })

  test('again, and in another process, gives the same bytes', async () => {
    const trialId = (await run(LINK_MODEL))!.trial.trialId
    const first = await digestTrial(database, trialId)
    await discardTrial(database, trialId)
    expect(await digestTrial(database, (await run(LINK_MODEL))!.trial.trialId)).toBe(first)
    await discardTrial(database, trialId)
    const elsewhere = await replayElsewhere(url)
    expect(elsewhere).toMatchObject({ trialId, digest: first })
  })

  test('touches nothing that is served, and says what would change', async () => {
    const before = await digest(database)
    const { trial, grouper } = (await run(strict))!
    const report = await reportStoryTrial(database, trial, grouper)
    expect(report.storiesAfter).toBeGreaterThan(report.storiesBefore)
    expect(report.b3).toBeLessThan(1)
    expect(report.apart[0]!.titles.every((title) => title.length > 5)).toBe(true)
    expect(await digest(database)).toEqual(before)
  })

  test('that was interrupted goes on where it was, to the same end', async () => {
    const whole = await digestTrial(database, (await run(strict))!.trial.trialId)
    const { trialId } = (await run(strict))!.trial
    const head = (await run(strict))!.trial.position
    const middle = Math.floor(head / 2)
    await sql`delete from work.trial_decision where trial_id = ${trialId} and position > ${middle}`.execute(database.db)
    await sql`update work.trial set position = ${middle} where trial_id = ${trialId}`.execute(database.db)
    expect((await run(strict))!.trial.position).toBe(head)
    expect(await digestTrial(database, trialId)).toBe(whole)
  })
})

test('classifying again by the same release gives the recorded verdicts, byte by byte', async () => {
  const trial = await openTrial(database, 'classification', CLASSIFICATION_MODEL, 'test')
  const running = runClassificationTrial(database, trial)
  let next = await running.next()
  while (!next.done) next = await running.next()
  const report = await reportClassificationTrial(database, next.value)
  expect(report).toMatchObject({ articles: 5, same: 5, topicsChanged: 0, examples: [] })
})

describe('a promotion', () => {
  let grouper: Grouper
  let pinned: string

  beforeAll(async () => {
    // A person has put a report on the strike among the wolves.
    pinned = ids[3]!
    const { rows } = await sql<{ story_id: string }>`
      select story_id from read.article where article_id = ${ids[4]}`.execute(database.db)
    await moveArticle(circle.platform, pinned, rows[0]!.story_id, who)
    await waitUntilIdle(database)
    const done = (await run(strict))!
    grouper = done.grouper
    await promoteStoryTrial(circle.platform, done.trial, grouper, who)
    await waitUntilIdle(database)
  })

  const storyOf = async (articleId: string) => {
    const { rows } = await sql<{ story_id: string }>`
      select story_id from read.article where article_id = ${articleId}`.execute(database.db)
    return rows[0]!.story_id
  }

  test('makes the stories those of the trial, except where people have placed articles', async () => {
    for (const a of ids.slice(0, 3)) {
      for (const b of ids.slice(0, 3)) {
        expect((await storyOf(a)) === (await storyOf(b))).toBe(grouper.storyOf(a) === grouper.storyOf(b))
      }
    }
    expect(await storyOf(pinned)).toBe(await storyOf(ids[4]!))
  })

  test('is one event, and every move names it', async () => {
    const { rows } = await sql<{ type: string; data: string }>`
      select e.type, e.data from log.event e
       where e.type = 'GroupingPromoted' or e.cause like 'operator/promote/%' order by e.position`.execute(database.db)
    expect(rows.filter(({ type }) => type === 'GroupingPromoted')).toHaveLength(1)
    expect(rows[0]!.type).toBe('GroupingPromoted')
    expect(JSON.parse(rows[0]!.data)).toMatchObject({ model: { id: strict.id }, ...who })
    expect(rows.length).toBeGreaterThan(1)
  })

  test('is in force for later articles, after a restart as well', async () => {
    await circle.stop()
    circle = await startCircle({ DATABASE_URL: url, ...PATIENT })
    const [later] = await publish(circle.platform, [
      { ...strikeReports[1]!, title: `Once more: ${strikeReports[1]!.title}` },
    ])
    const { rows } = await sql<{ grouper: string }>`
      select grouper from read.story_article where article_id = ${later}`.execute(database.db)
    expect(rows[0]!.grouper).toContain(strict.id)
  })

  test('again changes nothing', async () => {
    const done = (await run(strict))!
    const again = await promoteStoryTrial(circle.platform, done.trial, done.grouper, who)
    expect(again).toMatchObject({ opened: 0, ended: 0, moved: 0 })
  })
})

describe('a model of topics of one’s own', () => {
  let file: Buffer
  const topicsOf = async (table = 'read.article') =>
    (
      await sql<{ article_id: string; topics: string[] }>`
        select article_id, topics from ${sql.raw(table)} order by article_id`.execute(database.db)
    ).rows
  const types = async (type: string) =>
    (
      await sql<{ position: number; stream: string; event_id: string; data: string }>`
        select e.position, e.stream, e.event_id, e.data from log.event e
         where e.type = ${type} order by e.position`.execute(database.db)
    ).rows.map(({ data, ...event }) => ({ ...event, data: JSON.parse(data) }))
  const tryModel = async (from: Buffer | null) => {
    const model = from === null ? null : { bytes: from, name: 'own.json', sha256: sha256Hex(from) }
    const trial = await openClassificationTrial(database, model)
    const running = runClassificationTrial(database, trial)
    for (;;) {
      const next = await running.next()
      if (next.done) return next.value
    }
  }

  beforeAll(() => {
    const about = (topic: string, ...texts: string[]) =>
      texts.map((text) => ({ features: textFeatures('', text, 'en'), topic }))
    const model = trainTopics(
      [
        ...about(
          'medtop:20000530',
          'dock strike union walkout',
          'strike talks breaks union',
          'stevedores strike docks',
        ),
        ...about('medtop:20000441', 'wolves cubs hills park', 'rangers wolves sheep river', 'wolves return biologists'),
      ],
      { cost: 1, passesMax: 40, bias: 1, textsMin: 1, featuresMax: 1_000, balance: 0, ownWeight: 1 },
    )
    const calibration = { score: 6, lead: 0.3, offset: 3 }
    const parts = { taxonomy: 'own/1', calibration, deepCalibration: calibration, deep: [] }
    file = Buffer.from(JSON.stringify(packModel(model, parts)))
  })

  test('is tried beside the old, and a page shows what would change', async () => {
    const before = await digest(database)
    const report = await reportClassificationTrial(database, await tryModel(file))
    expect(report.topicsChanged).toBe(report.articles)
    expect(report.storiesChanged).toBeGreaterThan(0)
    expect(report.topics).toContainEqual(expect.objectContaining({ qcode: 'medtop:20000530', name: 'strikes' }))
    expect(await digest(database)).toEqual(before)
  })

  test('is promoted by one event, which every verdict that follows from it names', async () => {
    const stories = (await types('ArticleJoinedStory')).length
    const at = (await sql<{ position: number }>`select position from log.head`.execute(database.db)).rows[0]!.position
    const past = await topicsOf()
    const promoted = await promoteClassificationTrial(circle.platform, await tryModel(file), who)
    expect(promoted).toEqual({ model: `sha256:${sha256Hex(file)}`, recorded: past.length })
    await waitUntilIdle(database)
    const [event, ...others] = await types('ClassificationPromoted')
    expect(others).toEqual([])
    expect(event!.data).toMatchObject({ model: { sha256: sha256Hex(file) }, articlesChanged: past.length, ...who })
    const verdicts = (await types('ArticleClassified')).filter(({ position }) => position > event!.position)
    expect(new Set(verdicts.map(({ data }) => data.promotion))).toEqual(new Set([event!.event_id]))
    // The views have them, those of the past have not, and grouping takes no verdict for news.
    const now = await topicsOf()
    expect(now.find(({ article_id }) => article_id === ids[4])!.topics).toEqual(['medtop:20000441'])
    expect(await topicsOf(`read.article_at_position(${at})`)).toEqual(past)
    expect((await types('ArticleJoinedStory')).length).toBe(stories)
    expect(await promoteClassificationTrial(circle.platform, await tryModel(file), who)).toMatchObject({ recorded: 0 })
    expect(await types('ClassificationPromoted')).toHaveLength(1)
  })

  test('classifies what comes later, after a restart as well', async () => {
    await circle.stop()
    circle = await startCircle({ DATABASE_URL: url, ...PATIENT })
    const [later] = await publish(circle.platform, [{ ...wolves, title: `Again: ${wolves.title}` }])
    const last = (await types('ArticleClassified')).at(-1)!
    expect(last.stream).toBe(later)
    expect(last.data.classification).toMatchObject({ model: `sha256:${sha256Hex(file)}`, taxonomy: 'own/1' })
    expect(last.data.promotion).toBeUndefined()
  })

  test('is taken back by promoting the one that ships', async () => {
    const { recorded } = await promoteClassificationTrial(circle.platform, await tryModel(null), who)
    expect(recorded).toBeGreaterThan(4)
    await waitUntilIdle(database)
    const report = await reportClassificationTrial(database, await tryModel(null))
    expect(report).toMatchObject({ topicsChanged: 0, same: report.articles })
    // Folded anew from the log alone, the views are the same.
    const verdicts = await verifyViews(database, { names: ['article', 'tally', 'story'] })
    expect(verdicts.map(({ name, isSame }) => ({ name, isSame }))).toEqual(
      ['article', 'tally', 'story'].map((name) => ({ name, isSame: true })),
    )
  })
})

test('a trial that is discarded is gone', async () => {
  for (const { trialId } of await listTrials(database)) await discardTrial(database, trialId)
  expect(await listTrials(database)).toEqual([])
  await expect(getTrial(database, 'trial-000000000000')).rejects.toThrow('There is no trial')
})
