import type { Article, Story } from '../article.ts'
import { budget } from './budget.ts'
import { cupFirstLeg } from './cup-first-leg.ts'
import { cupSecondLeg } from './cup-second-leg.ts'
import { dockStrike } from './dock-strike.ts'
import { pellworthFlood } from './pellworth-flood.ts'
import { tarnholmFlood } from './tarnholm-flood.ts'

export const stories: readonly Story[] = [tarnholmFlood, pellworthFlood, cupFirstLeg, cupSecondLeg, dockStrike, budget]

export const articles: readonly Article[] = stories.flatMap((story) => story.articles)

const byId = new Map(articles.map((article) => [article.id, article]))

/** @throws RangeError if there is no such article. */
export function articleOf(id: string): Article {
  const article = byId.get(id)
  if (article === undefined) throw new RangeError(`no article "${id}" in the newsroom`)
  return article
}
