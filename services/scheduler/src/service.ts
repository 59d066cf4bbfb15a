import type { Running, Service } from '@dateline/platform'
import { runLoop } from '@dateline/platform'
import { addDueJobs } from './add-due-jobs.ts'

/** How soon a due poll, visit or task is noticed. */
const REST_MS = 500

export const scheduler: Service = {
  name: 'scheduler',
  async start(platform): Promise<Running> {
    const { logger } = platform
    return runLoop({ name: 'scheduler', restMs: REST_MS, logger }, async () => {
      const added = await addDueJobs(platform)
      if (added > 0) logger.debug({ added }, 'due jobs added')
      return { more: added > 0 }
    })
  },
}
