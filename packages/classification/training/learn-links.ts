import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { detectLanguage } from '../src/language/detect-language.ts'
import type { StoryDocument } from '../src/stories/document.ts'
import { createGrouper } from '../src/stories/grouper.ts'
import { linkTerms } from '../src/stories/link-model.ts'
import type { Member } from '../src/stories/member.ts'
import { profileOf } from '../src/stories/profile.ts'
import { createGroupingState } from '../src/stories/state.ts'
import { measurePair } from '../src/stories/story-pair.ts'
import { cosine } from '../src/stories/vector.ts'
import { hash32 } from '../src/text/hash.ts'
import { type Example, fitLogistic } from './logistic-regression.ts'

const ROUNDS = 5
const PENALTY = 2
const CANDIDATES_MAX = 10
const SPREAD = 4

/** One article and the story that people put it into. */
export type Row = { readonly document: StoryDocument; readonly story: string }
type Labelled = Example & { readonly story: string }

/**
 * Weights of the link model. First the true stories teach (what an article has in common with its own story and with
 * others); then the model groups, and learns from the comparisons it has met on its own way (Ross et al., 2011).
 *
 * @param sets rows in time order, a set each.
 */
export function learnLinks(sets: readonly (readonly Row[])[], log: (line: string) => void): number[] {
  const examples: Labelled[] = sets.flatMap((rows) => balanced(taught(rows)))
  let weights = fit(examples)
  for (let round = 0; round < ROUNDS; round++) {
    for (const rows of sets) for (const example of balanced(met(rows, weights))) examples.push(example)
    weights = fit(examples)
    log(`round ${round + 1}: ${examples.length} examples`)
  }
  return weights
}

function fit(labelled: readonly Labelled[]): number[] {
  const intercepts = new Set([0, labelled[0]!.terms.length / 2])
  return fitLogistic(labelled, PENALTY, intercepts).map((weight) => Math.round(weight * 10_000) / 10_000)
}

/** fnc-dense, its texts cut short, ecb and uci: each row of a set in time order. The clocks of the first three are simulated. */
export function readSets(dir: string): Readonly<Record<string, readonly Row[]>> {
  const [fnc, ecb, uci] = ['fnc-dense', 'ecb', 'uci'].map((set) => readRows(join(dir, `${set}.jsonl.gz`)))
  return { 'fnc-dense': fnc!, 'fnc-dense cut': cutShort(fnc!), ecb: ecb!, uci: uci! }
}

/** The fewest and most words that are left of a text cut short. */
const CUT_WORDS_MIN = 15
const CUT_WORDS_MAX = 80

/**
 * The same articles with only the first words of their texts, some more and some fewer: as of feeds, tickers and paywalls.
 * Whole articles and bare headlines alone say nothing of what lies between.
 */
function cutShort(rows: readonly Row[]): Row[] {
  return rows.map(({ story, document }) => {
    const words = CUT_WORDS_MIN + (hash32(document.articleId, 1) % (CUT_WORDS_MAX - CUT_WORDS_MIN))
    return { story, document: { ...document, text: document.text.split(/\s+/).slice(0, words).join(' ') } }
  })
}

/** The articles of a .jsonl.gz file in time order. */
function readRows(file: string): Row[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
  const rows = lines.map((line) => JSON.parse(line) as Record<'id' | 'title' | 'text' | 'date' | 'story', string>)
  rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
  return rows.map(({ id, title, text, date, story }, at) => {
    const language = detectLanguage(`${title}\n${text}`)?.code ?? null
    const times = { publishedAt: date, seenAt: date }
    const page = { standfirst: null, host: null, publisher: null, agency: null, entities: [], topics: [] }
    return { story, document: { articleId: id, position: at + 1, title, text, language, ...times, ...page } }
  })
}

/** What each article, and each story with it, has in common with its own story and with the nearest others. */
function taught(rows: readonly Row[]): Labelled[] {
  const state = createGroupingState()
  const stories = new Map<string, Member[]>()
  const storyOf = new Map<Member, string>()
  const found: Labelled[] = []
  const add = (story: string, answer: number, weight: number, a: readonly Member[], b: readonly Member[]) => {
    if (a.length > 0 && b.length > 0) found.push({ story, answer, weight, terms: termsOf(a, b) })
  }
  rows.forEach(({ document, story }, at) => {
    const { member, neighbours } = state.remember(document)!
    const candidates = [...new Set(neighbours.map((neighbour) => storyOf.get(neighbour.member)!))].slice(
      0,
      CANDIDATES_MAX,
    )
    for (const other of candidates) add(story, other === story ? 1 : 0, 1, [member], stories.get(other)!)
    const own = [...(stories.get(story) ?? []), member]
    stories.set(story, own)
    storyOf.set(member, story)
    const partOf = (members: readonly Member[], seed: number, parts: number) =>
      members.filter((one) => one === member || hash32(one.articleId, seed) % parts === 0)
    for (const other of candidates.slice(0, CANDIDATES_MAX / 2)) {
      if (other === story) continue
      add(story, 0, 0.5, own, stories.get(other)!)
      add(story, 0, 0.5, partOf(own, at, 3), partOf(stories.get(other)!, at, 2))
    }
    if (own.length < 3) return
    for (const seed of [at + 1, at + 8]) {
      const part = partOf(own, seed, 2 + (seed % 3))
      add(
        story,
        1,
        1,
        part,
        own.filter((one) => !part.includes(one)),
      )
    }
  })
  return found
}

/** The comparisons that a grouper makes on its way, with the share of pairs that are of one story as the answer. */
function met(rows: readonly Row[], found: readonly number[]): Labelled[] {
  const storyOf = new Map(rows.map(({ document, story }) => [document.articleId, story]))
  const labelled: Labelled[] = []
  const grouper = createGrouper({
    model: { id: 'training', weights: found },
    trace(a, b, measures) {
      const [inA, inB] = [a, b].map((members) => Map.groupBy(members, ({ articleId }) => storyOf.get(articleId)!))
      let same = 0
      for (const [story, members] of inA!) same += members.length * (inB!.get(story)?.length ?? 0)
      const [story] = [...inA!].reduce((most, one) => (one[1].length > most[1].length ? one : most))
      const weight = Math.sqrt(Math.min(a.length, b.length))
      labelled.push({ story, answer: same / (a.length * b.length), weight, terms: linkTerms(measures) })
    },
  })
  for (const { document } of rows) grouper.observe(document, document.articleId)
  return labelled
}

/** Every set counts alike, and a large story for less than its many articles. */
function balanced(labelled: readonly Labelled[]): Labelled[] {
  const perStory = new Map<string, number>()
  for (const { story, weight } of labelled) perStory.set(story, (perStory.get(story) ?? 0) + weight)
  const damped = labelled.map((one) => ({ ...one, weight: one.weight / Math.sqrt(perStory.get(one.story)!) }))
  const total = damped.reduce((sum, { weight }) => sum + weight, 0)
  return damped.map((one) => ({ ...one, weight: (one.weight / total) * 1_000 }))
}

function termsOf(a: readonly Member[], b: readonly Member[]): number[] {
  let best = 0
  for (const one of spread(a)) for (const other of spread(b)) best = Math.max(best, cosine(one.vector, other.vector))
  return linkTerms(measurePair(profileOf(a), profileOf(b), best))
}

function spread(members: readonly Member[]): readonly Member[] {
  if (members.length <= SPREAD) return members
  return Array.from({ length: SPREAD }, (_, at) => members[Math.round((at * (members.length - 1)) / (SPREAD - 1))]!)
}
