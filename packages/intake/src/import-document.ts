import { article, articleIdOfDocument, articleIdOfUrl, BadInputError, normalUrl, sha256Hex } from '@dateline/domain'
import { handle, withdrawnStreams } from '@dateline/event-store'
import { decodeBytes, originalUrlOf } from '@dateline/extraction'
import type { Dependencies } from './dependencies.ts'

export type NewDocument = {
  kind: 'text' | 'html' | 'warc'
  bytes: Buffer
  /** Media type with charset where known, e.g. "text/plain; charset=utf-8". */
  mediaType: string
  fileName: string | null
  /** When the page was captured (UTC), or null if nobody knows. */
  capturedAt: string | null
  /** Where the page was captured, or null. */
  url: string | null
}

export type Imported = { articleId: string; originalUrl: string | null; position: number | null; created: boolean }

/** A page longer than this is a dump of something else. */
export const DOCUMENT_BYTES_MAX = 20_000_000

/**
 * Imports a captured page or a text scrape. A scrape that names its original ("Original url: …") becomes that article: the
 * original is fetched, and the scrape stands in until it has been. The same bytes are imported once.
 *
 * @throws {BadInputError} for an empty or oversized document, or a URL that is none.
 */
export async function importDocument(dependencies: Dependencies, document: NewDocument): Promise<Imported> {
  const { database, log, archive, now } = dependencies
  const { kind, bytes, mediaType, fileName, capturedAt } = document
  if (bytes.length === 0) throw new BadInputError(`${fileName ?? 'The document'} is empty.`)
  if (bytes.length > DOCUMENT_BYTES_MAX) {
    throw new BadInputError(
      `${fileName ?? 'The document'} has ${bytes.length} bytes; the most is ${DOCUMENT_BYTES_MAX}.`,
    )
  }
  const named = document.url === null && kind === 'text' ? originalUrlIn(bytes, mediaType) : null
  const url = document.url ?? named
  const normal = url === null ? null : normalUrl(url)
  if (url !== null && normal === null) throw new BadInputError(`"${url}" is not an http or https URL.`)

  const wasThere = await archive.has(sha256Hex(bytes))
  const rawSha256 = await archive.put(bytes, { mediaType })
  const articleId = normal === null ? articleIdOfDocument(rawSha256) : articleIdOfUrl(normal)
  const at = now().toISOString()
  // With the time: the same document handed in again is a new request, which the decider answers with nothing new.
  const cause = `import/${articleId}/${rawSha256}/${at}`
  const discovery = {
    url,
    normalUrl: normal,
    sourceId: null,
    // Only an original that the scrape itself names is asked of the web again: a capture is complete as it is.
    via: named === null ? 'import' : 'original-url',
    listedTitle: null,
    listedPublishedAt: null,
    discoveredAt: at,
  } as const
  const discovered = await handle(
    log,
    article,
    articleId,
    { type: 'DiscoverArticle', data: discovery },
    {
      cause: `${cause}/discovery`,
    },
  )
  const data = { kind, mediaType, rawSha256, bytes: bytes.length, fileName, capturedAt, importedAt: at }
  const imported = await handle(log, article, articleId, { type: 'ImportDocument', data }, { cause })
  // What was withdrawn is not kept a second time.
  const isWithdrawn = imported.length === 0 && (await withdrawnStreams(database, [articleId])).size > 0
  if (isWithdrawn && !wasThere) await archive.remove(rawSha256)
  const position = [...discovered, ...imported].at(-1)?.position ?? null
  return { articleId, originalUrl: named, position, created: imported.length > 0 }
}

function originalUrlIn(bytes: Buffer, contentType: string): string | null {
  return originalUrlOf(decodeBytes({ body: bytes, contentType }).text)
}
