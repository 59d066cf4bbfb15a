// How the log compares with the physical limit and with its best-known peer, all in one run on one server with fsync on.
// Contenders take turns within each round, and ratios are taken within the round, so that whatever else the machine does
// falls on all alike. The server has been at work and writes over old files of its write-ahead log; --new-server: it has not.
//
//   npm run bench -- log [--rounds 5] [--ms 800] [--verify-events 200000] [--new-server]
//                        [--only c32,c256,batch,batch8,article,article32,processes,import,latency,verify]
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { type PostgresServer, startPostgres } from '@dateline/postgres-server'
import pg from 'pg'
import { type Contender, type ContenderName, openers } from './contenders.ts'
import { measureLatency, measureVerify } from './dateline-only.ts'
import { makeEvents } from './events.ts'
import { closedLoop, cpuUsedUs, median } from './measure.ts'

const SCENARIOS = [
  { name: 'c32', label: '32 callers, one event', concurrency: 32, batch: 1, bytes: 1024 },
  { name: 'c256', label: '256 callers, one event', concurrency: 256, batch: 1, bytes: 1024 },
  { name: 'batch', label: '1 caller, 100 events', concurrency: 1, batch: 100, bytes: 1024 },
  { name: 'batch8', label: '8 callers, 100 events', concurrency: 8, batch: 100, bytes: 1024 },
  { name: 'article', label: '32 callers, 8 KiB articles', concurrency: 32, batch: 1, bytes: 8192 },
  { name: 'article32', label: '32 callers, 32 KiB articles', concurrency: 32, batch: 1, bytes: 32_768 },
] as const
const IMPORT_EVENTS = 20_000
/** More than any scenario writes between two checkpoints. */
const WAL_KEPT_MB = 2_048

type Measured = {
  readonly perSecond: number
  readonly p99Ms?: number
  readonly serverUs?: number
  readonly clientUs?: number
}
type Bench = { readonly server: PostgresServer; readonly rounds: number; readonly ms: number }

export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      ms: { type: 'string', default: '800' },
      only: { type: 'string' },
      'new-server': { type: 'boolean', default: false },
      'verify-events': { type: 'string', default: '200000' },
    },
  })
  const isWanted = (name: string) => values.only === undefined || values.only.split(',').includes(name)
  const directory = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const server = await startPostgres({
    dataDir: join(directory, 'data'),
    settings: { min_wal_size: `${WAL_KEPT_MB}MB` },
  })
  const run: Bench = { server, rounds: Number(values.rounds), ms: Number(values.ms) }
  const state = values['new-server'] ? 'new' : 'at work before'
  console.log(`Node ${process.version}, Postgres 18 (${state}) with fsync on, ${cpus().length} × ${cpus()[0]?.model}\n`)
  try {
    if (!values['new-server']) await recycleWal(server)
    for (const scenario of SCENARIOS)
      if (isWanted(scenario.name)) await compare(run, scenario.label, singleProcess(run, scenario))
    if (isWanted('processes')) await compare(run, '4 processes of 8 callers, one event', fourProcesses(run))
    if (isWanted('import')) await compare(run, `import of ${IMPORT_EVENTS} events (COPY, appendMany)`, bulkImport(run))
    if (isWanted('latency')) await measureLatency(await freshDatabase(server, 'latency'))
    if (isWanted('verify')) await measureVerify(await freshDatabase(server, 'verify'), Number(values['verify-events']))
  } finally {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/**
 * Until its first checkpoint a server fills each file of the write-ahead log with zeros before it writes to it. That is a third of
 * the time of large batches, more for whoever writes more, and no part of what a server does that is a day old.
 */
async function recycleWal({ url }: PostgresServer): Promise<void> {
  const filler = `select count(pg_logical_emit_message(false, '', repeat('x', 1048576))) from generate_series(1, ${WAL_KEPT_MB})`
  await query(url, filler)
  await query(url, 'checkpoint')
}

/** One measurement of a contender: closed over what it measures. */
type Measure = (contender: Contender, name: ContenderName, url: string, round: number) => Promise<Measured>

async function compare({ server, rounds }: Bench, label: string, measure: Measure): Promise<void> {
  const contenders: { name: ContenderName; url: string; contender: Contender; results: Measured[] }[] = []
  for (const name of ['plain', 'dateline', 'emmett'] as const) {
    const url = await freshDatabase(server, name)
    const contender = await openers[name](url)
    if (contender === null) continue
    await closedLoop(32, 300, (caller, turn) => contender.append(`warm-${caller}-${turn}`, makeEvents(1, 1024)))
    // Plans that were made for empty tables must not decide the result.
    await query(url, 'vacuum analyze')
    contenders.push({ name, url, contender, results: [] })
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, url, contender, results } of contenders) results.push(await measure(contender, name, url, round))
  }
  console.log(label)
  const [reference] = contenders
  for (const { contender, results } of contenders) {
    const of = (pick: (result: Measured) => number | undefined) =>
      median(results.map((result) => pick(result) ?? Number.NaN))
    const ratio = median(results.map(({ perSecond }, round) => perSecond / reference!.results[round]!.perSecond))
    const cpu = of(({ serverUs }) => serverUs) + of(({ clientUs }) => clientUs)
    const cells = [
      contender.name.padEnd(12),
      `${Math.round(of(({ perSecond }) => perSecond)).toLocaleString('en')} events/s`.padStart(16),
      `${ratio.toFixed(2)} ×`.padStart(8),
      Number.isNaN(cpu) ? '' : `${cpu.toFixed(0)} µs CPU an event`.padStart(22),
      Number.isNaN(of(({ p99Ms }) => p99Ms)) ? '' : `p99 ${of(({ p99Ms }) => p99Ms).toFixed(1)} ms`.padStart(14),
    ]
    console.log(`  ${cells.join('')}`)
    await contender.close()
  }
  console.log()
}

function singleProcess({ server, ms }: Bench, { concurrency, batch, bytes }: (typeof SCENARIOS)[number]): Measure {
  const pool = makeEvents(1_000, bytes)
  return async (contender, _name, _url, round) => {
    const before = cpuUsedUs(server.pid)
    const rate = await closedLoop(concurrency, ms, (caller, turn) => {
      const from = (caller * 31 + turn * batch) % (pool.length - batch)
      return contender.append(`${round}-${caller}-${turn}`, pool.slice(from, from + batch))
    })
    const after = cpuUsedUs(server.pid)
    const events = rate.operations * batch
    return {
      perSecond: rate.perSecond * batch,
      p99Ms: rate.p99Ms,
      serverUs: (after.server - before.server) / events,
      clientUs: (after.client - before.client) / events,
    }
  }
}

function fourProcesses({ ms }: Bench): Measure {
  const run = promisify(execFile)
  const program = join(import.meta.dirname, 'child.ts')
  return async (_contender, name, url) => {
    const children = Array.from({ length: 4 }, () => run(process.execPath, [program, name, url, '8', String(ms)]))
    const rates = (await Promise.all(children)).map(({ stdout }) => Number(stdout))
    return { perSecond: rates.reduce((sum, rate) => sum + rate, 0) }
  }
}

function bulkImport({ server }: Bench): Measure {
  const events = makeEvents(IMPORT_EVENTS, 1024)
  return async (contender) => {
    // A peer that has no import of its own need not be waited for that long.
    const some = contender.name === 'emmett' ? events.slice(0, 2_000) : events
    const before = cpuUsedUs(server.pid)
    const start = performance.now()
    await contender.importAll(some)
    const seconds = (performance.now() - start) / 1000
    const after = cpuUsedUs(server.pid)
    return {
      perSecond: some.length / seconds,
      serverUs: (after.server - before.server) / some.length,
      clientUs: (after.client - before.client) / some.length,
    }
  }
}

let databases = 0
async function freshDatabase(server: PostgresServer, name: string): Promise<string> {
  const database = `bench_${name}_${databases++}`
  await query(server.url, `create database ${database}`)
  await query(server.url, 'checkpoint')
  return Object.assign(new URL(server.url), { pathname: `/${database}` }).href
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
