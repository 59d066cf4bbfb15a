import { newLayoutWatch } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { describe, expect, test } from 'vitest'
import { listUnlistedDrifts, loadLayoutWatches, saveLayoutWatch } from './layout-watches.ts'

describe('layout watches', async () => {
  const { database } = await testDatabase()
  const { db } = database

  test('are kept by host, and begin with nothing', async () => {
    const drifted = { ...newLayoutWatch(), drifted: true }
    await saveLayoutWatch(db, 'a.example', { sourceId: null, watch: drifted })
    await saveLayoutWatch(db, 'b.example', { sourceId: 'b', watch: drifted })
    const watches = await loadLayoutWatches(db, ['a.example', 'c.example'])
    expect([...watches.values()].map(({ watch }) => watch.drifted)).toEqual([true, false])
  })

  test('of hosts that no source lists show their alarm, as long as it goes on', async () => {
    expect((await listUnlistedDrifts(db)).map(({ host }) => host)).toEqual(['a.example'])
    await saveLayoutWatch(db, 'a.example', { sourceId: null, watch: newLayoutWatch() })
    expect(await listUnlistedDrifts(db)).toEqual([])
  })
})
