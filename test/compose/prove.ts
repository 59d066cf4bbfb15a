// Takes docker-compose.yml up for real with the sample newsroom inside, kills what can be killed while articles come in,
// and holds the log and the views against the newsroom's written truth.
//
//   node_modules/.bin/node test/compose/prove.ts [--keep]        --keep: leaves everything running
//
// DOCKER names the command (docker). PROVE_API_PORT (54000), PROVE_POSTGRES_PORT (54320) and PROVE_NETWORK (10.213.77, the
// first three numbers of a free private network) are used on this machine. Prints a line a check, then 'N passed, N failed'.
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@dateline/database'
import { headPosition, verifyLog } from '@dateline/event-store'
import { waitUntilIdle } from '@dateline/platform'
import { verifyViews } from '@dateline/read-models'
import { agencies, hosts, newsroomSources, PHASE_LAST } from '@dateline/sample-newsroom'
import { listDeadLetters, pollAllNow, visitAllNow } from '@dateline/work-state'
import { sql } from 'kysely'
import { compareWithTruth } from '../pipeline/compare-with-truth.ts'
import { docker, openProject } from './docker.ts'

const REPLICAS = { fetcher: 2, extractor: 2 }
const SERVICES = ['api', 'scheduler', 'fetcher', 'extractor', 'classifier', 'reactor', 'projector']
const WAIT_MS_MAX = 180_000
const ASK_EVERY_MS = 250

const network = process.env.PROVE_NETWORK ?? '10.213.77'
const apiPort = process.env.PROVE_API_PORT ?? '54000'
const postgresPort = process.env.PROVE_POSTGRES_PORT ?? '54320'
const image = 'dateline:prove'
/** Holds what would break a URL, on purpose. */
const password = 'prove:p@ss/w%rd'
const project = openProject('dateline-prove', image, {
  DATELINE_IMAGE: image,
  POSTGRES_PASSWORD: password,
  API_PUBLISH: `127.0.0.1:${apiPort}`,
  PROVE_POSTGRES_PORT: postgresPort,
  PROVE_SUBNET: `${network}.0/24`,
  PROVE_NEWSROOM_ADDRESS: `${network}.200`,
  PROVE_HOST_OVERRIDES: hosts.map((host) => `${host}=${network}.200:8090`).join(','),
  PROVE_AGENCIES: agencies.map(({ id, name }) => `${id}=${name}`).join(','),
})
const database = openDatabase(
  `postgresql://dateline:${encodeURIComponent(password)}@127.0.0.1:${postgresPort}/dateline`,
  { applicationName: 'dateline-prove' },
)
const scale = Object.entries(REPLICAS).flatMap(([service, count]) => ['--scale', `${service}=${count}`])
let [passed, failed] = [0, 0]

await prove()
await database.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function prove(): Promise<void> {
  project.compose(['down', '--volumes', '--remove-orphans'])
  if (!(await check('the image builds', () => project.compose(['build'])))) return
  await check('the image is below 500 MB', () => {
    const bytes = Number(docker(['image', 'inspect', '--format', '{{.Size}}', image]))
    expect(bytes < 500e6, `${Math.round(bytes / 1e6)} MB`)
    return `${Math.round(bytes / 1e6)} MB`
  })
  if (!(await check('everything comes up healthy, two fetchers and two extractors', () => up()))) return
  await check('no service runs as root or may write to its image', () => {
    for (const service of SERVICES) {
      const said = project.compose(['exec', '-T', service, 'sh', '-c', 'id -u; touch /app/x 2>&1 || true'])
      expect(/^1000\n.*(Read-only|Permission)/.test(said), `${service}: ${said}`)
    }
  })
  await check('Redis keeps its jobs: noeviction, append-only file', () => {
    const said = project.compose(['exec', '-T', 'redis', 'redis-cli', 'info'])
    expect(/maxmemory_policy:noeviction/.test(said) && /aof_enabled:1/.test(said), 'not so')
  })
  await check('sources are registered through the published API', registerSources)
  await check('the first story is read from the API', () =>
    until(async () => (await get('/v1/stories')).items.length > 0),
  )
  await check('day 1: what is stored is the written truth', () => compare(1))

  await disturb(2, 'a fetcher', 'fetcher')
  await disturb(3, 'an extractor', 'extractor')
  await disturb(4, 'Redis', 'redis')
  await disturb(PHASE_LAST, 'Postgres', 'postgres')
  await check('Redis loses its memory while every article is visited again: nothing is lost', async () => {
    await visitAllNow(database.db)
    await sleep(1_000)
    project.compose(['exec', '-T', 'redis', 'redis-cli', 'flushall'])
    return compare(PHASE_LAST)
  })
  await check('both fetchers and both extractors have done work', bothWorked)
  await check('the log is whole: every hash, no event twice', wholeLog)
  await check('the views are what the log says', async () => {
    const wrong = (await verifyViews(database)).filter(({ isSame }) => !isSame)
    expect(wrong.length === 0, JSON.stringify(wrong))
  })
  await check('the command line works in a container', () => {
    const said = project.compose(['exec', '-T', 'api', 'node', 'services/cli/src/main.ts', 'status'])
    expect(said.includes(`The log has`), said)
    return said.split('\n')[0]!
  })
  await check('a service stops by itself when asked, exit 0', () => {
    const [container] = project.containers('classifier')
    project.compose(['stop', 'classifier'])
    const code = docker(['inspect', '--format', '{{.State.ExitCode}}', container!])
    expect(code === '0', `exit ${code}`)
  })
  await check('down and up again: the volumes keep the data', async () => {
    const before = await eventually(() => headPosition(database))
    project.compose(['down'])
    up(PHASE_LAST)
    const after = await eventually(() => headPosition(database))
    expect(after >= before, `${before} events before, ${after} after`)
    return compare(PHASE_LAST)
  })
  await check('a backup restores into an empty stack, as docs/guides/back-up-and-restore.md says', restoreBackup)
  if (process.argv.includes('--keep')) return
  await check('down leaves nothing', () => {
    project.compose(['down', '--volumes', '--remove-orphans'])
    const left = docker(['ps', '-aq', '--filter', 'label=com.docker.compose.project=dateline-prove'])
    expect(left === '', left)
  })
}

function up(phase = 1): void {
  project.compose(['up', '-d', '--wait', '--wait-timeout', '180', ...scale], { PROVE_PHASE: String(phase) })
}

async function registerSources(): Promise<string> {
  for (const { kind, url, name } of newsroomSources) {
    const answer = await fetch(`http://127.0.0.1:${apiPort}/v1/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, url, name }),
    })
    expect(answer.status === 201, `${url}: ${answer.status} ${await answer.text()}`)
  }
  return `${newsroomSources.length} sources`
}

function bothWorked(): string {
  const done = { fetcher: '"fetch recorded"', extractor: '"extraction recorded"' }
  const counts = Object.entries(done).map(([service, message]) => {
    const jobs = project.containers(service).map((container) => project.logs(container).split(message).length - 1)
    expect(jobs.length === 2 && Math.min(...jobs) > 0, `${service}: ${jobs.join(' and ')} jobs`)
    return `${service} ${jobs.join(' + ')}`
  })
  return counts.join(', ')
}

async function restoreBackup(): Promise<string> {
  const before = await headPosition(database)
  const dump = project.pipe('postgres', ['pg_dump', '-U', 'dateline', '-Fc', 'dateline'])
  project.compose(['down', '--volumes'])
  project.compose(['up', '-d', '--wait', 'postgres'])
  project.compose(['run', '--rm', '--no-deps', 'migrate'])
  project.compose(['exec', '-T', 'postgres', 'dropdb', '-U', 'dateline', 'dateline'])
  project.compose(['exec', '-T', 'postgres', 'createdb', '-U', 'dateline', 'dateline'])
  project.pipe('postgres', ['pg_restore', '-U', 'dateline', '-d', 'dateline', '--exit-on-error'], dump)
  project.compose(['up', '-d', '--wait', 'redis'])
  project.compose(['exec', '-T', 'redis', 'redis-cli', 'flushall'])
  up(PHASE_LAST)
  for (const verify of [['verify'], ['verify', '--views']]) {
    project.compose(['exec', '-T', 'api', 'node', 'services/cli/src/main.ts', ...verify])
  }
  const after = await eventually(() => headPosition(database))
  expect(after >= before, `${before} events before, ${after} after`)
  return `${Math.round(dump.length / 1e6)} MB dump, ${after} events`
}

/** Lets a day pass in the newsroom, asks for everything again, and kills a container in the midst of it. */
async function disturb(phase: number, what: string, service: string): Promise<void> {
  const [victim] = project.containers(service)
  const restarts = project.restarts(victim!)
  await check(`${what} is killed with work in hand, and comes back by itself`, async () => {
    project.compose(['up', '-d', '--wait', '--no-deps', 'newsroom'], { PROVE_PHASE: String(phase) })
    const before = await headPosition(database)
    await pollAllNow(database.db)
    await visitAllNow(database.db)
    await until(async () => (await headPosition(database)) > before + 5)
    project.kill9(victim!)
    await until(() => project.restarts(victim!) === restarts + 1 && project.health(victim!) === 'healthy')
  })
  await check(`day ${phase}: what is stored is the written truth`, () => compare(phase))
}

async function compare(phase: number): Promise<string> {
  await eventually(() => waitUntilIdle(database, { signal: AbortSignal.timeout(WAIT_MS_MAX) }))
  const { wrongEndings, wrongAuthors, wrongAgencies, stories } = await compareWithTruth(database, phase)
  const wrong = [...wrongEndings, ...wrongAuthors, ...wrongAgencies]
  expect(wrong.length === 0, `${wrong.join('\n')}\n${wrong.length > 0 ? await whatIsOpen() : ''}`)
  const { rows } = await sql<{ articles: number }>`
    select count(*)::int as articles from read.article where status = 'extracted'`.execute(database.db)
  return `${rows[0]!.articles} articles, ${await headPosition(database)} events, stories P ${stories.precision.toFixed(2)} R ${stories.recall.toFixed(2)}`
}

/** What was put off or given up: an article that is missing from the views should be here. */
async function whatIsOpen(): Promise<string> {
  const tasks = await sql`
    select queue, key, due_at, failures from work.task order by due_at limit 20`.execute(database.db)
  const letters = (await listDeadLetters(database.db, 20)).map(({ queue, key, code, message }) => ({
    queue,
    key,
    code,
    message,
  }))
  return `put off: ${JSON.stringify(tasks.rows)}\ngiven up: ${JSON.stringify(letters)}`
}

async function wholeLog(): Promise<string> {
  const { events, problems } = await verifyLog(database)
  expect(problems.length === 0, JSON.stringify(problems))
  const { rows } = await sql<{ twice: number }>`
    select count(*)::int as twice from (select 1 from log.event group by stream, version having count(*) > 1) t`.execute(
    database.db,
  )
  expect(rows[0]!.twice === 0, `${rows[0]!.twice} versions twice`)
  return `${events} events`
}

async function get(path: string): Promise<{ items: unknown[] }> {
  const answer = await fetch(`http://127.0.0.1:${apiPort}${path}`)
  expect(answer.ok, `${path}: ${answer.status}`)
  return (await answer.json()) as { items: unknown[] }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await eventually(async () => expect(await isSo(), 'not in time'))
}

/** Tries again while it throws: servers are being killed. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + WAIT_MS_MAX
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await sleep(ASK_EVERY_MS)
    }
  }
}

async function check(name: string, run: () => unknown): Promise<boolean> {
  const startedAt = performance.now()
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
  try {
    const note = await run()
    passed += 1
    console.log(`ok    ${name}  ${seconds()}${typeof note === 'string' && note !== '' ? `  ${note}` : ''}`)
    return true
  } catch (error) {
    failed += 1
    console.log(`FAIL  ${name}  ${seconds()}\n${error instanceof Error ? error.message : error}`)
    return false
  }
}

function expect(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise)
}
