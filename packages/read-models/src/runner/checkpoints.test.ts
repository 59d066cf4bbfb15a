import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { moveCheckpoints } from './checkpoints.ts'
import { loadLanes, registerProjections } from './lane.ts'
import { transact } from './transact.ts'
import { openViewPool } from './view-pool.ts'

const { database } = await testDatabase()

test('two who move the same checkpoints in opposite order do not wait for each other in a circle', async () => {
  await registerProjections(database.pool)
  const lanes = await loadLanes(database.pool, 'live', ['article', 'revision', 'tally'])
  expect(lanes).toHaveLength(3)
  const views = openViewPool(database.pool, 3)
  const [holder, one, other] = await Promise.all([views.connect(), views.connect(), views.connect()])
  try {
    // Whoever comes first has taken what stands before this one, and waits; so has the second, from the other end.
    await holder.query(`begin; select from views.projection where name = 'revision' for update`)
    const moves = [
      transact(one, [moveCheckpoints(lanes, 5)]),
      transact(other, [moveCheckpoints(lanes.toReversed(), 5)]),
    ].map((move) => move.catch((error: { code: string }) => error.code))
    await untilWaiting(2)
    await holder.query('rollback')
    // The second finds that the first was faster.
    expect((await Promise.all(moves)).filter((code) => code !== undefined)).toEqual(['DL001'])
  } finally {
    for (const client of [holder, one, other]) client.release()
    await views.end()
  }
})

async function untilWaiting(sessions: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length >= sessions) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
