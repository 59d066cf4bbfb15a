// Dateline's log as a contender of the event store benchmark: the real packages, behind that benchmark's interface.
// Its streams and events are not ours, so names are mapped and shapes are not checked; everything else is switched on.
import { randomUUID } from 'node:crypto'
import { migrate, openDatabase } from '@dateline/database'
import { anyShapes, openLog, readLog } from '@dateline/event-store'

export async function create({ url }) {
  const database = openDatabase(url, { connectionsMax: 4 })
  let log
  const opened = async () => {
    log ??= openLog(database, { shapes: anyShapes })
    return log
  }
  // Event ids are derived from the cause; another cause each time makes every call an append of its own.
  const process = randomUUID()
  let calls = 0
  return {
    name: 'dateline',
    capabilities: { batch: true, readAll: true, expectedVersion: true },
    async init() {
      await migrate(database)
      await opened()
    },
    async append(streamId, events, expectedVersion) {
      const stream = `bench-${streamId.toLowerCase()}`
      return await (await opened()).append(stream, expectedVersion, events, { cause: `${process}:${calls++}` })
    },
    async readAll(fromPosition = 0, limit = 1000) {
      const recorded = await readLog(database, { afterPosition: fromPosition, limit, shapes: anyShapes })
      const events = recorded.map(({ stream, version, type, data }) => ({ streamId: stream, version, type, data }))
      return { events, next: recorded.at(-1)?.position ?? fromPosition }
    },
    async close() {
      await (await opened()).close()
      await database.close()
    },
  }
}
