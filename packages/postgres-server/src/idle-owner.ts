// Starts a server in a process of its own, for tests: prints its url and process id, and waits to be killed.
import { startPostgres } from './start-postgres.ts'

const server = await startPostgres({ dataDir: process.argv[2]!, settings: { fsync: 'off' } })
process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`)
setInterval(() => {}, 60_000)
