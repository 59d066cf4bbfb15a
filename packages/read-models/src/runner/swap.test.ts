import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@dateline/database'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { append, discovered, extracted } from '../sample-log.ts'
import { doomStatements, MOMENTS, type Moment } from './doomed-statements.ts'
import { discardRebuild, rebuild, rollback } from './rebuild.ts'
import { RebuildRunningError } from './rebuild-running-error.ts'
import { catchUp, runProjections } from './run-projections.ts'
import { verifyViews } from './verify-views.ts'

// DATELINE_FAULTS=all npm test -- swap.test.ts: every moment at every statement; here each statement has one.
const IS_WHOLE = process.env.DATELINE_FAULTS === 'all'
const DOOMED = 'dateline-doomed'
const ARTICLES = 30
const LAST_PHASE = 'begin isolation level repeatable read read only'

const { database, url } = await testDatabase()
const { pool } = database

vi.setConfig({ testTimeout: IS_WHOLE ? 900_000 : 120_000 })

beforeAll(async () => {
  const names = Array.from({ length: ARTICLES }, (_, index) => `a${index}`)
  await append(
    database,
    names.flatMap((name) => [discovered(name), extracted(name, name)]),
  )
  await catchUp(database)
  // Another generation than the first: those are of one shape.
  await rebuild(database, 'article')
})

/** Makes the rows that are served now differ from what the log says, in every table of the view. */
async function markAsOld(): Promise<void> {
  const { rows } = await pool.query<{ generation: number }>(
    `select generation from views.projection where name = 'article' and state = 'live'`,
  )
  const { generation } = rows[0]!
  await pool.query(`
    begin;
    update views.article_g${generation} set title = 'Old' where title is not null;
    update views.article_history_g${generation} set patch = jsonb_set(patch::jsonb, '{title}', '"Old"')::text
     where patch::jsonb ? 'title';
    commit`)
}

type Seen = { articles: number; titled: number; old: number; oldThen: number }

/** What one statement sees: the rows of now, and those of the history. */
const LOOK = `
  select count(*)::int as articles, count(a.title)::int as titled,
         count(*) filter (where a.title = 'Old')::int as old, count(*) filter (where h.title = 'Old')::int as "oldThen"
    from read.article a left join read.article_at_position((select position from log.head)) h using (article_id)`

function halvesOf({ articles, titled, old, oldThen }: Seen, before: Seen | null): string[] {
  const isOne = (count: number) => count === 0 || count === ARTICLES
  return [
    ...(titled === ARTICLES && isOne(old) && isOne(oldThen) && old === oldThen ? [] : ['rows of two generations']),
    ...(before === null || articles >= before.articles ? [] : [`${before.articles - articles} articles went away`]),
  ]
}

/** Reads until told to end: one statement after the other, and two in one snapshot. @returns whatever was wrong. */
function startReaders(): { stop(): Promise<string[]> } {
  const stopping = new AbortController()
  const wrong: string[] = []
  const single = async () => {
    let before: Seen | null = null
    while (!stopping.signal.aborted) {
      const { rows } = await pool.query<Seen>(LOOK)
      wrong.push(...halvesOf(rows[0]!, before))
      before = rows[0]!
    }
  }
  const snapshots = async () => {
    const client = await pool.connect()
    while (!stopping.signal.aborted) {
      await client.query('begin isolation level repeatable read; select 1 from log.head')
      await sleep(Math.random() * 30)
      const { rows } = await client.query<Seen>(LOOK)
      wrong.push(...halvesOf(rows[0]!, null).map((what) => `${what}, in a snapshot`))
      await client.query('commit')
    }
    client.release()
  }
  const reading = Promise.all([single(), snapshots()].map((loop) => loop.catch((error) => wrong.push(String(error)))))
  return {
    async stop() {
      stopping.abort()
      await reading
      return wrong
    },
  }
}

const look = async () => (await pool.query<Seen>(LOOK)).rows[0]!

/** As soon as the server has noticed that whoever rebuilt the view is gone. */
async function whenFree<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RebuildRunningError)) throw error
      await sleep(5)
    }
  }
}

/** @returns statements that it sent from the last phase on. */
async function rebuildDoomed(nth: number, moment: Moment): Promise<number> {
  const doomed = openDatabase(url, { applicationName: DOOMED })
  const cut = (pids: readonly number[]) =>
    pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids])
  const doom = doomStatements({ applicationName: DOOMED, from: LAST_PHASE, nth, moment, cut })
  await Promise.race([doom.struck, rebuild(doomed, 'article').catch(() => {})])
  doom.restore()
  return doom.sent()
}

describe('a rebuild that dies at its swap', () => {
  let last: number
  const stopping = new AbortController()
  let running: Promise<void>
  beforeAll(async () => {
    await markAsOld()
    last = await rebuildDoomed(Number.MAX_SAFE_INTEGER, 'before')
    running = runProjections(database, { signal: stopping.signal })
  })
  afterAll(async () => {
    stopping.abort()
    await running
  })

  test('goes on or is given up, and readers see old rows or new ones, never half', async () => {
    expect(last).toBeGreaterThan(10)
    const readers = startReaders()
    try {
      for (let nth = 1; nth <= last; nth++) {
        for (const moment of IS_WHOLE ? MOMENTS : [MOMENTS[nth % MOMENTS.length]!]) {
          const at = `${moment} statement ${nth} of ${last}`
          await markAsOld()
          await append(database, [discovered(`late ${at}`)])
          await rebuildDoomed(nth, moment)
          if (nth % 3 === 0) await whenFree(() => discardRebuild(database, 'article'))
          await append(database, [discovered(`later ${at}`)])
          await whenFree(() => rebuild(database, 'article'))
          expect([at, (await look()).old]).toEqual([at, 0])
          await rollback(database, 'article')
          const { old } = await look()
          // It had swapped them before it died: then the generation before is as new as the present one.
          expect([at, old]).toEqual([at, expect.toBeOneOf([0, ARTICLES])])
          await rebuild(database, 'article')
        }
      }
    } finally {
      expect(await readers.stop()).toEqual([])
    }
    expect((await verifyViews(database, { names: ['article'] }))[0]).toMatchObject({ isSame: true })
  })
})

test.for([
  ['views.swap_generation', '1', 'before', ARTICLES],
  ['views.swap_generation', '1', 'within', ARTICLES],
  ['views.swap_generation', '2', 'before', ARTICLES],
  ['views.swap_generation', '2', 'after', 0],
] as const)('a process killed with SIGKILL: %s, its statement %s, %s it', async ([from, nth, moment, old]) => {
  await markAsOld()
  const { signal } = spawnSync(process.execPath, [
    join(import.meta.dirname, 'doomed-rebuild.ts'),
    ...[url, 'article', from, nth, moment],
  ])
  expect([signal, (await look()).old]).toEqual(['SIGKILL', old])
  await whenFree(() => rebuild(database, 'article'))
  expect((await look()).old).toBe(0)
})

describe('a swap', () => {
  test('waits for those who took their snapshot before the new rows were there', async () => {
    await markAsOld()
    const reader = await pool.connect()
    await reader.query('begin isolation level repeatable read; select 1 from log.head')
    const rebuilding = rebuild(database, 'article')
    await sleep(2_000)
    const { rows } = await reader.query<Seen>(LOOK)
    expect(rows[0]).toMatchObject({ titled: ARTICLES, old: ARTICLES, oldThen: ARTICLES })
    await reader.query('commit')
    reader.release()
    await rebuilding
    expect(await look()).toMatchObject({ titled: ARTICLES, old: 0, oldThen: 0 })
  })

  test('holds up no reader for as long as somebody has an open transaction that has read the view', async () => {
    const idle = await pool.connect()
    await idle.query('begin; select count(*) from read.article')
    const rebuilding = rebuild(database, 'article')
    const readers = startReaders()
    let isDone = false
    void rebuilding.then(() => {
      isDone = true
    })
    // Several times as long as readers wait for a swap that waits.
    await sleep(2_000)
    expect(isDone).toBe(false)
    await pool.query(LOOK)
    await idle.query('commit')
    idle.release()
    await rebuilding
    expect(await readers.stop()).toEqual([])
  })
})
