import { createGrouper, type Decision, type Grouper, toStoryDocument } from '@dateline/classification'
import type { Database } from '@dateline/database'
import type { AnyEvent, ArticleEvent, Recorded } from '@dateline/domain'
import { headPosition, readLog, readStream } from '@dateline/event-store'
import { GROUPING_EVENTS, isCorrection } from '../story-corrections.ts'
import { readDecisions, saveTrialPage, type Trial, type TrialPage, type TrialProgress } from './trial-store.ts'

const PAGE_EVENTS = 500
const READ = ['ArticleClassified', ...GROUPING_EVENTS] as const

/**
 * Groups all articles of the log anew by a trial's model, in log order, beside the live stories and without touching them.
 * Interrupted, it goes on where it was: what it decided is remembered, not decided again. People's corrections hold in it as
 * far as their stories came to be.
 *
 * @returns the trial at the head of the log, and the grouper as it stands there.
 */
export async function* runStoryTrial(
  database: Database,
  begun: Trial,
): AsyncGenerator<TrialProgress, { trial: Trial; grouper: Grouper }> {
  const grouper = createGrouper({ model: begun.model })
  await remember(database, grouper, begun)
  let trial = begun
  const head = await headPosition(database)
  while (trial.position < head) {
    const { events, last: position } = await readPage(database, trial.position, head)
    const decisions: TrialPage['decisions'][number][] = []
    let articles = 0
    for (const event of events) {
      if (isCorrection(event)) grouper.apply({ stream: event.stream, event })
      const document = await documentOf(database, event)
      if (document === null) continue
      articles += 1
      grouper.observe(document, event.eventId).forEach(({ stream, event: decided }, number) => {
        decisions.push({ position: event.position, number, stream, event: JSON.stringify(decided) })
      })
    }
    trial = await saveTrialPage(database, trial, { position, articles, decisions, verdicts: [] })
    yield { trialId: trial.trialId, position, head, articles: trial.articles }
  }
  return { trial, grouper }
}

/** Brings a grouper to where the trial stands. */
async function remember(database: Database, grouper: Grouper, { trialId, position }: Trial): Promise<void> {
  for (let after = 0; after < position; ) {
    const { events, last } = await readPage(database, after, position)
    const decided = Map.groupBy(await readDecisions(database, trialId, after, last), (decision) => decision.position)
    for (const event of events) {
      if (isCorrection(event)) grouper.apply({ stream: event.stream, event })
      const document = await documentOf(database, event)
      if (document === null) continue
      grouper.remember(document)
      for (const { stream, event: text } of decided.get(event.position) ?? []) {
        grouper.apply({ stream, event: JSON.parse(text) } as Decision)
      }
    }
    after = last
  }
}

/** @returns what counts of a page, and the position it reaches. */
async function readPage(database: Database, after: number, upTo: number) {
  const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types: READ })
  const last = page.length < PAGE_EVENTS ? upTo : Math.min(upTo, page.at(-1)!.position)
  return { events: page.filter(({ position, withdrawn }) => position <= last && !withdrawn), last }
}

async function documentOf(database: Database, event: Recorded<AnyEvent>) {
  if (event.type !== 'ArticleClassified' || event.data.promotion !== undefined) return null
  return toStoryDocument(await readStream<ArticleEvent>(database, event.stream), event.position)
}
