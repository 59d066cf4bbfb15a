import { runLoop, type Service } from '@dateline/platform'
import { groupArticles } from './group-articles.ts'
import { wantJobs } from './want-jobs.ts'

/** How soon a new event is noticed. */
const REST_MS = 100

export const reactor: Service = {
  name: 'reactor',
  async start(platform) {
    const { logger } = platform
    const group = groupArticles(platform)
    const loops = [
      runLoop({ name: 'want-jobs', restMs: REST_MS, logger }, () => wantJobs(platform)),
      runLoop({ name: 'group-articles', restMs: REST_MS, logger }, () => group()),
    ]
    return {
      async stop() {
        await Promise.all(loops.map((loop) => loop.stop()))
      },
    }
  },
}
