// Polite throughput: 200 hosts, 10,000 pages, at a gap of 0 and of 100 ms, beside Crawlee's CheerioCrawler.
//
//   npm run bench -- crawl [--crawlee FOLDER] [--hosts 200] [--pages 50] [--gaps 0,100]
//
// --pages    of each host
// --crawlee  a folder in which `npm i @crawlee/cheerio` was run; without it only our own figures are shown
import { execFile, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { migrate, openDatabase } from '@dateline/database'
import { startPostgres } from '@dateline/postgres-server'

const run = promisify(execFile)
type Figures = { pages: number; ms: number; cpuMs: number; rssMib: number }
type Report = { requests: number; gapMinMs: number; inFlightMax: number }

export async function bench(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      hosts: { type: 'string', default: '200' },
      pages: { type: 'string', default: '50' },
      gaps: { type: 'string', default: '0,100' },
      crawlee: { type: 'string', default: '' },
    },
  })
  const { crawlee } = values
  const [hosts, pages] = [Number(values.hosts), Number(values.pages)]
  const gaps = values.gaps.split(',').map(Number)

  const directory = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const postgres = await startPostgres({ dataDir: join(directory, 'postgres'), settings: {} })
  const server = fork(join(import.meta.dirname, 'serve-hosts.ts'))
  const told = <Message>() =>
    new Promise<Message>((resolve) => server.once('message', (message) => resolve(message as Message)))
  try {
    const { port, pageBytes } = await told<{ port: number; pageBytes: number }>()
    const database = openDatabase(postgres.url)
    await migrate(database)
    console.log(`${hosts} hosts, ${hosts * pages} pages of ${pageBytes} bytes, gzip over HTTP/1.1 on loopback`)
    for (const gapMs of gaps) {
      for (const contender of ['dateline', ...(crawlee === '' ? [] : ['crawlee'])]) {
        await database.pool.query('truncate work.host_pacing, work.robots')
        const place = contender === 'dateline' ? postgres.url : crawlee
        const script = join(import.meta.dirname, `crawl-${contender}.ts`)
        const postgresBefore = cpuMsOf('postgres')
        const { stdout } = await run(process.execPath, [
          script,
          String(port),
          String(hosts),
          String(pages),
          String(gapMs),
          place,
        ])
        const postgresMs = cpuMsOf('postgres') - postgresBefore
        const figures = JSON.parse(stdout.trim().split('\n').at(-1)!) as Figures
        server.send('report')
        print(contender, gapMs, figures, await told<Report>(), contender === 'dateline' ? postgresMs : 0)
      }
    }
    await database.close()
  } finally {
    server.kill()
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

function print(contender: string, gapMs: number, figures: Figures, report: Report, postgresMs: number): void {
  const row = {
    contender,
    gapMs,
    pages: figures.pages,
    'pages/s': Math.round((1000 * figures.pages) / figures.ms),
    'CPU ms/page': (figures.cpuMs / figures.pages).toFixed(2),
    'Postgres CPU ms/page': (postgresMs / figures.pages).toFixed(2),
    'RSS MiB': Math.round(figures.rssMib),
    'shortest gap ms': report.gapMinMs.toFixed(1),
    'in flight a host': report.inFlightMax,
  }
  console.log(
    Object.entries(row)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  )
}

/** CPU time of all processes below ours with this name, ended ones included where their parent has waited for them. */
function cpuMsOf(name: string): number {
  const MS_PER_TICK = 10
  let ticks = 0
  for (const pid of processesBelow(process.pid)) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // utime, stime, and those of waited-for children
      if (stat.includes(`(${name}`)) ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks * MS_PER_TICK
}

function processesBelow(root: number): number[] {
  const children = readFileSync(`/proc/${root}/task/${root}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  return children.flatMap((pid) => {
    try {
      return [pid, ...processesBelow(pid)]
    } catch {
      return [pid]
    }
  })
}
