import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@dateline/database'
import { fetchDocument, openFetcher } from '@dateline/http-fetch'

// A worker process that fetches one page after another from one host until it is killed:
//   node polite-worker.ts DATABASE_URL ADDRESS:PORT GAP_MS
const [databaseUrl = '', place = '', gapMs = ''] = process.argv.slice(2)
const fetcher = openFetcher({
  database: openDatabase(databaseUrl, { connectionsMax: 2 }),
  userAgent: `DatelineBot/${process.pid}`,
  hostGapMs: Number(gapMs),
  hostOverrides: [`busy.example=${place}`],
  limits: { totalTimeoutMs: 500 },
})
for (let page = 0; ; page++) {
  const result = await fetchDocument(fetcher, { url: `http://busy.example/${process.pid}/${page}`, purpose: 'article' })
  if (result.kind === 'postponed') await sleep(Math.max(0, result.untilMs - Date.now()))
}
