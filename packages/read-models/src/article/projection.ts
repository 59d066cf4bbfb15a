import { type ArticleEventOf, countryOf, type Person } from '@dateline/domain'
import {
  clip,
  declaredLanguage,
  detectedLanguage,
  LINE_CHARS_MAX,
  NAME_CHARS_MAX,
  NAMES_MAX,
  PARAGRAPH_CHARS_MAX,
  shown,
  startOf,
  toInstant,
} from '../field-value.ts'
import { changed, emptyRow, isErasure, type Projection, type ViewEvent } from '../projection.ts'
import { whyRead } from '../revision/why-read.ts'
import { type ArticleRow, articleTable } from './row.ts'

/** Chars of the text that stand in lists. */
const EXCERPT_CHARS_MAX = 300
/** A page that names a later hour than its own recording is believed this far: clocks and zones differ. */
const PUBLISHED_AHEAD_MS_MAX = 86_400_000

/** Current state of every article. Whole texts and evidence stay in the log, at `extracted_position`. */
export const articleProjection: Projection<ArticleRow> = {
  name: 'article',
  version: 7, // 7: whether a page names the zones of its times
  types: [
    'ArticleDiscovered',
    'DocumentImported',
    'ArticleFetched',
    'ArticleUnreachable',
    'ArticleGone',
    'ArticleExtracted',
    'ArticleRejected',
    'ArticleAliased',
    'ArticleClassified',
    'OwnTopicsMatched',
    'ArticleTopicsSet',
    'CopyDetected',
    'CopyRetracted',
    'ArticleJoinedStory',
    'ArticleLeftStory',
    'ArticleWithdrawn',
  ],
  unread: {
    ArticleExtracted: [
      ['"blocks":[', '],"text":'],
      ['"links":[', '],"keywords":'],
      ['"dropped":[', ']},"contentSha256":'],
    ],
    // With the end of the string before it: topics have terms, too.
    ArticleClassified: [['","terms":[', '],"fingerprint":']],
  },
  table: articleTable,
  key: 'article_id',
  history: true,
  erases: isErasure,

  keysOf(event) {
    if (event.stream.startsWith('article-')) return [event.stream]
    return event.data !== null && 'articleId' in event.data ? [event.data.articleId] : []
  },

  evolve(row, event, articleId) {
    const changes = changesOf(row, event, articleId)
    return changes === null ? row : changed(articleTable, row, changes)
  },

  changes: changesOf,
}

type Changes = { -readonly [Column in keyof ArticleRow]?: ArticleRow[Column] }

function changesOf(row: ArticleRow | null, event: ViewEvent, articleId: string): Changes | null {
  const created = row === null ? unknownArticle(articleId, event) : {}
  const before = row ?? changed<ArticleRow>(articleTable, null, created)
  const isErased = isErasure(event) || before.status === 'withdrawn'
  const changes = isErased ? erased(before) : event.data === null ? {} : changesBy(event, before)
  if (changes === null) return null
  const all = row === null ? Object.assign(created, changes) : changes
  all.updated_at = event.recordedAt
  all.last_position = event.position
  return all
}

/** What must not be null. */
function unknownArticle(articleId: string, event: Pick<ViewEvent, 'recordedAt' | 'position'>): Changes {
  return {
    article_id: articleId,
    status: 'discovered',
    failures: 0,
    revision_count: 0,
    authors: [],
    topics: [],
    first_seen_at: event.recordedAt,
    sorted_at: event.recordedAt,
    updated_at: event.recordedAt,
    first_position: event.position,
    last_position: event.position,
  }
}

/** All that was said before is gone, whether its bodies were still there when this row was folded or not. */
function erased({ article_id, first_seen_at, first_position }: ArticleRow): Changes {
  const seen = { position: first_position, recordedAt: first_seen_at }
  return { ...emptyRow<ArticleRow>(articleTable), ...unknownArticle(article_id, seen), status: 'withdrawn' }
}

/** @returns null if the event says nothing new about the article. */
function changesBy(event: ViewEvent, row: ArticleRow): Changes | null {
  if (event.data === null) return null
  switch (event.type) {
    case 'ArticleDiscovered': {
      const { data } = event
      const listed_published_at = toInstant(data.listedPublishedAt)
      const listed_title = clip(data.listedTitle, LINE_CHARS_MAX)
      const { url, normalUrl: normal_url, sourceId: source_id, via } = data
      const sorted_at = sortedAt(row, row.published_at, listed_published_at, event)
      return { url, normal_url, source_id, via, listed_title, listed_published_at, sorted_at }
    }
    case 'DocumentImported':
      return { status: captured(row), fetched_at: toInstant(event.data.capturedAt) }
    case 'ArticleFetched': {
      const { finalUrl: final_url, fetchedAt } = event.data
      const fine = { failure: null, failures: 0, gone_at: null }
      return { ...fine, status: captured(row), final_url, fetched_at: toInstant(fetchedAt) }
    }
    case 'ArticleUnreachable':
      return { failure: clip(event.data.reason, NAME_CHARS_MAX), failures: event.data.failures }
    case 'ArticleGone':
      return { gone_at: toInstant(event.data.goneAt) }
    case 'ArticleExtracted':
      return extracted(row, event)
    case 'ArticleRejected': {
      // A later capture that shows a wall or an error page does not undo what an earlier one said.
      const isOfOtherBytes = row.raw_sha256 !== null && row.raw_sha256 !== event.data.rawSha256
      return { reject_reason: event.data.reason, status: isOfOtherBytes ? row.status : 'rejected' }
    }
    case 'ArticleAliased':
      return { status: 'aliased', alias_of: event.data.originalArticleId }
    case 'ArticleClassified': {
      const { topics } = event.data.classification
      const qcodes = topics.slice(0, NAMES_MAX).map((topic) => topic.qcode.slice(0, NAME_CHARS_MAX))
      const seen = { language: detectedLanguage(event.data) ?? row.language }
      if (row.classifier === BY_PERSON) return seen
      return { ...seen, topics: [...qcodes, ...row.topics.filter(isOwnTopic)], classifier: event.data.classifier }
    }
    case 'OwnTopicsMatched': {
      if (row.classifier === BY_PERSON) return null
      const own = event.data.topics.slice(0, NAMES_MAX).map((topic) => topic.qcode.slice(0, NAME_CHARS_MAX))
      return { topics: [...row.topics.filter((topic) => !isOwnTopic(topic)), ...own] }
    }
    case 'ArticleTopicsSet': {
      const topics = event.data.topics.slice(0, NAMES_MAX).map((topic) => topic.slice(0, NAME_CHARS_MAX))
      return { topics, classifier: event.data.kept ? BY_PERSON : null }
    }
    case 'CopyDetected': {
      const { originalArticleId: copy_of, kind: copy_kind, containment, inferredAgency } = event.data
      const inferred_agency = clip(inferredAgency, NAME_CHARS_MAX)
      return { copy_of, copy_kind, copy_containment: containment, inferred_agency }
    }
    case 'CopyRetracted':
      if (row.copy_of !== event.data.originalArticleId) return null
      return { copy_of: null, copy_kind: null, copy_containment: null, inferred_agency: null }
    case 'ArticleJoinedStory':
      return { story_id: event.data.storyId }
    case 'ArticleLeftStory':
      // An article that moves may join the new story before it leaves the old one.
      return row.story_id === event.data.storyId ? { story_id: null } : null
    default:
      return null
  }
}

/** Stands as the classifier of an article whose topics a person has set. */
const BY_PERSON = 'person'

/** A topic that operators have defined: all others are of the taxonomy. */
export function isOwnTopic(topic: string): boolean {
  return !topic.startsWith('medtop:')
}

/** New bytes take nothing back: what was read before stands until somebody has read these. */
function captured({ status }: ArticleRow): ArticleRow['status'] {
  return status === 'discovered' ? 'fetched' : status
}

type Extracted = Extract<ViewEvent, { type: 'ArticleExtracted' }> & { data: ArticleEventOf<'ArticleExtracted'>['data'] }

function extracted(row: ArticleRow, event: ViewEvent): Changes {
  const { position, data } = event as Extracted
  const { extraction } = data
  const published = shown(extraction.publishedAt)
  const modified = shown(extraction.modifiedAt)
  const agency = shown(extraction.agency)
  const publisher = shown(extraction.publisher)
  const published_at = startOf(published)
  const modified_at = startOf(modified)
  return {
    status: 'extracted',
    reject_reason: null,
    alias_of: null,
    title: clip(shown(extraction.title), LINE_CHARS_MAX),
    standfirst: clip(shown(extraction.standfirst), PARAGRAPH_CHARS_MAX),
    byline: clip(shown(extraction.byline), LINE_CHARS_MAX),
    authors: (shown(extraction.authors) ?? []).slice(0, NAMES_MAX).map(clippedPerson),
    agency_id: clip(agency?.id, NAME_CHARS_MAX),
    agency: clip(agency?.name, NAME_CHARS_MAX),
    publisher: clip(publisher?.name, NAME_CHARS_MAX),
    publisher_domain: clip(publisher?.domain, NAME_CHARS_MAX),
    dateline: clip(shown(extraction.dateline)?.place, NAME_CHARS_MAX),
    published_at,
    published_precision: published_at === null ? null : published!.precision,
    published_zone: published_at === null ? null : published!.zone,
    modified_at,
    modified_zone: modified_at === null ? null : modified!.zone,
    language: declaredLanguage(extraction) ?? row.language,
    section: clip(shown(extraction.section), NAME_CHARS_MAX),
    lead_image_url: clip(shown(extraction.leadImage)?.url, PARAGRAPH_CHARS_MAX),
    excerpt: clip(extraction.text, EXCERPT_CHARS_MAX),
    text_chars: extraction.text.length,
    correction: clip(extraction.marks.correction, PARAGRAPH_CHARS_MAX),
    live_blog: extraction.marks.liveBlog,
    truncated: extraction.marks.truncated,
    extractor: data.extractor,
    raw_sha256: data.rawSha256,
    content_sha256: data.contentSha256,
    revision_count: row.revision_count + (row.revision_count === 0 || whyRead(data) === 'changed' ? 1 : 0),
    extracted_position: position,
    country: countryOf(shown(extraction.dateline)?.place ?? null, publisher?.domain ?? hostOf(row.normal_url)),
    sorted_at: sortedAt(row, published_at, row.listed_published_at, event),
  }
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.hostname ?? null)
}

function clippedPerson({ name, affiliation, place }: Person): Person {
  return {
    affiliation: clip(affiliation, NAME_CHARS_MAX),
    name: name.slice(0, NAME_CHARS_MAX).toWellFormed(),
    place: clip(place, NAME_CHARS_MAX),
  }
}

/** Where the article stands in lists: when it says it was published, else when it was listed, else when we saw it. */
function sortedAt(row: ArticleRow, published: string | null, listed: string | null, event: ViewEvent): string {
  const latest = Date.parse(event.recordedAt) + PUBLISHED_AHEAD_MS_MAX
  return [published, listed].find((at) => at !== null && Date.parse(at) <= latest) ?? row.first_seen_at
}
