import { openDatabase } from '@dateline/database'
import { doomStatements, type Moment } from './doomed-statements.ts'
import { rebuild } from './rebuild.ts'

// For tests, as a process of its own: rebuilds a view and kills itself amid that.
const [url, view, from, nth, moment] = process.argv.slice(2) as [string, string, string, string, Moment]
const applicationName = 'dateline-doomed'
doomStatements({
  ...{ applicationName, from, nth: Number(nth), moment },
  kill: () => process.kill(process.pid, 'SIGKILL'),
})
const database = openDatabase(url, { applicationName })
await rebuild(database, view)
await database.close()
