import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { load } from 'cheerio'
import { XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from './answer.ts'
import { outletOf, outlets } from './outlets.ts'
import { PHASES } from './phases.ts'
import { type Newsroom, startNewsroom } from './start-newsroom.ts'
import { articles, stories } from './stories/stories.ts'
import { type TruthArticle, type TruthPage, truthAt } from './truth.ts'

const LAST = PHASES.at(-1)!
const phases = PHASES.map((_, index) => index + 1)

function get(url: string, now = LAST) {
  const { host, pathname, search } = new URL(url)
  return answer(host, pathname + search, now)
}

function read(url: string, now: string): ReturnType<typeof load> {
  const { body, headers } = get(url, now)
  // The outlet with tables writes windows-1252, all others UTF-8, whatever one of their headers says.
  const charset = headers['Content-Type'] === 'text/html' ? 'windows-1252' : 'utf-8'
  return load(new TextDecoder(charset, { fatal: true }).decode(body))
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ')

function pagesAt<Expected extends TruthPage['expected']>(phase: number, expected: Expected) {
  return truthAt(phase).pages.filter(
    (page): page is Extract<TruthPage, { expected: Expected }> => page.expected === expected,
  )
}

describe.for(phases)('phase %i', (phase) => {
  const now = PHASES[phase - 1]!

  test('every article stands on its page, word for word', () => {
    for (const article of pagesAt(phase, 'article')) expectOnPage(article, now)
  })

  test('relative dates lead to the day of publication', () => {
    for (const { url, published } of pagesAt(phase, 'article')) {
      if (published.basis !== 'derived') continue
      const [, count, unit] = /\b(\d+) (hour|day)s? ago\b/.exec(read(url, now)('body').text())!
      const ms = Number(count) * (unit === 'day' ? 86_400_000 : 3_600_000)
      expect(new Date(Date.parse(now) - ms).toISOString().slice(0, 10), url).toBe(published.at)
    }
  })

  test('every other page answers as truth says', () => {
    for (const { url, of } of pagesAt(phase, 'alias')) expect(finalUrl(url, now), url).toBe(of)
    for (const { url } of pagesAt(phase, 'reject')) expect(get(url, now).status, url).toBe(200)
    for (const { url } of pagesAt(phase, 'gone')) expect(get(url, now).status, url).toBe(410)
  })

  test('listings are well-formed and name only pages that truth knows', () => {
    const known = new Set(truthAt(phase).pages.map(({ url }) => url))
    for (const { url, kind, lists } of truthAt(phase).listings) {
      if (kind !== 'site') expectWellFormed(get(url, now).body.toString(), url)
      for (const listed of lists) expect(known, url).toContain(withoutTracking(listed))
    }
  })
})

function expectOnPage(
  { url, title, paragraphs, dateline, agency, authors, correction }: TruthArticle,
  now: string,
): void {
  expect(get(url, now).status, url).toBe(200)
  const $ = read(url, now)
  expect($('h1, .t1, FONT[size=5]').text(), url).toContain(title)
  const body = squeeze($('body').text())
  for (const paragraph of paragraphs) expect(body, url).toContain(paragraph)
  for (const words of [...authors, dateline?.raw ?? '', correction ?? '']) expect(body, url).toContain(words)
  if (agency?.basis === 'explicit') expect(body, url).toMatch(new RegExp(`${agency.name}|\\(${agency.id}\\)`))
}

/** Where an address ends, by redirects and then by the canonical link. */
function finalUrl(url: string, now: string): string {
  let current = url
  for (let hop = 0; hop < 3; hop += 1) {
    const location = get(current, now).headers.Location
    if (location === undefined) break
    current = location
  }
  return read(current, now)('link[rel=canonical]').attr('href') ?? current
}

function expectWellFormed(text: string, url: string): void {
  if (url.endsWith('.json')) expect(JSON.parse(text).items.length, url).toBeGreaterThanOrEqual(0)
  else expect(XMLValidator.validate(text), url).toBe(true)
}

function withoutTracking(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  for (const name of [...parsed.searchParams.keys()]) if (/^utm_|^fbclid$/.test(name)) parsed.searchParams.delete(name)
  return parsed.href
}

describe('the world', () => {
  test('ids and addresses are unique', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length)
    expect(new Set(articles.map(({ outlet, path }) => outlet + path)).size).toBe(articles.length)
  })

  test('every outlet has published, and every section that an article names is in its navigation', () => {
    expect(new Set(articles.map(({ outlet }) => outlet)).size).toBe(outlets.length)
    for (const { id, outlet, section } of articles) expect(outletOf(outlet).sections, id).toContain(section)
  })

  test('every copy is younger than what it copies, and shares words with it unless reworded', () => {
    for (const copy of pagesAt(PHASES.length, 'article').filter(({ copyOf }) => copyOf !== null)) {
      const original = pagesAt(PHASES.length, 'article').find(({ url }) => url === copy.copyOf!.url)!
      expect(original.published.at.slice(0, 10) <= copy.published.at.slice(0, 10), copy.url).toBe(true)
      const shared = copy.paragraphs.filter((paragraph) => original.paragraphs.includes(paragraph))
      if (copy.copyOf!.kind === 'reworded') expect(shared, copy.url).toEqual([])
      else expect(shared.length, copy.url).toBeGreaterThan(0)
      if (copy.copyOf!.kind === 'exact') expect(copy.paragraphs, copy.url).toEqual(original.paragraphs)
    }
  })

  test('stories have at least two articles, each of at most 450 words', () => {
    for (const { id, articles: members } of stories) expect(members.length, id).toBeGreaterThan(1)
    for (const { url, paragraphs } of pagesAt(PHASES.length, 'article')) {
      expect(paragraphs.join(' ').split(/\s+/).length, url).toBeLessThanOrEqual(450)
    }
  })

  test('no link leads out of the newsroom', () => {
    for (const { url } of pagesAt(PHASES.length, 'article')) {
      const $ = read(url, LAST)
      const targets = $('[href], [src]').map((_, element) => $(element).attr('href') ?? $(element).attr('src'))
      for (const target of targets.get()) expect(new URL(target, url).hostname, url).toMatch(/^$|\.(example|test)$/)
    }
  })

  test('pages are the same however often they are asked for', () => {
    for (const { url } of pagesAt(PHASES.length, 'article')) expect(get(url).body.equals(get(url).body), url).toBe(true)
  })
})

describe('from one day to the next', () => {
  const articleAt = (id: string, phase: number) => pagesAt(phase, 'article').find((page) => page.id === id)

  test('a stealth edit changes title and text, and no date', () => {
    const [before, after] = [4, 5].map((phase) => articleAt('ceasefire-talks/citizen', phase)!)
    expect(before).toMatchObject({ stealthEdited: false, title: expect.stringContaining('“will hold”') })
    expect(after).toMatchObject({ stealthEdited: true, title: expect.stringContaining('“may hold”'), correction: null })
    expect(after!.modified).toBe(before!.modified)
    expect(after!.paragraphs.filter((paragraph) => !before!.paragraphs.includes(paragraph))).toHaveLength(2)
  })

  test('a correction changes the text, says so and moves the date', () => {
    const [before, after] = [2, 3].map((phase) => articleAt('budget/herald', phase)!)
    expect(before).toMatchObject({ correction: null, modified: '2026-03-03T19:52:00Z' })
    expect(after).toMatchObject({ correction: expect.stringContaining('It has 14'), modified: '2026-03-04T09:20:00Z' })
    expect(before!.paragraphs.join()).toContain('12 seats')
    expect(after!.paragraphs.join()).not.toContain('12 seats')
  })

  test('a live blog grows, a page moves, a page goes', () => {
    const updates = [1, 2].map((phase) => articleAt('tarnholm-flood/herald-live', phase)!.paragraphs.length)
    expect(updates).toEqual([3, 5])
    expect([2, 3].map((phase) => articleAt('lirio-ferry/herald', phase)!.url.includes('/lirania/'))).toEqual([
      false,
      true,
    ])
    expect([3, 4].map((phase) => pagesAt(phase, 'gone').length)).toEqual([0, 1])
  })
})

describe('the server', () => {
  let newsroom: Newsroom
  beforeAll(async () => {
    newsroom = await startNewsroom({ now: 1 })
  })
  afterAll(() => newsroom.stop())

  const request = (host: string, path: string, headers: Record<string, string> = {}) =>
    requestOn(newsroom.port, { host, path, headers })

  test('answers by Host, moves in time and writes down who asked', async () => {
    const { host } = outletOf('northwire')
    const path = '/2026/03/03/tarnholm-water-falls'
    expect((await request(host, path)).status).toBe(404)
    newsroom.setPhase(2)
    const found = await request(host, path, { 'user-agent': 'test' })
    expect(found.status).toBe(200)
    expect(found.headers.date).toBe('Tue, 03 Mar 2026 20:00:00 GMT')
    expect(newsroom.requests().at(-1)).toMatchObject({ host, path, status: 200, userAgent: 'test' })
    expect((await request('nobody.example', '/')).status).toBe(421)
    expect(() => newsroom.setPhase(9)).toThrow('phases 1 to 5')
  })

  test('knows what the asker already has', async () => {
    const { host } = outletOf('herald')
    const { headers } = await request(host, '/')
    expect((await request(host, '/', { 'if-none-match': String(headers.etag) })).status).toBe(304)
    expect((await request(host, '/', { 'if-modified-since': String(headers['last-modified']) })).status).toBe(304)
    expect((await request(host, '/', { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await request(host, '/', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip')
  })

  test('has an override for every host of every listed address', () => {
    const listed = truthAt().listings.flatMap(({ url, lists }) => [url, ...lists])
    for (const url of listed) expect(newsroom.hostOverrides).toHaveProperty([new URL(url).host])
  })
})

type Asked = { readonly host: string; readonly path: string; readonly headers: Record<string, string> }

/** fetch() does not let a caller set the Host header. */
function requestOn(
  port: number,
  { host, path, headers }: Asked,
): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, headers: { ...headers, host } }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
    sent.on('error', reject).end()
  })
}
