import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import {
  failCopyCheck,
  recordCopy,
  recordCopyChanged,
  recordCopyLooked,
  recordOriginalChanged,
  ripeCopyChecks,
  settleCopyCheck,
} from './copy-checks.ts'

const { database } = await testDatabase()
const { db } = database
const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`
const ripe = async () => (await ripeCopyChecks(db, 10)).map(({ copyId }) => copyId)

beforeEach(() => sql`truncate work.copy_edge, work.copy_check`.execute(db))

test('a copy is ripe to be held against its original when it has been captured since', async () => {
  await recordCopy(db, 'copy', 'original', at(1))
  expect(await ripe()).toEqual([])
  await recordCopyLooked(db, ['copy'], at(2))
  expect(await ripe()).toEqual(['copy'])
  await recordOriginalChanged(db, 'original', at(3))
  expect(await ripe()).toEqual([])
})

test('a copy that changes is ripe at once, and an article that is none never', async () => {
  await recordCopy(db, 'copy', 'original', at(1))
  await recordCopyChanged(db, 'copy', at(2))
  await recordCopyChanged(db, 'other', at(2))
  expect(await ripe()).toEqual(['copy'])
})

test('a copy that changes while its text before is judged is judged again', async () => {
  await recordCopy(db, 'copy', 'original', at(1))
  await recordCopyChanged(db, 'copy', at(2))
  const [judged] = await ripeCopyChecks(db, 10)
  await recordCopyChanged(db, 'copy', at(3))
  await settleCopyCheck(db, judged!)
  expect(await ripe()).toEqual(['copy'])
})

test('a copy that could not be judged is tried again with its next text', async () => {
  await recordCopy(db, 'copy', 'original', at(1))
  await recordCopyChanged(db, 'copy', at(2))
  for (let failure = 0; failure < 5; failure++)
    await failCopyCheck(db, { copyId: 'copy', originalId: 'original', since: new Date() })
  expect(await ripe()).toEqual([])
  await recordCopyChanged(db, 'copy', at(3))
  expect(await ripe()).toEqual(['copy'])
})
