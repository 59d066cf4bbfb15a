import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@dateline/database'
import { headPosition } from '@dateline/event-store'
import { waitUntilIdle } from '@dateline/platform'
import { startPostgres } from '@dateline/postgres-server'
import { verifyViews } from '@dateline/read-models'
import { PHASE_LAST, startNewsroom } from '@dateline/sample-newsroom'
import { listDeadLetters, pollAllNow, visitAllNow } from '@dateline/work-state'
import { freePort, startRedis } from '../distributed/redis-server.ts'
import { settingsOf } from '../pipeline/circle.ts'
import { compareWithTruth } from '../pipeline/compare-with-truth.ts'

/**
 * The rolling upgrade of docs/guides/upgrade.md, and the way back, with real processes on Postgres and Redis:
 *
 *     node_modules/.bin/node test/upgrade/rehearse.ts FOLDER   # a checkout of the release before, installed
 *
 * The release before reads the sample newsroom; this one migrates under its feet, joins it, replaces it, and goes back.
 */
const SERVICES = ['api', 'scheduler', 'fetcher', 'extractor', 'classifier', 'reactor', 'projector']
const HERE = resolve(import.meta.dirname, '../..')
const before = resolve(process.argv[2] ?? '')
if (process.argv[2] === undefined || !existsSync(join(before, 'services/cli/src/main.ts'))) {
  console.error('Name a folder with a checkout of the release before: node test/upgrade/rehearse.ts FOLDER')
  process.exit(1)
}

const directory = mkdtempSync(join(tmpdir(), 'dateline-upgrade-'))
const server = await startPostgres({ dataDir: join(directory, 'postgres') })
const redis = await startRedis()
const newsroom = await startNewsroom({ now: 1 })
const apiPort = await freePort()
const env = {
  PATH: process.env.PATH,
  ...settingsOf(newsroom),
  LOG_LEVEL: 'warn',
  DATABASE_URL: server.url,
  REDIS_URL: redis.url,
  API_PORT: String(apiPort),
  QUEUE_LOCK_MS: '3000',
}
const database = openDatabase(server.url)
const running = new Map<ChildProcess, { release: string; name: string }>()
let failed = 0

try {
  migrate(before)
  for (const name of SERVICES) start(before, name)
  await registerSources()
  await idle('the release before has read day 1')

  await nextDay(2)
  migrate(HERE)
  await day('day 2, migrated under the feet of the release before')

  for (const name of SERVICES.filter((each) => each !== 'api')) start(HERE, name)
  await nextDay(3)
  await sleep(2_000)
  for (const release of [before, HERE]) kill(release, 'SIGKILL', ['fetcher', 'extractor', 'reactor', 'projector'])
  await day('day 3, both at work, some of each killed')

  await stop(before)
  start(HERE, 'api')
  await nextDay(4)
  await day('day 4, this release alone')

  await stop(HERE)
  for (const name of SERVICES) start(before, name)
  for (let phase = 5; phase <= PHASE_LAST; phase++) {
    await nextDay(phase)
    await day(`day ${phase}, back on the release before`)
  }
  const { wrongEndings, wrongAuthors, wrongAgencies } = await compareWithTruth(database)
  check('every article has ended as it should', [...wrongEndings, ...wrongAuthors, ...wrongAgencies])
} finally {
  await stop(before)
  await stop(HERE)
  await database.close()
  await newsroom.stop()
  await redis.stop()
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}
process.exit(failed === 0 ? 0 : 1)

function migrate(release: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(release, 'services/cli/src/main.ts'), 'migrate'],
    {
      env,
      encoding: 'utf8',
    },
  )
  check(`migrate: ${stdout.trim().slice(0, 100)}`, status === 0 ? [] : [stderr])
}

/** Whatever ends by itself is told and started again, as a container would be. */
function start(release: string, name: string): void {
  const child = spawn(process.execPath, [join(release, `services/${name}/src/main.ts`)], { env, stdio: 'inherit' })
  running.set(child, { release, name })
  child.once('exit', (code, signal) => {
    if (!running.delete(child)) return
    if (signal !== 'SIGKILL') check(`${name} of ${release} goes on`, [`it ended with ${code ?? signal}`])
    start(release, name)
  })
}

function kill(release: string, signal: NodeJS.Signals, names: readonly string[]): void {
  for (const [child, of] of running) if (of.release === release && names.includes(of.name)) child.kill(signal)
}

async function stop(release: string): Promise<void> {
  const children = [...running].filter(([, of]) => of.release === release).map(([child]) => child)
  for (const child of children) running.delete(child)
  await Promise.all(
    children.map(async (child) => {
      const exited = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      check(`SIGTERM ends it`, (await exited) === 0 ? [] : ['not with 0'])
    }),
  )
}

async function registerSources(): Promise<void> {
  const base = `http://127.0.0.1:${apiPort}`
  while (
    !(await fetch(`${base}/health/ready`)
      .then(({ ok }) => ok)
      .catch(() => false))
  )
    await sleep(200)
  for (const { kind, url, name } of newsroom.sources) {
    const body = JSON.stringify({ kind, url, name })
    const headers = { 'content-type': 'application/json' }
    const { status } = await fetch(`${base}/v1/sources`, { method: 'POST', headers, body })
    if (status !== 201) check(`source ${url}`, [`${status}`])
  }
}

async function nextDay(phase: number): Promise<void> {
  newsroom.setPhase(phase)
  await pollAllNow(database.db)
  await visitAllNow(database.db)
}

async function idle(what: string): Promise<void> {
  await waitUntilIdle(database)
  check(`${what}: ${await headPosition(database)} events`, [])
}

/** Everything is done, nothing was given up but what is forbidden, and the views are what the log says. */
async function day(what: string): Promise<void> {
  await idle(what)
  const letters = await listDeadLetters(database.db, 20)
  check(
    'nothing was given up that could be had',
    letters.filter(({ code }) => code !== 'robots-disallowed').map(({ code, message }) => `${code}: ${message}`),
  )
  check(
    'the views are what the log says',
    (await verifyViews(database)).filter(({ isSame }) => !isSame).map((view) => JSON.stringify(view)),
  )
}

function check(what: string, problems: readonly unknown[]): void {
  if (problems.length > 0) failed++
  console.log(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${what}${problems.length === 0 ? '' : `: ${problems.join('; ')}`}`,
  )
}
