import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { progress } from '@dateline/read-models'
import type { Registry } from 'prom-client'
import { openMetrics } from './metrics.ts'
import type { Platform } from './open-platform.ts'

/** Answered within this, or counted as a failure. */
const CHECK_MS_MAX = 2_000

export type Health = {
  ready: boolean
  checks: Record<string, 'ok' | string>
  /** What a person should look at, though requests are answered: views that have stopped. */
  warnings?: Record<string, string>
}

/** Asks the database and the queue server. */
export async function checkHealth(platform: Pick<Platform, 'database' | 'queues'>): Promise<Health> {
  const checks: Record<string, string> = {}
  const warnings: Record<string, string> = {}
  await Promise.all([
    check('database', async () => {
      for (const { name, error, errorPosition } of (await progress(platform.database.db)).views) {
        if (error !== null) warnings[`view ${name}`] = `stopped at event ${errorPosition}`
      }
    }),
    check('queues', () => platform.queues.counts()),
  ])
  const ready = Object.values(checks).every((state) => state === 'ok')
  return Object.keys(warnings).length === 0 ? { ready, checks } : { ready, checks, warnings }

  async function check(name: string, ask: () => Promise<unknown>): Promise<void> {
    const timeout = new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`no answer in ${CHECK_MS_MAX} ms`)), CHECK_MS_MAX).unref(),
    )
    try {
      await Promise.race([ask(), timeout])
      checks[name] = 'ok'
    } catch (error) {
      checks[name] = error instanceof Error ? error.message : String(error)
    }
  }
}

/** `/health/live`: the process runs. `/health/ready`: it reaches what it needs. `/metrics`: for Prometheus. */
export async function serveHealth(
  port: number,
  platform: Pick<Platform, 'database' | 'queues'>,
): Promise<{ port: number; stop(): Promise<void> }> {
  const metrics = openMetrics(platform)
  const server = createServer(async (request, response) => {
    if (request.url === '/metrics') return answerMetrics(metrics, response)
    const health = request.url === '/health/live' ? { ready: true, checks: {} } : await checkHealth(platform)
    response.writeHead(health.ready ? 200 : 503, { 'content-type': 'application/json' })
    response.end(JSON.stringify(health))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '0.0.0.0', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function answerMetrics(metrics: Registry, response: ServerResponse): Promise<void> {
  try {
    const text = await metrics.metrics()
    response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
  } catch {
    // The database is away: no figures are better than old ones.
    response.writeHead(503).end()
  }
}
