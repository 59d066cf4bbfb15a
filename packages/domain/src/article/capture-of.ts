import type { Recorded } from '../event.ts'
import type { ArticleEvent, UsageSignal } from './events.ts'

/** Bytes in the archive as somebody has to read them. */
export type Capture = {
  kind: 'html' | 'text'
  contentType: string | null
  url: string | null
  /** When the page was captured: relative dates are read against it. */
  capturedAt: string | null
  /** Fetched by us, or handed to us. */
  from: 'fetch' | 'document'
  /** The article's own URL, before redirects. */
  articleUrl: string | null
  eventId: string
  /** What came with the bytes: headers, tdmrep.json. */
  usage: readonly UsageSignal[]
}

/** How and when these bytes came to us; null: not in this stream any more. */
export function captureOf(events: readonly Recorded<ArticleEvent>[], rawSha256: string): Capture | null {
  const discovered = events.find((event) => event.type === 'ArticleDiscovered')
  const articleUrl = discovered?.data.url ?? null
  const event = events.findLast(
    (candidate) =>
      (candidate.type === 'ArticleFetched' || candidate.type === 'DocumentImported') &&
      candidate.data.rawSha256 === rawSha256,
  )
  if (event?.type === 'ArticleFetched') {
    const { contentType, finalUrl: url, fetchedAt, capturedAt = fetchedAt, usage = [] } = event.data
    return {
      from: 'fetch',
      kind: kindOf(contentType),
      contentType,
      url,
      capturedAt,
      articleUrl,
      eventId: event.eventId,
      usage,
    }
  }
  if (event?.type === 'DocumentImported') {
    const { mediaType: contentType, capturedAt } = event.data
    const kind = event.data.kind === 'text' ? 'text' : 'html'
    return {
      from: 'document',
      kind,
      contentType,
      url: articleUrl,
      capturedAt,
      articleUrl,
      eventId: event.eventId,
      usage: [],
    }
  }
  return null
}

function kindOf(contentType: string | null): 'html' | 'text' {
  return contentType !== null && /^text\/plain\b/i.test(contentType) ? 'text' : 'html'
}
