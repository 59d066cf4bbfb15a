import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { zstdDecompressSync } from 'node:zlib'
import { buildServer } from '@dateline/api'
import { exportWarc } from '@dateline/archive'
import { articleIdOfUrl, normalUrl } from '@dateline/domain'
import { importDocument, registerSource, withdrawArticle } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { rebuild, verifyViews } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { pollNow, recordSkips, visitAllNow } from '@dateline/work-state'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Circle, startCircle } from './pipeline/circle.ts'

const HOST = 'tern-gazette.example'
const COPY_HOST = 'copied-daily.example'
const PATH = '/2031/06/02/zorblatt-named-in-lamp-inquiry'
/** Words that stand nowhere but in the article that is withdrawn: headline, standfirst, text, and what a correction put in. */
const SECRETS = ['Zorblatt', 'zorblatt', 'quixventure', 'marmosel', 'plethorix']

const paragraphs = (words: readonly string[]) =>
  words
    .map(
      (word) => `<p>The ${word} was closed for a second day while engineers looked at the old wall, the mayor said on
      Monday. Nobody was hurt, and work on the ${word} goes on until the end of the month, when it opens again.</p>`,
    )
    .join('\n')
const page = (title: string, text: string, at = '2031-06-02T08:00:00Z') => `<!doctype html><html lang="en"><head>
  <title>${title}</title><meta property="og:title" content="${title}">
  <meta property="article:published_time" content="${at}"></head><body><article><h1>${title}</h1>
  <p class="byline">By Ada Quill</p>${text}</article></body></html>`

const COPIED = ['harbour', 'lighthouse', 'ferry line', 'old pier', 'north quay']
const SECRET_TEXT = paragraphs(['quixventure', ...COPIED, 'marmosel'])
/** As the article is corrected: the copy goes on saying what it said before. */
const corrected = (text: string) =>
  text.replace(
    'Nobody was hurt, and work on the lighthouse',
    'Three plethorix keepers were hurt, and work on the lighthouse',
  )
const site: Record<string, string> = {
  [`${HOST}/feed.xml`]: `<rss version="2.0"><channel><title>Tern Gazette</title>
    <item><title>Zorblatt named in lamp inquiry</title><link>http://${HOST}${PATH}</link>
      <description>All about the quixventure.</description></item>
    <item><title>Ferry runs again</title><link>http://${HOST}/2031/06/02/ferry-runs-again-today</link></item>
    </channel></rss>`,
  [`${HOST}${PATH}`]: page('Zorblatt named in lamp inquiry', SECRET_TEXT),
  [`${HOST}/2031/06/02/ferry-runs-again-today`]: page('Ferry runs again', paragraphs(['ferry', 'pier', 'council'])),
  [`${COPY_HOST}/feed.xml`]: `<rss version="2.0"><channel><title>Copied Daily</title>
    <item><title>Lamps closed for a second day</title><link>http://${COPY_HOST}/2031/06/02/lamps-closed</link></item>
    </channel></rss>`,
  [`${COPY_HOST}/2031/06/02/lamps-closed`]: page(
    'Lamps closed for a second day',
    paragraphs(COPIED),
    '2031-06-02T12:00:00Z',
  ),
}

/** Every value of every table, and all bytes of the archive: where any of the words is. */
async function findSecrets(database: Circle['platform']['database']): Promise<string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    for (const secret of SECRETS) {
      const { rows } = await database.pool.query(`select t::text as row from ${name} t where t::text like $1 limit 1`, [
        `%${secret}%`,
      ])
      for (const { row } of rows) found.push(`${name}: ${row}`.slice(0, 300))
    }
  }
  const { rows: raws } = await database.pool.query<{ coding: string; data: Buffer }>(
    'select coding, data from archive.raw',
  )
  for (const { coding, data } of raws) {
    const text = (coding === 'zstd' ? zstdDecompressSync(data) : data).toString()
    for (const secret of SECRETS) if (text.includes(secret)) found.push(`archive.raw: ${text.slice(0, 200)}`)
  }
  return found
}

describe('a withdrawn article', async () => {
  const { database, url: databaseUrl } = await testDatabase()
  const asked: string[] = []
  const web = createServer((request, response) => {
    const at = `${request.headers.host}${request.url}`
    asked.push(at)
    const body = site[at]
    const type = body?.startsWith('<rss') ? 'application/rss+xml' : 'text/html'
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body)
  })
  const articleId = articleIdOfUrl(normalUrl(`http://${HOST}${PATH}`)!)
  let circle: Circle
  let api: FastifyInstance
  let sourceId: string

  const get = async (url: string) => (await api.inject(url)).body
  const follow = async (host: string) => {
    const source = { kind: 'feed', url: `http://${host}/feed.xml`, name: host, schedule: { kind: 'adaptive' } } as const
    const registered = await registerSource(circle.platform, source)
    await waitUntilIdle(database)
    return registered.sourceId
  }
  const pollAgain = async () => {
    await pollNow(database.db, sourceId)
    await visitAllNow(database.db)
    await waitUntilIdle(database)
  }

  /** The copy said something else, until its original came to say the same: both events quote the original. */
  const tellOfTakenOver = async () => {
    const copyId = articleIdOfUrl(normalUrl(`http://${COPY_HOST}/2031/06/02/lamps-closed`)!)
    const about = {
      originalArticleId: articleId,
      ...{ originalContentSha256: 'd'.repeat(64), contentSha256: 'e'.repeat(64), detector: 'revisions/2' },
    }
    const sentences = [{ original: 'Two plethorix keepers were hurt.', copy: 'Three keepers were hurt.' }]
    const altered = { ...about, changes: [], sentences, evidence: 'another number' }
    const retracted = { ...about, evidence: 'the original says by now: “Three plethorix keepers were hurt.”' }
    const events = [
      { type: 'CopyAltered', data: altered },
      { type: 'CopyAlterationRetracted', data: retracted },
    ]
    await circle.platform.log.append(copyId, 'any', events, { cause: 'test/taken-over' })
    await waitUntilIdle(database)
  }

  beforeAll(async () => {
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
    const { port } = web.address() as AddressInfo
    circle = await startCircle({
      DATABASE_URL: databaseUrl,
      FETCH_HOST_OVERRIDES: [HOST, COPY_HOST].map((host) => `${host}=127.0.0.1:${port}`).join(','),
      FETCH_GAP_MS: '0',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    })
    api = await buildServer(circle.platform)
    sourceId = await follow(HOST)
    await follow(COPY_HOST)
    site[`${HOST}${PATH}`] = page('Zorblatt named again in lamp inquiry', corrected(SECRET_TEXT))
    await pollAgain()
    await pollAgain()
    await tellOfTakenOver()
    const skipped = { importName: 'old.warc.gz', record: `7 http://${HOST}${PATH}`, reason: 'http-404' }
    await recordSkips(database.db, [{ ...skipped, detail: `http://${HOST}${PATH} was answered with 404` }])
  }, 120_000)
  afterAll(async () => {
    await api.close()
    await circle.stop()
    web.close()
  })

  test('was everywhere before', async () => {
    expect(await get(`/v1/articles/${articleId}`)).toContain('plethorix')
    const places = new Set((await findSecrets(database)).map((place) => place.split(':')[0]))
    expect([...places].length).toBeGreaterThan(5)
    // Of another article: what its original was corrected by. It is held against that when nothing else is left to do.
    const findings = async () => expect(await get('/v1/findings?kind=outdated-copy')).toContain('plethorix')
    await vi.waitFor(findings, 25_000)
  })

  test('is nowhere afterwards: no table, no archived byte, no answer, no export', async () => {
    const { views } = await withdrawArticle(circle.platform, articleId, 'order of a court')
    // As the command does.
    for (const view of [...views, ...views]) await rebuild(database, view)
    await waitUntilIdle(database)
    expect(await findSecrets(database)).toEqual([])
  })

  test('does not come back by another poll and visit, the same bytes or others', async () => {
    asked.length = 0
    await pollAgain()
    site[`${HOST}/feed.xml`] = site[`${HOST}/feed.xml`]!.replace('All about', 'More about')
    site[`${HOST}${PATH}`] = page('Zorblatt once more', SECRET_TEXT)
    await pollAgain()
    expect(asked).toContain(`${HOST}/feed.xml`)
    expect(asked).not.toContain(`${HOST}${PATH}`)
    expect(await findSecrets(database)).toEqual([])
  })

  test('does not come back by an import', async () => {
    const bytes = Buffer.from(page('Zorblatt by hand', SECRET_TEXT))
    const document = { kind: 'html', bytes, mediaType: 'text/html', fileName: null, capturedAt: null } as const
    const imported = await importDocument(circle.platform, { ...document, url: `http://${HOST}${PATH}` })
    expect(imported).toMatchObject({ articleId, created: false, position: null })
    await waitUntilIdle(database)
    expect(await findSecrets(database)).toEqual([])
  })

  test('does not come back by a rebuild, and the views are what the log says', async () => {
    for (const { name } of (await verifyViews(database)).filter(({ isSame }) => !isSame)) expect(name).toBeNull()
    for (const name of ['article', 'revision', 'story', 'source']) await rebuild(database, name)
    expect(await findSecrets(database)).toEqual([])
  })

  test('is in no answer', async () => {
    for (const path of [
      ...['/v1/articles', '/v1/stories', '/v1/events', '/v1/findings', '/v1/ledger', '/v1/feeds/articles.atom', '/'],
      ...['/v1/articles?q=quixventure', '/v1/stories?q=Zorblatt', `/v1/articles?asOf=5`],
      ...['', '/revisions', '/diff', '/live', '/copies'].map((part) => `/v1/articles/${articleId}${part}`),
      `/v1/log/proof?stream=${articleId}`,
      `/articles/${articleId}`,
    ]) {
      const answer = await get(path)
      for (const secret of SECRETS) expect(answer, path).not.toContain(secret)
    }
  })

  test('is in no WARC', async () => {
    const chunks: Buffer[] = []
    const about = { software: 'test', now: '2031-06-03T00:00:00Z' }
    for await (const chunk of exportWarc(circle.platform, {}, about)) chunks.push(Buffer.from(chunk))
    const text = Buffer.concat(chunks).toString('latin1')
    for (const secret of SECRETS) expect(text).not.toContain(secret)
  })
})
