import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendMany } from './append-many.ts'
import { openLog } from './open-log.ts'
import { type ProofFile, proveEvents } from './proofs.ts'
import { readStream } from './read.ts'
import { discovered, gone } from './sample-events.ts'
import { latestSignedHead, type Sealed, seal } from './seal.ts'
import { createSigner, generateSigningKey, readSignedHead } from './signed-head.ts'
import { verifyLog } from './verify-log.ts'
import { withdraw } from './withdraw.ts'

const EVENTS = 1_100
const { database } = await testDatabase()
const log = await openLog(database)
const signer = createSigner('log.example/news', generateSigningKey())
const directory = mkdtempSync(join(tmpdir(), 'dateline-proof-'))
let older: Sealed

beforeAll(async () => {
  await fill(0, 300)
  older = (await seal(database, signer, '2026-11-20T10:00:00Z'))!
  await fill(300, EVENTS)
  await log.append('article-kept', 'any', [discovered('kept “text”'), gone(410)], {
    cause: 'kept',
    occurredAt: '2026-11-20',
  })
  await seal(database, signer, '2026-11-20T10:00:01Z')
})
afterAll(async () => {
  await log.close()
  rmSync(directory, { recursive: true })
})

async function fill(from: number, to: number): Promise<void> {
  const appends = Array.from({ length: to - from }, (_, index) => ({
    stream: `article-${(from + index) % 97}`,
    expectedVersion: 'any' as const,
    events: [discovered(`page-${from + index}`)],
    cause: `fill:${from + index}`,
  }))
  await appendMany(log, appends)
}

/** Runs the script that needs nothing of ours, as a stranger would. */
function verifyOffline(proof: ProofFile, ...options: string[]): string {
  const file = join(directory, 'proof.json')
  writeFileSync(file, JSON.stringify(proof))
  const script = join(import.meta.dirname, '..', 'verify-proof.mjs')
  try {
    return execFileSync(process.execPath, [script, file, ...options], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return (error as { stderr: string }).stderr
  }
}

describe('sealing', () => {
  test('signs a head that others can read, and only the key that signed it', async () => {
    const head = (await latestSignedHead(database))!
    expect(readSignedHead(head.note, signer.origin, signer.publicKey)).toEqual({
      size: EVENTS + 2,
      root: head.root,
      signedAt: '2026-11-20T10:00:01.000Z',
    })
    const other = createSigner('log.example/news', generateSigningKey())
    expect(readSignedHead(head.note, signer.origin, other.publicKey)).toBeNull()
    expect(readSignedHead(head.note.replace('1102', '1103'), signer.origin, signer.publicKey)).toBeNull()
  })

  test('again, without news, changes nothing', async () => {
    const head = await latestSignedHead(database)
    expect(await seal(database, signer, '2026-11-21T00:00:00Z')).toEqual(head)
  })
})

describe('a proof file', () => {
  test('shows the history of a stream to a stranger', async () => {
    const proof = await proveEvents(database, signer, { stream: 'article-kept' }, older.size)
    const checkpoint = join(directory, 'older.txt')
    writeFileSync(checkpoint, older.note)
    const options = ['--key', signer.publicKey.toString('base64'), '--older', checkpoint]
    const other = createSigner('log.example/news', generateSigningKey())
    expect(verifyOffline(proof, other.publicKey.toString('base64'))).toContain('not signed by this key')
    expect(verifyOffline(proof, signer.publicKey.toString('base64'))).not.toContain('with the key in the file')
    expect(verifyOffline(proof, ...options)).toContain(
      'Holds: 2 events, 0 of them withdrawn, are in the log of log.example/news',
    )
  })

  test('shows any event, at the edges of the kept subtrees too', async () => {
    const positions = [1, 2, 256, 257, 512, 513, 1024, 1025, EVENTS, EVENTS + 1, EVENTS + 2]
    expect(verifyOffline(await proveEvents(database, signer, { positions }))).toContain(
      `Holds: ${positions.length} events`,
    )
  })

  test.for<[string, (proof: ProofFile) => unknown]>([
    ['the text', ({ events: [, event] }) => ({ ...event, body: event!.body!.replace('410', '404') })],
    ['the cause', ({ events: [, event] }) => ({ ...event, cause: 'other' })],
    ['the time', ({ events: [, event] }) => ({ ...event, recordedAt: '2020-01-01T00:00:00.000Z' })],
    ['the position', ({ events: [, event] }) => ({ ...event, position: 7 })],
  ])('does not hold where %s was changed', async ([, change]) => {
    const proof = await proveEvents(database, signer, { stream: 'article-kept' })
    const changed = { ...proof, events: [proof.events[0], change(proof)] } as ProofFile
    expect(verifyOffline(changed)).toContain('Does not hold: event')
  })

  test('is refused for what is not in the log', async () => {
    await expect(proveEvents(database, signer, { stream: 'article-none' })).rejects.toThrow(
      'There is no event of article-none',
    )
    await expect(proveEvents(database, signer, { positions: [1] }, 9_999)).rejects.toThrow('no signed tree over 9999')
  })
})

describe('verify', () => {
  const trusted = { origin: signer.origin, publicKey: signer.publicKey }

  /** As somebody who may do everything; undone afterwards. */
  async function verifyAfter(statements: readonly string[], archivedThrough = 0) {
    const client = await database.pool.connect()
    const undo = ['event_p00000', 'stream', 'head', 'subtree', 'tree_head', 'erasure']
    try {
      await client.query('set session_replication_role = replica')
      for (const table of undo) await client.query(`create temp table undo_${table} as table log.${table}`)
      for (const statement of statements) await client.query(statement)
      return await verifyLog(database, { trusted, archivedThrough })
    } finally {
      for (const table of undo) {
        await client.query(
          `delete from log.${table}; insert into log.${table} table undo_${table}; drop table undo_${table}`,
        )
      }
      await client.query('reset session_replication_role')
      client.release()
    }
  }

  test('finds nothing in a true log', async () => {
    const head = (await latestSignedHead(database))!
    const { problems, root, events, signedHeads } = await verifyLog(database, { trusted })
    expect({ problems, root, events, signedHeads }).toEqual({
      problems: [],
      root: head.root.toString('hex'),
      events: EVENTS + 2,
      signedHeads: 2,
    })
  })

  const flip = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`
  test.for([
    ['body', `update log.event set data = replace(data, 'page-41', 'page-42') where position = 42`],
    ['salt', `update log.event set salt = ${flip('salt')} where position = 42`],
    ['body hash', `update log.event set body_sha256 = ${flip('body_sha256')} where position = 42`],
    ['leaf', `update log.event set leaf_sha256 = ${flip('leaf_sha256')} where position = 42`],
    ['type', `update log.event set type = 'ArticleGone' where position = 42`],
    ['stream', `update log.event set stream = 'article-forged' where position = 42`],
    ['version', `update log.event set version = 900 where position = 42`],
    ['event id', `update log.event set event_id = gen_random_uuid() where position = 42`],
    ['cause', `update log.event set cause = null where position = 42`],
    ['shape', `update log.event set schema_version = 2 where position = 42`],
    ['time', `update log.event set recorded_at = recorded_at + interval '1 ms' where position = 42`],
    ['other time', `update log.event set occurred_at = now() where position = 42`],
    ['lack of a body', 'update log.event set salt = null, data = null where position = 42'],
    ['lack of an event', 'delete from log.event where position = 42'],
  ])('names the position of a changed %s', async ([, statement]) => {
    const { problems } = await verifyAfter([statement!])
    expect(problems.map(({ position }) => position)).toContain(42)
  })

  test.for([
    ['subtree', `update log.subtree set sha256 = ${flip('sha256')} where index = 1`, 512],
    ['head', 'update log.head set position = position + 1', EVENTS + 3],
    ['stream', `update log.stream set version = version + 1 where stream = 'article-kept'`, EVENTS + 2],
    ['signed root', `update log.tree_head set sha256 = ${flip('sha256')} where size = 300`, 300],
    ['signature', `update log.tree_head set note = replace(note, '10:00:00', '10:00:09') where size = 300`, 300],
    ['end', `delete from log.event where position = ${EVENTS + 2}`, EVENTS + 1],
  ] as const)('names the position of a changed %s', async ([, statement, position]) => {
    const { problems } = await verifyAfter([statement])
    expect(problems.map((problem) => problem.position)).toContain(position)
  })

  const archive = ['delete from log.event where position <= 512']
  test('goes by the kept tree where a partition was archived', async () => {
    const head = (await latestSignedHead(database))!
    const { from, events, problems, root } = await verifyAfter(archive, 512)
    expect({ from, events, problems, root }).toEqual({
      from: 513,
      events: EVENTS + 2 - 512,
      problems: [],
      root: head.root.toString('hex'),
    })
    const changed = [...archive, `update log.subtree set sha256 = ${flip('sha256')} where index = 0`]
    const forged = await verifyAfter(changed, 512)
    expect(forged.problems.map(({ position }) => position)).toContain(EVENTS + 2)
    const unsaid = await verifyAfter(archive)
    expect(unsaid.problems.map(({ position }) => position)).toContain(1)
  })

  test('finds an event that was rewritten with its hashes', async () => {
    const { problems } = await verifyAfter([
      `update log.event set data = '{}', body_sha256 = sha256(salt || '{}') where position = 42`,
    ])
    expect(problems.map(({ position }) => position)).toContain(42)
  })
})

describe('withdraw', () => {
  test('takes away what was said, tells of it, and leaves all proofs in place', async () => {
    const stream = 'article-secret'
    const secret = discovered('a-secret-name')
    await log.append(stream, 'new', [secret, gone(404)], { cause: 'secret' })
    const before = (await seal(database, signer, '2026-11-20T11:00:00Z'))!

    const withdrawal = { stream, reason: 'court', withdrawnAt: '2026-11-20T11:00:00Z' }
    const first = await withdraw(log, withdrawal, { cause: 'court:17' })
    const again = await withdraw(log, withdrawal, { cause: 'court:17' })
    expect([first.bodiesErased, again.bodiesErased, again.told.wasThere]).toEqual([2, 0, true])

    const events = await readStream(database, stream)
    expect(events.map(({ data, withdrawn }) => ({ data, withdrawn }))).toEqual([
      { data: null, withdrawn: true },
      { data: null, withdrawn: true },
      { data: { reason: 'court', withdrawnAt: '2026-11-20T11:00:00Z' }, withdrawn: undefined },
    ])
    const { rows } = await database.pool.query(`select from log.event where data like '%a-secret-name%'`)
    expect(rows).toHaveLength(0)

    await seal(database, signer, '2026-11-20T11:00:01Z')
    const verification = await verifyLog(database, { trusted: { origin: signer.origin, publicKey: signer.publicKey } })
    expect(verification).toMatchObject({ problems: [], withdrawn: 2 })
    const checkpoint = join(directory, 'before.txt')
    writeFileSync(checkpoint, before.note)
    const proof = await proveEvents(database, signer, { stream }, before.size)
    expect(verifyOffline(proof, '--older', checkpoint)).toContain('Holds: 3 events, 2 of them withdrawn')
  })

  test('is refused without an event that tells of it', async () => {
    const { rows } = await database.pool.query<{ position: number }>(
      `select position from log.event where type = 'ArticleWithdrawn' order by position`,
    )
    // None; of another kind; of another stream, which does not name it.
    for (const toldIn of [999_999_999, 2, rows[0]!.position]) {
      const erase = database.pool.query('select log.erase(array[1]::bigint[], $1)', [toldIn])
      await expect(erase).rejects.toThrow(`event ${toldIn} does not tell of it`)
    }
  })
})

test('verify finds nothing in a log that grows and is sealed meanwhile', async () => {
  let hasGrown = false
  const pool = Object.create(database.pool, {
    query: {
      async value(query: { name?: string }) {
        const page = await database.pool.query(query as never)
        if (query.name !== 'log.verify' || hasGrown) return page
        hasGrown = true
        await fill(EVENTS, EVENTS + 300)
        await seal(database, signer, '2026-11-20T10:00:02Z')
        return page
      },
    },
  })
  expect((await verifyLog({ ...database, pool }, { trusted: signer })).problems).toEqual([])
  expect(hasGrown).toBe(true)
})
