import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

/** Why there is no Redis to test with, in a sentence; null: there is one. Tries to install Debian's package once, as root. */
export function redisMissing(): string | null {
  if (isThere()) return null
  const isDebianRoot = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (isDebianRoot) {
    spawnSync('apt-get', ['update', '-q'])
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'redis-server'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    })
    if (isThere()) return null
  }
  return 'redis-server is not installed: `apt-get install redis-server`, then run the tests again'
}

function isThere(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

export type TestRedis = {
  readonly url: string
  /** SIGKILL, as a crash would end it. */
  kill(): Promise<void>
  /** Starts it again on the same port and data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A real Redis on a free port, with an append-only file, as docker-compose.yml sets it up. */
export async function startRedis(policy = 'noeviction'): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let server = await run()
  return {
    url,
    kill: () => end('SIGKILL'),
    async restart() {
      server = await run()
    },
    async stop() {
      await end('SIGTERM')
      rmSync(directory, { recursive: true, force: true })
    },
  }

  async function run() {
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      directory,
      '--save',
      '',
      '--appendonly',
      'yes',
    ]
    const child = spawn('redis-server', [...args, '--appendfsync', 'everysec', '--maxmemory-policy', policy], {
      stdio: 'ignore',
    })
    const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
    client.on('error', () => {})
    await client.ping()
    client.disconnect()
    return child
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const exited = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await exited
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
