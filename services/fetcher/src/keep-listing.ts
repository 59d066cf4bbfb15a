import { keepCapture } from '@dateline/archive'
import type { Platform } from '@dateline/platform'
import type { Document } from './read-documents.ts'

/** Feeds, sitemaps and section pages as they came over the wire: what a source listed can be shown. */
export function keepListing(
  { config, database, archive }: Pick<Platform, 'config' | 'database' | 'archive'>,
  sourceId: string,
): ((document: Document) => Promise<void>) | undefined {
  if (!config.ARCHIVE_LISTINGS) return undefined
  return async (document) => {
    const cause = `listing/${sourceId}/${document.finalUrl}/${document.fetchedAt}`
    await keepCapture({ database, archive }, document, { cause, articleId: null, sourceId })
  }
}
