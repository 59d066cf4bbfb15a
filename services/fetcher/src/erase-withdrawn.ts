import { eraseCaptures } from '@dateline/archive'
import { articleIdOfUrl, normalUrl, unwrapUrl } from '@dateline/domain'
import { withdrawnStreams } from '@dateline/event-store'
import type { ListedArticle } from '@dateline/intake'
import type { Platform } from '@dateline/platform'

/** An attempt before may have ended between what it kept and this. */
const ATTEMPTS_MS = 24 * 3_600_000
/** How long a poll takes at most, and how far the clocks are apart. */
const POLL_MS = 3_600_000

/**
 * Takes feeds and front pages that were captured just now, or by an attempt before, out of the archive again where they list an
 * article that has been withdrawn: with its headline, and often its text, they would bring it back. What the source goes on
 * listing is searched for at each poll, so what polls before have left is not read again.
 *
 * @param polledAt when the last poll ended, which has searched what was kept before.
 */
export async function eraseWithdrawn(
  { database, archive }: Pick<Platform, 'database' | 'archive'>,
  sourceId: string,
  entries: readonly ListedArticle[],
  startedAt: Date,
  polledAt: Date | null = null,
): Promise<void> {
  const listedSince = new Date(Math.max(startedAt.getTime() - ATTEMPTS_MS, (polledAt?.getTime() ?? 0) - POLL_MS))
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
