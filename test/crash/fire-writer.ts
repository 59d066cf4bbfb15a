// One of the writers of log-under-fire.test.ts, in a process of its own. Started again after a kill it sends everything once
// more from the beginning, as a queue would: what was recorded before is recognised.
import { openDatabase } from '@dateline/database'
import { anyShapes, openLog } from '@dateline/event-store'

const [url, name, appends] = process.argv.slice(2) as [string, string, string]
const CONCURRENCY = 8

const database = openDatabase(url, { connectionsMax: 3 })
const log = await openLog(database, { shapes: anyShapes })
let next = 0
async function write(): Promise<void> {
  while (next < Number(appends)) {
    const index = next++
    const event = { type: 'Written', data: { by: name, index, filler: 'x'.repeat(index % 300) } }
    const cause = `${name}:${index}`
    // Mostly streams of its own; every tenth append goes to the end of one that all writers share.
    if (index % 10 !== 0) await log.append(`fire-${name}-${index}`, 'new', [event], { cause })
    else await log.append(`fire-shared-${Math.floor(index / 1_000)}`, 'any', [event], { cause })
    if (index % 100 === 0) process.stdout.write(`${index}\n`)
  }
}
await Promise.all(Array.from({ length: CONCURRENCY }, write))
await log.close()
await database.close()
