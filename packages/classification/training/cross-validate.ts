import { type CalibrationPair, leadsOf } from '../src/topics/calibration.ts'
import { type LinearModel, scoresOf, textVector } from '../src/topics/linear-model.ts'
import type { LabelledText } from './read-sets.ts'

const FOLDS = 5

/** A labelled text with the scores of a model that saw no text of its story. */
export type Judged = { readonly text: LabelledText; readonly topics: readonly string[]; readonly scores: Float64Array }

export function crossValidate(texts: readonly LabelledText[], train: (texts: LabelledText[]) => LinearModel): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(texts.filter(({ story }) => story === null || foldOf(story) !== fold))
    return texts
      .filter(({ story }) => story !== null && foldOf(story) === fold)
      .map((text) => ({ text, topics: model.topics, scores: scoresOf(model, textVector(model, text.features)) }))
  }).flat()
}

function foldOf(story: string): number {
  let sum = 7
  for (const char of story) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  return sum % FOLDS
}

/** Every topic of every text: does it hold, as primary or secondary? A story counts once, however many texts it has. */
export function calibrationPairs(judged: readonly Judged[]): CalibrationPair[] {
  const sizes = sizesOf(judged)
  return judged.flatMap(({ text, topics, scores }) => {
    const leads = leadsOf(scores)
    return topics.map((topic, t) => ({
      score: scores[t]!,
      lead: leads[t]!,
      holds: topic === text.topic || text.also!.includes(topic),
      weight: 1 / sizes.get(text.story!)!,
    }))
  })
}

function sizesOf(judged: readonly Judged[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { text } of judged) sizes.set(text.story!, (sizes.get(text.story!) ?? 0) + 1)
  return sizes
}

/** Figures over stories: each votes with the best topic of its texts. Topics of fewer than five stories are not averaged. */
export function figuresOf(judged: readonly Judged[], probability: (score: number, lead: number) => number) {
  const stories = storyVerdicts(judged, probability)
  const f1 = (topic: string) => {
    const hits = stories.filter(({ verdict, primary }) => verdict === topic && primary === topic).length
    const named = stories.filter(({ verdict }) => verdict === topic).length
    const due = stories.filter(({ primary }) => primary === topic).length
    return (2 * hits) / Math.max(1, named + due)
  }
  const counts = new Map<string, number>()
  for (const { primary } of stories) counts.set(primary, (counts.get(primary) ?? 0) + 1)
  const topics = [...counts.keys()].filter((topic) => counts.get(topic)! >= STORIES_MIN).sort()
  const surest = [...stories].sort((a, b) => b.confidence - a.confidence).slice(0, Math.round(stories.length * 0.8))
  const share = (of: typeof stories, holds: (story: (typeof stories)[number]) => boolean) =>
    Number((of.filter(holds).length / of.length).toFixed(4))
  return {
    stories: stories.length,
    macroF1: Number((topics.reduce((sum, topic) => sum + f1(topic), 0) / topics.length).toFixed(4)),
    primary: share(stories, ({ verdict, primary }) => verdict === primary),
    within: share(stories, ({ isWithin }) => isWithin),
    primaryAt80: share(surest, ({ verdict, primary }) => verdict === primary),
    withinAt80: share(surest, ({ isWithin }) => isWithin),
    f1: Object.fromEntries(topics.map((topic) => [topic, Number(f1(topic).toFixed(2))])),
  }
}

const STORIES_MIN = 5

function storyVerdicts(judged: readonly Judged[], probability: (score: number, lead: number) => number) {
  const byStory = Map.groupBy(judged, ({ text }) => text.story!)
  return [...byStory.values()].map((texts) => {
    const votes = new Map<string, { count: number; probability: number }>()
    for (const { topics, scores } of texts) {
      const best = scores.indexOf(Math.max(...scores))
      const vote = votes.get(topics[best]!) ?? { count: 0, probability: 0 }
      vote.count++
      vote.probability += probability(scores[best]!, leadsOf(scores)[best]!)
      votes.set(topics[best]!, vote)
    }
    const [verdict, vote] = [...votes].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))[0]!
    const { topic: primary, also } = texts[0]!.text
    return {
      verdict,
      primary,
      isWithin: verdict === primary || also!.includes(verdict),
      confidence: vote.probability / texts.length,
    }
  })
}
