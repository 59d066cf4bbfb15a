import type { Service } from '@dateline/platform'
import { runProjections } from '@dateline/read-models'

export const projector: Service = {
  name: 'projector',
  async start({ database, logger }) {
    const stopping = new AbortController()
    const finished = runProjections(database, {
      signal: stopping.signal,
      onError: (err) => logger.error({ err }, 'a view has stopped, or the database is away'),
    })
    return {
      async stop() {
        stopping.abort()
        await finished
      },
    }
  },
}
