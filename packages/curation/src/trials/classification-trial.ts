import { CLASSIFIER, classify, SHIPPED_TOPICS, type TopicModel } from '@dateline/classification'
import type { Database } from '@dateline/database'
import { type ArticleEvent, type ArticleEventOf, BadInputError, type Classification } from '@dateline/domain'
import { headPosition, readLog, readStream } from '@dateline/event-store'
import { sql } from 'kysely'
import { parseTopicModel } from '../topic-models/parse-topic-model.ts'
import type { LinkModel } from './model-of.ts'
import {
  openTrial,
  saveTrialPage,
  type Trial,
  type TrialPage,
  type TrialProgress,
  trialModelFile,
} from './trial-store.ts'

const PAGE_EVENTS = 100
const PAGE_VERDICTS = 500

/** The trial of a model of topics. @param file its bytes and where they are from; null: the model that ships. */
export async function openClassificationTrial(
  database: Database,
  file: { readonly bytes: Uint8Array; readonly name: string; readonly sha256: string | null } | null,
): Promise<Trial> {
  if (file === null) return await openTrial(database, 'classification', CLASSIFICATION_MODEL, 'this release')
  const model = triedModel(parseTopicModel(file.bytes, file.sha256))
  return await openTrial(database, 'classification', model, `model=${file.name}`, file.bytes)
}

/** Rules and model of topics behind a verdict, by which a trial is named. */
function triedModel({ id }: TopicModel): LinkModel {
  return { id: `${CLASSIFIER} ${id}`, weights: [] }
}

/** What this release classifies by where no other model is in force. */
export const CLASSIFICATION_MODEL: LinkModel = triedModel(SHIPPED_TOPICS)

/** @throws {BadInputError} if it was begun by another release: its verdicts could not be gone on with. */
export async function topicModelOf(database: Database, { trialId, model }: Trial): Promise<TopicModel> {
  const file = await trialModelFile(database, trialId)
  const topics = file === null ? SHIPPED_TOPICS : parseTopicModel(file)
  if (triedModel(topics).id === model.id) return topics
  throw new BadInputError(`${trialId} is of an earlier release (${model.id}): discard it, and begin another.`)
}

/** Classifies all texts of the log by a trial's model, in log order, beside their recorded verdicts. Interrupted, it goes on. */
export async function* runClassificationTrial(database: Database, begun: Trial): AsyncGenerator<TrialProgress, Trial> {
  let trial = begun
  const model = await topicModelOf(database, begun)
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
        classification: classified(event.data, model),
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

function classified({ extraction }: ArticleEventOf<'ArticleExtracted'>['data'], model: TopicModel): Classification {
  const { title, standfirst, text, publishedAt, keywords, section } = extraction
  const page = {
    title: title.value ?? '',
    standfirst: standfirst.value,
    text,
    publishedAt: publishedAt.value?.at ?? null,
    keywords,
    section: section.value,
  }
  return classify(page, model)
}

type RecordedVerdict = ArticleEventOf<'ArticleClassified'>['data']

/** What a trial says of an article, beside what was recorded of the same text. */
export type TrialVerdict = {
  readonly articleId: string
  readonly title: string
  readonly before: RecordedVerdict
  readonly after: Pick<RecordedVerdict, 'contentSha256' | 'classification'>
}

/** Verdicts of a trial beside the recorded ones on the same text, by article. */
export async function* verdictsOf(database: Database, { trialId }: Trial): AsyncGenerator<TrialVerdict> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ article_id: string; verdict: string }>`
      select article_id, verdict from work.trial_verdict where trial_id = ${trialId} and article_id > ${after}
       order by article_id limit ${PAGE_VERDICTS}`.execute(database.db)
    for (const { article_id: articleId, verdict } of rows) {
      const tried = JSON.parse(verdict) as TrialVerdict['after']
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

/** Whether a verdict is another, byte by byte. */
export function isOther({ before, after }: TrialVerdict): boolean {
  return JSON.stringify(before.classification) !== JSON.stringify(after.classification)
}
