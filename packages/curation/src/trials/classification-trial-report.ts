import type { Database } from '@dateline/database'
import { topicName } from '@dateline/domain'
import { sql } from 'kysely'
import { isOther, type TrialVerdict, verdictsOf } from './classification-trial.ts'
import { digestTrial, type Trial } from './trial-store.ts'

const EXAMPLES_MAX = 12
const TOPICS_SHOWN_MAX = 40
const STORIES_AT_ONCE = 500

/** Of the topics of a story, as the view of stories gives them. */
const STORY_TOPICS_MAX = 8
const STORY_SHARE = 3

export type NamedTopic = { readonly qcode: string; readonly name: string }

export type ClassificationTrialReport = {
  readonly trialId: string
  readonly model: string
  readonly settings: string
  readonly position: number
  readonly digest: string
  readonly articles: number
  /** Verdicts that are the same, byte by byte. */
  readonly same: number
  readonly topicsChanged: number
  readonly languageChanged: number
  /** Of these, articles whose topics a person has set: they stay. */
  readonly keptByPeople: number
  /** Recorded verdicts by the code that gave them. */
  readonly recordedBy: Readonly<Record<string, number>>
  /** Articles by topic, those that change most first. */
  readonly topics: readonly (NamedTopic & { readonly before: number; readonly after: number })[]
  readonly storiesChanged: number
  readonly examples: readonly TopicChange<{ readonly articleId: string; readonly title: string }>[]
  readonly stories: readonly TopicChange<{ readonly storyId: string; readonly label: string }>[]
}

type TopicChange<Of> = Of & { readonly before: readonly NamedTopic[]; readonly after: readonly NamedTopic[] }

/** What would change if a trial's verdicts took the place of the recorded ones. */
export async function reportClassificationTrial(database: Database, trial: Trial): Promise<ClassificationTrialReport> {
  const counts = { articles: 0, same: 0, topicsChanged: 0, languageChanged: 0 }
  const recordedBy: Record<string, number> = {}
  const tally = new Map<string, { before: number; after: number }>()
  const changed = new Map<string, string[]>()
  const examples: ClassificationTrialReport['examples'][number][] = []
  for await (const verdict of verdictsOf(database, trial)) {
    const { articleId, title, before, after } = verdict
    counts.articles += 1
    recordedBy[before.classifier] = (recordedBy[before.classifier] ?? 0) + 1
    if (!isOther(verdict)) {
      counts.same += 1
      continue
    }
    if (before.classification.language?.code !== after.classification.language?.code) counts.languageChanged += 1
    const [old, now] = [qcodesOf(before), qcodesOf(after)]
    if (old.join(' ') === now.join(' ')) continue
    counts.topicsChanged += 1
    changed.set(articleId, now)
    for (const qcode of old) if (!now.includes(qcode)) count(tally, qcode).before += 1
    for (const qcode of now) if (!old.includes(qcode)) count(tally, qcode).after += 1
    if (examples.length < EXAMPLES_MAX)
      examples.push({ articleId, title, before: old.map(named), after: now.map(named) })
  }
  const { trialId, model, settings, position } = trial
  return {
    ...{ trialId, model: model.id, settings, position, digest: await digestTrial(database, trialId) },
    ...counts,
    recordedBy,
    topics: await topicCounts(database, tally),
    ...(await changedStories(database, changed)),
    examples,
  }
}

function qcodesOf({ classification }: TrialVerdict['after']): string[] {
  return classification.topics.map(({ qcode }) => qcode)
}

function named(qcode: string): NamedTopic {
  return { qcode, name: topicName(qcode) }
}

function count(tally: Map<string, { before: number; after: number }>, qcode: string) {
  const known = tally.get(qcode) ?? { before: 0, after: 0 }
  tally.set(qcode, known)
  return known
}

/** @param tally articles that lose (`before`) and get (`after`) a topic. */
async function topicCounts({ db }: Database, tally: ReadonlyMap<string, { before: number; after: number }>) {
  const { rows } = await sql<{ qcode: string; article_count: number }>`
    select qcode, article_count from read.topic where qcode = any(${[...tally.keys()]}::text[])`.execute(db)
  const counts = new Map(rows.map(({ qcode, article_count }) => [qcode, Number(article_count)]))
  return [...tally]
    .map(([qcode, moved]) => {
      const before = counts.get(qcode) ?? 0
      return { ...named(qcode), before, after: before - moved.before + moved.after }
    })
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.qcode < b.qcode ? -1 : 1))
    .slice(0, TOPICS_SHOWN_MAX)
}

type Member = {
  story_id: string
  label: string | null
  topics_set: string[] | null
  article_id: string
  topics: string[]
  classifier: string | null
}

/** Stories whose topics become others, by the rule of the view of stories; and whose articles a person has placed. */
async function changedStories({ db }: Database, changed: ReadonlyMap<string, readonly string[]>) {
  let keptByPeople = 0
  let storiesChanged = 0
  const stories: ClassificationTrialReport['stories'][number][] = []
  const { rows: concerned } = await sql<{ story_id: string }>`
    select distinct story_id from read.article
     where article_id = any(${[...changed.keys()]}::text[]) and story_id is not null order by story_id`.execute(db)
  for (let from = 0; from < concerned.length; from += STORIES_AT_ONCE) {
    const ids = concerned.slice(from, from + STORIES_AT_ONCE).map(({ story_id }) => story_id)
    const { rows } = await sql<Member>`
      select s.story_id, s.label, s.topics_set, a.article_id, a.topics, a.classifier
        from read.story s join read.article a using (story_id)
       where s.story_id = any(${ids}::text[]) order by s.story_id, a.article_id`.execute(db)
    for (const members of Map.groupBy(rows, ({ story_id }) => story_id).values()) {
      const [{ story_id: storyId, label, topics_set: set }] = members as [Member]
      keptByPeople += members.filter(
        ({ article_id, classifier }) => classifier === 'person' && changed.has(article_id),
      ).length
      const before = set ?? storyTopics(members.map(({ topics }) => topics))
      const after = set ?? storyTopics(members.map((member) => topicsAfter(member, changed)))
      if (before.join(' ') === after.join(' ')) continue
      storiesChanged += 1
      if (stories.length < EXAMPLES_MAX)
        stories.push({ storyId, label: label ?? '', before: before.map(named), after: after.map(named) })
    }
  }
  return { keptByPeople, storiesChanged, stories }
}

function topicsAfter({ article_id, topics, classifier }: Member, changed: ReadonlyMap<string, readonly string[]>) {
  const now = changed.get(article_id)
  if (now === undefined || classifier === 'person') return topics
  return [...now, ...topics.filter((topic) => !topic.startsWith('medtop:'))]
}

/** Topics of at least a third of a story's articles, most frequent first. */
function storyTopics(ofArticles: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const topics of ofArticles) for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .filter(([, articles]) => articles * STORY_SHARE >= ofArticles.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, STORY_TOPICS_MAX)
    .map(([topic]) => topic)
}
