import { article, articleIdOfUrl, BadInputError, normalUrl, unwrapUrl } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { wantFetchNow } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'
import { refusePassword } from './refuse-password.ts'
import { refusePrivateHost } from './refuse-private-host.ts'

/**
 * Submits one URL. One that is known already is fetched again.
 *
 * @throws {BadInputError} for anything but an http(s) URL.
 */
export async function submitUrl(
  dependencies: Dependencies,
  submitted: string,
): Promise<{ articleId: string; url: string; position: number | null; created: boolean }> {
  const { log, database, now } = dependencies
  const url = unwrapUrl(submitted.trim())
  refusePassword(url)
  const normal = normalUrl(url)
  if (normal === null) throw new BadInputError(`"${submitted}" is not an http or https URL: give the full address.`)
  refusePrivateHost(dependencies, url)
  const articleId = articleIdOfUrl(normal)
  const discoveredAt = now().toISOString()
  const data = {
    url,
    normalUrl: normal,
    sourceId: null,
    via: 'submission',
    listedTitle: null,
    listedPublishedAt: null,
  } as const
  const command = { type: 'DiscoverArticle', data: { ...data, discoveredAt } } as const
  const events = await handle(log, article, articleId, command, {
    cause: `submit/${articleId}/${discoveredAt}`,
  })
  const created = events.length > 0
  if (!created) {
    // Nothing new to record; the wish to look again is work, not a fact.
    await wantFetchNow(database.db, articleId, url)
  }
  return { articleId, url, position: events.at(-1)?.position ?? null, created }
}
