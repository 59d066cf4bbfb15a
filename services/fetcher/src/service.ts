import { openHttp, type Running, runLoop, type Service, workQueue } from '@dateline/platform'
import { backfillSource } from './backfill-source.ts'
import { fetchArticle } from './fetch-article.ts'
import { keepSubscriptions } from './keep-subscriptions.ts'
import { openListingThreads } from './listing-threads.ts'
import { pollSource } from './poll-source.ts'

const BACKFILLS_AT_A_TIME = 2

/** How soon a feed's hub is asked. */
const SUBSCRIPTIONS_REST_MS = 2_000

export const fetcher: Service = {
  name: 'fetcher',
  async start(platform) {
    const { config, database } = platform
    const http = openHttp(config, database)
    const listings = openListingThreads(config.EXTRACT_TIMEOUT_MS)
    const workers = await Promise.all([
      workQueue(platform, 'fetch-article', config.FETCH_CONCURRENCY, fetchArticle({ ...platform, http })),
      workQueue(platform, 'backfill-source', BACKFILLS_AT_A_TIME, backfillSource({ ...platform, http, listings })),
      workQueue(platform, 'poll-source', config.POLL_CONCURRENCY, pollSource({ ...platform, http, listings })),
    ])
    const loops: Running[] = []
    if (config.PUBLIC_URL === undefined) {
      platform.logger.info('WebSub is off, feeds are polled only: PUBLIC_URL is not set')
    } else {
      const subscriptions = { ...platform, http, publicUrl: config.PUBLIC_URL }
      const loop = { name: 'keep-subscriptions', restMs: SUBSCRIPTIONS_REST_MS, logger: platform.logger }
      loops.push(runLoop(loop, () => keepSubscriptions(subscriptions)))
    }
    return {
      async stop() {
        await Promise.all(loops.map((loop) => loop.stop()))
        await Promise.all(workers.map((worker) => worker.stop()))
        await http.close()
        await listings.stop()
      },
    }
  },
}
