import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { type FetchResult, fetchDocument, openFetcher } from '@dateline/http-fetch'
import { testDatabase } from '@dateline/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { hostileAnswers, hostileRobots } from './hostile-answers.ts'

/** Fetches that run together, as in a worker. */
const AT_A_TIME = 8
/** All bodies in flight at their limit, unpacked, and as much again for garbage. */
const MEMORY_BYTES_MAX = 2 * AT_A_TIME * 10 * 1024 * 1024

const { database } = await testDatabase()
const sockets = new Set<Socket>()
const asked: string[] = []
let trapped = 0

const listen = async (server: Server) => {
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const trap = createServer(() => void trapped++)
const answers = hostileAnswers(await listen(trap))
const server = createServer((socket) => {
  socket.on('data', (data) => {
    const text = data.toString('latin1')
    const [, path = ''] = /^\S+ (\S+)/.exec(text) ?? []
    const [, host = ''] = /^host: (\S+)/im.exec(text) ?? []
    asked.push(`${host}${path}`)
    if (path === '/robots.txt') (hostileRobots[host]?.answer ?? none)(socket)
    else (answers.find((known) => known.path === path)?.answer ?? none)(socket)
  })
})
const port = await listen(server)
const none = (socket: Socket) => void socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')

const hosts = ['news.example', ...Object.keys(hostileRobots)]
const fetcher = openFetcher({
  database,
  userAgent: 'DatelineBot/0.1 (+https://dateline.example/bot)',
  hostGapMs: 0,
  hostInFlightMax: AT_A_TIME,
  hostOverrides: hosts.map((host) => `${host}=127.0.0.1:${port}`),
  limits: { idleTimeoutMs: 400, totalTimeoutMs: 3_000, hopWaitMsMax: 30_000, slotWaitMsMax: 30_000 },
  resolve: async () => ['10.0.0.1'],
})

afterAll(async () => {
  await fetcher.close()
  for (const socket of sockets) socket.destroy()
  server.close()
  trap.close()
})

const endOf = (result: FetchResult) => (result.kind === 'failed' ? result.reason : result.kind)

describe('a hostile web server', () => {
  let memoryBytes = 0
  const before = process.memoryUsage().rss
  const watch = setInterval(() => (memoryBytes = Math.max(memoryBytes, process.memoryUsage().rss - before)), 20)
  afterAll(() => clearInterval(watch))

  test.concurrent.for(answers.map((row) => [row.path, row.expected] as const))(
    '%s ends as %s',
    async ([path, expected], context) => {
      const result = await fetchDocument(fetcher, { url: `http://news.example${path}`, purpose: 'article' })
      context
        .expect(`${endOf(result)} (${'detail' in result ? result.detail : ''})`)
        .toMatch(new RegExp(`^${expected} `))
    },
  )

  test.concurrent.for(Object.entries(hostileRobots).map(([host, { expected }]) => [host, expected] as const))(
    'the robots.txt of %s makes it end as %s',
    async ([host, expected], context) => {
      const result = await fetchDocument(fetcher, { url: `http://${host}/page`, purpose: 'article' })
      context.expect(endOf(result)).toBe(expected)
    },
  )

  test('was never let in, never disobeyed, and did not fill the memory', () => {
    expect(trapped).toBe(0)
    const disobeyed = Object.entries(hostileRobots).filter(
      ([host, { expected }]) => expected !== 'document' && asked.includes(`${host}/page`),
    )
    expect(disobeyed).toEqual([])
    expect(asked.filter((request) => request === 'news.example/robots.txt')).toHaveLength(1)
    expect(memoryBytes).toBeLessThan(MEMORY_BYTES_MAX)
  })
})
