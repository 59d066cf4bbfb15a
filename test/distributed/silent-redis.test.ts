import { connect, createServer, type Socket } from 'node:net'
import { openQueues, work } from '@dateline/queue'
import { testDatabase } from '@dateline/testing'
import { expect, onTestFinished, test } from 'vitest'
import { freePort, redisMissing, startRedis } from './redis-server.ts'

const missing = redisMissing()
if (missing !== null) console.log(`A silent Redis is not tested: ${missing}.`)

/** Longer than a worker waits for a job (5 s). */
const SILENCE_MS = 7_000

/** Passes connections on; those that are cut stay open on both sides and carry nothing any more. */
async function openWire(port: number, toPort: number): Promise<{ cut(): void; close(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1')
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}))
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    cut() {
      for (const socket of sockets) socket.unpipe().pause()
    },
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

test.skipIf(missing !== null)(
  'a worker whose connection dies without a word takes up its work again',
  async () => {
    const { url: postgresUrl } = await testDatabase()
    const redis = await startRedis()
    const port = await freePort()
    const wire = await openWire(port, Number(new URL(redis.url).port))
    const options = { postgresUrl, redisSilenceMs: SILENCE_MS }
    const near = await openQueues({ ...options, redisUrl: redis.url }, () => {})
    const far = await openQueues({ ...options, redisUrl: `redis://127.0.0.1:${port}` }, () => {})
    const done: string[] = []
    const worker = await work(far, 'render-article', async ({ articleId }) => void done.push(articleId), {
      concurrency: 1,
      lockMs: 30_000,
      onRetry: () => {},
      onDeadLetter: async () => {},
      onError: () => {},
    })
    onTestFinished(async () => {
      await worker.stop()
      await Promise.all([near.close(), far.close()])
      wire.close()
      await redis.stop()
    })
    const until = async (articleId: string) => {
      await near.add([{ name: 'render-article', data: { articleId } }])
      while (!done.includes(articleId)) await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await until('article-1')
    wire.cut()
    await until('article-2')
    expect(done).toEqual(['article-1', 'article-2'])
  },
  60_000,
)
