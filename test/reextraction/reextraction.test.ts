import { eraseBytes } from '@dateline/archive'
import { type ArticleEvent, EXTRACTING_STREAM, type ExtractingEvent } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { importDocument } from '@dateline/intake'
import { openThreads, waitUntilIdle } from '@dateline/platform'
import { getArticle, listRevisions } from '@dateline/read-models'
import { compareRun, promoteRun, READER_MODULE, runAgain } from '@dateline/reextraction'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Circle, startCircle } from '../pipeline/circle.ts'
import { FERRY, newsPage } from '../revisions/news-page.ts'
import { EXTRACTOR } from './extractor-two.ts'

const { database, url: DATABASE_URL } = await testDatabase()
const { db } = database
const module = new URL('./extractor-two.ts', import.meta.url).href
const threads = openThreads({ filename: READER_MODULE, threads: 1, timeoutMs: 30_000, workerData: { module } })
const filter = { sourceId: null, since: null, limit: null }
let circle: Circle
const ids: string[] = []
let lost = ''
const bodyOf = (index: number) => [
  ...FERRY,
  `This is said by outlet ${index} alone, and by nobody else in the republic.`,
]
const firstBody = bodyOf(0)
/** Its publisher asks for something, which is recorded with it. */
const ASKING = 3
const asking = (html: string, rule: string) => html.replace('<head>', `<head><meta name="robots" content="${rule}">`)
const decision = { actor: 'desk@gazette.example', reason: 'headlines as the house prints them' }

const importPage = async (name: string, html: string, capturedAt: string | null = null) => {
  const about = { kind: 'html' as const, mediaType: 'text/html; charset=utf-8', fileName: null, capturedAt }
  const document = { ...about, bytes: Buffer.from(html), url: `https://${name}.example/2031/a` }
  return (await importDocument(circle.platform, document)).articleId
}

beforeAll(async () => {
  circle = await startCircle({ DATABASE_URL, LOG_LEVEL: 'silent', USAGE_POLICY: 'noindex=no-text' })
  const titles = ['Ferry runs aground', 'Captain arrested', 'Front page of a strange kind', 'Company promises inquiry']
  for (const [index, title] of titles.entries()) {
    const page = newsPage(title, bodyOf(index))
    ids.push(await importPage(`outlet-${index}`, index === ASKING ? asking(page, 'noarchive') : page))
  }
  await importPage('empty', '<html><body><p>Nothing.</p></body></html>')
  await importPage(
    'unwilling',
    asking(newsPage('Ferry sold', [...FERRY, 'Nobody knows to whom it was sold.']), 'noindex'),
  )
  await waitUntilIdle(database)
  // Visited again, with other furniture: what stands was read from the earlier bytes.
  const later = newsPage(titles[0]!, firstBody, { furniture: 'Ten things to do on a rainy Sunday in Port Amsel' })
  await importPage('outlet-0', later, '2031-04-07T08:00:00Z')
  // One whose bytes are no longer kept.
  lost = await importPage(
    'lost',
    newsPage('Harbour dredged', [...FERRY, 'The dredger came from Quern, and will stay.']),
  )
  await waitUntilIdle(database)
  const { rawSha256 } = (await getArticle(db, lost))!
  await eraseBytes(circle.platform, rawSha256!)
}, 90_000)

afterAll(async () => {
  await circle.stop()
  await threads.stop()
})

/** As the command does; `stopAfter` stands for a kill. */
async function run(stopAfter = Number.POSITIVE_INFINITY) {
  const stopping = new AbortController()
  const seen: number[] = []
  const result = await runAgain(
    {
      database,
      archive: circle.platform.archive,
      async read(task) {
        const done = await threads.run<Awaited<ReturnType<Parameters<typeof runAgain>[0]['read']>>>(task)
        if (done.kind !== 'done') throw new Error(done.detail)
        return done.result
      },
    },
    {
      ...{ extractor: EXTRACTOR, filter, perSecondMax: 1_000, signal: stopping.signal },
      onProgress(lookedAt) {
        seen.push(lookedAt)
        if (lookedAt >= stopAfter) stopping.abort()
      },
    },
  )
  return { result, seen }
}

describe('a second version over the archive', () => {
  test('goes on where it was stopped, and touches nothing that stands', async () => {
    const before = await db.selectFrom('log.head').select('position').executeTakeFirstOrThrow()
    const first = await run(2)
    expect(first.result).toMatchObject({ lookedAt: 2, endedAt: null })
    const second = await run()
    expect(second.seen[0]).toBe(3)
    expect(second.result).toMatchObject({ lookedAt: 7, endedAt: expect.any(Date) })
    expect(second.seen.at(-1)).toBe(7)
    expect((await run()).seen).toEqual([])
    expect(await db.selectFrom('log.head').select('position').executeTakeFirstOrThrow()).toEqual(before)
  })

  test('is compared field by field', async () => {
    const { result } = await run()
    const report = await compareRun(db, result.runId, 2)
    expect(report.outcomes).toEqual([
      { outcome: 'differs', articles: 3 },
      { outcome: 'lost', articles: 1 },
      { outcome: 'missing', articles: 1 },
      { outcome: 'refused', articles: 1 },
      { outcome: 'same', articles: 1 },
    ])
    expect(report.missing).toEqual([{ articleId: lost, rawSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect(report.fields).toContainEqual({ field: 'title', changed: 3, gained: 0, lost: 0 })
    expect(report.fields).toContainEqual({ field: 'authors', changed: 0, gained: 0, lost: 3 })
    expect(report.fields).toContainEqual({ field: 'text', changed: 3, gained: 0, lost: 1 })
    const sample = report.samples.find(({ field, articleId }) => field === 'title' && articleId === ids[0])
    if (sample !== undefined)
      expect(sample).toMatchObject({ before: 'Ferry runs aground', after: 'FERRY RUNS AGROUND' })
    expect(report.samples.filter(({ field }) => field === 'title')).toHaveLength(2)
    // Of a text, where the two part: the made-up version leaves the last paragraph out.
    const text = report.samples.find(({ field, after }) => field === 'text' && after !== null)
    expect(text?.before).toMatch(/^….+This is said by outlet/)
    expect(text?.after).not.toContain('This is said')
    expect(report.worst[0]).toMatchObject({ articleId: ids[2], similarity: 0 })
  })

  test('stands when it is promoted, and what stood can be read as of then', async () => {
    const { position } = await db.selectFrom('log.head').select('position').executeTakeFirstOrThrow()
    // A page that is captured anew meanwhile is left alone.
    await importPage(
      'outlet-1',
      newsPage('Captain released', [...FERRY, 'A judge has let the captain of the ferry go home on Friday.']),
    )
    await waitUntilIdle(database)
    const { result } = await run()
    expect(await promoteRun(circle.platform, result, decision)).toEqual({ recorded: 3, overtaken: 1 })
    expect(await promoteRun(circle.platform, result, decision)).toEqual({ recorded: 0, overtaken: 0 })
    await waitUntilIdle(database)
    expect(await getArticle(db, ids[0]!)).toMatchObject({
      title: 'FERRY RUNS AGROUND',
      extractor: 'html/made-up-2',
      stealthEdits: 0,
    })
    const then = await getArticle(db, ids[0]!, position)
    expect(then).toMatchObject({ title: 'Ferry runs aground', extractor: expect.not.stringContaining('made-up') })
    expect(then?.extraction?.authors.value).toMatchObject([{ name: 'Nora Quill' }])
    // The page has not changed: no revision, and what it said before is there to be seen.
    expect((await listRevisions(db, ids[0]!, null, 10)).items).toHaveLength(1)
    expect((await listRevisions(db, ids[0]!, null, 10, undefined, { updates: true })).items).toMatchObject([
      { why: 'read-again', title: 'FERRY RUNS AGROUND' },
      { why: 'changed', title: 'Ferry runs aground' },
    ])
    expect(await getArticle(db, ids[0]!)).toMatchObject({ revisionCount: 1 })
    expect(await getArticle(db, ids[2]!)).toMatchObject({ status: 'rejected', rejectReason: 'front-page' })
    expect(await getArticle(db, ids[1]!)).toMatchObject({ title: 'Captain released' })
  })

  test('is one event, which every new reading names', async () => {
    const [promoted, ...others] = await readStream<ExtractingEvent>(database, EXTRACTING_STREAM)
    expect(others).toEqual([])
    expect(promoted?.data).toMatchObject({
      extractor: EXTRACTOR,
      articles: 7,
      articlesChanged: 4,
      articlesMissing: 1,
      ...decision,
    })
    const events = await readStream<ArticleEvent>(database, ids[0]!)
    expect(events.findLast(({ type }) => type === 'ArticleExtracted')?.data).toMatchObject({
      promotion: promoted?.eventId,
    })
  })

  test('keeps what its publisher asks for', async () => {
    const events = await readStream<ArticleEvent>(database, ids[ASKING]!)
    const [first, promoted, ...others] = events.flatMap((event) =>
      event.type === 'ArticleExtracted' && !event.withdrawn ? [event.data] : [],
    )
    expect(others).toEqual([])
    expect(first?.usage).toMatchObject([{ use: 'noarchive' }])
    expect(promoted).toMatchObject({ extractor: EXTRACTOR.html, usage: first?.usage })
  })
})
