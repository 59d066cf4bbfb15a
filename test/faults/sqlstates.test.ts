import { article } from '@dateline/domain'
import { handle, openLog, readLog, verifyLog } from '@dateline/event-store'
import { openLogger, openPlatform, readConfig } from '@dateline/platform'
import { catchUp, verifyViews } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { claimDueTasks, claimLostTasks, settleTask, wantTasks } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { wantJobs } from '../../services/reactor/src/want-jobs.ts'
import { FAULTS, type Fault, faultyStatements } from './faulty-statements.ts'

// DATELINE_FAULTS=all npm test -- test/faults/sqlstates.test.ts: every fault at every statement; here each statement has one.
const IS_WHOLE = process.env.DATELINE_FAULTS === 'all'
/** As often as a job is tried by its queue; what is run by a loop is tried for ever. */
const TRIES_MAX = 4

const { database, url: DATABASE_URL } = await testDatabase()
const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
const platform = await openPlatform('test', config, openLogger('test', config))
const { log } = platform
const statements = faultyStatements()
afterAll(async () => {
  statements.restore()
  await platform.close()
})

let made = 0
const newArticle = () => {
  made++
  const url = `https://harbour-courier.example/${made}`
  const data = {
    ...{ url, normalUrl: url, sourceId: null, listedTitle: null, listedPublishedAt: null },
    ...{ via: 'submission' as const, discoveredAt: '2026-11-20T10:00:00Z' },
  }
  return { articleId: `article-${made}`, event: { type: 'ArticleDiscovered', data } as const }
}

/** Runs `step` again after each failure, as its worker or loop would. */
async function persist<Result>(step: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await step()
    } catch (error) {
      if (tries >= TRIES_MAX) throw error
    }
  }
}

/**
 * One run without a fault tells how many statements there are; then one run for each.
 *
 * @param run must check its own result.
 */
async function sweep(run: (fault: Fault | null) => Promise<void>): Promise<number> {
  await run(null) // connections and prepared statements are there
  const count = statements.arm(null)
  await run(null)
  const last = count()
  let struck = 0
  for (let nth = 1; nth <= last; nth++) {
    const faults = IS_WHOLE ? FAULTS : [FAULTS[nth % FAULTS.length]!]
    for (const fault of faults) {
      statements.arm(fault, nth)
      await run(fault).catch((error: Error) => {
        throw new Error(`${fault} at statement ${nth} of ${last}: ${error.message}`, { cause: error })
      })
      if (statements.hasStruck()) struck++
    }
  }
  statements.arm(null)
  expect(struck).toBeGreaterThan(last / 2)
  return last
}

const TIMEOUT_MS = IS_WHOLE ? 900_000 : 60_000

describe('an error of the server at each statement in turn', () => {
  test('of an append changes neither its answer nor what is recorded', { timeout: TIMEOUT_MS }, async () => {
    const run = async () => {
      const { articleId, event } = newArticle()
      const gone = (httpStatus: number) =>
        ({ type: 'ArticleGone', data: { httpStatus, goneAt: '2026-11-20T11:00:00Z' } }) as const
      const first = await log.append(articleId, 'new', [event], { cause: 'first' })
      const [second, other] = await Promise.all([
        log.append(articleId, 1, [gone(404), gone(410)], { cause: 'second' }),
        log.append(`${articleId}-other`, 'any', [event], { cause: 'other' }),
      ])
      expect([first, second, other].map(({ firstVersion, lastVersion }) => [firstVersion, lastVersion])).toEqual([
        [1, 1],
        [2, 3],
        [1, 1],
      ])
      await expect(log.append(articleId, 1, [gone(451)], { cause: 'late' })).rejects.toMatchObject({
        code: 'WRONG_VERSION',
        found: 3,
      })
      const events = await persist(() => readLog(database, { afterPosition: first.lastPosition - 1 }))
      expect(events.map(({ stream, version }) => `${stream} ${version}`).toSorted()).toEqual(
        [`${articleId} 1`, `${articleId} 2`, `${articleId} 3`, `${articleId}-other 1`].toSorted(),
      )
    }
    // Statements of an appender are few: each meets every fault.
    for (const fault of FAULTS) {
      for (let nth = 1; nth <= 4; nth++) {
        statements.arm(fault, nth)
        await run()
      }
    }
    expect((await verifyLog(database)).problems).toEqual([])
  })

  test('of a decision records it once', { timeout: TIMEOUT_MS }, async () => {
    const statementsSent = await sweep(async () => {
      const { articleId, event } = newArticle()
      const command = { type: 'DiscoverArticle', data: event.data } as const
      const events = await persist(() => handle(log, article, articleId, command, { cause: articleId }))
      expect(events.map(({ type, version }) => [type, version])).toEqual([['ArticleDiscovered', 1]])
    })
    expect(statementsSent).toBeGreaterThan(1)
  })

  test('of a claim loses no task and hands none out twice', { timeout: TIMEOUT_MS }, async () => {
    const limits = { jobsMax: 1_000, hostJobsMax: 8 }
    const statementsSent = await sweep(async () => {
      const key = newArticle().articleId
      const task = { name: 'extract-article', key, cause: 1, data: { articleId: key } }
      await persist(() => wantTasks(database.db, [task]))
      const claimed = await persist(() => claimDueTasks(database.db, ['extract-article'], limits))
      // A claim whose answer was lost counts as a job that was lost with its queue.
      await sql`update work.task set added_at = now() - interval '1 hour'`.execute(database.db).catch(() => {})
      const found = claimed.length > 0 ? claimed : await persist(() => claimLostTasks(database.db))
      expect(found.map((each) => each.key)).toEqual([key])
      await persist(() => settleTask(database.db, 'extract-article', key, task.data))
    })
    expect(statementsSent).toBeGreaterThan(3)
  })

  test('of the dispatcher asks for every job once', { timeout: TIMEOUT_MS }, async () => {
    while ((await wantJobs(platform)).more);
    await sql`truncate work.task`.execute(database.db)
    const statementsSent = await sweep(async () => {
      const { articleId, event } = newArticle()
      await log.append(articleId, 'new', [event], { cause: articleId })
      await persist(async () => {
        while ((await wantJobs(platform)).more);
      })
      const { rows } = await persist(() =>
        sql<{ key: string }>`select key from work.task where queue = 'fetch-article' and key = ${articleId}`.execute(
          database.db,
        ),
      )
      expect(rows).toHaveLength(1)
    })
    expect(statementsSent).toBeGreaterThan(8)
    // Added or due: none that waits for nobody.
    const { rows } = await sql<{ lost: number }>`
      select count(*)::int as lost from work.task where added_at is null and due_at > now()`.execute(database.db)
    expect(rows).toEqual([{ lost: 0 }])
  })

  test('of a projection leaves the views that the log says', { timeout: TIMEOUT_MS }, async () => {
    await catchUp(database)
    const statementsSent = await sweep(async () => {
      const { articleId, event } = newArticle()
      await log.append(articleId, 'new', [event], { cause: articleId })
      await persist(() => catchUp(database))
    })
    expect(statementsSent).toBeGreaterThan(6)
    expect((await verifyViews(database)).filter(({ isSame }) => !isSame)).toEqual([])
  })
})

test('two transactions that wait for each other: the appender tries again, and both are done', async () => {
  const other = await openLog(database)
  const blocker = await database.pool.connect()
  try {
    // Whoever holds the row of a stream and wants the head's lock, against an append that holds the lock and wants the row.
    const { articleId, event } = newArticle()
    await other.append(articleId, 'new', [event], { cause: 'first' })
    await blocker.query('begin')
    await blocker.query(`set local deadlock_timeout = '1s'`)
    await blocker.query('select from log.stream where stream = $1 for update', [articleId])
    const appending = other.append(
      articleId,
      1,
      [{ type: 'ArticleGone', data: { httpStatus: 410, goneAt: '2026-11-20T11:00:00Z' } }],
      { cause: 'second' },
    )
    await untilWaiting()
    const locking = blocker
      .query('select pg_advisory_xact_lock(4871105300)')
      .catch((error: { code: string }) => error.code)
    await locking
    await blocker.query('rollback')
    expect(await appending).toMatchObject({ lastVersion: 2 })
  } finally {
    blocker.release(true)
    await other.close()
  }
}, 30_000)

async function untilWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
