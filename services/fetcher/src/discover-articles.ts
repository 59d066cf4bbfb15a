import { article, articleIdOfUrl, normalUrl, unwrapUrl } from '@dateline/domain'
import { type Log, WrongVersionError } from '@dateline/event-store'
import type { SourcePoll } from '@dateline/work-state'
import type { ListedArticle } from './read-listing.ts'

/** Appends in flight together: they travel in one commit. */
const AT_A_TIME = 64

/** Records each listed article that nobody has seen before. @returns how many were new. */
export async function discoverArticles(
  { log, now }: { log: Log; now: () => Date },
  { sourceId, kind }: Pick<SourcePoll, 'sourceId' | 'kind'>,
  entries: readonly ListedArticle[],
): Promise<number> {
  const found = new Map<string, { entry: ListedArticle; url: string; normal: string }>()
  for (const entry of entries) {
    const url = unwrapUrl(entry.url)
    const normal = normalUrl(url)
    if (normal !== null) found.set(articleIdOfUrl(normal), { entry, url, normal })
  }
  const ids = [...found.keys()]
  let discovered = 0
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    const results = await Promise.all(ids.slice(start, start + AT_A_TIME).map((id) => discover(id)))
    discovered += results.filter((isNew) => isNew).length
  }
  return discovered

  async function discover(articleId: string): Promise<boolean> {
    const { entry, url, normal } = found.get(articleId)!
    const data = {
      url,
      normalUrl: normal,
      sourceId,
      via: kind,
      listedTitle: entry.title,
      listedPublishedAt: toInstant(entry.publishedAt),
      discoveredAt: now().toISOString(),
    }
    const events = article.decide({ type: 'DiscoverArticle', data }, article.initial)
    try {
      // Nearly every listed URL is known already: the log refuses those without a read before.
      await log.append(articleId, 'new', events, { cause: `discover/${articleId}/${sourceId}` })
      return true
    } catch (error) {
      if (error instanceof WrongVersionError) return false
      throw error
    }
  }
}

/** A listing's date is a hint: one that is no date is left out. */
function toInstant(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
