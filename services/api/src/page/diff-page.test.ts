import { readFileSync } from 'node:fs'
import type { Extraction, When } from '@dateline/domain'
import type { RevisionDetail } from '@dateline/read-models'
import { expect, test } from 'vitest'
import { diffPage } from './diff-page.ts'

const sample = new URL('../../../../packages/domain/samples/ArticleExtracted-bare.json', import.meta.url)
const { extraction } = JSON.parse(readFileSync(sample, 'utf8')).data as { extraction: Extraction }

const revision = (number: number, at: string, zone: When['zone']) => {
  const value = { at, precision: 'minute' as const, zone }
  const publishedAt = { value, basis: 'explicit' as const, evidence: at, confidence: 1 }
  const recordedAt = '2026-05-03T12:00:00.000Z'
  return { number, recordedAt, extraction: { ...extraction, publishedAt } } as RevisionDetail
}

test('a time has no zone until its page names one', () => {
  const before = revision(1, '2026-05-03T10:20:00Z', 'assumed')
  const after = revision(2, '2026-05-03T08:20:00Z', 'stated')
  expect(diffPage(before, after).html).toContain(
    '<dd><del>2026-05-03 10:20:00 (zone not stated)</del> <ins>2026-05-03 08:20:00 UTC</ins></dd>',
  )
})
