import { setTimeout as sleep } from 'node:timers/promises'
import { article, articleIdOfUrl } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { type Running, runService, workQueue } from '@dateline/platform'
import { settleTask } from '@dateline/work-state'

/** Slow enough to be frozen, or told to stop, in the middle. */
const JOB_MS = 1_500

/** A service whose one processor says when it begins, takes its time, and appends. */
await runService({
  name: 'slow',
  async start(platform): Promise<Running> {
    const { log, database } = platform
    return workQueue(platform, 'render-article', 2, async ({ articleId }) => {
      console.log(`begun ${articleId}`)
      await sleep(JOB_MS)
      const url = `https://a.example/${articleId}`
      const data = { url, normalUrl: url, sourceId: null, via: 'submission', listedTitle: null } as const
      const now = new Date().toISOString()
      const command = {
        type: 'DiscoverArticle',
        data: { ...data, listedPublishedAt: null, discoveredAt: now },
      } as const
      await handle(log, article, articleIdOfUrl(url), command, { cause: `slow/${articleId}/${now}` })
      await settleTask(database.db, 'render-article', articleId, { articleId })
      console.log(`done ${articleId}`)
    })
  },
})
