import type { StoryEvent } from '@dateline/domain'
import { createPairWeights, type PairWeights } from '../copies/pair-weights.ts'
import { type CopySequence, copySequenceOf } from '../copies/sequence.ts'
import { type CopyEvent, dayOf, type StoryDocument } from './document.ts'
import { type Feature, featuresOf } from './features.ts'
import { createFrequencies, type Frequencies } from './frequencies.ts'
import { createPostings, type Postings } from './postings.ts'
import { type Vector, vectorOf } from './vector.ts'

/** One article as grouping remembers it. */
export type Member = {
  readonly slot: number
  readonly articleId: string
  title: string
  day: number
  language: string | null
  host: string | null
  agency: StoryDocument['agency']
  vector: Vector
  sequence: CopySequence
  story: StoryState | null
  /** The canonical item whose copy it is. */
  copyOf: string | null
}

export type StoryState = {
  readonly id: string
  label: string
  readonly members: Member[]
  firstDay: number
  lastDay: number
}

/** All that grouping knows. It changes by `remember` and `apply` only, so a replayed log gives the same state. */
export type GroupingState = {
  readonly frequencies: Frequencies
  readonly storyPostings: Postings
  readonly copyPostings: Postings
  readonly pairs: PairWeights
  readonly member: (articleId: string) => Member | undefined
  readonly at: (slot: number) => Member
  readonly story: (storyId: string) => StoryState | undefined
  readonly remember: (document: StoryDocument) => { member: Member; features: Map<number, Feature> }
  readonly apply: (stream: string, event: StoryEvent | CopyEvent) => void
}

/** Entries of the two rings: a few dozen an article, so about a million articles stay within reach. */
const POSTINGS_MAX = 1 << 25

/** How many of an article's weightiest features lead to it. */
const INDEXED_FEATURES = 24

export function createGroupingState(): GroupingState {
  const frequencies = createFrequencies()
  const storyPostings = createPostings(POSTINGS_MAX)
  const copyPostings = createPostings(POSTINGS_MAX)
  const pairs = createPairWeights()
  const members: Member[] = []
  const byArticle = new Map<string, Member>()
  const stories = new Map<string, StoryState>()
  const redirects = new Map<string, string>()

  const story = (storyId: string): StoryState | undefined => {
    let id = storyId
    for (let next = redirects.get(id); next !== undefined; next = redirects.get(id)) id = next
    return stories.get(id)
  }

  const remember = (document: StoryDocument) => {
    const features = featuresOf(document)
    const known = byArticle.get(document.articleId)
    if (known === undefined) frequencies.add(features.keys(), document.language)
    const vector = vectorOf(features, frequencies, document.language)
    const sequence = copySequenceOf(document)
    const { title, language, host, agency } = document
    const seen = { title, day: dayOf(document), language, host, agency, vector, sequence }
    const member =
      known === undefined
        ? { slot: members.length, articleId: document.articleId, ...seen, story: null, copyOf: null }
        : Object.assign(known, seen)
    if (known === undefined) {
      pairs.add(sequence)
      members.push(member)
      byArticle.set(member.articleId, member)
    }
    for (const hash of weightiest(vector)) storyPostings.add(hash, member.slot)
    for (const hash of sequence.keys) copyPostings.add(hash, member.slot)
    return { member, features }
  }

  const apply = (stream: string, event: StoryEvent | CopyEvent): void => {
    if (event.type === 'CopyDetected') {
      const member = byArticle.get(stream)
      if (member !== undefined) member.copyOf = event.data.originalArticleId
      return
    }
    const { data } = event
    if (event.type === 'StoryOpened') {
      if (stories.has(data.storyId) || redirects.has(data.storyId)) return
      stories.set(data.storyId, {
        id: data.storyId,
        label: event.data.label,
        members: [],
        firstDay: Number.POSITIVE_INFINITY,
        lastDay: Number.NEGATIVE_INFINITY,
      })
      return
    }
    const target = story(data.storyId)
    if (target === undefined) return
    if (event.type === 'StoryRelabelled') target.label = event.data.label
    else if (event.type === 'ArticleJoinedStory') join(byArticle.get(event.data.articleId), target)
    else if (event.type === 'ArticleLeftStory') leave(byArticle.get(event.data.articleId), target)
    else if (event.type === 'StoryMerged') {
      const into = story(event.data.intoStoryId)
      if (into === undefined || into === target) return
      for (const member of [...target.members]) join(member, into)
      stories.delete(target.id)
      redirects.set(target.id, into.id)
    }
  }

  return {
    frequencies,
    storyPostings,
    copyPostings,
    pairs,
    member: (articleId) => byArticle.get(articleId),
    at: (slot) => members[slot]!,
    story,
    remember,
    apply,
  }
}

/** The hashes under which an article is found: its weightiest features. */
export function weightiest({ hashes, weights }: Vector): number[] {
  const order = Array.from(hashes.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b)
  return order.slice(0, INDEXED_FEATURES).map((at) => hashes[at]!)
}

function join(member: Member | undefined, target: StoryState): void {
  if (member === undefined || member.story === target) return
  if (member.story !== null) leave(member, member.story)
  member.story = target
  target.members.push(member)
  target.firstDay = Math.min(target.firstDay, member.day)
  target.lastDay = Math.max(target.lastDay, member.day)
}

function leave(member: Member | undefined, from: StoryState): void {
  if (member?.story !== from) return
  member.story = null
  from.members.splice(from.members.indexOf(member), 1)
}
