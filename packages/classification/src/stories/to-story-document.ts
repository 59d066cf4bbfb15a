import type { ArticleEvent, ArticleEventOf, Recorded } from '@dateline/domain'
import type { StoryDocument } from './document.ts'

/**
 * What grouping sees of an article, as of its classification at `position`: later events of the stream are not looked
 * at, so that a replay sees the same; but for a withdrawal, which may not have erased the text yet.
 *
 * @param stream the article's events, oldest first.
 * @returns null if the stream holds no such classification, or its text has been withdrawn.
 */
export function toStoryDocument(stream: readonly Recorded<ArticleEvent>[], position: number): StoryDocument | null {
  if (stream.some(({ type }) => type === 'ArticleWithdrawn')) return null
  const before = stream.filter((event) => event.position <= position && !event.withdrawn)
  const classified = before.at(-1)
  if (classified?.type !== 'ArticleClassified') return null
  const extracted = extractionFor(before, classified)
  if (extracted === undefined) return null
  const isRevision = before.some(
    (event) => event !== classified && event.type === 'ArticleClassified' && extractionFor(before, event) !== undefined,
  )
  const { title, standfirst, text, publishedAt, publisher, agency } = extracted.data.extraction
  const { language, entities, topics } = classified.data.classification
  return {
    articleId: classified.stream,
    position,
    isRevision,
    isReadAgain: extracted.data.promotion !== undefined,
    title: title.value ?? '',
    standfirst: standfirst.value,
    text,
    publishedAt: publishedAt.value?.at ?? null,
    ...seenIn(before),
    host: hostOf(before),
    publisher: publisher.value?.name ?? null,
    agency: agency.value === null ? null : { id: agency.value.id, basis: agency.basis },
    language: language?.code ?? null,
    entities,
    topics: topics.map(({ qcode }) => qcode),
  }
}

type ClassifiedEvent = Recorded<ArticleEventOf<'ArticleClassified'>>
type ExtractedEvent = Recorded<ArticleEventOf<'ArticleExtracted'>>

/** The extraction that a classification judged. */
function extractionFor(
  events: readonly Recorded<ArticleEvent>[],
  { data }: ClassifiedEvent,
): ExtractedEvent | undefined {
  return events.findLast(
    (event) => event.type === 'ArticleExtracted' && event.data.contentSha256 === data.contentSha256,
  ) as ExtractedEvent | undefined
}

/** When the page was first captured: by us, or by whoever handed it to us. */
function seenIn(events: readonly Recorded<ArticleEvent>[]): Pick<StoryDocument, 'seenAt' | 'isUndated'> {
  for (const { type, data, recordedAt } of events) {
    if (type === 'ArticleFetched') return { seenAt: data.capturedAt ?? data.fetchedAt }
    if (type === 'DocumentImported')
      return { seenAt: data.capturedAt ?? recordedAt, isUndated: data.capturedAt === null }
  }
  return { seenAt: events[0]?.recordedAt ?? '' }
}

function hostOf(events: readonly Recorded<ArticleEvent>[]): string | null {
  for (const { type, data } of events) {
    if (type === 'ArticleFetched') return new URL(data.finalUrl).host
    if (type === 'ArticleDiscovered' && data.url !== null) return new URL(data.url).host
  }
  return null
}
