import { eraseCaptures } from '@dateline/archive'
import { articleIdOfUrl, normalUrl, unwrapUrl } from '@dateline/domain'
import { withdrawnStreams } from '@dateline/event-store'
import type { ListedArticle } from '@dateline/intake'
import type { Platform } from '@dateline/platform'

/** An attempt before may have ended between what it kept and this. */
const ATTEMPTS_MS = 24 * 3_600_000

/**
 * Takes feeds and front pages that were captured just now, or by an attempt before, out of the archive again where they list an article that has been
 * withdrawn: with its headline, and often its text, they would bring it back.
 */
export async function eraseWithdrawn(
  { database, archive }: Pick<Platform, 'database' | 'archive'>,
  sourceId: string,
  entries: readonly ListedArticle[],
  startedAt: Date,
): Promise<void> {
  const listedSince = new Date(startedAt.getTime() - ATTEMPTS_MS)
  const urls = new Map<string, string[]>()
  for (const { url, refused } of entries) {
    const normal = refused === undefined ? normalUrl(unwrapUrl(url)) : null
    if (normal !== null) urls.set(articleIdOfUrl(normal), [url, normal])
  }
  for (const articleId of await withdrawnStreams(database, [...urls.keys()])) {
    const trace = { articleId, rawSha256: [], sourceIds: [sourceId], urls: urls.get(articleId)! }
    await eraseCaptures({ database, archive }, { ...trace, listedSince })
  }
}
