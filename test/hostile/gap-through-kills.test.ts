import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { testDatabase } from '@dateline/testing'
import { afterAll, expect, test } from 'vitest'

const GAP_MS = 80
const ANSWER_MS = 25
const REQUESTS = 20
const KILLS_AT = [8]

const { url } = await testDatabase()
const workers = new Set<ChildProcess>()
const seen: { pid: number; startMs: number; endMs: number }[] = []

const server = createServer(async ({ headers }, response) => {
  const pid = Number(headers['user-agent']?.split('/')[1])
  const request = { pid, startMs: performance.now(), endMs: Number.POSITIVE_INFINITY }
  seen.push(request)
  // The end, as the server sees it: its answer is out, or the worker's connection is gone.
  response.on('close', () => (request.endMs = performance.now()))
  await sleep(ANSWER_MS)
  response.writeHead(headers.host === 'busy.example' ? 200 : 404).end('page')
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const startWorker = () => {
  const script = join(import.meta.dirname, 'polite-worker.ts')
  const worker = spawn(process.execPath, [script, url, `127.0.0.1:${port}`, String(GAP_MS)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  workers.add(worker)
}

afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL')
  server.closeAllConnections()
  server.close()
})

test('workers that are killed and started anew keep the gap at every request, by the server’s clock', async () => {
  for (let started = 0; started < 3; started++) startWorker()
  let killed = 0
  while (seen.length < REQUESTS) {
    await sleep(1)
    const last = seen.at(-1)
    const isInFlight = last !== undefined && last.endMs === Number.POSITIVE_INFINITY
    if (!isInFlight || seen.length < (KILLS_AT[killed] ?? Number.POSITIVE_INFINITY)) continue
    const victim = [...workers].find((worker) => worker.pid === last.pid)!
    victim.kill('SIGKILL')
    workers.delete(victim)
    killed++
    startWorker()
  }
  const pairs = seen.slice(1).map((request, index) => ({ request, before: seen[index]! }))
  const gaps = pairs.map(({ request, before }) => request.startMs - before.startMs)
  const overlaps = pairs.filter(({ request, before }) => request.startMs < before.endMs)
  expect(killed).toBe(KILLS_AT.length)
  expect(new Set(seen.map(({ pid }) => pid)).size).toBeGreaterThan(1)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP_MS)
  expect(overlaps).toEqual([])
}, 90_000)
