import { type Running, runLoop, type Service } from '@dateline/platform'
import { addDueJobs } from './add-due-jobs.ts'
import { cleanArchive } from './clean-archive.ts'
import { reclaimLostJobs } from './reclaim-lost-jobs.ts'

/** How soon a due poll, visit or task is noticed. */
const REST_MS = 500
/** How soon a queue that was wiped is noticed. */
const RECLAIM_EVERY_MS = 5_000
const CLEAN_EVERY_MS = 24 * 3_600_000

export const scheduler: Service = {
  name: 'scheduler',
  async start(platform): Promise<Running> {
    const { logger } = platform
    const loops = [
      runLoop({ name: 'add-due-jobs', restMs: REST_MS, logger }, async () => {
        const added = await addDueJobs(platform)
        if (added > 0) logger.debug({ added }, 'due jobs added')
        return { more: added > 0 }
      }),
      runLoop({ name: 'reclaim-lost-jobs', restMs: RECLAIM_EVERY_MS, logger }, async () => {
        await reclaimLostJobs(platform)
        return { more: false }
      }),
      runLoop({ name: 'clean-archive', restMs: CLEAN_EVERY_MS, logger }, async (signal) => {
        await cleanArchive(platform, signal)
        return { more: false }
      }),
    ]
    return {
      async stop() {
        await Promise.all(loops.map((loop) => loop.stop()))
      },
    }
  },
}
