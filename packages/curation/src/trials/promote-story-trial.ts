import type { Grouper } from '@dateline/classification'
import type { Database } from '@dateline/database'
import { GROUPING_STREAM, grouping, type StoryCommand, storyIdOf } from '@dateline/domain'
import { handle, readLog } from '@dateline/event-store'
import { getArticle } from '@dateline/read-models'
import { correcting } from '../correct-stories.ts'
import { type Correction, checkCorrection } from '../correction.ts'
import type { Dependencies } from '../dependencies.ts'
import { compareGroupings } from './compare-groupings.ts'
import { planRegrouping, type Regrouping } from './plan-regrouping.ts'
import { groupsOf, liveGroups } from './story-trial-report.ts'
import type { Trial } from './trial-store.ts'

const PAGE_EVENTS = 5_000

export type Promoted = {
  readonly model: string
  readonly moved: number
  readonly opened: number
  readonly ended: number
  /** Articles that the trial would move, and that stay because a person has placed them. */
  readonly kept: number
}

/**
 * Puts a trial's model in force by one event: every later article is grouped by it. The stories there are become the trial's
 * by moves, merges and new stories, each an event that names the promotion; ids go on where they can, and what people have
 * placed stays. Interrupted, promote it again: what is done is not done twice.
 */
export async function promoteStoryTrial(
  dependencies: Dependencies,
  trial: Trial,
  grouper: Grouper,
  correction: Correction,
): Promise<Promoted> {
  const who = checkCorrection(correction)
  const { database, log, now } = dependencies
  let promoted: Promoted = { model: trial.model.id, moved: 0, opened: 0, ended: 0, kept: 0 }
  await correcting(dependencies, `promote/${trial.trialId}`, async (record, cause) => {
    const before = await liveGroups(database)
    const after = groupsOf(grouper, before)
    const { articlesChanged: articlesMoved, storiesBefore, storiesAfter } = compareGroupings(before, after, 0)
    const { trialId, model } = trial
    const about = {
      trialId,
      model: { id: model.id, weights: [...model.weights] },
      articlesMoved,
      storiesBefore,
      storiesAfter,
    }
    const data = { ...about, ...who, promotedAt: now().toISOString() }
    await handle(log, grouping, GROUPING_STREAM, { type: 'PromoteGrouping', data }, { cause })
    const pinned = await placedByPeople(database)
    const plan = planRegrouping(before, after, pinned)
    const reason = `promoted ${model.id}: ${who.reason}`
    for (const [storyId, commands] of await commandsOf(database, plan, before, { reason, cause, grouper: model.id })) {
      await record(storyId, commands)
    }
    const kept = [...after].filter(([article]) => pinned.has(article)).length
    const { moves, opened, ended } = plan
    promoted = { ...promoted, moved: moves.size + opened.flat().length, opened: opened.length, ended: ended.size, kept }
    return GROUPING_STREAM
  })
  return promoted
}

const PLACING = ['ArticleJoinedStory', 'ArticleReleased'] as const

/** Articles whose place a person has decided. */
async function placedByPeople(database: Database): Promise<Set<string>> {
  const placed = new Set<string>()
  for (let after = 0; ; ) {
    const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types: PLACING })
    for (const event of page) {
      if (event.type === 'ArticleJoinedStory' && !event.withdrawn && event.data.actor !== undefined) {
        placed.add(event.data.articleId)
      } else if (event.type === 'ArticleReleased' && !event.withdrawn) placed.delete(event.data.articleId)
    }
    if (page.length < PAGE_EVENTS) return placed
    after = page.at(-1)!.position
  }
}

type Why = { readonly reason: string; readonly cause: string; readonly grouper: string }

/** Story by story: what joins first, then what leaves, so that no article is ever in none. */
async function commandsOf(
  database: Database,
  { opened, moves, ended }: Regrouping,
  before: ReadonlyMap<string, string>,
  { reason, cause, grouper }: Why,
): Promise<[string, StoryCommand[]][]> {
  const joining = new Map<string, StoryCommand[]>()
  const leaving = new Map<string, StoryCommand[]>()
  const add = (to: Map<string, StoryCommand[]>, storyId: string, command: StoryCommand) =>
    to.set(storyId, [...(to.get(storyId) ?? []), command])
  const move = (articleId: string, storyId: string) => {
    const decided = { nearestArticleId: null, score: 1, evidence: reason, grouper }
    add(joining, storyId, { type: 'JoinStory', data: { storyId, articleId, ...decided } })
    const from = before.get(articleId)!
    if (ended.has(from)) return
    add(leaving, from, { type: 'LeaveStory', data: { storyId: from, articleId, reason, movedToStoryId: storyId } })
  }
  for (const members of opened) {
    const [founder] = members as [string, ...string[]]
    const storyId = storyIdOf(founder, cause)
    const label = (await getArticle(database.db, founder))?.title ?? ''
    add(joining, storyId, { type: 'OpenStory', data: { storyId, articleId: founder, label, grouper } })
    for (const articleId of members) move(articleId, storyId)
  }
  for (const [articleId, storyId] of moves) move(articleId, storyId)
  for (const [storyId, intoStoryId] of ended) {
    add(leaving, storyId, { type: 'MergeStory', data: { storyId, intoStoryId, reason } })
  }
  return [...joining, ...leaving]
}
