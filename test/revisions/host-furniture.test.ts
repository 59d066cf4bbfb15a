import { type ArticleEvent, sha256Hex } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { extract } from '@dateline/extraction'
import { importDocument } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { namedHostKnowledge } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Circle, startCircle } from '../pipeline/circle.ts'
import { FERRY, newsPage } from './news-page.ts'

const { database, url: DATABASE_URL } = await testDatabase()
let circle: Circle

/** A house's own line, between the paragraphs: nothing about it but its coming back says that it is furniture. */
const HOUSE_LINE =
  'The Amsel Gazette has told of the ports of the republic for ninety years, in calm weather and in storms.'
const own = (day: number) => [
  `On day ${day} of the inquiry the clerk of the port read ${day * 7} letters aloud, which took the whole of the morning.`,
  HOUSE_LINE,
  `A pilot told the court on day ${day} that he had seen the ship turn ${day} times before it struck the rocks off Lirio.`,
  `The judge adjourned the hearing of day ${day} when the lights of the town hall failed, and went home on foot.`,
]
const pageOf = (day: number) => newsPage(`Inquiry, day ${day}: the clerk reads`, own(day))

beforeAll(async () => {
  circle = await startCircle({ DATABASE_URL, LOG_LEVEL: 'silent' })
}, 60_000)
afterAll(() => circle.stop())

async function bring(day: number, html = pageOf(day)): Promise<string> {
  const { articleId } = await importDocument(circle.platform, {
    ...{ kind: 'html', mediaType: 'text/html; charset=utf-8', fileName: null, capturedAt: null },
    ...{ bytes: Buffer.from(html), url: `https://www.gazette.example/2031/inquiry-${day}` },
  })
  return articleId
}

async function read(day: number, html = pageOf(day)) {
  const articleId = await bring(day, html)
  await waitUntilIdle(database)
  return readingOf(articleId)
}

async function readingOf(articleId: string) {
  const event = (await readStream<ArticleEvent>(database, articleId)).findLast(
    ({ type }) => type === 'ArticleExtracted',
  )
  if (event?.type !== 'ArticleExtracted') throw new Error('the page was not read as an article')
  return event.data
}

test('nothing is known of a host with few pages, and its lines stay', async () => {
  const ids = await Promise.all([1, 2, 3, 4, 5, 6].map((day) => bring(day)))
  await waitUntilIdle(database)
  for (const id of ids) {
    const { extraction, hostKnowledge } = await readingOf(id)
    expect(extraction.text).toContain(HOUSE_LINE)
    expect(hostKnowledge).toBeUndefined()
  }
}, 120_000)

test('a line that six pages repeat is left out of the seventh, by an event that names what was known', async () => {
  const data = await read(7)
  expect(data.extraction.text).not.toContain(HOUSE_LINE)
  expect(data.extraction.text).toContain('On day 7 of the inquiry')
  expect(data.extraction.dropped).toContainEqual({ text: HOUSE_LINE, rule: 'host-furniture' })
  expect(data.hostKnowledge).toMatch(/^[0-9a-f]{64}$/)
}, 60_000)

test('read again with the snapshot of that name, the page gives the same to the byte', async () => {
  const data = await read(8)
  const hostKnowledge = await namedHostKnowledge(database.db, data.hostKnowledge!)
  const url = 'https://www.gazette.example/2031/inquiry-8'
  const again = extract({ html: pageOf(8), url, capturedAt: null, kind: 'html', hostKnowledge })
  expect(sha256Hex(JSON.stringify(again))).toBe(
    sha256Hex(JSON.stringify({ verdict: 'article', extraction: data.extraction, hostKnowledge: data.hostKnowledge })),
  )
}, 60_000)

test('what was left out keeps counting: the line is still known thirty pages on', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, index) => bring(9 + index)))
  await waitUntilIdle(database)
  expect((await read(40)).extraction.text).not.toContain(HOUSE_LINE)
}, 120_000)

test('a page that is mostly made of repeated lines is a copy, and loses nothing', async () => {
  const html = newsPage('The Gazette and its ports', [HOUSE_LINE, FERRY[0]])
  expect((await read(41, html)).extraction.text).toContain(HOUSE_LINE)
}, 60_000)

test('every snapshot that an event names comes back when all is learnt again', async () => {
  const line = 'Readers of the Gazette may write to the harbour office of the paper, which answers on Thursdays.'
  for (let day = 50; day < 65; day++) await read(day, newsPage(`Inquiry, day ${day}`, own(day).with(1, line)))
  const { rows: before } = await sql<{ sha256: string }>`select sha256 from work.host_knowledge order by 1`.execute(
    database.db,
  )
  expect(before.length).toBeGreaterThan(1)
  await sql`truncate work.host_lines, work.host_knowledge`.execute(database.db)
  await expect(namedHostKnowledge(database.db, before[0]!.sha256)).rejects.toThrow('try again later')
  await sql`update work.consumer set position = 0 where name = 'learn-hosts'`.execute(database.db)
  await waitUntilIdle(database)
  const { rows: after } = await sql<{ sha256: string }>`select sha256 from work.host_knowledge order by 1`.execute(
    database.db,
  )
  expect(after).toEqual(before)
}, 120_000)
