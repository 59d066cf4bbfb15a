import { assertSchemaCurrent, openDatabase } from '@dateline/database'
import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { openLog } from './open-log.ts'
import { proveEvents } from './proofs.ts'
import { readLog } from './read.ts'
import { gone } from './sample-events.ts'
import { seal } from './seal.ts'
import { createSigner, generateSigningKey } from './signed-head.ts'
import { verifyLog } from './verify-log.ts'
import { withdraw } from './withdraw.ts'

const { database, url } = await testDatabase()

test('a login that is no more than a member of dateline_writer can do everything the services do', async () => {
  const login = `writer_${process.pid}`
  await database.pool.query(`create role ${login} login password 'secret' in role dateline_writer`)
  const asWriter = Object.assign(new URL(url), { username: login, password: 'secret' }).href
  const restricted = openDatabase(asWriter, { connectionsMax: 3 })
  const log = await openLog(restricted)

  await assertSchemaCurrent(restricted)
  await log.append('article-1', 'new', [gone(404), gone(410)], { cause: 'one' })
  await withdraw(log, { stream: 'article-1', reason: 'court', withdrawnAt: '2026-11-20T10:00:00Z' }, { cause: 'two' })
  const signer = createSigner('log.example', generateSigningKey())
  await seal(restricted, signer, '2026-11-20T10:00:00Z')
  expect(await readLog(restricted, { afterPosition: 0 })).toHaveLength(3)
  expect((await proveEvents(restricted, signer, { stream: 'article-1' })).events).toHaveLength(3)
  expect((await verifyLog(restricted)).problems).toEqual([])

  const erased = 'set salt = null, data = null where position = 3'
  for (const statement of [
    `update log.event ${erased}`,
    `update log.event_p00000 ${erased}`,
    'delete from log.event',
    'truncate log.event_p00000',
    'delete from log.erasure',
    `select log.create_aside('event_aside')`,
  ]) {
    const query = restricted.pool.query(`set dateline.erasing = 'on'; ${statement}`)
    await expect(query, statement).rejects.toThrow('permission denied')
  }

  await log.close()
  await restricted.close()
  await database.pool.query(`drop role ${login}`)
})
