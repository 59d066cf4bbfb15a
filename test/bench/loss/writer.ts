// One of several writer processes: appends so many events, one to five at a time, eight callers at a time, until its time is
// over, and prints how many.
import { openDatabase } from '@dateline/database'
import { anyShapes, openLog } from '@dateline/event-store'

const [url, name, count, endsAtMs] = process.argv.slice(2) as [string, string, string, string]
const CALLERS = 8
const database = openDatabase(url, { connectionsMax: 3 })
const log = await openLog(database, { shapes: anyShapes })
let next = 0
async function write(): Promise<void> {
  while (next < Number(count) && Date.now() < Number(endsAtMs)) {
    const size = Math.min(1 + (next % 5), Number(count) - next)
    const first = next
    next += size
    const events = Array.from({ length: size }, (_, index) => ({
      type: 'Written',
      data: { by: name, index: first + index },
    }))
    await log.append(`loss-${name}-${first}`, 'new', events, { cause: `${name}:${first}` })
  }
}
await Promise.all(Array.from({ length: CALLERS }, write))
await log.close()
await database.close()
process.stdout.write(String(next))
