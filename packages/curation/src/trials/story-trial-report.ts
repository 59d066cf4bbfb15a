import type { Grouper } from '@dateline/classification'
import type { Database } from '@dateline/database'
import { sql } from 'kysely'
import { compareGroupings, type GroupingComparison, type Groups } from './compare-groupings.ts'
import { digestTrial, type Trial } from './trial-store.ts'

const EXAMPLES_MAX = 12

export type PairExample = { readonly articleIds: readonly [string, string]; readonly titles: readonly [string, string] }

/** What would change if the trial's model grouped the stories. */
export type StoryTrialReport = Omit<GroupingComparison, 'apart' | 'together'> & {
  readonly trialId: string
  readonly model: string
  readonly settings: string
  /** Events of the log that it has gone through. */
  readonly position: number
  /** sha256 over all decisions: the same log and model give the same on any machine. */
  readonly digest: string
  readonly apart: readonly PairExample[]
  readonly together: readonly PairExample[]
}

/** Compares a trial with the stories as they are served now. */
export async function reportStoryTrial(database: Database, trial: Trial, grouper: Grouper): Promise<StoryTrialReport> {
  const before = await liveGroups(database)
  const found = compareGroupings(before, groupsOf(grouper, before), EXAMPLES_MAX)
  const { trialId, model, settings, position } = trial
  const titles = await titlesOf(database, [...found.apart.flat(), ...found.together.flat()])
  const shown = (pairs: GroupingComparison['apart']): PairExample[] =>
    pairs.map(([a, b]) => ({ articleIds: [a, b], titles: [titles.get(a) ?? '', titles.get(b) ?? ''] }))
  return {
    trialId,
    model: model.id,
    settings,
    position,
    digest: await digestTrial(database, trialId),
    ...found,
    apart: shown(found.apart),
    together: shown(found.together),
  }
}

/** Which story each article is in, as the views have it. */
export async function liveGroups({ db }: Database): Promise<Groups> {
  const { rows } = await sql<{ article_id: string; story_id: string }>`
    select article_id, story_id from read.article where story_id is not null order by article_id`.execute(db)
  return new Map(rows.map(({ article_id, story_id }) => [article_id, story_id]))
}

/** Where a grouper has put the articles that are in a story now. */
export function groupsOf(grouper: Grouper, articles: Groups): Groups {
  return new Map(
    [...articles.keys()].flatMap((article) => {
      const story = grouper.storyOf(article)
      return story === null ? [] : [[article, story] as const]
    }),
  )
}

async function titlesOf({ db }: Database, articleIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ article_id: string; title: string | null }>`
    select article_id, title from read.article where article_id = any(${articleIds}::text[])`.execute(db)
  return new Map(rows.map(({ article_id, title }) => [article_id, title ?? '']))
}
