// How fast the views are folded from the log, and how soon an append is seen in them, on one server with fsync on.
// The limit beside it: the same rows made inside Postgres by one statement, which no fold outside can reach.
//
//   npm run bench -- views [--articles 60000] [--rounds 3] [--only rebuild,digest,latency,as-of] [--words 60,600]
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Database, migrate, openDatabase } from '@dateline/database'
import { type Log, openLog } from '@dateline/event-store'
import { startPostgres } from '@dateline/postgres-server'
import { catchUp, getArticle, type RebuildProgress, rebuild, verifyViews } from '@dateline/read-models'
import { cpuUsedUs } from '../log/measure.ts'
import { EVENTS_PER_ARTICLE, fillLog } from './fill-log.ts'
import { measureVisible } from './measure-visible.ts'

/** Words of a text: as short as events in benchmarks of event stores are, and as long as articles are. */
const TEXTS = [
  { name: 'events of about 1 KiB', words: 60 },
  { name: 'articles with whole texts', words: 600 },
]

export async function bench(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      articles: { type: 'string', default: '60000' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string', default: 'rebuild,digest,latency,as-of' },
      words: { type: 'string', default: TEXTS.map(({ words }) => words).join(',') },
    },
  })
  const only = new Set(values.only.split(','))
  const words = values.words.split(',').map(Number)
  const texts = TEXTS.filter((text) => words.includes(text.words))
  if (texts.length === 0) throw new Error(`--words is one of ${TEXTS.map((text) => text.words).join(', ')}, or both`)
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const server = await startPostgres({ dataDir })
  try {
    for (const { name, words } of texts) {
      const database = await freshDatabase(server.url, `bench_${words}`)
      const log = await openLog(database)
      await fillLog(log, Number(values.articles), words)
      await database.pool.query('vacuum analyze')
      console.log(`\n${name}: ${values.articles} articles, ${EVENTS_PER_ARTICLE} events each: ${await mixOf(database)}`)
      await catchUp(database, { pageSize: 5_000 })
      if (only.has('rebuild')) await measureRebuild(database, server.pid, Number(values.rounds))
      if (only.has('digest')) await compareDigests(database)
      if (only.has('as-of')) await measureAsOf(database)
      if (only.has('latency')) await measureLatency(database, log)
      await log.close()
      await database.close()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Which events there are, and how long their bodies are. */
async function mixOf({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ mix: string }>(`
    select string_agg(format('%s %s of %s bytes', count, type, bytes), ', ' order by type) as mix
      from (select e.type, count(*), round(avg(octet_length(e.data))) as bytes
              from log.event e group by e.type) t`)
  return rows[0]!.mix
}

async function freshDatabase(serverUrl: string, name: string): Promise<Database> {
  const server = openDatabase(serverUrl, { connectionsMax: 1 })
  await server.pool.query(`create database ${name}`)
  await server.close()
  const database = openDatabase(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href)
  await migrate(database)
  return database
}

async function measureRebuild(database: Database, postmaster: number, rounds: number): Promise<void> {
  const rates = new Map<string, Measured[]>()
  const record = (name: string, seconds: number, cpu: Measured['cpu']) => {
    const all = rates.get(name) ?? []
    all.push({ perSecond: events / seconds, cpu })
    rates.set(name, all)
  }
  const { rows } = await database.pool.query<{ position: number }>('select position from log.head')
  const events = rows[0]!.position
  for (let round = 0; round < rounds; round++) {
    record('inside Postgres, the limit', await foldInside(database), null)
    for (const shards of [1, 2]) {
      const before = cpuUsedUs(postmaster)
      const start = performance.now()
      const seconds = () => (performance.now() - start) / 1000
      const onProgress = ({ position, headPosition }: RebuildProgress) => {
        if (position < headPosition) return
        const { client, server } = cpuUsedUs(postmaster)
        const cpu = { clientUs: (client - before.client) / events, serverUs: (server - before.server) / events }
        record(`rebuild of the article view, shards: ${shards}`, seconds(), cpu)
      }
      await rebuild(database, 'article', { shards, onProgress })
      record(`… with indexes, comparison and swap, shards: ${shards}`, seconds(), null)
    }
  }
  for (const [name, all] of rates) {
    const perSecond = median(all.map((one) => one.perSecond))
    console.log(`  ${name.padEnd(62)} ${Math.round(perSecond).toString().padStart(8)} events/s${cpuOf(all)}`)
  }
}

async function compareDigests(database: Database): Promise<void> {
  const start = performance.now()
  const verdicts = await verifyViews(database, { plans: [{ pageSize: 5_000, shards: 4 }] })
  const seconds = (performance.now() - start) / 1000
  const isSame = verdicts.every((verdict) => verdict.isSame) ? 'the same digest' : 'ANOTHER DIGEST'
  console.log(`  all views folded anew in 4 shards, and compared: ${seconds.toFixed(1)} s, ${isSame}`)
}

type Measured = {
  readonly perSecond: number
  /** For each event; null: not measured. */
  readonly cpu: { readonly clientUs: number; readonly serverUs: number } | null
}

/** What an event costs, and so how many there can be if neither processor ever waits: no number of shards gives more. */
function cpuOf(all: readonly Measured[]): string {
  const measured = all.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]))
  if (measured.length === 0) return ''
  const clientUs = median(measured.map((cpu) => cpu.clientUs))
  const serverUs = median(measured.map((cpu) => cpu.serverUs))
  const most = Math.round((availableParallelism() * 1e6) / (clientUs + serverUs))
  const split = `${clientUs.toFixed(1)} µs of CPU here and ${serverUs.toFixed(1)} in the server`
  return `   ${split}: at most ${most} on ${availableParallelism()} processors`
}

/** The last title and status of each article, straight from the bodies. */
async function foldInside({ pool }: Database): Promise<number> {
  await pool.query('drop table if exists public.limit_article')
  const start = performance.now()
  // Postgres does not count what a body costs to be unpacked and parsed, and would leave it to one processor.
  await pool.query(`set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0;
    create table public.limit_article as
    select distinct on (e.stream) e.stream as article_id, e.type as status, e.position as last_position,
           e.data::json #>> '{extraction,title,value}' as title, length(e.data::json #>> '{extraction,text}') as text_chars
      from log.event e
     where e.type = 'ArticleExtracted' order by e.stream, e.position desc`)
  await pool.query('alter table public.limit_article add primary key (article_id)')
  return (performance.now() - start) / 1000
}

async function measureAsOf(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ id: string; head: number }>(
    `select article_id as id, (select position from log.head) as head from read.article order by article_id limit 500`,
  )
  const timed = async (asOf: (head: number, index: number) => number | undefined) => {
    const start = performance.now()
    for (const [index, { id, head }] of rows.entries()) await getArticle(database.db, id, asOf(head, index))
    return (performance.now() - start) / rows.length
  }
  await timed(() => undefined)
  const now = await timed(() => undefined)
  const then = await timed((head, index) => Math.floor((head * index) / rows.length))
  console.log(`  an article with its text: now ${now.toFixed(2)} ms, as of a position ${then.toFixed(2)} ms`)
}

async function measureLatency(database: Database, log: Log): Promise<void> {
  for (const { name, pauseMs } of [
    { name: 'idle', pauseMs: 40 },
    { name: '400 appends a second', pauseMs: 2.5 },
  ]) {
    const times = (await measureVisible(database, log, pauseMs)).toSorted((a, b) => a - b)
    const at = (share: number) => times[Math.floor((times.length - 1) * share)]!.toFixed(1)
    console.log(`  append to visible in the article view, ${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
