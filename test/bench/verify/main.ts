// How long it takes to prove that every byte of a log is as it was recorded: `verifyLog`, sealed and signed heads included,
// on a server of its own with fsync on. The log is really that long; filling it takes longer than checking it.
//
//   npm run bench -- verify [--events 1000000] [--words 60] [--rounds 3] [--data DIR]
//
// With --data the log stays in the directory, and the next run with it only checks.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Database, migrate, openDatabase } from '@dateline/database'
import { createSigner, generateSigningKey, openLog, seal, verifyLog } from '@dateline/event-store'
import { startPostgres } from '@dateline/postgres-server'
import { EVENTS_PER_ARTICLE, fillLog } from '../views/fill-log.ts'

const ORIGIN = 'bench.example'
const MEBIBYTE = 1_048_576

export async function bench(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      events: { type: 'string', default: '1000000' },
      words: { type: 'string', default: '60' },
      rounds: { type: 'string', default: '3' },
      data: { type: 'string' },
    },
  })
  const articles = Math.ceil(Number(values.events) / EVENTS_PER_ARTICLE)
  const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const server = await startPostgres({ dataDir })
  const database = openDatabase(server.url)
  try {
    await migrate(database)
    const head = await database.db.selectFrom('log.head').select('position').executeTakeFirstOrThrow()
    const events = head.position > 0 ? head.position : await fill(database, articles, Number(values.words))
    console.log(`${events} events: ${await sizes(database)}`)
    for (let round = 0; round < Number(values.rounds); round++) await measure(database, events)
  } finally {
    await database.close()
    await server.stop()
    if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function fill(database: Database, articles: number, words: number): Promise<number> {
  const start = performance.now()
  const log = await openLog(database)
  const events = await fillLog(log, articles, words)
  await log.close()
  await database.pool.query('vacuum analyze')
  await seal(database, createSigner(ORIGIN, generateSigningKey()), new Date().toISOString())
  console.log(`made in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return events
}

async function measure(database: Database, events: number): Promise<void> {
  let memoryMax = 0
  const onProgress = () => {
    memoryMax = Math.max(memoryMax, process.memoryUsage().rss)
  }
  const before = process.memoryUsage().rss
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { problems, events: seen } = await verifyLog(database, { onProgress })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const verdict = seen === events && problems.length === 0 ? 'every byte as recorded' : `PROBLEMS: ${problems.length}`
  const memory = `memory ${Math.round(before / MEBIBYTE)} to at most ${Math.round(memoryMax / MEBIBYTE)} MiB`
  console.log(
    `  ${seconds.toFixed(1)} s, ${Math.round(events / seconds)} events/s, ${((user + system) / events).toFixed(1)} µs of CPU in this process an event; ${memory}; ${verdict}`,
  )
}

async function sizes({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ bytes: number; types: string }>(`
    select (select sum(octet_length(data))::bigint from log.event) as bytes,
           (select string_agg(type || ' ' || count, ', ' order by type)
              from (select type, count(*) from log.event group by type) t) as types`)
  return `${(rows[0]!.bytes / MEBIBYTE).toFixed(0)} MiB of bodies; ${rows[0]!.types}`
}
