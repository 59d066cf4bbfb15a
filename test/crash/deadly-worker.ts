import { openLogger, openPlatform, readConfig, workQueue } from '@dateline/platform'
import { settleTask } from '@dateline/work-state'

/** A worker whose process ends in the middle of one job, as if the page had used up all memory. The others are done. */
const config = readConfig(process.env)
const platform = await openPlatform('deadly', config, openLogger('deadly', config))
await workQueue(platform, 'fetch-article', 8, async ({ articleId, reason }) => {
  if (articleId === 'article-deadly') process.kill(process.pid, 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 20))
  await settleTask(platform.database.db, 'fetch-article', articleId, { articleId, reason })
})
