import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, openDatabase } from '@dateline/database'
import {
  anyShapes,
  appendMany,
  createSigner,
  generateSigningKey,
  openLog,
  seal,
  subscribe,
  verifyLog,
} from '@dateline/event-store'
import { makeEvents } from './events.ts'
import { median, quantile } from './measure.ts'

const LATENCY_APPENDS = 400

/** From the call of append to the event in the hands of a subscriber that reads in another connection. */
export async function measureLatency(url: string): Promise<void> {
  const database = openDatabase(url)
  const elsewhere = openDatabase(url)
  await migrate(database)
  const log = await openLog(database, { shapes: anyShapes })
  const [event] = makeEvents(1, 1024)
  const sent = new Map<string, number>()
  let times: number[] = []
  const done = new AbortController()
  const onPage = (events: readonly { stream: string }[]) => {
    for (const { stream } of events) times.push(performance.now() - (sent.get(stream) ?? Number.NaN))
  }
  const following = subscribe(elsewhere, { afterPosition: 0, onPage, signal: done.signal, shapes: anyShapes })
  await sleep(500)
  console.log('append to visible in a subscriber on other connections')
  for (const { label, pauseMs } of [
    { label: 'idle: one append every 25 ms', pauseMs: 25 },
    { label: '400 appends a second', pauseMs: 2.5 },
  ]) {
    times = []
    let next = performance.now()
    for (let index = 0; index < LATENCY_APPENDS; index++) {
      const stream = `latency-${pauseMs * 10}-${index}`
      sent.set(stream, performance.now())
      void log.append(stream, 'new', [event!], { cause: stream })
      next += pauseMs
      await sleep(Math.max(0, next - performance.now()))
    }
    while (times.length < LATENCY_APPENDS) await sleep(10)
    const [p50, p99] = [median(times), quantile(times, 0.99)]
    console.log(`  ${label.padEnd(32)} p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`)
  }
  done.abort()
  await following
  await log.close()
  for (const each of [database, elsewhere]) await each.close()
  console.log()
}

/** Seals and verifies so many events of 1 KiB. */
export async function measureVerify(url: string, count: number): Promise<void> {
  const database = openDatabase(url)
  await migrate(database)
  const log = await openLog(database, { shapes: anyShapes })
  const pool = makeEvents(1_000, 1024)
  function* appends() {
    for (let index = 0; index < count / 100; index++) {
      const events = pool.slice((index * 7) % 900, ((index * 7) % 900) + 100)
      yield { stream: `verify-${index}`, expectedVersion: 'new' as const, events, cause: `verify:${index}` }
    }
  }
  await appendMany(log, appends())
  await log.close()
  const timed = async <Result>(work: () => Promise<Result>) => {
    const start = performance.now()
    return { result: await work(), seconds: (performance.now() - start) / 1000 }
  }
  const sealing = await timed(() =>
    seal(database, createSigner('bench.example', generateSigningKey()), new Date().toISOString()),
  )
  const verifying = await timed(() => verifyLog(database))
  const million = ({ seconds }: { seconds: number }) => `${((seconds / count) * 1e6).toFixed(1)} s a million`
  console.log(
    `${count} events: sealed in ${sealing.seconds.toFixed(1)} s, verified in ${verifying.seconds.toFixed(1)} s`,
  )
  console.log(`  ${million(sealing)}, ${million(verifying)}, problems: ${verifying.result.problems.length}\n`)
  await database.close()
}
