import { createHash, randomBytes } from 'node:crypto'
import { testDatabase } from '@dateline/testing'
import { describe, expect, test } from 'vitest'
import { openArchive } from './open-archive.ts'

const { database } = await testDatabase()
const archive = openArchive(database)
const HTML = { mediaType: 'text/html' }

describe('the archive', () => {
  test.for([
    ['nothing', Buffer.alloc(0)],
    ['a few bytes', Buffer.from('ab')],
    ['a page', Buffer.from('<p>A page of some length.</p>'.repeat(500))],
    ['noise, which does not compress', randomBytes(10_000)],
    ['all bytes', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ] as const)('gives back %s', async ([, bytes]) => {
    const sha256 = await archive.put(bytes, HTML)
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await archive.get(sha256)).toEqual(bytes)
    expect(await archive.has(sha256)).toBe(true)
  })

  test('keeps the same bytes once, under all at the same time', async () => {
    const bytes = Buffer.from('<p>Seen by many.</p>'.repeat(100))
    const keys = await Promise.all(Array.from({ length: 8 }, () => archive.put(bytes, HTML)))
    expect(new Set(keys).size).toBe(1)
    const { rows } = await database.pool.query(
      'select bytes, coding, octet_length(data) as stored from archive.raw where sha256 = $1',
      [Buffer.from(keys[0]!, 'hex')],
    )
    expect(rows).toEqual([{ bytes: bytes.length, coding: 'zstd', stored: expect.any(Number) }])
    expect(rows[0].stored).toBeLessThan(bytes.length / 4)
  })

  test('does not know what was never put or was removed', async () => {
    const sha256 = await archive.put(Buffer.from('to be erased'), HTML)
    await archive.remove(sha256)
    await archive.remove(sha256)
    expect(await archive.get(sha256)).toBeNull()
    expect(await archive.has(sha256)).toBe(false)
  })

  test('does not give out damaged bytes', async () => {
    const sha256 = await archive.put(Buffer.from('short and exact'), HTML)
    await database.pool.query('update archive.raw set data = $2 where sha256 = $1', [
      Buffer.from(sha256, 'hex'),
      Buffer.from('short and false'),
    ])
    await expect(archive.get(sha256)).rejects.toThrow('are damaged (another sha256)')
    const packed = await archive.put(Buffer.from('long enough to be packed '.repeat(50)), HTML)
    await database.pool.query('update archive.raw set data = $2 where sha256 = $1', [
      Buffer.from(packed, 'hex'),
      Buffer.from('no frame'),
    ])
    await expect(archive.get(packed)).rejects.toThrow('are damaged (not a zstd frame)')
  })

  test.for(['', '../../etc/passwd', 'A'.repeat(64)])('refuses the key "%s"', async (key) => {
    await expect(async () => archive.get(key)).rejects.toThrow('is not a sha256')
  })
})
