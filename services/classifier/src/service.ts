import { readFileSync } from 'node:fs'
import { parseTopicModel } from '@dateline/curation'
import { type Service, workQueue } from '@dateline/platform'
import { classifyArticle } from './classify-article.ts'

export const classifier: Service = {
  name: 'classifier',
  start(platform) {
    const { CLASSIFY_CONCURRENCY, TOPIC_MODEL: file } = platform.config
    // Read at the start: a file that cannot be used stops the process, not every article.
    const own = file === undefined ? null : parseTopicModel(readFileSync(file))
    return workQueue(platform, 'classify-article', CLASSIFY_CONCURRENCY, classifyArticle(platform, own))
  },
}
