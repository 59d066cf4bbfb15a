import { type Kysely, sql } from 'kysely'

/** [column, expression, comment] */
type Column = readonly [string, string, string]
type View = {
  readonly name: string
  readonly comment: string
  readonly from: string
  readonly columns: readonly Column[]
}

/**
 * Schema `read`: what people and their tools may query. Stable: columns are added, never changed or taken away, whatever
 * happens to the tables below. Every view and column explains itself, in psql by `\d+ read.article`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`comment on schema read is ${sql.lit(
    'The record, to be read: articles, revisions, stories, topics, sources, copies and the events they come from. All times are UTC; see published_zone in read.article for those of pages that name no zone.',
  )}`.execute(db)
  for (const view of VIEWS) await create(db, view)
}

async function create(db: Kysely<unknown>, { name, comment, from, columns }: View): Promise<void> {
  const view = sql.table(`read.${name}`)
  const list = columns.map(([column, expression]) => `${expression} as ${column}`).join(',\n      ')
  await sql`create view ${view} as select ${sql.raw(list)} from ${sql.raw(from)}`.execute(db)
  await sql`comment on view ${view} is ${sql.lit(comment)}`.execute(db)
  for (const [column, , text] of columns) {
    await sql`comment on column ${sql.ref(`read.${name}.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}

/**
 * Whole texts stand once, in the log: what is erased there is gone here, too, in the same moment. Bodies may hold two escapes
 * that jsonb refuses, of the character NUL and of half a surrogate pair: both are shown as U+FFFD.
 */
const extractionAt = (position: string) =>
  String.raw`(select regexp_replace(e.data, '\\u(0000|d[89a-f][0-9a-f]{2})', '\ufffd', 'g')::jsonb -> 'extraction'
       from log.event e where e.position = ${position})`

const ARTICLE: View = {
  name: 'article',
  comment:
    'Articles as they are now, one row each: also those known by their URL only, rejected or withdrawn (see status).',
  from: 'views.article a',
  columns: [
    [
      'article_id',
      'a.article_id',
      'Id and stream of the article: "article-" and 32 hex digits, derived from its normal URL.',
    ],
    [
      'status',
      'a.status',
      'discovered: known by URL. fetched: bytes stored, not read yet. extracted: has a text. rejected: is no article (reject_reason). aliased: its page names another article as the original (alias_of). withdrawn: erased.',
    ],
    ['url', 'a.url', 'URL as listed or submitted; null for an imported document that names none.'],
    [
      'normal_url',
      'a.normal_url',
      'Form of the URL that identifies the article: without fragment and tracking parameters.',
    ],
    ['final_url', 'a.final_url', 'URL after redirects, of the last fetch.'],
    ['source_id', 'a.source_id', 'Source that listed it first; see read.source. Null: submitted or imported.'],
    ['via', 'a.via', 'How its URL became known: feed, sitemap, site, submission, import, original-url, alias.'],
    ['listed_title', 'a.listed_title', 'Title in the listing: a witness, not the word of the article itself.'],
    [
      'listed_published_at',
      'a.listed_published_at',
      'Time in the listing: a witness, not the word of the article itself.',
    ],
    ['title', 'a.title', 'Headline as printed on the page, at most 500 characters.'],
    ['standfirst', 'a.standfirst', 'Summary printed under the headline.'],
    ['byline', 'a.byline', 'Byline as printed.'],
    [
      'authors',
      'a.authors',
      'People in the byline: [{name, affiliation, place}]. Empty: none is named. An agency is not a person.',
    ],
    ['agency_id', 'a.agency_id', 'Agency the text is credited to, by its short id, e.g. AP; null: none is credited.'],
    ['agency', 'a.agency', 'Name of that agency.'],
    [
      'inferred_agency',
      'a.inferred_agency',
      'Agency of the text this one was copied from, where this page itself credits none.',
    ],
    ['publisher', 'a.publisher', 'Name of the publisher.'],
    ['publisher_domain', 'a.publisher_domain', 'Domain of the publisher.'],
    ['dateline', 'a.dateline', 'Place at the head of the text, e.g. WASHINGTON.'],
    [
      'published_at',
      'a.published_at',
      'When the page says it was published: the first instant of the stretch that published_precision names.',
    ],
    ['published_precision', 'a.published_precision', 'How precise the page is: year, month, day, minute or second.'],
    [
      'published_zone',
      'a.published_zone',
      'Whether the page names the time zone: stated, assumed (it gives a time of day without one, and published_at is that time as if in UTC: up to 14 hours off) or none (a day, month or year has no zone).',
    ],
    ['modified_at', 'a.modified_at', 'When the page says it was last changed.'],
    [
      'modified_zone',
      'a.modified_zone',
      'Whether the page names the time zone of modified_at; as published_zone. none: modified_at is the beginning of a day, month or year.',
    ],
    ['language', 'a.language', 'ISO 639 code: detected in the text, or as the page declares until then.'],
    ['section', 'a.section', 'Section of the outlet, as named by the page.'],
    ['topics', 'a.topics', 'IPTC Media Topics as qcodes, best first; empty: none was certain enough.'],
    [
      'lead_image_url',
      'a.lead_image_url',
      'URL of the picture at the head of the article. The picture itself is not stored.',
    ],
    ['excerpt', 'a.excerpt', 'First 300 characters of the text.'],
    [
      'text',
      `${extractionAt('a.extracted_position')} ->> 'text'`,
      'Whole text of the current revision, paragraphs divided by one blank line. Read from the log: ask for it only where needed.',
    ],
    ['text_chars', 'a.text_chars', 'Length of the text in UTF-16 units.'],
    [
      'extraction',
      extractionAt('a.extracted_position'),
      'All that was read off the page, every field with its evidence or the reason why it is null. Read from the log: ask for it only where needed.',
    ],
    ['correction', 'a.correction', 'Correction notice, as printed.'],
    ['live_blog', 'a.live_blog', 'The page is a live blog.'],
    ['truncated', 'a.truncated', 'The text ends at a paywall.'],
    ['story_id', 'a.story_id', 'Story the article stands in; see read.story.'],
    ['copy_of', 'a.copy_of', 'Article whose copy this is; see read.copy.'],
    ['copy_kind', 'a.copy_kind', 'exact, edited, partial or reworded.'],
    [
      'copy_containment',
      'a.copy_containment',
      'Share of this text, quotations removed, that stands in the original: 0 to 1.',
    ],
    ['alias_of', 'a.alias_of', 'Article that the page names as its original, where status is aliased.'],
    ['reject_reason', 'a.reject_reason', 'Why the last capture was not read as an article.'],
    ['failure', 'a.failure', 'Why the last fetch failed; null after one that succeeded.'],
    ['failures', 'a.failures', 'Failed fetches since the last one that succeeded.'],
    ['gone_at', 'a.gone_at', 'When its server said that the page is gone for good.'],
    ['fetched_at', 'a.fetched_at', 'When the last new bytes were fetched, or captured where they were imported.'],
    ['extractor', 'a.extractor', 'Which code read the current revision, e.g. html/3.'],
    ['classifier', 'a.classifier', 'Which code gave language and topics.'],
    ['raw_sha256', 'a.raw_sha256', 'sha256 of the bytes in the archive that the current revision was read from.'],
    ['content_sha256', 'a.content_sha256', 'sha256 over what readers see as the article: differs between revisions.'],
    ['revision_count', 'a.revision_count', 'Number of revisions; see read.revision.'],
    ['extracted_position', 'a.extracted_position', 'Position in the log of the event that holds the current revision.'],
    ['first_seen_at', 'a.first_seen_at', 'When the log first heard of it.'],
    [
      'sorted_at',
      'a.sorted_at',
      'Place in time lists: published_at, else listed_published_at, else first_seen_at. Future times are not believed.',
    ],
    ['updated_at', 'a.updated_at', 'When the log last recorded something about it.'],
    ['first_position', 'a.first_position', 'Position in the log of the first event about it.'],
    ['last_position', 'a.last_position', 'Position in the log of the last event about it.'],
  ],
}

const REVISION: View = {
  name: 'revision',
  comment:
    'Every reading of an article that differed from the one before: what stood on the page, and since when we know.',
  from: 'views.revision r',
  columns: [
    ['article_id', 'r.article_id', 'Article; see read.article.'],
    ['number', 'r.number', '1, 2, 3… within the article.'],
    ['position', 'r.position', 'Position in the log of the event that holds it.'],
    ['recorded_at', 'r.recorded_at', 'When it was recorded.'],
    ['raw_sha256', 'r.raw_sha256', 'sha256 of the bytes in the archive it was read from.'],
    ['content_sha256', 'r.content_sha256', 'sha256 over what readers see as the article.'],
    ['extractor', 'r.extractor', 'Which code read it.'],
    ['title', 'r.title', 'Headline.'],
    ['standfirst', 'r.standfirst', 'Summary printed under the headline.'],
    ['byline', 'r.byline', 'Byline as printed.'],
    [
      'published_at',
      'r.published_at',
      'When the page says it was published; how precisely, and whether with a zone: extraction -> publishedAt.',
    ],
    [
      'modified_at',
      'r.modified_at',
      'When the page says it was last changed; how precisely, and whether with a zone: extraction -> modifiedAt.',
    ],
    [
      'text',
      `${extractionAt('r.position')} ->> 'text'`,
      'Whole text. Read from the log: ask for it only where needed.',
    ],
    ['text_chars', 'r.text_chars', 'Length of the text in UTF-16 units.'],
    ['text_sha256', 'r.text_sha256', 'sha256 of the text in UTF-8.'],
    [
      'changed',
      'r.changed',
      'What differs from the revision before: title, standfirst, byline, publishedAt, modifiedAt, text. Empty for the first.',
    ],
    [
      'extraction',
      extractionAt('r.position'),
      'All that was read off the page, every field with its evidence or the reason why it is null. Read from the log: ask for it only where needed.',
    ],
  ],
}

const STORY: View = {
  name: 'story',
  comment: 'Stories: articles about the same happening. A story that was merged keeps its row and names its heir.',
  from: 'views.story s',
  columns: [
    ['story_id', 's.story_id', 'Id and stream of the story: "story-" and 32 hex digits.'],
    ['label', 's.label', 'Short name, taken from its articles.'],
    ['article_count', 's.article_count', 'Articles that stand in it now, copies included.'],
    ['merged_into', 's.merged_into', 'Story that goes on in its place; null: it stands by itself.'],
    ['split_from', 's.split_from', 'Story that it was a part of.'],
    ['opened_at', 's.opened_at', 'When it was opened.'],
    ['last_joined_at', 's.last_joined_at', 'When an article last joined.'],
    ['updated_at', 's.updated_at', 'When the log last recorded something about it.'],
    ['first_position', 's.first_position', 'Position in the log of the first event about it.'],
    ['last_position', 's.last_position', 'Position in the log of the last event about it.'],
  ],
}

const STORY_ARTICLE: View = {
  name: 'story_article',
  comment: 'Which article stands in which story, and why. Rows with left_at are stays that have ended.',
  from: 'views.story_article m left join views.story s using (story_id)',
  columns: [
    ['story_id', 'm.story_id', 'Story; see read.story.'],
    ['article_id', 'm.article_id', 'Article; see read.article.'],
    ['nearest_article_id', 'm.nearest_article_id', 'Member it was closest to when it joined; null for the founder.'],
    ['score', 'm.score', 'How close: 0 to 1.'],
    ['evidence', 'm.evidence', 'Names, numbers and terms that decided it.'],
    ['grouper', 'm.grouper', 'Which code decided it.'],
    ['joined_at', 'm.joined_at', 'When it joined.'],
    ['joined_position', 'm.joined_position', 'Position in the log of the joining.'],
    [
      'left_at',
      'coalesce(m.left_at, case when s.merged_into is not null then s.updated_at end)',
      'When it left, or the story was merged into another; null: it is still there.',
    ],
    [
      'left_position',
      'coalesce(m.left_position, case when s.merged_into is not null then s.last_position end)',
      'Position in the log of the leaving.',
    ],
    ['left_reason', 'm.left_reason', 'Why it left.'],
    ['moved_to', 'coalesce(m.moved_to, s.merged_into)', 'Story it moved to.'],
  ],
}

const TOPIC: View = {
  name: 'topic',
  comment: 'IPTC Media Topics that articles have now, with their counts.',
  from: 'views.topic_tally t where t.article_count > 0',
  columns: [
    ['qcode', 't.qcode', 'IPTC Media Topic, e.g. medtop:11000000.'],
    ['article_count', 't.article_count', 'Articles that have it now.'],
    [
      'last_classified_at',
      `(select e.recorded_at from views.article_topic x join log.event e on e.position = x.from_position
         where x.qcode = t.qcode and x.to_position is null order by x.from_position desc limit 1)`,
      'When an article last got it.',
    ],
  ],
}

const ARTICLE_TOPIC: View = {
  name: 'article_topic',
  comment: 'Which article has which topic, since which position of the log, and until which.',
  from: 'views.article_topic t',
  columns: [
    ['qcode', 't.qcode', 'IPTC Media Topic, e.g. medtop:11000000.'],
    ['article_id', 't.article_id', 'Article; see read.article.'],
    ['probability', 't.probability', 'How certain the classifier is: 0 to 1.'],
    ['from_position', 't.from_position', 'Position in the log since which the article has had this verdict.'],
    ['to_position', 't.to_position', 'Position at which the verdict ended; null: it holds.'],
  ],
}

const SOURCE: View = {
  name: 'source',
  comment: 'Sources of URLs: feeds, sitemaps and sites, with their state and what they have brought.',
  from: 'views.source s left join views.source_tally t using (source_id)',
  columns: [
    ['source_id', 's.source_id', 'Id of the source, derived from its URL.'],
    ['kind', 's.kind', 'feed, sitemap or site.'],
    ['url', 's.url', 'What is polled.'],
    ['name', 's.name', 'Name given by a person.'],
    [
      'schedule',
      's.schedule',
      'When it is polled: {kind: adaptive}, {kind: interval, seconds} or {kind: cron, expression}.',
    ],
    [
      'state',
      `case when s.paused_at is not null then 'paused' when s.failing_since is not null then 'failing' else 'active' end`,
      'active, paused (by a person) or failing (polls do not succeed).',
    ],
    ['paused_reason', 's.paused_reason', 'Why it was paused.'],
    ['paused_at', 's.paused_at', 'When it was paused.'],
    ['failing_reason', 's.failing_reason', 'Stable code of what fails.'],
    ['failing_detail', 's.failing_detail', 'What fails, in words.'],
    ['failing_since', 's.failing_since', 'When polls began to fail.'],
    ['discovered_count', 'coalesce(t.discovered_count, 0)', 'Articles it was the first to list.'],
    ['extracted_count', 'coalesce(t.extracted_count, 0)', 'Those of them that have a text.'],
    ['registered_at', 's.registered_at', 'When it was registered.'],
    ['updated_at', 's.updated_at', 'When the log last recorded something about the source itself.'],
    ['first_position', 's.first_position', 'Position in the log of its registration.'],
    ['last_position', 's.last_position', 'Position in the log of the last event about it.'],
  ],
}

const COPY: View = {
  name: 'copy',
  comment: 'Whose copy an article is: the edges of provenance.',
  from: 'views.copy c',
  columns: [
    ['article_id', 'c.article_id', 'The copy; see read.article.'],
    ['original_article_id', 'c.original_article_id', 'Whose copy it is.'],
    ['kind', 'c.kind', 'exact, edited, partial or reworded.'],
    ['containment', 'c.containment', 'Share of the copy, quotations removed, that stands in the original: 0 to 1.'],
    ['inferred_agency', 'c.inferred_agency', 'Agency credited in the original and not in the copy.'],
    ['evidence', 'c.evidence', 'What shows it.'],
    ['matcher', 'c.matcher', 'Which code found it.'],
    ['detected_at', 'c.detected_at', 'When it was recorded.'],
    ['position', 'c.position', 'Position in the log of the finding.'],
  ],
}

const EVENT: View = {
  name: 'event',
  comment: 'The log without the bodies of its events: what was recorded, when, and because of what. Order by position.',
  from: 'log.event e',
  columns: [
    ['position', 'e.position', 'Place in the whole log: 1, 2, 3… without gaps, in commit order.'],
    ['stream', 'e.stream', 'What it is about: article-…, story-…, source-….'],
    ['version', 'e.version', 'Place in its stream: 1, 2, 3….'],
    ['type', 'e.type', 'What happened, e.g. ArticleExtracted.'],
    ['schema_version', 'e.schema_version', 'Version of the shape of its body.'],
    ['event_id', 'e.event_id', 'Id of the event.'],
    ['recorded_at', 'e.recorded_at', 'When the database recorded it.'],
    ['occurred_at', 'e.occurred_at', 'When it happened, where that is known.'],
    ['cause', 'e.cause', 'Id of the event, or key of the job or request, because of which it was recorded.'],
    ['body_sha256', 'e.body_sha256', 'sha256 of salt and body.'],
    ['leaf_sha256', 'e.leaf_sha256', 'Leaf of the hash tree over the log.'],
    [
      'is_withdrawn',
      'exists (select from log.erasure x where x.position = e.position)',
      'The body has been erased by law; the header and every proof remain.',
    ],
  ],
}

const PROGRESS: View = {
  name: 'progress',
  comment: 'How far each view has read the log.',
  from: `views.projection p cross join log.head h where p.state = 'live'`,
  columns: [
    ['name', 'p.name', 'Name of the view.'],
    ['generation', 'p.generation', 'Raised by each rebuild.'],
    ['position', 'p.position', 'Position of the last event that is in it.'],
    ['head_position', 'h.position', 'Position of the last event in the log.'],
    ['behind', 'h.position - p.position', 'Events still to be read.'],
    ['error', 'p.error', 'Why it has stopped; null: it has not.'],
    ['error_position', 'p.error_position', 'Position of the event it cannot take in.'],
    ['updated_at', 'p.updated_at', 'When it last moved.'],
  ],
}

const VIEWS: readonly View[] = [
  ARTICLE,
  REVISION,
  STORY,
  STORY_ARTICLE,
  TOPIC,
  ARTICLE_TOPIC,
  SOURCE,
  COPY,
  EVENT,
  PROGRESS,
]
