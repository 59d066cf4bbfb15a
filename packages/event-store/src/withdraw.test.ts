import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { openLog } from './open-log.ts'
import { eraseWithdrawn, tellOfWithdrawal, withdrawnStreams } from './withdraw.ts'

const { database } = await testDatabase()
const STREAMS = ['article-00000000000000000000000000000001', 'article-00000000000000000000000000000002'] as const

test('a stream counts as withdrawn as soon as that is recorded, before its text is gone everywhere', async () => {
  const log = await openLog(database)
  const found = { via: 'feed', listedTitle: null, listedPublishedAt: null, discoveredAt: '2026-11-20T10:00:00Z' }
  for (const stream of STREAMS) {
    const url = `https://herald.example/${stream}`
    const data = { url, normalUrl: url, sourceId: null, ...found }
    await log.append(stream, 'new', [{ type: 'ArticleDiscovered', data }], { cause: `test/${stream}` })
  }
  expect(await withdrawnStreams(database, STREAMS)).toEqual(new Set())
  const withdrawal = { stream: STREAMS[0], reason: 'a court', withdrawnAt: '2026-11-21T10:00:00Z' }
  const told = await tellOfWithdrawal(log, withdrawal, { cause: 'test/withdraw' })
  expect(await withdrawnStreams(database, STREAMS)).toEqual(new Set([STREAMS[0]]))
  expect(await eraseWithdrawn(log, withdrawal, told)).toBe(1)
  await log.close()
})
