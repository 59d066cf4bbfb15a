import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, openDatabase } from '@dateline/database'
import type { AnyEvent, Recorded } from '@dateline/domain'
import { anyShapes, createSigner, generateSigningKey, readLog, seal, subscribe, verifyLog } from '@dateline/event-store'
import { startPostgres } from '@dateline/postgres-server'
import { afterAll, expect, test } from 'vitest'

// DATELINE_FIRE_EVENTS=1000000 npm test -- test/crash/log-under-fire.test.ts
const EVENTS = Number(process.env.DATELINE_FIRE_EVENTS ?? 4_000)
const WRITERS = ['w1', 'w2', 'w3', 'w4']
const PER_WRITER = Math.ceil(EVENTS / WRITERS.length)
/** At random moments: between a commit and its flush among them. */
const SERVER_KILLS = 2 + Math.min(30, Math.floor(EVENTS / 20_000))
const TIMEOUT_MS = 60_000 + EVENTS

const directory = mkdtempSync(join(tmpdir(), 'dateline-fire-'))
const dataDir = join(directory, 'data')
// fsync as in production: what was acknowledged must be there after the server was killed.
let server = await startPostgres({ dataDir })
const database = openDatabase(server.url)
afterAll(async () => {
  await database.close()
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

const running = new Map<string, ChildProcess>()
function startWriter(name: string): Promise<unknown> {
  const program = join(import.meta.dirname, 'fire-writer.ts')
  const writer = spawn(process.execPath, [program, server.url, name, String(PER_WRITER)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  writer.stdout!.resume()
  running.set(name, writer)
  return once(writer, 'exit')
}

test('no event is lost, doubled or skipped while writers, and the server, are killed', {
  timeout: TIMEOUT_MS,
}, async () => {
  await migrate(database)
  const seen: { position: number; key: string }[] = []
  const done = new AbortController()
  const reading = follow(seen, done.signal)

  // A transaction that stays open, as a long report or a forgotten session would.
  const bystander = openDatabase(server.url, { connectionsMax: 1 })
  const session = await bystander.pool.connect()
  session.on('error', () => {})
  await session.query('begin')
  await session.query('select pg_current_xact_id()')

  const finished = Promise.all(
    WRITERS.map(async (name, index) => {
      const killed = startWriter(name)
      await sleep(700 + 300 * index)
      running.get(name)!.kill('SIGKILL')
      await killed
      expect(await startWriter(name)).toEqual([0, null])
    }),
  )
  let isFinished = false
  void finished.finally(() => {
    isFinished = true
  })
  for (let kills = 0; kills < SERVER_KILLS && !isFinished; kills++) {
    await sleep(600 + 600 * Math.random())
    process.kill(server.pid, 'SIGKILL')
    await server.ended
    server = await startPostgres({ dataDir, port: server.port })
  }
  await finished

  const events = await readAll()
  await expect.poll(() => seen.at(-1)?.position, { timeout: 30_000 }).toBe(events.length)
  done.abort()
  await reading
  session.release(true)
  await bystander.close()

  expect(firstGap(events.map(({ position }) => position))).toBeNull()
  // Nothing that a subscriber was given was taken back by a crash, or given again with another position.
  const taken = seen.findIndex(({ position, key }, index) => {
    return position !== events[index]!.position || key !== events[index]!.key
  })
  expect(taken).toBe(-1)
  expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
  expect(events.length).toBe(WRITERS.length * PER_WRITER)
  await seal(database, createSigner('fire.example', generateSigningKey()), '2026-11-20T10:00:00Z')
  expect((await verifyLog(database)).problems).toEqual([])
})

/** Reads as a projection would: goes on from the last event it had seen, over any loss of connection. */
async function follow(seen: { position: number; key: string }[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const onPage = (events: readonly Recorded<AnyEvent>[]) => void seen.push(...events.map(keyOf))
    try {
      await subscribe(database, { afterPosition: seen.at(-1)?.position ?? 0, onPage, signal, shapes: anyShapes })
    } catch {
      await sleep(50)
    }
  }
}

async function readAll(): Promise<{ position: number; key: string }[]> {
  const events: { position: number; key: string }[] = []
  for (;;) {
    const page = await readLog(database, { afterPosition: events.length, limit: 5_000, shapes: anyShapes })
    if (page.length === 0) return events
    events.push(...page.map(keyOf))
  }
}

function keyOf({ position, data }: Recorded<AnyEvent>): { position: number; key: string } {
  const { by, index } = data as unknown as { by: string; index: number }
  return { position, key: `${by}:${index}` }
}

/** Where the numbers cease to be 1, 2, 3…; null: nowhere. */
function firstGap(positions: readonly number[]): number | null {
  const index = positions.findIndex((position, place) => position !== place + 1)
  return index === -1 ? null : index
}
