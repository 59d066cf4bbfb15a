import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from './start-postgres.ts'

const directory = mkdtempSync(join(tmpdir(), 'dateline-postgres-'))
const dataDir = join(directory, 'data')
const settings = { fsync: 'off' } // these tests end servers, not machines
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that holds a server on `dataDir`. */
async function startOwner(): Promise<{ owner: ChildProcess; url: string; pid: number }> {
  const program = join(import.meta.dirname, 'idle-owner.ts')
  const owner = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(owner.stdout!, 'data')) as [Buffer]
  return { owner, ...(JSON.parse(line.toString()) as { url: string; pid: number }) }
}

/** A process that has ended but that nobody has asked about yet ("Z") is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(existsSync('/proc') ? readFileSync(`/proc/${pid}/status`, 'utf8') : '')
  } catch {
    return false
  }
}

beforeAll(async () => {
  const server = await startPostgres({ dataDir, settings })
  await query(server.url, 'create table kept (value int); insert into kept values (1)')
  await server.stop()
})

describe('a server', () => {
  test('is Postgres 18 on this machine alone, sorts alike everywhere, and keeps its data', async () => {
    const server = await startPostgres({ dataDir, settings })
    const [row] = await query(
      server.url,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('listen_addresses') as listens,
              current_setting('unix_socket_directories') as sockets, current_setting('TimeZone') as zone,
              current_setting('data_checksums') as checksums, (select value from kept) as kept,
              (select string_agg(w, ' ' order by w) from unnest(array['b', 'É', 'a', 'Z']) w) as sorted, upper('é') as upper`,
    )
    expect(row).toEqual({
      major: 18,
      listens: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
      checksums: 'on',
      kept: 1,
      sorted: 'Z a b É',
      upper: 'É',
    })
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
    await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await server.stop()
    await server.stop()
    expect(await server.ended).toEqual({ expected: true })
    expect(isAlive(server.pid)).toBe(false)
  })

  test('left behind by a killed parent is stopped by the next start, which finds what it had committed', async () => {
    const { owner, url, pid } = await startOwner()
    await query(url, 'create table orphaned (value int)')
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    expect(isAlive(pid)).toBe(true)

    const server = await startPostgres({ dataDir, settings })
    expect(isAlive(pid)).toBe(false)
    expect(await query(server.url, 'select count(*)::int from orphaned')).toEqual([{ count: 0 }])
    await server.stop()
  })

  test('stops with its parent on SIGTERM', async () => {
    const { owner, pid } = await startOwner()
    owner.kill('SIGTERM')
    const [, signal] = await once(owner, 'exit')
    expect({ signal, alive: isAlive(pid) }).toEqual({ signal: 'SIGTERM', alive: false })
  })

  test('killed outright is told by `ended`, and starts again', async () => {
    const server = await startPostgres({ dataDir, settings })
    process.kill(server.pid, 'SIGKILL')
    expect(await server.ended).toEqual({ expected: false })
    const again = await startPostgres({ dataDir, settings })
    expect(await query(again.url, 'select value from kept')).toEqual([{ value: 1 }])
    await again.stop()
  })

  test('starts over a lock whose number another program has now', async () => {
    const lock = join(dataDir, 'cluster', 'postmaster.pid')
    writeFileSync(lock, `${process.pid}\n${join(dataDir, 'cluster')}\n`)
    const server = await startPostgres({ dataDir, settings })
    await server.stop()
    expect(existsSync(lock)).toBe(false)
  })
})

describe('refuses to start', () => {
  test('on a directory that another live process uses', async () => {
    const { owner } = await startOwner()
    await expect(startPostgres({ dataDir, settings })).rejects.toMatchObject({
      code: 'POSTGRES_DATA_IN_USE',
      message: expect.stringContaining('Another Dateline is running'),
    })
    owner.kill('SIGTERM')
    await once(owner, 'exit')
  })

  test('on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(startPostgres({ dataDir, port, settings })).rejects.toMatchObject({
      code: 'POSTGRES_PORT_BUSY',
      message: `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or choose another port.`,
    })
    other.close()
  })

  test('where it cannot make its directory', async () => {
    const file = join(directory, 'a-file')
    writeFileSync(file, '')
    await expect(startPostgres({ dataDir: join(file, 'data'), settings })).rejects.toMatchObject({
      code: 'POSTGRES_DATA_UNWRITABLE',
    })
  })

  test('on data of another major version', async () => {
    const old = join(directory, 'old')
    mkdirSync(join(old, 'cluster'), { recursive: true })
    writeFileSync(join(old, 'cluster', 'PG_VERSION'), '15\n')
    await expect(startPostgres({ dataDir: old, settings })).rejects.toMatchObject({ code: 'POSTGRES_DATA_VERSION' })
  })

  test('with a setting that does not exist, and says which', async () => {
    await expect(startPostgres({ dataDir, settings: { no_such_setting: '1' } })).rejects.toMatchObject({
      code: 'POSTGRES_START_FAILED',
      message: expect.stringContaining('no_such_setting'),
    })
  })
})

test.runIf(process.getuid?.() === 0)(
  'root runs it as another user, below a directory that user may not enter',
  async () => {
    const closed = join(directory, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const server = await startPostgres({ dataDir: join(closed, 'data'), settings })
    const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
    expect(Number(uid)).toBeGreaterThan(0)
    await server.stop()
  },
)
