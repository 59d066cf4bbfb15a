import type { AnyEvent, Recorded } from '@dateline/domain'
import { fetchJobData, type WantedTask } from '@dateline/work-state'

export type Wanted = {
  wanted: WantedTask[]
  /** Articles of which no fetch is wanted any more. */
  overtaken: string[]
}

/** The whole circle in one place: which job an event asks for. Pure. */
export function wantedTasks(events: readonly Recorded<AnyEvent>[]): Wanted {
  const wanted: WantedTask[] = []
  const overtaken: string[] = []
  for (const { stream: key, position: cause, type, data } of events) {
    const want = (name: string, rest: object) => wanted.push({ name, key, cause, data: { articleId: key, ...rest } })
    switch (type) {
      case 'ArticleDiscovered':
        // An imported document is its own capture; only what it names as its original is fetched.
        if (data.url !== null && data.via !== 'import') want('fetch-article', fetchJobData(key, 'new', data.url))
        break
      case 'DocumentImported':
      case 'ArticleFetched':
        want('extract-article', { rawSha256: data.rawSha256 })
        break
      case 'ArticleExtracted':
        want('classify-article', { contentSha256: data.contentSha256 })
        break
      case 'ArticleGone':
        overtaken.push(key)
        break
    }
  }
  return { wanted, overtaken }
}
