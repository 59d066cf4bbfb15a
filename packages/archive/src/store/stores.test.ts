import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import S3rver from '@20minutes/s3rver'
import { testDatabase } from '@dateline/testing'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openArchiveIn } from '../open-archive.ts'
import { openArchiveAt } from '../open-archive-at.ts'
import { folderStore } from './folder-store.ts'
import { postgresStore } from './postgres-store.ts'
import type { RawStore } from './raw-store.ts'
import { s3Store } from './s3-store.ts'

const { database } = await testDatabase()
const directory = mkdtempSync(join(tmpdir(), 'dateline-archive-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** A server that speaks S3, checks signatures and keeps objects as files. Its keys are fixed. */
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(directory, 's3'),
  configureBuckets: [{ name: 'pages', configs: [] }],
})
const { port } = await server.run()
afterAll(() => server.close())
const bucketUrl = `http://127.0.0.1:${port}/pages`

const stores: [string, RawStore][] = [
  ['Postgres', postgresStore(database)],
  ['a folder', folderStore(join(directory, 'raw'))],
  ['S3', s3Store({ bucketUrl, ...KEYS, prefix: 'raw/' })],
]

describe.for(stores)('%s', ([, store]) => {
  const archive = openArchiveIn(store)
  const page = Buffer.from('<p>A page of some length.</p>'.repeat(500))

  test('gives back what was put, compressed or not', async () => {
    for (const bytes of [page, randomBytes(70_000), Buffer.from('ab'), Buffer.alloc(0)]) {
      const sha256 = await archive.put(bytes, { mediaType: 'text/html' })
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(await archive.get(sha256)).toEqual(bytes)
    }
  })

  test('keeps one of the same, though many put it at once', async () => {
    const keys = await Promise.all(
      Array.from({ length: 6 }, () => archive.put(Buffer.from('the same'), { mediaType: 'text/plain' })),
    )
    expect(new Set(keys).size).toBe(1)
    expect(await archive.get(keys[0]!)).toEqual(Buffer.from('the same'))
  })

  test('does not have what was never put or was removed', async () => {
    const sha256 = await archive.put(Buffer.from('soon gone'), { mediaType: 'text/plain' })
    expect(await archive.has(sha256)).toBe(true)
    await archive.remove(sha256)
    await archive.remove(sha256)
    expect(await archive.has(sha256)).toBe(false)
    expect(await archive.get(sha256)).toBeNull()
  })
})

test('a folder holds no drafts', async () => {
  await openArchiveIn(folderStore(join(directory, 'raw'))).put(Buffer.from('whole'), { mediaType: 'text/plain' })
  const files = readdirSync(join(directory, 'raw'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThan(0)
  expect(files.map(({ name }) => name).filter((name) => !/^[0-9a-f]{64}\.(zst|raw)$/.test(name))).toEqual([])
})

test('a folder is rid of what killed writers left, a day later; at once of what is erased', async () => {
  const folder = join(directory, 'left')
  const archive = openArchiveIn(folderStore(folder))
  const sha256 = await archive.put(Buffer.from('to be erased'), { mediaType: 'text/plain' })
  const leave = (name: string, ageHours: number) => {
    const file = join(folder, 'drafts', name)
    writeFileSync(file, 'half a te')
    const time = new Date(Date.now() - ageHours * 3_600_000)
    utimesSync(file, time, time)
  }
  const old = `${'a'.repeat(64)}.old`
  const young = `${'b'.repeat(64)}.young`
  leave(old, 25)
  leave(young, 23)
  leave(`${sha256}.young`, 1)
  await archive.remove(sha256)
  expect(readdirSync(join(folder, 'drafts')).toSorted()).toEqual([old, young])
  await openArchiveIn(folderStore(folder)).put(Buffer.from('the next start'), { mediaType: 'text/plain' })
  expect(readdirSync(join(folder, 'drafts'))).toEqual([young])
})

describe('S3', () => {
  const put = (store: RawStore) => openArchiveIn(store).put(Buffer.from('anything'), { mediaType: 'text/plain' })

  test('with wrong keys says so', async () => {
    await expect(put(s3Store({ bucketUrl, ...KEYS, secretAccessKey: 'wrong' }))).rejects.toThrow(
      /^The archive at .* was answered with 403/,
    )
  })

  test('without its bucket says so', async () => {
    await expect(put(s3Store({ ...KEYS, bucketUrl: bucketUrl.replace('pages', 'absent') }))).rejects.toThrow(
      'there is no such bucket',
    )
  })

  test('that is away can be tried again later', async () => {
    await expect(put(s3Store({ ...KEYS, bucketUrl: 'http://127.0.0.1:1/pages' }))).rejects.toMatchObject({
      code: 'ARCHIVE_UNREACHABLE',
      retryable: true,
    })
  })

  test('that is busy is asked again', async () => {
    let asked = 0
    const busy = createServer((_, response) => void response.writeHead(asked++ < 2 ? 503 : 404).end())
    busy.listen(0, '127.0.0.1')
    await once(busy, 'listening')
    onTestFinished(() => void busy.close())
    const { port: busyPort } = busy.address() as { port: number }
    const store = s3Store({ ...KEYS, bucketUrl: `http://127.0.0.1:${busyPort}/pages` })
    expect(await store.has('0'.repeat(64))).toBe(false)
    expect(asked).toBe(3)
  })
})

describe('openArchiveAt', () => {
  const put = async (place: string | null, text: string) => {
    const archive = openArchiveAt(database, place)
    return await archive.put(Buffer.from(text), { mediaType: 'text/plain' })
  }

  test('leads to Postgres, a folder or a bucket', async () => {
    const folder = join(directory, 'by url')
    const sha256s = [
      await put(null, 'in Postgres'),
      await put(pathToFileURL(folder).href, 'in a folder'),
      await put(`s3+http://S3RVER:S3RVER@127.0.0.1:${port}/pages/deep/down?region=eu-west-1`, 'in a bucket'),
    ]
    const places = [postgresStore(database), folderStore(folder), s3Store({ bucketUrl, ...KEYS, prefix: 'deep/down/' })]
    const found = await Promise.all(places.map((store, at) => store.has(sha256s[at]!)))
    expect(found).toEqual([true, true, true])
  })

  test.for([
    '/var/lib/archive',
    'file://host/path',
    's3+https://host/bucket',
    's3+https://KEY:SECRET@host',
    'https://KEY:SECRET@host/bucket',
  ])('refuses %s, and does not repeat it', (place) => {
    expect(() => openArchiveAt(database, place)).toThrow(
      /^The place of the archive is not of the form (?!.*host\/bucket$)/,
    )
  })
})
