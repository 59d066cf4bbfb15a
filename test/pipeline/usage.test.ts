import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { articleIdOfUrl, normalUrl } from '@dateline/domain'
import { submitUrl } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { getArticle } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { visitAllNow } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Circle, startCircle } from './circle.ts'

const HOST = 'lamplight.example'
const at = (path: string) => `http://${HOST}${path}`

const page = (title: string, head = '') => `<!doctype html><html lang="en"><head><title>${title}</title>
  <meta property="og:url" content="${at(`/${title.toLowerCase().replaceAll(' ', '-')}`)}">${head}</head><body><article>
  <h1>${title}</h1>
  ${['harbour', 'council', 'lighthouse', 'ferry']
    .map(
      (word) => `<p>The ${word} was closed for a second day while engineers looked at the old wall, the mayor said on
      Monday. Nobody was hurt, and work on the ${word} goes on until the end of the month, when it opens again.</p>`,
    )
    .join('\n')}</article></body></html>`

const SITE: Readonly<Record<string, { body: string; headers?: Record<string, string> }>> = {
  '/.well-known/tdmrep.json': { body: JSON.stringify([{ location: '/reserved-', 'tdm-reservation': 1 }]) },
  '/harbour-wall-has-nothing-to-say': { body: page('Harbour wall has nothing to say') },
  '/council-wants-no-copies-kept': {
    body: page('Council wants no copies kept'),
    headers: { 'X-Robots-Tag': 'noarchive' },
  },
  '/ferry-wants-no-snippets-shown': {
    body: page('Ferry wants no snippets shown', '<meta name="robots" content="nosnippet">'),
  },
  '/lighthouse-reserves-its-rights': {
    body: page('Lighthouse reserves its rights', '<meta name="tdm-reservation" content="1">'),
  },
  '/reserved-by-a-file-of-the-site': { body: page('Reserved by a file of the site') },
}

describe('what publishers ask for', async () => {
  const { database, url: databaseUrl } = await testDatabase()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const found = SITE[path]
    response
      .writeHead(found === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...found?.headers })
      .end(found?.body)
  })
  let circle: Circle

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    circle = await startCircle({
      DATABASE_URL: databaseUrl,
      FETCH_HOST_OVERRIDES: `${HOST}=127.0.0.1:${port}`,
      FETCH_GAP_MS: '0',
      USAGE_POLICY: 'noarchive=no-bytes,tdm=no-text',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    })
    for (const path of Object.keys(SITE).slice(1)) await submitUrl(circle.platform, at(path))
    await waitUntilIdle(database)
  }, 60_000)
  afterAll(async () => {
    await circle.stop()
    server.close()
  })

  const look = async (path: string) => {
    const found = await getArticle(database.db, articleIdOfUrl(normalUrl(at(path))!))
    const { rows } = await sql<{ data: { rawSha256: string } }>`
      select e.data::jsonb as data from log.event e
       where e.stream = ${found!.articleId} and e.type = 'ArticleFetched'`.execute(database.db)
    return { ...found!, isKept: await circle.platform.archive.has(rows[0]!.data.rawSha256) }
  }

  test.for([
    ['/harbour-wall-has-nothing-to-say', 'extracted', null, true],
    ['/council-wants-no-copies-kept', 'extracted', [{ use: 'noarchive', evidence: 'x-robots-tag: noarchive' }], false],
    [
      '/ferry-wants-no-snippets-shown',
      'extracted',
      [{ use: 'nosnippet', evidence: '<meta name="robots" content="nosnippet">' }],
      true,
    ],
    ['/lighthouse-reserves-its-rights', 'rejected', null, false],
    ['/reserved-by-a-file-of-the-site', 'rejected', null, false],
  ] as const)('%s: %s', async ([path, status, usage, isKept]) => {
    const found = await look(path)
    const lower = found.usage?.map(({ use, evidence }) => ({
      use,
      evidence: evidence.replace(/^X-R.*?:/i, 'x-robots-tag:'),
    }))
    expect({ status: found.status, usage: lower ?? null, isKept: found.isKept }).toEqual({ status, usage, isKept })
    expect(found.rejectReason).toBe(status === 'rejected' ? 'usage-refused' : null)
    expect(found.extraction === null).toBe(status === 'rejected')
  })

  test('each stored article says why its address is its own', async () => {
    expect((await look('/harbour-wall-has-nothing-to-say')).original).toMatchObject({ rule: 'og-url' })
  })

  test('a later visit does not bring back what was taken away', { timeout: 60_000 }, async () => {
    const before = asked.length
    await visitAllNow(database.db)
    await waitUntilIdle(database)
    expect(asked.length).toBeGreaterThan(before)
    expect((await look('/council-wants-no-copies-kept')).isKept).toBe(false)
    expect((await look('/lighthouse-reserves-its-rights')).isKept).toBe(false)
  })

  test('the file that reserves rights is asked for once', () => {
    expect(asked.filter((path) => path.endsWith('tdmrep.json'))).toHaveLength(1)
  })
})
