import { runLoop, type Service, workQueue } from '@dateline/platform'
import { extractArticle } from './extract-article.ts'
import { followCopies } from './follow-copies.ts'
import { learnHosts } from './learn-hosts.ts'
import { openParserThreads } from './parser-threads.ts'
import { watchLayouts } from './watch-layouts.ts'

/** How soon a corrected original or a changed template is noticed. */
const REST_MS = 500

export const extractor: Service = {
  name: 'extractor',
  async start(platform) {
    const { EXTRACT_THREADS, EXTRACT_TIMEOUT_MS, AGENCIES_EXTRA } = platform.config
    const threads = openParserThreads(EXTRACT_THREADS, EXTRACT_TIMEOUT_MS, AGENCIES_EXTRA)
    // One more in hand than there are threads: its bytes are read while the others parse.
    const worker = await workQueue(
      platform,
      'extract-article',
      EXTRACT_THREADS + 1,
      extractArticle({ ...platform, ...threads }),
    )
    const step = followCopies({ ...platform, judgeCopy: threads.judgeCopy })
    const copies = runLoop({ name: 'follow-copies', restMs: REST_MS, logger: platform.logger }, () => step())
    const watch = watchLayouts(platform)
    const layouts = runLoop({ name: 'watch-layouts', restMs: REST_MS, logger: platform.logger }, () => watch())
    const learn = learnHosts(platform)
    const hosts = runLoop({ name: 'learn-hosts', restMs: REST_MS, logger: platform.logger }, () => learn())
    return {
      async stop() {
        await worker.stop()
        await copies.stop()
        await layouts.stop()
        await hosts.stop()
        await threads.stop()
      },
    }
  },
}
