import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, openDatabase } from '@dateline/database'
import { type PostgresServer, startPostgres } from '@dateline/postgres-server'
import pg from 'pg'

/** Where test files find the server; made known to them by the environment, which every worker inherits. */
const DIRECTORY_VARIABLE = 'DATELINE_TEST_SERVER'
const READY_MS_MAX = 90_000

export type TestServer = {
  /** To the database "postgres", as superuser. */
  readonly url: string
  /** A database with every migration applied, to clone from. */
  readonly template: string
}

type Answer = TestServer | { readonly error: string }

/**
 * One server for the whole test run, started aside: tests without a database do not wait for it.
 *
 * It keeps nothing, so it never waits for the disk. TEST_DATABASE_URL names a server to use in its place (as superuser; fsync
 * as it is there).
 *
 * @returns what ends it.
 */
export function startTestServer(): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-test-'))
  process.env[DIRECTORY_VARIABLE] = directory
  let server: PostgresServer | undefined
  let template: string | undefined
  const url = process.env.TEST_DATABASE_URL
  const started = (async () => {
    if (url === undefined) server = await startPostgres({ dataDir: join(directory, 'postgres'), settings: THROW_AWAY })
    template = await createTemplate(url ?? server!.url)
    return { url: url ?? server!.url, template }
  })()
  const told = started
    .catch((error: Error): Answer => ({ error: error.message }))
    .then((answer) => {
      writeFileSync(join(directory, 'answer.draft'), JSON.stringify(answer), { mode: 0o600 })
      renameSync(join(directory, 'answer.draft'), join(directory, 'answer'))
    })
  return async () => {
    await told
    if (server !== undefined) await server.stop()
    else if (url !== undefined && template !== undefined) await dropDatabase(url, template)
    rmSync(directory, { recursive: true, force: true })
  }
}

const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A template that was just written needs no checkpoint before it is cloned.
  wal_level: 'minimal',
  max_wal_senders: '0',
}

/** Waits until the server of this run is there. */
export async function findTestServer(): Promise<TestServer> {
  const directory = process.env[DIRECTORY_VARIABLE]
  if (directory === undefined)
    throw new Error('No test server: run tests from the root, whose vitest.config.ts starts it.')
  for (const deadline = Date.now() + READY_MS_MAX; Date.now() < deadline; await sleep(20)) {
    const answer = readAnswer(directory)
    if (answer === null) continue
    if ('error' in answer) throw new Error(`The test server did not start: ${answer.error}`)
    return answer
  }
  throw new Error(`The test server was not ready within ${READY_MS_MAX / 1000} s.`)
}

function readAnswer(directory: string): Answer | null {
  try {
    return JSON.parse(readFileSync(join(directory, 'answer'), 'utf8')) as Answer
  } catch {
    return null
  }
}

export function urlOfDatabase(serverUrl: string, name: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}

/** Runs one statement outside of any transaction, on a connection of its own. */
export async function runOnServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await runOnServer(serverUrl, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
}

async function createTemplate(url: string): Promise<string> {
  const template = `dateline_template_${process.pid}`
  await dropDatabase(url, template)
  await runOnServer(url, `create database ${template}`)
  const database = openDatabase(urlOfDatabase(url, template), { connectionsMax: 1 })
  await migrate(database)
  await database.close()
  return template
}
