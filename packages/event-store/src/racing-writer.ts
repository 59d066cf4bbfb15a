// A writer in a process of its own, for tests: appends to streams of its own and to one that all writers fight over.
import { openDatabase } from '@dateline/database'
import { openLog } from './open-log.ts'
import { discovered, gone } from './sample-events.ts'

const [url, name, appends] = process.argv.slice(2) as [string, string, string]
const database = openDatabase(url, { connectionsMax: 2 })
const log = await openLog(database)
const results = await Promise.allSettled(
  Array.from({ length: Number(appends) }, (_, index) => {
    const cause = `${name}-${index}`
    if (index % 10 === 0) return log.append('article-contested', 'any', [gone(410)], { cause })
    const events = [discovered(cause), gone(404), gone(410)].slice(0, 1 + (index % 3))
    return log.append(`article-${cause}`, 'new', events, { cause })
  }),
)
await log.close()
await database.close()
const failed = results.find((result) => result.status === 'rejected')
if (failed !== undefined) throw failed.reason
