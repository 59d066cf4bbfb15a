import { type Service, workQueue } from '@dateline/platform'
import { classifyArticle } from './classify-article.ts'

export const classifier: Service = {
  name: 'classifier',
  start: (platform) =>
    workQueue(platform, 'classify-article', platform.config.CLASSIFY_CONCURRENCY, classifyArticle(platform)),
}
