import type { Db } from '@dateline/database'
import { BadInputError, instant } from '@dateline/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import { SUMMARY_COLUMNS } from '../article/queries.ts'
import { type ArticleSummary, articleSummary } from '../article/schema.ts'
import { type AsOf, rowsAsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'

/** Merges in a row that are followed: each needs two stories that were alike, so a longer chain is a fault. */
const MERGES_MAX = 100

export const storySummary = z.object({
  storyId: z.string(),
  label: z.string().nullable(),
  articleCount: z.int().meta({ description: 'Articles in it now, copies included' }),
  mergedInto: z.string().nullable(),
  splitFrom: z.string().nullable(),
  openedAt: instant.nullable(),
  lastJoinedAt: instant.nullable(),
  updatedAt: instant,
  lastPosition: z.int(),
  firstSeenAt: instant.nullable().meta({ description: 'When the first of its articles was first seen' }),
  lastSeenAt: instant.nullable().meta({ description: 'When the last of its articles was first seen' }),
  originCount: z.int().meta({ description: 'Independent texts: pages that carry copies of one text count once' }),
  languages: z.array(z.string()).meta({ description: 'ISO 639 codes of the languages it is told in' }),
  countries: z.array(z.string()).meta({
    description: 'ISO 3166 codes: where its datelines stand, else of its publishers’ domains; empty: not known',
  }),
  topics: z.array(z.string()).meta({ description: 'What it is about, main one first' }),
  followsStoryId: z.string().nullable().meta({ description: 'The episode before, which had fallen silent' }),
})
export type StorySummary = z.infer<typeof storySummary>

export const storyDetail = storySummary.extend({
  topicsSet: z.array(z.string()).nullable().meta({ description: 'Topics that a person has set; null: nobody has' }),
  labelledBy: z.string().nullable().meta({ description: 'Who named it; null: it is named after one of its articles' }),
  followedBy: z.array(z.string()).meta({ description: 'Later episodes' }),
  redirectedFrom: z.string().nullable().meta({ description: 'The id that was asked for, if that story was merged' }),
})
export type StoryDetail = z.infer<typeof storyDetail>

/** An article in a story, and why it is there. */
export const storyMember = z.object({
  article: articleSummary,
  score: z.number().meta({ description: 'How close to the story when it joined: 0 to 1' }),
  evidence: z.string().nullable(),
  nearestArticleId: z.string().nullable(),
  joinedAt: instant,
})
export type StoryMember = z.infer<typeof storyMember>

const COLUMNS = [
  'story_id',
  'label',
  'article_count',
  'merged_into',
  'split_from',
  'opened_at',
  'last_joined_at',
  'updated_at',
  'last_position',
  'first_seen_at',
  'last_seen_at',
  'origin_count',
  'languages',
  'countries',
  'topics',
  'follows_story_id',
] as const

const DETAIL_COLUMNS = [...COLUMNS, 'topics_set', 'labelled_by', 'followed_by'] as const

export type StoryFilter = {
  /** Only stories with so many articles. */
  readonly articlesMin?: number
  /** Only stories that are about it: of the present only. */
  readonly topic?: string
}

/**
 * Current stories, newest activity first; as of a moment, newest first by when they were opened, an order that has not changed
 * since.
 *
 * @param cursor of the page before, or null for the first page.
 * @param limit 1 to PAGE_ITEMS_MAX.
 * @throws {BadInputError} also for a topic as of a moment: what stories were about then is not kept.
 */
export async function listStories(
  db: Db,
  filter: StoryFilter,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<StorySummary>> {
  if (asOf !== undefined) return await listStoriesAsOf(db, filter, cursor, limit, asOf)
  const after = decodeCursor('stories', cursor)
  const rows = await readDb(db)
    .selectFrom('read.story')
    .select(COLUMNS)
    .where('merged_into', 'is', null)
    .where('last_joined_at', 'is not', null)
    .where('article_count', '>=', filter.articlesMin ?? 1)
    .$if(filter.topic !== undefined, (query) => query.where(isAbout(filter.topic!)))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('last_joined_at', 'story_id'), '<', tuple(new Date(after![0]), after![1])),
      ),
    )
    .orderBy('last_joined_at', 'desc')
    .orderBy('story_id', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = ({ last_joined_at, story_id }: { last_joined_at: Date | null; story_id: string }) =>
    encodeCursor('stories', [last_joined_at!.toISOString(), story_id])
  return toPage(rows, limit, keyOf, (row) => toJson(row) as StorySummary)
}

/** The index of the topic's articles finds the stories that can be meant; what a story is about is read of these alone. */
function isAbout(topic: string) {
  return sql<boolean>`(story_id in (select a.story_id from read.article_topic t join read.article a using (article_id)
      where t.qcode = ${topic} and t.to_position is null union
      select s.story_id from read.story s where s.topics_set @> array[${topic}]) and ${topic} = any(topics))`
}

async function listStoriesAsOf(
  db: Db,
  filter: StoryFilter,
  cursor: string | null,
  limit: number,
  asOf: number,
): Promise<Page<StorySummary>> {
  if (filter.topic !== undefined) {
    throw new BadInputError('What stories were about is not kept: ask for a topic without asOf, or for articles of it.')
  }
  const after = decodeCursor('seen', cursor)
  const rows = await readDb(db)
    .selectFrom(rowsAsOf('story', asOf).as('s'))
    .select([...COLUMNS, 'first_position'])
    .where('merged_into', 'is', null)
    .where('article_count', '>=', filter.articlesMin ?? 1)
    .$if(after !== null, (query) => query.where('first_position', '<', after![0]))
    .orderBy('first_position', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { first_position: number }) => encodeCursor('seen', [row.first_position])
  return toPage(rows, limit, keyOf, ({ first_position: _, ...row }) => toJson(row) as StorySummary)
}

/** A story by its id; a merged one gives the story that goes on in its place. Null: there is, or was, no such story. */
export async function getStory(db: Db, storyId: string, asOf?: AsOf): Promise<StoryDetail | null> {
  let id = storyId
  for (let merges = 0; merges <= MERGES_MAX; merges++) {
    const query = readDb(db)
      .selectFrom(rowsAsOf('story', asOf).as('s'))
      .select(DETAIL_COLUMNS)
      .where('story_id', '=', id)
    const row = await query.executeTakeFirst()
    if (row === undefined) return null
    if (row.merged_into === null) {
      return { ...toJson(row), redirectedFrom: id === storyId ? null : storyId } as StoryDetail
    }
    id = row.merged_into
  }
  return null
}

/** Stories that an article stands in, or has stood in. */
export async function storiesOfArticle(db: Db, articleId: string): Promise<string[]> {
  const query = readDb(db).selectFrom('read.story_article').select('story_id').where('article_id', '=', articleId)
  return (await query.orderBy('joined_position').execute()).map(({ story_id }) => story_id)
}

/** Articles that stand in the story (or in the one it was merged into), in the order they joined. @throws {BadInputError} */
export async function storyArticles(
  db: Db,
  storyId: string,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<StoryMember>> {
  const after = decodeCursor('members', cursor)
  const story = await getStory(db, storyId, asOf)
  const rows = await readDb(db)
    .selectFrom(rowsAsOf('story_article', asOf).as('m'))
    .innerJoin(rowsAsOf('article', asOf).as('a'), 'a.article_id', 'm.article_id')
    .select(SUMMARY_COLUMNS.map((column) => `a.${column}` as const))
    .select(['m.score', 'm.evidence', 'm.nearest_article_id', 'm.joined_at', 'm.joined_position'])
    .where('m.story_id', '=', story?.storyId ?? storyId)
    .where('m.left_position', 'is', null)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('m.joined_position', 'm.article_id'), '>', tuple(after![0], after![1])),
      ),
    )
    .orderBy('m.joined_position')
    .orderBy('m.article_id')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { joined_position: number; article_id: string }) =>
    encodeCursor('members', [row.joined_position, row.article_id])
  return toPage(
    rows,
    limit,
    keyOf,
    ({ score, evidence, nearest_article_id, joined_at, joined_position, ...article }) => ({
      article: toJson(article) as ArticleSummary,
      score,
      evidence,
      nearestArticleId: nearest_article_id,
      joinedAt: joined_at.toISOString(),
    }),
  )
}
