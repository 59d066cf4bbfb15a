import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@dateline/database'
import { fetchDocument, openFetcher } from '@dateline/http-fetch'
import { load } from 'cheerio'

// node crawl-dateline.ts PORT HOSTS PAGES_PER_HOST GAP_MS DATABASE_URL: fetches, and parses each page as the peer does (cheerio on htmlparser2).
const [port, hosts, pagesPerHost, gapMs] = process.argv.slice(2, 6).map(Number) as [number, number, number, number]
const names = Array.from({ length: hosts }, (_, n) => `bench${n}.example`)
const database = openDatabase(process.argv[6]!, { connectionsMax: 8 })
const fetcher = openFetcher({
  database,
  userAgent: 'DatelineBench/1.0',
  hostGapMs: gapMs,
  hostOverrides: names.map((name) => `${name}=127.0.0.1:${port}`),
})
let pages = 0
const startedMs = performance.now()
const cpuBefore = process.cpuUsage()

await Promise.all(
  names.map(async (name) => {
    for (let page = 0; page < pagesPerHost; ) {
      const result = await fetchDocument(fetcher, { url: `http://${name}:${port}/page/${page}`, purpose: 'article' })
      if (result.kind === 'postponed') await sleep(Math.max(1, result.untilMs - Date.now()))
      else if (result.kind !== 'document') throw new Error(JSON.stringify(result))
      else {
        page++
        if (load(result.body.toString(), { xml: { xmlMode: false } })('title').text() === 'A page') pages++
      }
    }
  }),
)

const { user, system } = process.cpuUsage(cpuBefore)
console.log(
  JSON.stringify({
    pages,
    ms: performance.now() - startedMs,
    cpuMs: (user + system) / 1000,
    rssMib: process.resourceUsage().maxRSS / 1024,
  }),
)
await fetcher.close()
await database.close()
