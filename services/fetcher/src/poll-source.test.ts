import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openArchive } from '@dateline/archive'
import { articleIdOfUrl, normalUrl, type SourceEvent, source, sourceStream } from '@dateline/domain'
import { handle, openLog, readStream, withdraw } from '@dateline/event-store'
import { openFetcher } from '@dateline/http-fetch'
import { openLogger, readConfig } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { getPoll, registerPoll } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchArticle } from './fetch-article.ts'
import { openListingThreads } from './listing-threads.ts'
import { pollSource } from './poll-source.ts'
import { hintsOf } from './read-listing.ts'

const { database, url: DATABASE_URL } = await testDatabase()
const log = await openLog(database)
const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })

type Answer = { status?: number; type?: string; headers?: Record<string, string>; body?: string | Buffer }
let answers: Record<string, Answer | ((request: IncomingMessage) => Answer)> = {}
let asked: string[] = []
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const path = request.url ?? '/'
  asked.push(path)
  const found = answers[path]
  const {
    status = 200,
    type = 'text/html',
    headers = {},
    body = '',
  } = (typeof found === 'function' ? found(request) : found) ?? { status: 404 }
  response.writeHead(status, { 'content-type': type, ...headers }).end(body)
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const { port } = server.address() as AddressInfo
const hosts = Array.from({ length: 30 }, (_, n) => `paper${n}.example`)
const http = openFetcher({
  ...{ database, userAgent: 'TestBot/1.0', hostGapMs: 0 },
  hostOverrides: hosts.map((host) => `${host}=127.0.0.1:${port}`),
})
const listings = openListingThreads(10_000)
let clock = new Date()
const dependencies = {
  ...{ database, log, http, listings, config, archive: openArchive(database), logger: openLogger('test', config) },
  now: () => clock,
}
afterAll(async () => {
  await http.close()
  await listings.stop()
  await log.close()
  server.close()
})

let tests = 0
let sourceId = ''
let origin = ''
beforeEach(() => {
  tests += 1
  sourceId = `00000000-0000-4000-8000-${String(tests).padStart(12, '0')}`
  origin = `http://${hosts[tests]}`
  answers = {}
  asked = []
  clock = new Date()
})

async function register(kind: 'feed' | 'site', path: string, limits: object | null = null): Promise<void> {
  const url = `${origin}${path}`
  const data = {
    sourceId,
    kind,
    url,
    name: null,
    schedule: { kind: 'adaptive' },
    registeredAt: clock.toISOString(),
  } as const
  await handle(log, source, sourceStream(sourceId), { type: 'RegisterSource', data }, { cause: `test/${sourceId}` })
  await registerPoll(database.db, { ...data, limits: limits as null })
}
const poll = async () => {
  await pollSource(dependencies)({ sourceId })
  return (await getPoll(database.db, sourceId))!
}
const events = async () => {
  const found = await readStream<SourceEvent>(database, sourceStream(sourceId))
  return found.slice(1).map(({ type, data }) => ({ type, ...data }))
}
const feed = (...items: string[]) => `<rss version="2.0"><channel><title>F</title>${items.join('')}</channel></rss>`
const item = (slug: string) => `<item><link>${origin}/2031/04/05/${slug}</link><title>${slug}</title></item>`

describe('a site', () => {
  const PAGE = Buffer.from(
    '<meta charset=windows-1251><link rel=alternate type="application/rss+xml" title="\u0412\u0441\u0435" href=/rss>' +
      '<nav><a href=/politics>Politics</a><a href=/sport>Sport</a></nav>' +
      '<h2><a href="/2031/04/05/mayor-opens-new-bridge">MAYOR</a></h2>',
    'utf8',
  )
  const cyrillic = (text: string) =>
    Buffer.from([...text].map((c) => (c < '\u0410' ? c.charCodeAt(0) : c.charCodeAt(0) - 0x350)))

  test('is searched for feeds, sitemaps and sections, and followed by all of them', async () => {
    answers = {
      '/': {
        body: cyrillic(
          PAGE.toString('utf8').replace(
            'MAYOR',
            '\u041c\u044d\u0440 \u043e\u0442\u043a\u0440\u044b\u043b \u043d\u043e\u0432\u044b\u0439 \u043c\u043e\u0441\u0442',
          ),
        ),
      },
      '/rss': { type: 'application/rss+xml', body: feed(item('from-the-feed-of-it')) },
      '/robots.txt': {
        type: 'text/plain',
        body: `Sitemap: ${origin}/archive.xml\nSitemap: ${origin}/news.xml\nSitemap: http://other.example/x.xml`,
      },
      '/news.xml': {
        ...{ type: 'application/xml' },
        body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${origin}/2031/04/05/new-in-the-sitemap</loc><lastmod>${clock.toISOString()}</lastmod></url>
          <url><loc>${origin}/1999/04/05/old-in-the-sitemap</loc><lastmod>1999-04-05</lastmod></url></urlset>`,
      },
      '/archive.xml': { status: 500 },
      '/politics': { body: '<h2><a href="/2031/04/05/a-story-in-a-section">A story in a section</a></h2>' },
      '/sport': { body: '' },
    }
    await register('site', '/')
    const after = await poll()
    expect(await events()).toMatchObject([
      {
        type: 'SourceListingsFound',
        listings: [
          { url: `${origin}/rss`, kind: 'feed', title: '\u0412\u0441\u0435', basis: 'declared' },
          { url: `${origin}/news.xml`, kind: 'sitemap', basis: 'robots' },
          { url: `${origin}/politics`, kind: 'section' },
          { url: `${origin}/sport`, kind: 'section' },
        ],
      },
    ])
    const { rows } = await sql<{ data: { url: string; listedTitle: string } }>`
      select e.data::jsonb as data from log.event e
       where e.type = 'ArticleDiscovered' and e.data::jsonb ->> 'sourceId' = ${sourceId} order by 1`.execute(
      database.db,
    )
    expect(new Set(rows.map(({ data }) => data.url.split('/').at(-1)))).toEqual(
      new Set(['mayor-opens-new-bridge', 'from-the-feed-of-it', 'new-in-the-sitemap', 'a-story-in-a-section']),
    )
    expect(rows.map(({ data }) => data.listedTitle)).toContain(
      '\u041c\u044d\u0440 \u043e\u0442\u043a\u0440\u044b\u043b \u043d\u043e\u0432\u044b\u0439 \u043c\u043e\u0441\u0442',
    )
    expect(after.fetchesToday).toBeGreaterThanOrEqual(7)
    asked = []
    await poll()
    // Looked for once a day; what was found is polled each time.
    expect(asked.toSorted()).toEqual(['/', '/news.xml', '/politics', '/rss', '/sport'])
    expect(await events()).toHaveLength(1)
  })

  test('that names nothing is tried at the customary places, a few', async () => {
    answers = { '/': { body: '<p>No links</p>' }, '/rss.xml': { type: 'text/xml', body: feed() } }
    await register('site', '/')
    await poll()
    expect(await events()).toMatchObject([
      { listings: [{ url: `${origin}/rss.xml`, kind: 'feed', title: 'F', basis: 'customary' }] },
    ])
    expect(asked.length).toBeLessThan(15)
  })
})

describe('health', () => {
  test('a failure that may pass is a state when it has come three times in a row', async () => {
    answers = { '/feed': { status: 503 } }
    await register('feed', '/feed')
    await poll()
    await poll()
    expect(await events()).toEqual([])
    const { failingSince } = await poll()
    expect(await events()).toMatchObject([
      { type: 'SourceFailing', reason: 'http-server-error', failingSince: failingSince?.toISOString() },
    ])
    await poll()
    answers = { '/feed': { body: feed(item('it-works-again-now')) } }
    await poll()
    expect((await events()).map(({ type }) => type)).toEqual(['SourceFailing', 'SourceRecovered'])
  })

  test('one that only a person can mend is a state at once', async () => {
    answers = { '/feed': { status: 403 } }
    await register('feed', '/feed')
    await poll()
    expect(await events()).toMatchObject([{ type: 'SourceFailing', reason: 'http-unauthorized' }])
  })

  test('a source that lists nothing new against its history falls silent, and speaks again', async () => {
    answers = { '/feed': { body: feed(item('an-old-story-of-it')) } }
    await register('feed', '/feed')
    await poll()
    const hour = Math.floor(clock.getTime() / 3_600_000)
    const newsHours = Array.from({ length: 21 * 24 }, (_, n) => hour - 21 * 24 + n + 1)
    const rhythm = JSON.stringify({ sinceHour: newsHours[0]! - 1, newsHours })
    await sql`update work.source_poll set rhythm = ${rhythm}::jsonb where source_id = ${sourceId}`.execute(database.db)
    clock = new Date((hour + 4) * 3_600_000)
    await poll()
    expect(await events()).toEqual([])
    clock = new Date((hour + 30) * 3_600_000)
    await poll()
    await poll()
    expect(await events()).toMatchObject([{ type: 'SourceFellSilent', detail: expect.stringContaining('29 h') }])
    answers = { '/feed': { body: feed(item('a-new-story-of-it')) } }
    await poll()
    expect((await events()).map(({ type }) => type)).toEqual(['SourceFellSilent', 'SourceSpokeAgain'])
  })

  test('a new source that never lists anything is not silent', async () => {
    answers = { '/feed': { body: feed() } }
    await register('feed', '/feed')
    await poll()
    clock = new Date(clock.getTime() + 90 * 86_400_000)
    await poll()
    expect(await events()).toEqual([])
  })
})

describe('limits', () => {
  test('polls end with the day’s budget', async () => {
    answers = { '/feed': { body: feed() } }
    await register('feed', '/feed', { fetchesPerDayMax: 1, fetchesInFlightMax: null })
    await poll()
    const before = asked.length
    const { nextPollAt, polls } = await poll()
    expect({ asked: asked.length, polls }).toEqual({ asked: before, polls: 1 })
    expect(nextPollAt.getTime()).toBeGreaterThan(Date.now())
  })

  test('so do its pages', async () => {
    answers = { '/feed': { body: feed(item('a-page-of-this-source')) } }
    await register('feed', '/feed', { fetchesPerDayMax: 1, fetchesInFlightMax: null })
    await poll()
    const { rows } = await sql<{ stream: string }>`
      select e.stream from log.event e
       where e.type = 'ArticleDiscovered' and e.data::jsonb ->> 'sourceId' = ${sourceId}`.execute(database.db)
    asked = []
    await fetchArticle(dependencies)({ articleId: rows[0]!.stream, reason: 'new' })
    expect(asked).toEqual([])
  })
})

test('a source paused while it waited is not asked', async () => {
  await register('feed', '/feed')
  await sql`update work.source_poll set paused = true where source_id = ${sourceId}`.execute(database.db)
  await poll()
  expect(asked).toEqual([])
})

describe('what a source asks for', () => {
  const polling = { ttlMinutes: 30, skipHours: [3], skipDays: ['Sunday'], complete: false }
  test.for<[string, [string, string][], typeof polling | null, number | null]>([
    ['nothing', [], null, null],
    ['a ttl', [], polling, 1_800_000],
    ['a max-age', [['Cache-Control', 'public, max-age=600']], null, 600_000],
    [
      'what is left of a max-age',
      [
        ['Cache-Control', 'max-age=600'],
        ['Age', '500'],
      ],
      null,
      100_000,
    ],
    ['the longer of both', [['cache-control', 'max-age=3600']], polling, 3_600_000],
    ['nothing by no-cache', [['Cache-Control', 'no-cache, max-age=600']], null, null],
    ['no more than a year', [['Cache-Control', 'max-age=999999999']], null, 31_536_000_000],
  ])('%s', ([, headers, feedPolling, askedMs]) => expect(hintsOf(headers, feedPolling)).toMatchObject({ askedMs }))
})

describe('a listing that names a withdrawn article is not kept', () => {
  async function withdrawnUrl(): Promise<string> {
    const url = `${origin}/2031/04/05/zorblatt-named`
    const articleId = articleIdOfUrl(normalUrl(url)!)
    const listed = { via: 'feed', listedTitle: null, listedPublishedAt: null, discoveredAt: clock.toISOString() }
    const discovered = { url, normalUrl: normalUrl(url), sourceId, ...listed }
    await log.append(articleId, 'new', [{ type: 'ArticleDiscovered', data: discovered }], {
      cause: `find/${articleId}`,
    })
    const withdrawal = { stream: articleId, reason: 'a court', withdrawnAt: clock.toISOString() }
    await withdraw(log, withdrawal, { cause: `withdraw/${articleId}` })
    return url
  }
  const captured = async () => {
    const { rows } = await sql<{ url: string }>`
      select url from archive.capture where source_id = ${sourceId}`.execute(database.db)
    return rows.map(({ url }) => url.replace(origin, ''))
  }

  test.for<[string, (url: string) => string]>([
    ['with escaped slashes', (url) => url],
    ['behind an aggregator', (url) => `https://www.google.com/url?q=${encodeURIComponent(url)}`],
  ])('%s, also where it could not be taken away at first', async ([, wrap]) => {
    await register('feed', '/feed.json')
    const item = { id: '1', url: wrap(await withdrawnUrl()), title: 'Zorblatt named' }
    const body = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'F', items: [item] })
    const type = 'application/feed+json'
    answers['/feed.json'] = ({ headers }) =>
      headers['if-none-match'] === '"1"'
        ? { status: 304 }
        : { type, headers: { etag: '"1"' }, body: body.replaceAll('/', '\\/') }

    const remove = () => Promise.reject(new Error('the disk is away'))
    const unwell = { ...dependencies, archive: { ...dependencies.archive, remove } }
    await expect(pollSource(unwell)({ sourceId })).rejects.toThrow('the disk is away')
    clock = new Date(clock.getTime() + 60_000)
    await poll()
    expect(await captured()).toEqual([])
  })

  test('as too old to be followed', async () => {
    await register('site', '/')
    const url = await withdrawnUrl()
    answers = {
      '/': { body: '<h2><a href="/2031/04/06/mayor-opens-new-bridge">Mayor opens new bridge</a></h2>' },
      '/robots.txt': { type: 'text/plain', body: `Sitemap: ${origin}/map.xml` },
      '/map.xml': {
        type: 'text/xml',
        body: `<urlset><url><loc>${url}</loc><lastmod>2020-01-01</lastmod></url></urlset>`,
      },
    }
    await poll()
    expect(await captured()).toEqual(['/'])
  })

  test('in a poll that ends amid its documents', async () => {
    await register('site', '/')
    answers = { '/': { body: `<h2><a href="${await withdrawnUrl()}">Zorblatt named in court</a></h2>` } }
    answers['/robots.txt'] = { type: 'text/plain', body: `Sitemap: ${origin}/map.xml` }
    answers['/map.xml'] = { type: 'text/xml', body: '<urlset></urlset>' }
    const parse: typeof listings.parse = (document) =>
      document.kind === 'site' ? listings.parse(document) : Promise.reject(new Error('its thread has ended'))
    const unwell = { ...dependencies, listings: { ...listings, parse } }
    await expect(pollSource(unwell)({ sourceId })).rejects.toThrow('its thread has ended')
    expect(await captured()).toEqual(['/map.xml'])
  })
  test('without reading again what was kept long before the last poll', async () => {
    await register('site', '/')
    const url = await withdrawnUrl()
    answers['/robots.txt'] = { type: 'text/plain', body: `Sitemap: ${origin}/map.xml` }
    answers['/map.xml'] = { type: 'text/xml', body: `<urlset><url><loc>${url}</loc></url></urlset>` }
    answers['/'] = { body: '<h2><a href="/2031/04/06/mayor-opens-new-bridge">Mayor opens new bridge</a></h2>' }
    await poll()
    await sql`update archive.capture set captured_at = captured_at - interval '2 hours'`.execute(database.db)
    const { rows } = await sql<{ sha256: string }>`
      select encode(raw_sha256, 'hex') as sha256 from archive.capture where source_id = ${sourceId}`.execute(
      database.db,
    )
    answers['/'] = { body: '<h2><a href="/2031/04/07/mayor-closes-new-bridge">Mayor closes new bridge</a></h2>' }
    const read: string[] = []
    const get = (sha256: string) => {
      read.push(sha256)
      return dependencies.archive.get(sha256)
    }
    await pollSource({ ...dependencies, archive: { ...dependencies.archive, get } })({ sourceId })
    expect(await captured()).toEqual(['/', '/'])
    expect(rows).toHaveLength(1)
    expect(read).not.toContain(rows[0]!.sha256)
    expect(read.length).toBeGreaterThan(0)
  })
})
