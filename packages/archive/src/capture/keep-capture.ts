import type { Database } from '@dateline/database'
import type { Archive } from '../archive.ts'
import { captureIdOf, type Exchange } from './capture.ts'

type Dependencies = { readonly database: Pick<Database, 'pool'>; readonly archive: Archive }

type Fetched = Exchange & { readonly contentType: string | null; readonly body: Uint8Array }
type About = { readonly cause: string; readonly articleId: string | null; readonly sourceId: string | null }

/**
 * Archives a fetched document: its bytes, and the exchange that brought them, for export as WARC. Twice with the same cause is
 * harmless.
 *
 * @param fetched a document of http-fetch, as it is.
 * @returns sha256 of the body.
 */
export async function keepCapture(
  { database, archive }: Dependencies,
  fetched: Fetched,
  { cause, articleId, sourceId }: About,
): Promise<string> {
  const about = { mediaType: fetched.contentType ?? 'application/octet-stream' }
  const rawSha256 = await archive.put(fetched.body, about)
  await database.pool.query({
    name: 'keep-capture',
    text: `insert into archive.capture (capture_id, url, captured_at, raw_sha256, http_status, http_version, server_address,
             request_headers, response_headers, redirects, article_id, source_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    values: [
      captureIdOf(cause),
      fetched.finalUrl,
      fetched.fetchedAt,
      Buffer.from(rawSha256, 'hex'),
      fetched.httpStatus,
      fetched.httpVersion,
      fetched.serverAddress,
      storable(fetched.requestHeaders),
      storable(fetched.responseHeaders),
      storable(fetched.redirects),
      articleId,
      sourceId,
    ],
  })
  // Retention may have taken the bytes between the two steps above: from here on it sees that they are wanted.
  if (!(await archive.has(rawSha256))) await archive.put(fetched.body, about)
  return rawSha256
}

/** JSON without zero characters and halves of characters, which jsonb cannot hold and a hostile header may. */
function storable(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'string' ? part.replaceAll('\0', '\ufffd').toWellFormed() : part,
  )
}
