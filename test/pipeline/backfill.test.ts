import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { exportWarc } from '@dateline/archive'
import { articleIdOfUrl, normalUrl } from '@dateline/domain'
import { BACKFILL_SITEMAPS_MAX, importWarc, registerSource, requestBackfill } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { listLedger } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { getBackfill } from '@dateline/work-state'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { type Circle, startCircle } from './circle.ts'

const HOST = 'lamplight.example'
const at = (path: string) => `http://${HOST}${path}`
const HIDDEN = '/2031/04/07/closed-archive-of-the-lamp-keepers'

const page = (title: string) => `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article>
  <h1>${title}</h1><p class="byline">By Ada Quill</p>
  ${['harbour', 'council', 'lighthouse', 'ferry']
    .map(
      (word) => `<p>The ${word} was closed for a second day while engineers looked at the old wall, the mayor said on
      Monday. Nobody was hurt, and work on the ${word} goes on until the end of the month, when it opens again.</p>`,
    )
    .join('\n')}</article></body></html>`

const urlset = (entries: readonly (readonly [path: string, lastmod: string | null])[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries
    .map(([path, lastmod]) => `<url><loc>${at(path)}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`)
    .join('')}</urlset>`

const SITE: Readonly<Record<string, string>> = {
  '/robots.txt': `User-agent: *\nDisallow: ${HIDDEN}\nSitemap: ${at('/archive/index.xml')}\n`,
  '/feed.xml': `<rss version="2.0"><channel><title>Lamplight</title>
    <item><title>New</title><link>${at('/2031/05/01/new-lamp-for-the-north-pier')}</link></item>
    <item><title>Closed</title><link>${at(HIDDEN)}</link></item></channel></rss>`,
  '/archive/index.xml': `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>${at('/archive/april.xml')}</loc><lastmod>2031-04-30</lastmod></sitemap>
    <sitemap><loc>${at('/archive/lost.xml')}</loc></sitemap>
    <sitemap><loc>${at('/archive/march.xml')}</loc><lastmod>2031-03-31</lastmod></sitemap></sitemapindex>`,
  '/archive/april.xml': urlset([
    ['/2031/04/03/harbour-wall-gives-way-in-storm', '2031-04-29'],
    ['/2031/04/04/ferry-runs-again-after-two-days', null],
    ['/news/council-votes-on-the-new-lighthouse-keeper', '2031-04-05T10:00:00Z'],
    ['/news/council-forgets-to-say-which-day-it-was', null],
    ['/2031/04/20/too-late-for-the-days-asked-for', '2031-04-20'],
    ['/contact', '2031-04-04'],
  ]),
  '/archive/march.xml': urlset([['/2031/03/01/nobody-should-look-in-here', '2031-03-01']]),
  '/2031/04/03/harbour-wall-gives-way-in-storm': page('Harbour wall gives way in storm'),
  '/2031/04/04/ferry-runs-again-after-two-days': page('Ferry runs again after two days'),
  '/news/council-votes-on-the-new-lighthouse-keeper': page('Council votes on the new lighthouse keeper'),
  '/2031/05/01/new-lamp-for-the-north-pier': page('New lamp for the north pier'),
  [HIDDEN]: page('Closed archive of the lamp keepers'),
}

describe('a backfill', async () => {
  const { database, url: databaseUrl } = await testDatabase()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const body = SITE[path]
    const type = body?.startsWith('<!doctype') ? 'text/html' : path === '/robots.txt' ? 'text/plain' : 'application/xml'
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body)
  })
  let circle: Circle
  let sourceId: string

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    circle = await startCircle({
      DATABASE_URL: databaseUrl,
      FETCH_HOST_OVERRIDES: `${HOST}=127.0.0.1:${port}`,
      FETCH_GAP_MS: '0',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    })
    const feed = { kind: 'feed', url: at('/feed.xml'), name: null, schedule: { kind: 'adaptive' } } as const
    sourceId = (await registerSource(circle.platform, feed)).sourceId
    await waitUntilIdle(database)
  }, 60_000)
  afterAll(async () => {
    await circle.stop()
    server.close()
  })

  const endings = async () => {
    const { items } = await listLedger(database.db, { source: sourceId }, null, 100)
    return Object.fromEntries(items.map(({ url, ending }) => [URL.parse(url ?? '')?.pathname ?? url, ending]))
  }

  test('brings in what the sitemaps list for its days, and nothing else', { timeout: 60_000 }, async () => {
    await requestBackfill(circle.platform, { sourceId, from: '2031-04-03', to: '2031-04-05', sitemapsMax: 10 })
    await waitUntilIdle(database)
    expect(await getBackfill(database.db, sourceId)).toMatchObject({
      done: true,
      sitemapsKnown: 3,
      sitemapsRead: 2,
      sitemapsFailed: { 'gone-404': 1 },
      inRange: 4,
      discovered: 3,
    })
    expect(await endings()).toEqual({
      '/2031/04/03/harbour-wall-gives-way-in-storm': 'article',
      '/2031/04/04/ferry-runs-again-after-two-days': 'article',
      '/news/council-votes-on-the-new-lighthouse-keeper': 'article',
      '/contact': 'reject',
      '/2031/05/01/new-lamp-for-the-north-pier': 'article',
      [HIDDEN]: 'dead-letter',
    })
    expect(asked).not.toContain('/archive/march.xml')
    expect(asked).not.toContain(HIDDEN)
  })

  test('asked for again changes nothing', { timeout: 60_000 }, async () => {
    const before = await endings()
    const pages = asked.filter((path) => path.startsWith('/2031')).length
    await requestBackfill(circle.platform, { sourceId, from: '2031-04-03', to: '2031-04-05', sitemapsMax: 10 })
    await waitUntilIdle(database)
    expect(await endings()).toEqual(before)
    expect(asked.filter((path) => path.startsWith('/2031'))).toHaveLength(pages)
  })

  test('reads no more sitemaps than it may', { timeout: 60_000 }, async () => {
    await requestBackfill(circle.platform, { sourceId, from: '2031-04-03', to: '2031-04-06', sitemapsMax: 1 })
    await waitUntilIdle(database)
    expect(await getBackfill(database.db, sourceId)).toMatchObject({ done: true, sitemapsKnown: 1, inRange: 0 })
  })

  test.for([
    ['2031-02-31', '2031-03-01', 10, 'is no day'],
    ['2031-04-02', '2031-04-01', 10, 'before it begins'],
    ['2031-04-01', '2031-04-02', 0, 'A backfill reads 1 to'],
    ['2031-04-01', '2031-04-02', 1.5, 'A backfill reads 1 to'],
    ['2031-04-01', '2031-04-02', BACKFILL_SITEMAPS_MAX + 1, 'A backfill reads 1 to'],
  ] as const)('from %s to %s with %s sitemaps is refused', async ([from, to, sitemapsMax, message]) => {
    await expect(requestBackfill(circle.platform, { sourceId, from, to, sitemapsMax })).rejects.toThrow(message)
  })

  test('feeds and sitemaps are in the archive, and come out as WARC with their headers', async () => {
    const pieces: Buffer[] = []
    const about = { software: 'test', now: '2031-05-01T00:00:00Z' }
    for await (const piece of exportWarc(circle.platform, { sourceId }, about)) pieces.push(piece)
    const kept: Record<string, string | null | undefined> = {}
    const web = Readable.toWeb(Readable.from([new Uint8Array(Buffer.concat(pieces))]))
    for await (const record of new WARCParser(web)) {
      await record.contentText()
      if (record.warcType === 'response') {
        kept[record.warcTargetURI ?? ''] = new Map(record.httpHeaders?.headers).get('content-type')
      }
    }
    for (const path of ['/feed.xml', '/archive/index.xml', '/archive/april.xml']) {
      expect(kept[at(path)]).toBe('application/xml; charset=utf-8')
    }
  })

  test.for([
    ['a page', '<!doctype html><p>not an archive</p>', 'is no WARC file'],
    ['a packed page', gzipSync('not an archive at all'), 'is no WARC file'],
    ['nothing', '', 'is empty'],
  ] as const)('%s is refused as an archive', async ([, bytes, message]) => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-backfill-'))
    try {
      const file = join(folder, 'file.warc.gz')
      await writeFile(file, bytes)
      await expect(Array.fromAsync(importWarc(circle.platform, file))).rejects.toThrow(message)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('fills a gap from an archive, and takes nothing else out of it', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-backfill-'))
    try {
      const file = join(folder, 'old.warc.gz')
      await writeFile(file, Buffer.concat([HIDDEN, '/2031/04/08/not-asked-for-at-all'].map(warcResponse)))
      const missing = articleIdOfUrl(normalUrl(at(HIDDEN))!)
      const wants = ({ articleId }: { articleId: string }) => articleId === missing
      let last: { imported: number; skipped: Record<string, number> } | undefined
      for await (const progress of importWarc(circle.platform, file, { wants })) last = progress
      expect(last).toMatchObject({ imported: 1, skipped: { 'not-asked-for': 1 } })
      await waitUntilIdle(database)
      expect((await endings())[HIDDEN]).toBe('article')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

function warcResponse(path: string): Buffer {
  const body = page('Closed archive of the lamp keepers')
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  return gzipSync(
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:5b0c4c66-3f9b-4d5e-8a0b-6f1c2d3e4f50>\r\n` +
      `WARC-Date: 2031-04-07T10:00:00Z\r\nWARC-Target-URI: ${at(path)}\r\nContent-Type: application/http; msgtype=response\r\n` +
      `Content-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
  )
}
