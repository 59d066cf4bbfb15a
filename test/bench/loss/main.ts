// Does a reader that tails the log see every event once, while 32 callers in 4 processes write and a foreign transaction stays
// open?
//
//   npm run bench -- loss [--events 1000000] [--minutes 60]     stops at whichever comes first
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { migrate, openDatabase } from '@dateline/database'
import { anyShapes, headPosition, subscribe } from '@dateline/event-store'
import { startPostgres } from '@dateline/postgres-server'

const WRITERS = 4
const PROGRESS_MS = 15_000

export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { events: { type: 'string', default: '1000000' }, minutes: { type: 'string', default: '60' } },
  })
  const perWriter = Math.ceil(Number(values.events) / WRITERS)
  const directory = mkdtempSync(join(tmpdir(), 'dateline-loss-'))
  const server = await startPostgres({ dataDir: join(directory, 'data') })
  try {
    await measure(server.url, perWriter, Date.now() + Number(values.minutes) * 60_000)
  } finally {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function measure(url: string, perWriter: number, endsAtMs: number): Promise<void> {
  const database = openDatabase(url)
  await migrate(database)
  const bystander = await database.pool.connect()
  await bystander.query('begin')
  // A connection of ours would be ended after five minutes, and the rest of the run would prove less.
  await bystander.query('set local idle_in_transaction_session_timeout = 0')
  await bystander.query('select pg_current_xact_id()')

  /** How often each event of each writer was seen. */
  const seen = Array.from({ length: WRITERS }, () => new Uint8Array(perWriter))
  let [position, outOfOrder] = [0, 0]
  const onPage = (events: readonly { position: number; data: unknown }[]) => {
    for (const event of events) {
      if (event.position !== position + 1) outOfOrder++
      position = event.position
      const { by, index } = event.data as { by: string; index: number }
      seen[Number(by)]![index]!++
    }
  }
  const done = new AbortController()
  const reading = subscribe(database, { afterPosition: 0, onPage, signal: done.signal, shapes: anyShapes })
  const startedAt = performance.now()
  const seconds = () => (performance.now() - startedAt) / 1_000
  const total = perWriter * WRITERS
  const progress = setInterval(() => {
    console.log(`${position}/${total} after ${seconds().toFixed(0)} s, out of order ${outOfOrder}`)
  }, PROGRESS_MS)
  const program = join(import.meta.dirname, 'writer.ts')
  /** How many events each had been told are recorded. */
  const answered = await Promise.all(
    seen.map(async (_, name) => {
      const parameters = [program, url, String(name), String(perWriter), String(endsAtMs)]
      const writer = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] })
      const [said] = await Promise.all([text(writer.stdout), once(writer, 'exit')])
      if (writer.exitCode !== 0) throw new Error(`Writer ${name} ended with ${writer.exitCode}`)
      return Number(said)
    }),
  )
  const written = await headPosition(database)
  const writtenSeconds = seconds()
  while (position < written) await sleep(20)
  clearInterval(progress)
  done.abort()
  await reading
  await bystander.query('rollback')
  bystander.release()
  await database.close()

  const all = answered.reduce((sum, events) => sum + events, 0)
  const count = (wanted: (times: number) => boolean) =>
    seen.reduce((sum, times, name) => {
      return sum + times.subarray(0, answered[name]).reduce((some, each) => some + (wanted(each) ? 1 : 0), 0)
    }, 0)
  const skipped = count((times) => times === 0)
  const repeated = count((times) => times > 1)
  const rate = Math.round(all / writtenSeconds).toLocaleString('en')
  console.log(
    `${all} events by ${WRITERS} processes of 8 callers, ${rate} events/s, a transaction held open all the while`,
  )
  console.log(`skipped ${skipped}, repeated ${repeated}, out of order ${outOfOrder}, head ${written}`)
  if (skipped + repeated + outOfOrder > 0 || written !== all) process.exitCode = 1
}
