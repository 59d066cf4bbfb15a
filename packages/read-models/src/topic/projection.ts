import { isOwnTopic } from '../article/projection.ts'
import { NAME_CHARS_MAX, NAMES_MAX } from '../field-value.ts'
import { type Change, isErasure, type Projection, type Table, type ViewEvent } from '../projection.ts'

type Verdict = {
  readonly qcode: string
  readonly probability: number
  /** Of the event since which the article has had this verdict without a break. */
  readonly position: number
}

/** A row of `views.tally_article`: what an article counts for. */
export type TallyRow = {
  readonly article_id: string
  readonly source_id: string | null
  readonly extracted: boolean
  readonly topics: readonly Verdict[]
  /** UTC hour in which it was first seen, e.g. "2026-11-20T10". */
  readonly hour: string | null
  /** A person has set its topics: verdicts do not count. */
  readonly topics_kept: boolean | null
}

const tallyTable = {
  name: 'tally_article',
  primaryKey: ['article_id'],
  columns: {
    article_id: 'text',
    source_id: 'text',
    extracted: 'boolean',
    topics: 'jsonb',
    hour: 'text',
    topics_kept: 'boolean',
  },
} as const satisfies Table & { columns: Record<keyof TallyRow, string> }

/** Verdicts in force: [from_position, to_position), open while to_position is null. */
const articleTopicTable = {
  name: 'article_topic',
  primaryKey: ['qcode', 'article_id', 'from_position'],
  columns: {
    qcode: 'text',
    article_id: 'text',
    from_position: 'bigint',
    to_position: 'bigint',
    probability: 'double precision',
  },
} as const satisfies Table

const topicTable = {
  name: 'topic_tally',
  primaryKey: ['qcode'],
  columns: { qcode: 'text', article_count: 'bigint' },
} as const satisfies Table

/** Bucket: topic, space, hour, so that one range of the key holds the hours of a topic. */
const topicHourTable = {
  name: 'topic_hour',
  primaryKey: ['bucket'],
  columns: { bucket: 'text', article_count: 'bigint' },
} as const satisfies Table

const sourceTable = {
  name: 'source_tally',
  primaryKey: ['source_id'],
  columns: { source_id: 'text', discovered_count: 'bigint', extracted_count: 'bigint' },
} as const satisfies Table

/** Counts that a list would have to read whole tables for: articles by topic and by source. */
export const tallyProjection: Projection<TallyRow> = {
  name: 'tally',
  version: 2,
  types: [
    'ArticleDiscovered',
    'ArticleExtracted',
    'ArticleClassified',
    'OwnTopicsMatched',
    'ArticleTopicsSet',
    'ArticleWithdrawn',
  ],
  table: tallyTable,
  key: 'article_id',
  derived: [articleTopicTable, topicTable, topicHourTable, sourceTable],
  keysOf: (event) => [event.stream],

  evolve(row, event, article_id) {
    const nothing = { article_id, source_id: null, extracted: false, topics: [], hour: null, topics_kept: null }
    const before: TallyRow = row ?? nothing
    if (isErasure(event)) return nothing
    // Whole texts are not looked at: that there is one is all that counts here.
    if (event.type === 'ArticleExtracted') return before.extracted ? row : { ...before, extracted: true }
    if (event.data === null) return row
    switch (event.type) {
      case 'ArticleDiscovered':
        return { ...before, source_id: event.data.sourceId, hour: event.recordedAt.slice(0, 'yyyy-mm-ddThh'.length) }
      case 'ArticleClassified': {
        if (before.topics_kept) return row
        const own = before.topics.filter(({ qcode }) => isOwnTopic(qcode))
        return { ...before, topics: [...verdicts(before, event.data.classification.topics, event.position), ...own] }
      }
      case 'OwnTopicsMatched': {
        if (before.topics_kept) return row
        const others = before.topics.filter(({ qcode }) => !isOwnTopic(qcode))
        return { ...before, topics: [...others, ...verdicts(before, event.data.topics, event.position)] }
      }
      case 'ArticleTopicsSet': {
        const set = event.data.topics.map((qcode) => ({ qcode, probability: 1 }))
        return { ...before, topics_kept: event.data.kept, topics: verdicts(before, set, event.position) }
      }
      default:
        return row
    }
  },

  derive: (before, after, event) => [...topicChanges(before, after, event), ...sourceChanges(before, after)],
}

type Classified = readonly { qcode: string; probability: number }[]

function verdicts(before: TallyRow, topics: Classified, position: number): readonly Verdict[] {
  const now = topics.slice(0, NAMES_MAX).map(({ qcode, probability }): [string, Verdict] => {
    const name = qcode.slice(0, NAME_CHARS_MAX)
    const same = before.topics.find((verdict) => verdict.qcode === name && verdict.probability === probability)
    return [name, same ?? { qcode: name, probability, position }]
  })
  return [...new Map(now).values()]
}

function topicChanges(before: TallyRow | null, after: TallyRow, event: ViewEvent): Change[] {
  const { article_id } = after
  if (isErasure(event)) {
    const counts = (before?.topics ?? []).flatMap(({ qcode }) => counted(qcode, before?.hour ?? null, -1))
    return [{ table: 'article_topic', remove: { article_id } }, ...counts]
  }
  const then = before?.topics ?? []
  const ended = then.filter((verdict) => !after.topics.includes(verdict))
  const begun = after.topics.filter((verdict) => !then.includes(verdict))
  const stay = ({ qcode, probability, position }: Verdict, to_position: number | null): Change => {
    return { table: 'article_topic', put: { qcode, article_id, from_position: position, to_position, probability } }
  }
  return [
    ...ended.flatMap((verdict) => [stay(verdict, event.position), ...counted(verdict.qcode, after.hour, -1)]),
    ...begun.flatMap((verdict) => [stay(verdict, null), ...counted(verdict.qcode, after.hour, 1)]),
  ]
}

function counted(qcode: string, hour: string | null, sign: number): Change[] {
  const add = { article_count: sign }
  const inAll: Change = { table: 'topic_tally', key: { qcode }, add }
  // A topic's id has no spaces.
  const bucket = `${qcode.replaceAll(' ', '_')} ${hour}`
  return hour === null ? [inAll] : [inAll, { table: 'topic_hour', key: { bucket }, add }]
}

function sourceChanges(before: TallyRow | null, after: TallyRow): Change[] {
  const isSame = before?.source_id === after.source_id && before?.extracted === after.extracted
  if (isSame) return []
  return [...sourceCounts(before, -1), ...sourceCounts(after, 1)]
}

function sourceCounts(row: TallyRow | null, sign: number): Change[] {
  if (row === null || row.source_id === null) return []
  const add = { discovered_count: sign, extracted_count: row.extracted ? sign : 0 }
  return [{ table: 'source_tally', key: { source_id: row.source_id }, add }]
}
