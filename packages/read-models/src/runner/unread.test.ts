import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anyEvent } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { articleProjection } from '../article/projection.ts'
import type { ViewEvent } from '../projection.ts'
import { parseWithout, unreadOf } from './unread.ts'

const SAMPLES = join(import.meta.dirname, '../../../domain/samples')
const unread = unreadOf(articleProjection)
const samples = readdirSync(SAMPLES).filter((file) => unread.has(file.split(/[-.]/)[0]!))

function parsing(body: unknown, type: string) {
  const texts: string[] = []
  const bytes = Buffer.from(JSON.stringify(body))
  const data = parseWithout(bytes, unread.get(type)!, (text) => {
    texts.push(text)
    return JSON.parse(text)
  })
  return { data, texts, chars: bytes.toString().length }
}

describe('a body without what nobody looks at', () => {
  test.for(samples)('gives the same row: %s', (file) => {
    const event = anyEvent.parse(JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')))
    const { data, texts, chars } = parsing(event.data, event.type)
    expect(texts).toHaveLength(1)
    if (file.includes('-full')) expect(texts[0]!.length).toBeLessThan(chars)
    const fold = (body: unknown) => {
      const header = { stream: 'article-1', position: 1, version: 1, recordedAt: '2026-11-20T10:00:00.000Z' }
      return articleProjection.evolve(
        null,
        { ...header, type: event.type, data: body } as unknown as ViewEvent,
        'article-1',
      )
    }
    expect(fold(data)).toEqual(fold(event.data))
  })

  const classified = {
    topics: [{ terms: ['],"fingerprint":'] }],
    model: 'm',
    terms: [{ term: '","terms":[ “' }],
    entities: [{}],
    fingerprint: 'f',
  }

  test('leaves out what stands between the keys, whatever strings say', () => {
    const { data } = parsing(classified, 'ArticleClassified')
    const { entities: _, ...rest } = classified
    expect(data).toEqual({ ...rest, terms: [] })
  })

  test.for([
    { what: 'keys in another order', body: { fingerprint: 'f', model: 'm', terms: [1] } },
    { what: 'a key in another place', body: { model: 'm', terms: [1, { entities: [], fingerprint: 'f' }] } },
    { what: 'none of the keys', body: { topics: [] } },
  ])('is parsed as it is: $what', ({ body }) => {
    expect(parsing(body, 'ArticleClassified').data).toEqual(body)
  })
})
