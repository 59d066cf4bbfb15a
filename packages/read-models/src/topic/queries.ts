import type { Db } from '@dateline/database'
import { instant, topicName } from '@dateline/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import type { AsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { type ReadDb, readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'

export const topicSummary = z.object({
  qcode: z.string().meta({ description: 'IPTC Media Topic, e.g. medtop:11000000, or a topic of your own' }),
  name: z.string().meta({ description: 'How people call it: "politics"' }),
  articleCount: z.int().meta({ description: 'Articles that have it now' }),
  lastClassifiedAt: instant.nullable().meta({ description: 'When an article last got it' }),
  articles24h: z.int().nullable().meta({ description: 'Articles first seen within the last 24 hours' }),
  usual24h: z
    .number()
    .nullable()
    .meta({ description: 'The same as usual: mean of the 7 days before; null: not known yet, or as of a moment' }),
})
export type TopicSummary = z.infer<typeof topicSummary>

export const topicDetail = topicSummary.extend({
  storyCount: z.int().nullable().meta({ description: 'Stories with an article that got it within the last 14 days' }),
})
export type TopicDetail = z.infer<typeof topicDetail>

const COLUMNS = ['qcode', 'article_count', 'last_classified_at', 'articles_24h', 'usual_24h'] as const

/** Topics that articles have, most used first. Their articles: `listArticles` by topic. @throws {BadInputError} */
export async function listTopics(
  db: Db,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<TopicSummary>> {
  const after = decodeCursor('topics', cursor)
  const rows = await topicsAsOf(readDb(db), asOf)
    .select(COLUMNS)
    .$if(after !== null, (query) =>
      query.where(({ eb, or, and }) =>
        or([
          eb('article_count', '<', after![0]),
          and([eb('article_count', '=', after![0]), eb('qcode', '>', after![1])]),
        ]),
      ),
    )
    .orderBy('article_count', 'desc')
    .orderBy('qcode')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { article_count: number; qcode: string }) =>
    encodeCursor('topics', [row.article_count, row.qcode])
  return toPage(rows, limit, keyOf, (row) => named(toJson(row)) as TopicSummary)
}

/** When an article last got a topic, and how many usually do, is known of the present only. */
function topicsAsOf(db: ReadDb, asOf: AsOf) {
  const then = sql<TopicRow>`(select qcode, article_count, null::timestamptz as last_classified_at,
       null::integer as articles_24h, null::double precision as usual_24h, null::integer as story_count
    from read.topic_at_position(${asOf ?? 0}::bigint))`
  return db.selectFrom((asOf === undefined ? sql<TopicRow>`read.topic` : then).as('t'))
}
type TopicRow = {
  qcode: string
  article_count: number
  last_classified_at: Date | null
  articles_24h: number | null
  usual_24h: number | null
  story_count: number | null
}

/** Null: no article has it, or had it. */
export async function getTopic(db: Db, qcode: string, asOf?: AsOf): Promise<TopicDetail | null> {
  const query = topicsAsOf(readDb(db), asOf).select([...COLUMNS, 'story_count'])
  const row = await query.where('qcode', '=', qcode).executeTakeFirst()
  return row === undefined ? null : (named(toJson(row)) as TopicDetail)
}

function named(topic: object): object {
  return { ...topic, name: topicName((topic as { qcode: string }).qcode) }
}

export const HOURS_MAX = 168
const USUAL_DAYS = 7

export const topicHour = z.object({
  hour: instant.meta({ description: 'Begin of the hour' }),
  articles: z.int().meta({ description: 'First seen in it' }),
  usual: z
    .number()
    .nullable()
    .meta({ description: 'Mean of the same hour of the 7 days before; null: the log did not run a day before' }),
})
export type TopicHour = z.infer<typeof topicHour>

/**
 * Articles of a topic by the hour, against the usual, oldest hour first.
 *
 * @param now end of the last hour given; hours before the log began are left out of the mean.
 * @param hours 1 to HOURS_MAX.
 * @param asOf articles that had the topic then; a later verdict counts for nothing.
 */
export async function topicHours(db: Db, qcode: string, now: Date, hours: number, asOf?: AsOf): Promise<TopicHour[]> {
  const hourMs = 3_600_000
  const last = Math.floor(now.getTime() / hourMs) * hourMs
  const first = last - (hours - 1) * hourMs
  const rows = await hoursAsOf(readDb(db), qcode, new Date(first - USUAL_DAYS * 24 * hourMs), asOf)
    .select(['hour', 'article_count'])
    .where('qcode', '=', qcode)
    .where('hour', '<=', new Date(last))
    .execute()
  const begun = await db.selectFrom('log.event').select('recorded_at').orderBy('position').limit(1).executeTakeFirst()
  const counts = new Map(rows.map(({ hour, article_count }) => [hour.getTime(), article_count]))
  const since = begun?.recorded_at.getTime() ?? last
  return Array.from({ length: hours }, (_, at) => {
    const hour = first + at * hourMs
    const before = Array.from({ length: USUAL_DAYS }, (_day, day) => hour - (day + 1) * 24 * hourMs)
    const known = before.filter((time) => time >= since - hourMs)
    const sum = known.reduce((total, time) => total + (counts.get(time) ?? 0), 0)
    const usual = known.length === 0 ? null : Math.round((100 * sum) / known.length) / 100
    return { hour: new Date(hour).toISOString(), articles: counts.get(hour) ?? 0, usual }
  })
}

/** Hours from `since` on. As of a moment they are counted anew: of the articles that had the topic, from when each was first seen. */
function hoursAsOf(db: ReadDb, qcode: string, since: Date, asOf: AsOf) {
  const then = sql<TopicHourRow>`(select ${qcode}::text as qcode, date_trunc('hour', e.recorded_at, 'UTC') as hour,
       count(*)::integer as article_count
    from read.article_topic t
    join log.stream s on s.stream = t.article_id
    join log.event e on e.position = s.first_position and e.type = 'ArticleDiscovered'
    where t.qcode = ${qcode} and t.from_position <= ${asOf ?? 0}::bigint
      and t.from_position >= (select coalesce(read.position_at(${since}), 0))
      and (t.to_position is null or t.to_position > ${asOf ?? 0}::bigint)
    group by 2)`
  const rows = asOf === undefined ? sql<TopicHourRow>`read.topic_hour` : then
  return db.selectFrom(rows.as('h')).where('hour', '>=', since)
}
type TopicHourRow = { qcode: string; hour: Date; article_count: number }
