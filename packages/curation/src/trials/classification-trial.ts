import { CLASSIFIER, classify, TOPIC_MODEL } from '@dateline/classification'
import type { Database } from '@dateline/database'
import { type ArticleEvent, type ArticleEventOf, article, type Classification } from '@dateline/domain'
import { handle, headPosition, readLog, readStream } from '@dateline/event-store'
import { sql } from 'kysely'
import type { Dependencies } from '../dependencies.ts'
import type { LinkModel } from './model-of.ts'
import { digestTrial, saveTrialPage, type Trial, type TrialPage, type TrialProgress } from './trial-store.ts'

const PAGE_EVENTS = 100
const PAGE_VERDICTS = 500
const EXAMPLES_MAX = 12

/** What this release classifies by; it has no weights that a file could replace. */
export const CLASSIFICATION_MODEL: LinkModel = { id: `${CLASSIFIER} ${TOPIC_MODEL}`, weights: [] }

/** Classifies all texts of the log by this release, in log order, beside their recorded verdicts. Interrupted, it goes on. */
export async function* runClassificationTrial(database: Database, begun: Trial): AsyncGenerator<TrialProgress, Trial> {
  let trial = begun
  const head = await headPosition(database)
  while (trial.position < head) {
    const page = await readLog(database, {
      afterPosition: trial.position,
      limit: PAGE_EVENTS,
      types: ['ArticleExtracted'],
    })
    const position = page.length < PAGE_EVENTS ? head : Math.min(head, page.at(-1)!.position)
    const verdicts = new Map<string, TrialPage['verdicts'][number]>()
    for (const event of page) {
      if (event.type !== 'ArticleExtracted' || event.withdrawn || event.position > position) continue
      const verdict = JSON.stringify({
        contentSha256: event.data.contentSha256,
        classification: classified(event.data),
      })
      verdicts.set(event.stream, { position: event.position, articleId: event.stream, verdict })
    }
    trial = await saveTrialPage(database, trial, {
      position,
      articles: verdicts.size,
      decisions: [],
      verdicts: [...verdicts.values()],
    })
    yield { trialId: trial.trialId, position, head, articles: trial.articles }
  }
  return trial
}

function classified({ extraction }: ArticleEventOf<'ArticleExtracted'>['data']): Classification {
  const { title, standfirst, text, publishedAt, keywords, section } = extraction
  return classify({
    title: title.value ?? '',
    standfirst: standfirst.value,
    text,
    publishedAt: publishedAt.value?.at ?? null,
    keywords,
    section: section.value,
  })
}

export type ClassificationTrialReport = {
  readonly trialId: string
  readonly model: string
  readonly position: number
  readonly digest: string
  readonly articles: number
  /** Verdicts that are the same, byte by byte. */
  readonly same: number
  readonly topicsChanged: number
  readonly languageChanged: number
  /** Recorded verdicts by the code that gave them. */
  readonly recordedBy: Readonly<Record<string, number>>
  readonly examples: readonly {
    readonly articleId: string
    readonly title: string
    readonly before: string[]
    readonly after: string[]
  }[]
}

/** What would change if all articles were classified again. */
export async function reportClassificationTrial(database: Database, trial: Trial): Promise<ClassificationTrialReport> {
  const counts = { articles: 0, same: 0, topicsChanged: 0, languageChanged: 0 }
  const recordedBy: Record<string, number> = {}
  const examples: ClassificationTrialReport['examples'][number][] = []
  for await (const { articleId, title, before, after } of verdictsOf(database, trial)) {
    counts.articles += 1
    recordedBy[before.classifier] = (recordedBy[before.classifier] ?? 0) + 1
    if (JSON.stringify(before.classification) === JSON.stringify(after.classification)) {
      counts.same += 1
      continue
    }
    const [old, now] = [before, after].map(({ classification }) => classification.topics.map(({ qcode }) => qcode))
    if (before.classification.language?.code !== after.classification.language?.code) counts.languageChanged += 1
    if (JSON.stringify(old) === JSON.stringify(now)) continue
    counts.topicsChanged += 1
    if (examples.length < EXAMPLES_MAX) examples.push({ articleId, title, before: old!, after: now! })
  }
  const { trialId, model, position } = trial
  return {
    trialId,
    model: model.id,
    position,
    digest: await digestTrial(database, trialId),
    ...counts,
    recordedBy,
    examples,
  }
}

/** Records the verdicts that differ, each in its article's stream; those of the same classifier stand already. */
export async function promoteClassificationTrial({ database, log }: Dependencies, trial: Trial): Promise<number> {
  let recorded = 0
  for await (const { articleId, after } of verdictsOf(database, trial)) {
    const command = { type: 'RecordClassification', data: { classifier: CLASSIFIER, ...after } } as const
    const cause = `${trial.trialId}/${articleId}/${after.contentSha256}`
    recorded += Number((await handle(log, article, articleId, command, { cause })).length > 0)
  }
  return recorded
}

type Recorded = ArticleEventOf<'ArticleClassified'>['data']
type Verdict = {
  readonly articleId: string
  readonly title: string
  readonly before: Recorded
  readonly after: Omit<Recorded, 'classifier'>
}

/** Verdicts of a trial beside the recorded ones on the same text, by article. */
async function* verdictsOf(database: Database, { trialId }: Trial): AsyncGenerator<Verdict> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ article_id: string; verdict: string }>`
      select article_id, verdict from work.trial_verdict where trial_id = ${trialId} and article_id > ${after}
       order by article_id limit ${PAGE_VERDICTS}`.execute(database.db)
    for (const { article_id: articleId, verdict } of rows) {
      const tried = JSON.parse(verdict) as Verdict['after']
      const stream = (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
      const before = stream.findLast(({ type }) => type === 'ArticleClassified')
      const text = stream.findLast(({ type }) => type === 'ArticleExtracted')
      if (before?.type !== 'ArticleClassified' || before.data.contentSha256 !== tried.contentSha256) continue
      const title = text?.type === 'ArticleExtracted' ? (text.data.extraction.title.value ?? '') : ''
      yield { articleId, title, before: before.data, after: tried }
    }
    if (rows.length < PAGE_VERDICTS) return
    after = rows.at(-1)!.article_id
  }
}
