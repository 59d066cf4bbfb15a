import type { Article, Story } from '../article.ts'
import { airlineTakeover } from './airline-takeover.ts'
import { bridgeTrial } from './bridge-trial.ts'
import { budget } from './budget.ts'
import { ceasefireTalks } from './ceasefire-talks.ts'
import { cupFirstLeg } from './cup-first-leg.ts'
import { cupSecondLeg } from './cup-second-leg.ts'
import { desalinationPlant } from './desalination-plant.ts'
import { dockStrike } from './dock-strike.ts'
import { interestRate } from './interest-rate.ts'
import { lanternProbe } from './lantern-probe.ts'
import { lirioFerry } from './lirio-ferry.ts'
import { measlesMerrin } from './measles-merrin.ts'
import { pellworthFlood } from './pellworth-flood.ts'
import { returnedPainting } from './returned-painting.ts'
import { tarnholmFlood } from './tarnholm-flood.ts'
import { wolvesQuern } from './wolves-quern.ts'

/** In the order in which they begin. */
export const stories: readonly Story[] = [
  tarnholmFlood,
  dockStrike,
  lirioFerry,
  wolvesQuern,
  measlesMerrin,
  bridgeTrial,
  returnedPainting,
  budget,
  cupFirstLeg,
  lanternProbe,
  pellworthFlood,
  interestRate,
  desalinationPlant,
  ceasefireTalks,
  cupSecondLeg,
  airlineTakeover,
]

export const articles: readonly Article[] = stories.flatMap((story) => story.articles)

const byId = new Map(articles.map((article) => [article.id, article]))

/** @throws RangeError if there is no such article. */
export function articleOf(id: string): Article {
  const article = byId.get(id)
  if (article === undefined) throw new RangeError(`no article "${id}" in the newsroom`)
  return article
}
