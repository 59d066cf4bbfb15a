import { seal } from '@dateline/event-store'
import { logSigner, runLoop, type Service } from '@dateline/platform'
import { ProjectionStoppedError, RebuildStoppedError, runProjections, writeTopicNames } from '@dateline/read-models'

/** How far a signed tree head may lag behind the log. */
const SEAL_EVERY_MS = 1_000

export const projector: Service = {
  name: 'projector',
  async start({ database, logger, config, now }) {
    await writeTopicNames(database.db)
    const stopping = new AbortController()
    const finished = runProjections(database, {
      signal: stopping.signal,
      onError: (err) => {
        if (err instanceof RebuildStoppedError) return logger.error({ err }, 'view cannot be rebuilt')
        if (!(err instanceof ProjectionStoppedError)) return logger.warn({ err }, 'views wait, will be tried again')
        const { projection: view, position } = err
        logger.error({ view, position, err }, 'view has stopped')
      },
    })
    const signer = logSigner(config)
    if (signer === null)
      logger.warn('LOG_SIGNING_KEY is not set: the log is not sealed, and nothing of it can be proven')
    const sealing = runLoop({ name: 'seal', restMs: SEAL_EVERY_MS, logger }, async () => {
      if (signer !== null) await seal(database, signer, now().toISOString())
      return { more: false }
    })
    return {
      async stop() {
        stopping.abort()
        await Promise.all([finished, sealing.stop()])
      },
    }
  },
}
