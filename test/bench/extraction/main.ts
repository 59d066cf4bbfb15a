// Extraction: ours and the peers of the npm registry over the same pages, one process each, one after the other.
//
//   npm run bench -- extraction [--sets scrapinghub,fundus-eval] [--limit PAGES] [--peers dateline,defuddle]
//
// Body F1 (runs of four words), pages per CPU second and the slowest hundredth, parsing included. Sets are those kept beside the
// checkout (default: scrapinghub); without any, the sample newsroom's pages.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { Result } from './child.ts'
import { type BenchPage, newsroomPages, realPages, realSets } from './pages.ts'
import { PEERS } from './peers.ts'

const CHILD_MS_MAX = 30 * 60_000
const run = promisify(execFile)

export async function bench(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      sets: { type: 'string', default: 'scrapinghub' },
      limit: { type: 'string' },
      peers: { type: 'string', default: Object.keys(PEERS).join(',') },
    },
  })
  const known = realSets()
  const wanted = values.sets.split(',')
  const sets = wanted.filter((set) => known.includes(set))
  if (known.length === 0) console.log('No real pages beside the checkout: the sample newsroom instead.')
  else if (sets.length < wanted.length) throw new Error(`--sets: of ${known.join(', ')}`)
  const peers = values.peers.split(',')
  if (peers.some((peer) => PEERS[peer] === undefined)) throw new Error(`--peers: of ${Object.keys(PEERS).join(', ')}`)
  for (const set of sets.length > 0 ? sets : [null]) {
    const all = set === null ? await newsroomPages() : realPages(set)
    await benchSet(
      set ?? 'sample newsroom',
      all.slice(0, values.limit === undefined ? undefined : Number(values.limit)),
      peers,
    )
  }
}

async function benchSet(name: string, pages: readonly BenchPage[], peers: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const file = join(folder, 'pages.json')
  writeFileSync(file, JSON.stringify(pages))
  console.log(`\n${name}, ${pages.length} pages`)
  console.log(row(['', 'body F1', 'pages/CPU-s', 'p50 ms', 'p99 ms', 'failed']))
  try {
    for (const peer of peers) {
      const child = join(import.meta.dirname, 'child.ts')
      const { stdout } = await run(process.execPath, [child, peer, file], { timeout: CHILD_MS_MAX, maxBuffer: 1e8 })
      const { f1, pagesPerCpuSecond, p50Ms, p99Ms, failed } = JSON.parse(stdout) as Result
      console.log(
        row([peer, f1.toFixed(4), pagesPerCpuSecond.toFixed(1), p50Ms.toFixed(1), p99Ms.toFixed(0), String(failed)]),
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function row([name = '', ...figures]: readonly string[]): string {
  return name.padEnd(26) + figures.map((figure) => figure.padStart(12)).join('')
}
