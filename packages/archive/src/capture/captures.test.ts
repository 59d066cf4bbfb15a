import { Readable } from 'node:stream'
import { testDatabase } from '@dateline/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import type { Archive } from '../archive.ts'
import { openArchive } from '../open-archive.ts'
import { readWarc } from '../warc/read-warc.ts'
import { applyRetention } from './apply-retention.ts'
import { captureIdOf, type Exchange } from './capture.ts'
import { eraseBytes } from './erase-bytes.ts'
import { exportWarc, type WarcExported } from './export-warc.ts'
import { keepCapture } from './keep-capture.ts'
import { type CaptureSelection, countCaptures, selectCaptures } from './select-captures.ts'

const { database } = await testDatabase()
const archive = openArchive(database)
const dependencies = { database, archive }
const SOURCE = '00000000-0000-4000-8000-000000000001'
const ABOUT = { software: 'dateline/0.1', now: '2026-11-22T00:00:00Z' }

beforeEach(() => database.pool.query('truncate archive.capture, archive.raw'))

const fetched = (body: string, change: Partial<Exchange> = {}) => ({
  finalUrl: 'https://herald.example/a?x=1',
  fetchedAt: '2026-11-20T10:00:00.123Z',
  httpStatus: 200,
  httpVersion: '1.1',
  serverAddress: '192.0.2.7',
  requestHeaders: [
    ['Host', 'herald.example'],
    ['User-Agent', 'DatelineBot/0.1'],
  ] as const,
  responseHeaders: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Encoding', 'gzip'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ] as const,
  redirects: [],
  contentType: 'text/html; charset=utf-8',
  body: Buffer.from(body),
  ...change,
})
const keep = (
  cause: string,
  body: string,
  change: Partial<Exchange> = {},
  about: { articleId?: string; sourceId?: string } = {},
) => keepCapture(dependencies, fetched(body, change), { cause, articleId: null, sourceId: null, ...about })

async function exported(selection: CaptureSelection): Promise<{ file: Buffer; result: WarcExported }> {
  const pieces: Buffer[] = []
  const writing = exportWarc(dependencies, selection, ABOUT)
  for (;;) {
    const step = await writing.next()
    if (step.done) return { file: Buffer.concat(pieces), result: step.value }
    pieces.push(step.value)
  }
}

describe('a capture', () => {
  test('is kept once for a job that runs twice', async () => {
    const first = await keep('fetch/1', '<p>é</p>')
    const second = await keep('fetch/1', '<p>é</p>')
    expect(second).toBe(first)
    const captures = await Array.fromAsync(selectCaptures(database, {}))
    const { contentType: _, body: __, ...exchange } = fetched('')
    expect(captures).toEqual([
      { ...exchange, captureId: captureIdOf('fetch/1'), rawSha256: first, articleId: null, sourceId: null },
    ])
  })

  test('survives headers that Postgres would refuse', async () => {
    await keep('fetch/1', 'x', { responseHeaders: [['X-Odd', 'a\0b\ud800']] })
    expect(await Array.fromAsync(selectCaptures(database, {}))).toHaveLength(1)
  })

  test('is found by article, source and day, in order, over pages', async () => {
    await keep('1', 'x', { fetchedAt: '2026-11-20T23:59:59.999Z' }, { articleId: 'article-1', sourceId: SOURCE })
    await keep('2', 'x', { fetchedAt: '2026-11-21T00:00:00Z' }, { articleId: 'article-1' })
    await keep('3', 'x', { fetchedAt: '2026-11-20T00:00:00Z' }, { articleId: 'article-2', sourceId: SOURCE })
    for (let n = 0; n < 450; n++) await keep(`more/${n}`, 'x', { fetchedAt: '2026-11-22T00:00:00Z' })
    const times = async (selection: CaptureSelection) =>
      (await Array.fromAsync(selectCaptures(database, selection))).map(({ fetchedAt }) => fetchedAt.slice(8, 19))
    expect(await times({ articleId: 'article-1' })).toEqual(['20T23:59:59', '21T00:00:00'])
    expect(await times({ sourceId: SOURCE })).toEqual(['20T00:00:00', '20T23:59:59'])
    expect(await times({ day: '2026-11-20' })).toEqual(['20T00:00:00', '20T23:59:59'])
    expect(await times({ day: '2026-11-20', articleId: 'article-2' })).toEqual(['20T00:00:00'])
    expect(await times({})).toHaveLength(453)
    expect(await countCaptures(database, { day: '2026-11-20' })).toBe(2)
  })
})

describe('export as WARC', () => {
  test('is read by warcio, headers and all', async () => {
    await keep(
      '1',
      '<p>é</p>',
      { redirects: [{ url: 'https://herald.example/old', status: 301 }] },
      { articleId: 'article-1' },
    )
    const { file, result } = await exported({ articleId: 'article-1' })
    expect(result).toEqual({ captures: 1, missing: 0 })
    const records = []
    for await (const record of new WARCParser(Readable.toWeb(Readable.from([new Uint8Array(file)])))) {
      const text = await record.contentText()
      records.push({
        type: record.warcType,
        url: record.warcTargetURI,
        date: record.warcDate,
        warc: (name: string) => record.warcHeader(name),
        http: record.httpHeaders,
        text,
      })
    }
    expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'response', 'request', 'metadata'])
    const [, response, request, metadata] = records
    expect(response).toMatchObject({
      url: 'https://herald.example/a?x=1',
      date: '2026-11-20T10:00:00.123Z',
      text: '<p>é</p>',
    })
    expect(response!.http!.statusline).toBe('HTTP/1.1 200 OK')
    // warcio sorts fields and writes their names small.
    expect([...response!.http!.headers]).toEqual([
      ['content-length', '9'],
      ['content-type', 'text/html; charset=utf-8'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['x-crawler-content-encoding', 'gzip'],
    ])
    expect(response!.warc('WARC-IP-Address')).toBe('192.0.2.7')
    expect(request!.http!.statusline).toBe('GET /a?x=1 HTTP/1.1')
    expect([...request!.http!.headers]).toEqual([
      ['host', 'herald.example'],
      ['user-agent', 'DatelineBot/0.1'],
    ])
    expect(request!.warc('WARC-Concurrent-To')).toBe(response!.warc('WARC-Record-ID'))
    expect(metadata!.text).toBe('redirect: 301 https://herald.example/old\r\n')
  })

  test('comes back through our own reader, and gives the same bytes each time', async () => {
    await keep('1', '<p>one</p>', { fetchedAt: '2026-11-20T10:00:00Z' })
    await keep('2', '<p>two</p>', { fetchedAt: '2026-11-20T11:00:00Z' })
    const { file } = await exported({ day: '2026-11-20' })
    expect((await exported({ day: '2026-11-20' })).file.equals(file)).toBe(true)
    const records = await Array.fromAsync(readWarc(Readable.from([file])))
    const documents = records.filter((record) => record.kind === 'document')
    expect(documents.map(({ body, capturedAt, httpStatus }) => [body.toString(), capturedAt, httpStatus])).toEqual([
      ['<p>one</p>', '2026-11-20T10:00:00.000Z', 200],
      ['<p>two</p>', '2026-11-20T11:00:00.000Z', 200],
    ])
  })

  test('cannot be led astray by hostile headers', async () => {
    await keep('1', 'x', {
      responseHeaders: [
        ['X-Split', 'a\r\nWARC/1.1\r\nWARC-Type: response'],
        [':status', '200'],
      ],
    })
    const { file } = await exported({})
    const records = await Array.fromAsync(readWarc(Readable.from([file])))
    expect(records.map((record) => (record.kind === 'document' ? record.body.toString() : record.reason))).toEqual([
      'type-warcinfo',
      'x',
      'type-request',
    ])
  })

  test('counts what retention took away', async () => {
    const sha256 = await keep('1', 'x')
    await archive.remove(sha256)
    expect((await exported({})).result).toEqual({ captures: 0, missing: 1 })
  })
})

describe('retention', () => {
  const old = { fetchedAt: '2020-01-01T00:00:00Z' }
  const recent = { fetchedAt: new Date().toISOString() }

  test('removes old captures and the bytes only they name', async () => {
    const gone = await keep('1', 'old only', old)
    const shared = await keep('2', 'old and new', old)
    await keep('3', 'old and new', recent)
    const imported = await archive.put(Buffer.from('imported'), { mediaType: 'text/plain' })
    expect(await applyRetention(dependencies, { keepDays: 30 })).toEqual({ capturesRemoved: 2, bodiesRemoved: 1 })
    expect(await Promise.all([gone, shared, imported].map((sha256) => archive.has(sha256)))).toEqual([
      false,
      true,
      true,
    ])
    expect(await applyRetention(dependencies, { keepDays: 30 })).toEqual({ capturesRemoved: 0, bodiesRemoved: 0 })
  })

  test('keeps the newest of every article', async () => {
    const about = { articleId: 'article-1' }
    for (const day of [1, 2, 3, 4])
      await keep(`${day}`, `version ${day}`, { fetchedAt: `2020-01-0${day}T00:00:00Z` }, about)
    expect(await applyRetention(dependencies, { keepDays: 30, keepNewestPerArticle: 2 })).toEqual({
      capturesRemoved: 2,
      bodiesRemoved: 2,
    })
    const left = await Array.fromAsync(selectCaptures(database, {}))
    expect(left.map(({ fetchedAt }) => fetchedAt.slice(0, 10))).toEqual(['2020-01-03', '2020-01-04'])
  })

  test('has other days for feeds and sitemaps, and says before what it would do', async () => {
    const monthOld = { fetchedAt: new Date(Date.now() - 30 * 86_400_000).toISOString() }
    await keep('1', 'a feed', monthOld)
    await keep('2', 'a page', monthOld, { articleId: 'article-1' })
    await keep('3', 'the page later', recent, { articleId: 'article-1' })
    const listingsOnly = { keepDays: null, keepListingDays: 7 }
    const both = { keepDays: 20, keepListingDays: 7 }
    const removed = (count: number) => ({ capturesRemoved: count, bodiesRemoved: count })
    expect(await applyRetention(dependencies, listingsOnly, { isDryRun: true })).toEqual(removed(1))
    expect(await applyRetention(dependencies, both, { isDryRun: true })).toEqual(removed(2))
    expect(await applyRetention(dependencies, { keepDays: null }, { isDryRun: true })).toEqual(removed(0))
    expect(await applyRetention(dependencies, both)).toEqual(removed(2))
    expect(await applyRetention(dependencies, both)).toEqual(removed(0))
  })

  test('gives bytes back to a capture that comes while they are taken away', async () => {
    const sha256 = await keep('1', 'contested', old)
    const slow: Archive = {
      ...archive,
      async remove(key) {
        await archive.remove(key)
        await keep('2', 'contested', recent)
      },
    }
    await applyRetention({ database, archive: slow }, { keepDays: 30 })
    expect(await archive.get(sha256)).toEqual(Buffer.from('contested'))
    expect(await Array.fromAsync(selectCaptures(database, {}))).toHaveLength(1)
  })

  test('refuses a policy that keeps nothing', async () => {
    await expect(applyRetention(dependencies, { keepDays: 0 })).rejects.toThrow('is none')
  })
})

test('erasure takes bytes and captures', async () => {
  const sha256 = await keep('1', 'personal')
  await eraseBytes(dependencies, sha256)
  await eraseBytes(dependencies, sha256)
  expect(await archive.has(sha256)).toBe(false)
  expect(await Array.fromAsync(selectCaptures(database, {}))).toEqual([])
})
