import { createRequire } from 'node:module'
import { join } from 'node:path'

// node crawl-crawlee.ts PORT HOSTS PAGES_PER_HOST GAP_MS FOLDER: FOLDER is one in which `npm i @crawlee/cheerio` was run.
const [port, hosts, pagesPerHost, gapMs] = process.argv.slice(2, 6).map(Number) as [number, number, number, number]
const require = createRequire(join(process.argv[6]!, 'package.json'))
const { CheerioCrawler, Configuration, log } = require('@crawlee/cheerio')
log.setLevel(log.LEVELS.ERROR)

const urls = Array.from(
  { length: hosts * pagesPerHost },
  (_, n) => `http://bench${n % hosts}.example:${port}/page/${Math.floor(n / hosts)}`,
)
let pages = 0
const lookup = (_name: string, options: unknown, done?: (error: null, address: unknown, family?: number) => void) => {
  const callback = (done ?? options) as (error: null, address: unknown, family?: number) => void
  if ((options as { all?: boolean })?.all) callback(null, [{ address: '127.0.0.1', family: 4 }])
  else callback(null, '127.0.0.1', 4)
}
const crawler = new CheerioCrawler(
  {
    minConcurrency: hosts,
    maxConcurrency: hosts,
    maxRequestRetries: 0,
    sameDomainDelaySecs: gapMs / 1000,
    respectRobotsTxtFile: false, // its robots.txt fetch cannot be led to loopback
    useSessionPool: false,
    preNavigationHooks: [
      (_: unknown, options: Record<string, unknown>) => Object.assign(options, { dnsLookup: lookup }),
    ],
    requestHandler({ $ }: { $: (selector: string) => { text(): string } }) {
      if ($('title').text() === 'A page') pages++
    },
    failedRequestHandler({ request }: { request: { errorMessages: string[] } }) {
      console.error(request.errorMessages[0])
    },
  },
  new Configuration({ persistStorage: false, availableMemoryRatio: 0.9 }),
)
const startedMs = performance.now()
const cpuBefore = process.cpuUsage()
await crawler.run(urls)
const { user, system } = process.cpuUsage(cpuBefore)
console.log(
  JSON.stringify({
    pages,
    ms: performance.now() - startedMs,
    cpuMs: (user + system) / 1000,
    rssMib: process.resourceUsage().maxRSS / 1024,
  }),
)
process.exit(0)
