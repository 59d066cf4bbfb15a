// Ten thousand sources that come due over an hour: how late each is asked, by the clock of whoever is asked, and what memory
// does meanwhile. Real Postgres, real queue on it, real scheduler and fetcher in one process; the feeds are played by another
// process on loopback.
//
//   npm run bench -- schedule [--sources 10000] [--hour 180] [--window 180] [--latency 0]
//
// --hour     seconds that the hour is pressed into. 180: twenty times as dense as real; 3600: the real rate
// --window   seconds that are watched: with --hour 3600, the first minutes of a real hour, and not more of it
// --latency  a feed answers after up to so many milliseconds, and one in fifty only after ten times that
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { migrate, openDatabase } from '@dateline/database'
import { sourceIdOf, sourceStream } from '@dateline/domain'
import { fetcher } from '@dateline/fetcher'
import { openLogger, openPlatform, type Platform, readConfig } from '@dateline/platform'
import { startPostgres } from '@dateline/postgres-server'
import { scheduler } from '@dateline/scheduler'
import { sql } from 'kysely'
import type { Arrival } from './serve-feeds.ts'

const HOSTS = 200
const DRIFT_P99_MS_MAX = 5_000
/** A source that is due at once, when the watch begins, is late already: the first comes a little later. */
const LEAD_S = 3
const SAMPLES = 12
const APPENDS_AT_A_TIME = 200

type Run = { sources: number; hourS: number; windowS: number }

export async function bench(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      sources: { type: 'string', default: '10000' },
      hour: { type: 'string', default: '180' },
      window: { type: 'string' },
      latency: { type: 'string', default: '0' },
    },
  })
  const hourS = Number(values.hour)
  const run = { sources: Number(values.sources), hourS, windowS: Number(values.window ?? Math.min(hourS, 180)) }
  const feeds = fork(join(import.meta.dirname, 'serve-feeds.ts'), [values.latency])
  const [{ port }] = (await once(feeds, 'message')) as [{ port: number }]
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const server = await startPostgres({ dataDir })
  try {
    await measure(await prepare(server.url, port), run, feeds)
  } finally {
    feeds.kill()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function prepare(databaseUrl: string, port: number): Promise<Platform> {
  const database = openDatabase(databaseUrl, { connectionsMax: 1 })
  await migrate(database)
  await database.close()
  const hosts = Array.from({ length: HOSTS }, (_, n) => `h${n}.example=127.0.0.1:${port}`)
  const config = readConfig({
    ...{ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', FETCH_OVERRIDE_GAP_MS: '0' },
    FETCH_HOST_OVERRIDES: hosts.join(','),
  })
  return openPlatform('bench', config, openLogger('bench', config))
}

async function measure(platform: Platform, { sources, hourS, windowS }: Run, feeds: ChildProcess): Promise<void> {
  await register(platform, sources, hourS)
  const startedAt = Date.now() + LEAD_S * 1_000
  const due = await spread(platform, startedAt, hourS)
  const expected = [...due.values()].filter((time) => time <= startedAt + windowS * 1_000).length
  console.log(
    `${sources} sources due over ${hourS} s (${(3_600 / hourS).toFixed(1)} times as dense as over an hour), watched for ${windowS} s: ${expected} polls, ${(expected / windowS).toFixed(1)} a second`,
  )
  const cpu = process.cpuUsage()
  const running = [await fetcher.start(platform), await scheduler.start(platform)]
  const memory: number[] = []
  for (let sample = 0; sample < SAMPLES; sample++) {
    await sleep((windowS * 1_000) / SAMPLES)
    memory.push(process.memoryUsage().rss / 2 ** 20)
  }
  await sleep((LEAD_S + 5) * 1_000)
  const { user, system } = process.cpuUsage(cpu)
  for (const one of running.toReversed()) await one.stop()
  await platform.close()
  feeds.send('report')
  const [arrivals] = (await once(feeds, 'message')) as [Arrival[]]
  report(due, arrivals, { until: startedAt + windowS * 1_000, memory })
  console.log(
    `CPU          ${((user + system) / 1_000 / arrivals.length).toFixed(1)} ms a poll, scheduler and fetcher together`,
  )
}

async function register({ log, database }: Platform, sources: number, hourS: number): Promise<void> {
  const all = Array.from({ length: sources }, (_, n) => `http://h${n % HOSTS}.example/feed/${n}`).map((url) => ({
    ...{
      sourceId: sourceIdOf(url),
      kind: 'feed',
      url,
      name: null,
      schedule: { kind: 'interval', seconds: Math.max(60, hourS) },
    },
  }))
  for (let start = 0; start < sources; start += APPENDS_AT_A_TIME) {
    await Promise.all(
      all.slice(start, start + APPENDS_AT_A_TIME).map((data) => {
        const event = { type: 'SourceRegistered', data: { ...data, registeredAt: new Date().toISOString() } }
        return log.append(sourceStream(data.sourceId), 'new', [event], { cause: `bench/${data.sourceId}` })
      }),
    )
  }
  await sql`
    insert into work.source_poll (source_id, kind, url, schedule)
    select "sourceId", kind, url, schedule
      from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as s ("sourceId" uuid, kind text, url text, schedule jsonb)
  `.execute(database.db)
  await sql`analyze work.source_poll`.execute(database.db)
}

/** When each is due, by its URL: evenly over the hour, in no order. */
async function spread({ database }: Platform, startedAt: number, hourS: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ url: string; dueAt: Date }>`
    update work.source_poll
       set next_poll_at = to_timestamp(${startedAt / 1_000}::float8) + random() * ${hourS} * interval '1 second'
    returning url, next_poll_at as "dueAt"`.execute(database.db)
  return new Map(rows.map(({ url, dueAt }) => [url, dueAt.getTime()]))
}

function report(
  due: ReadonlyMap<string, number>,
  arrivals: readonly Arrival[],
  { until, memory }: { until: number; memory: readonly number[] },
): void {
  const first = new Map<string, number>()
  for (const { url, at } of arrivals) if (!first.has(url)) first.set(url, at)
  const watched = [...due].filter(([, time]) => time <= until)
  const drifts = watched
    .flatMap(([url, time]) => (first.has(url) ? [first.get(url)! - time] : []))
    .toSorted((a, b) => a - b)
  const missing = watched.length - drifts.length
  const at = (share: number) => drifts[Math.min(drifts.length - 1, Math.floor(share * drifts.length))] ?? Number.NaN
  const p99 = missing > watched.length / 100 ? Number.POSITIVE_INFINITY : at(0.99)
  const shown = [0.5, 0.9, 0.99].map((share) => `p${share * 100} ${Math.round(at(share))}`).join(', ')
  console.log(`drift, ms    ${shown}, worst ${Math.round(drifts.at(-1) ?? Number.NaN)}; never asked: ${missing}`)
  console.log(`             ${p99 <= DRIFT_P99_MS_MAX ? 'reached' : 'NOT reached'}: p99 at most ${DRIFT_P99_MS_MAX}`)
  console.log(`memory, MiB  ${memory.map((mib) => Math.round(mib)).join(' ')}`)
}
