import { buildServer } from '@dateline/api'
import { type AnyEvent, articleIdOfUrl, type Extraction, sha256Hex } from '@dateline/domain'
import { extract } from '@dateline/extraction'
import { registerSource } from '@dateline/intake'
import { openMetrics, waitUntilIdle } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Circle, startCircle } from '../pipeline/circle.ts'
import { FERRY, newsPage } from './news-page.ts'

const { database, url: DATABASE_URL } = await testDatabase()
const HOST = 'www.herald.example'
let circle: Circle
let server: FastifyInstance
let sourceId = ''
let pages = 0

beforeAll(async () => {
  circle = await startCircle({ DATABASE_URL, LOG_LEVEL: 'silent' })
  server = await buildServer(circle.platform)
  const registered = await registerSource(circle.platform, {
    ...{ kind: 'feed', url: `https://${HOST}/feed.xml`, name: null, schedule: { kind: 'interval', seconds: 86_400 } },
  })
  sourceId = registered.sourceId
}, 60_000)

afterAll(async () => {
  await server.close()
  await circle.stop()
})

/** One page of the host, read by the extractor that ships; recorded as the services do. */
async function read(html: string, listedBy = sourceId): Promise<void> {
  pages += 1
  const url = `https://${HOST}/2031/${pages}`
  const stream = articleIdOfUrl(url)
  const found = extract({ html, url, capturedAt: '2031-04-06T08:00:00Z', kind: 'html' })
  const raw = { rawSha256: sha256Hex(`${pages}`), extractor: 'html/1' }
  const discovered = {
    url,
    normalUrl: url,
    sourceId: listedBy,
    via: 'feed',
    listedTitle: null,
    listedPublishedAt: null,
  } as const
  const verdict: AnyEvent =
    found.verdict === 'article'
      ? {
          type: 'ArticleExtracted',
          data: { ...raw, extraction: found.extraction as Extraction, contentSha256: sha256Hex(`c${pages}`) },
        }
      : { type: 'ArticleRejected', data: { ...raw, reason: found.reason, evidence: found.evidence } }
  const events = [{ type: 'ArticleDiscovered', data: { ...discovered, discoveredAt: '2031-04-06T08:00:00Z' } }, verdict]
  await circle.platform.log.append(stream, 'any', events as never, { cause: `test/${pages}` })
}

const well = (index: number) =>
  newsPage(`Ferry news of day ${index}`, [
    ...FERRY,
    `This was said on day ${index} of the inquiry, by a clerk of the port.`,
  ])
/** The new template draws its text by scripts. */
const broken = () =>
  `<html><head><title>Herald</title><script>${'x();'.repeat(900)}</script></head><body><div id="app"></div></body></html>`

const drifts = async (query = '') => (await server.inject({ url: `/v1/layout-drifts?${query}` })).json().items

test('a host that is well raises no alarm', async () => {
  for (let index = 0; index < 45; index++) await read(well(index))
  await waitUntilIdle(database)
  expect(await drifts()).toEqual([])
}, 90_000)

test('a changed template does, as an event of its source', async () => {
  for (let index = 0; index < 10; index++) await read(broken())
  await waitUntilIdle(database)
  expect(await drifts('open=true')).toMatchObject([
    { host: HOST, sourceId, recoveredAt: null, alarms: 1, evidence: expect.stringContaining('no article on') },
  ])
  const { items } = (await server.inject({ url: `/v1/events?stream=source-${sourceId}` })).json()
  expect(items.map(({ type }: { type: string }) => type)).toContain('SourceLayoutDrifted')
  expect(await openMetrics(circle.platform).metrics()).toContain(`dateline_layout_drifted{host="${HOST}"} 1`)
}, 60_000)

test('and the alarm ends when the pages are well again, whoever lists them', async () => {
  const other = await registerSource(circle.platform, {
    ...{ kind: 'feed', url: `https://${HOST}/other.xml`, name: null, schedule: { kind: 'interval', seconds: 86_400 } },
  })
  for (let index = 0; index < 12; index++) await read(well(index), other.sourceId)
  await waitUntilIdle(database)
  expect(await drifts('open=true')).toEqual([])
  expect(await drifts()).toMatchObject([{ host: HOST, recoveredAt: expect.any(String) }])
}, 60_000)
