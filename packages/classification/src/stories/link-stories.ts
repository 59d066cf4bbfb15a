import { isForeign, likeliestForeign } from './foreign-link.ts'
import { linkLogit } from './link-model.ts'
import type { Member, StoryState } from './member.ts'
import { type Profile, profileOf, profileOfOne, withoutMember } from './profile.ts'
import { measurePair, type PairMeasures } from './story-pair.ts'
import { originsOf, profileOfStory } from './story-profile.ts'
import { cosine, cosineWith } from './vector.ts'

/** Sees every comparison of two groups of articles. */
export type Trace = (a: readonly Member[], b: readonly Member[], measures: PairMeasures) => void

export type LinkContext = {
  /** Of the link model. */
  readonly weights: readonly number[]
  readonly trace?: Trace | undefined
}

/** How likely an article, or a story, belongs to another story; `nearest` is the article it is closest to there. */
export type Link = {
  readonly story: StoryState
  readonly nearest: Member
  readonly logit: number
  readonly measures: PairMeasures
}

/** Articles of each of two stories that are compared one by one for the highest likeness between them. */
const COMPARED_MAX = 4

/**
 * Two groups are told apart the more surely the more alike their own articles are, and reports that follow one wire are very
 * alike: which of them came together first would decide for good. So below even odds, articles are asked one by one; what
 * several of them say on average is surer by AGREEMENT_LOGIT than what one says. Chosen by cross-validation.
 */
const DOUBTFUL_LOGIT_MIN = -5
const AGREEMENT_LOGIT = 0.5

/** An article against a story, without itself. */
export function linkOfArticle(context: LinkContext, member: Member, story: StoryState, nearest: Member | null): Link {
  const isOwn = member.story === story
  const others = isOwn ? story.members.filter((other) => other !== member) : story.members
  const closest = nearest ?? nearestOf(member, others)
  const best = cosine(member.vector, closest.vector)
  const foreign = isForeign(member, closest) ? likeliestForeign([member], [closest, ...spread(others)]) : null
  const link = (profile: Profile) =>
    linkOf(context, story, [member], profileOfOne(member), others, profile, closest, best, foreign)
  const profile = profileOfStory(story)
  const isCounted = isOwn && originsOf(story.members).includes(member)
  if (!isCounted) return link(profile)
  return link(profile.count > 1 ? withoutMember(profile, member) : profileOf(others))
}

/** Two stories, as wholes; where these leave it in doubt, by what their articles say one by one, if that speaks for it. */
export function linkOfStories(context: LinkContext, own: StoryState, story: StoryState): Link {
  const link = linkOfWholes(context, own, story)
  const isOfArticles = own.members.length === 1 && story.members.length === 1
  if (link.logit >= 0 || link.logit < DOUBTFUL_LOGIT_MIN || isOfArticles) return link
  const oneByOne = (meanLogit(context, own, story) + meanLogit(context, story, own)) / 2
  return { ...link, logit: Math.max(link.logit, oneByOne + AGREEMENT_LOGIT) }
}

/** How likely articles of one story, some of them, each belong to the other: log odds on average. */
function meanLogit(context: LinkContext, from: StoryState, to: StoryState): number {
  const asked = spread(from.members)
  // Not traced: training asks of each pair of stories once.
  const { weights } = context
  return asked.reduce((sum, member) => sum + linkOfArticle({ weights }, member, to, null).logit, 0) / asked.length
}

function linkOfWholes(context: LinkContext, own: StoryState, story: StoryState): Link {
  const profiles = [profileOfStory(own), profileOfStory(story)] as const
  let best = -1
  let closest = own.members[0]!
  let nearest = story.members[0]!
  for (const one of spread(own.members)) {
    const likenessOf = cosineWith(one.vector)
    for (const other of spread(story.members)) {
      const found = likenessOf(other.vector)
      if (found <= best) continue
      best = found
      closest = one
      nearest = other
    }
  }
  const foreign = isForeign(closest, nearest)
    ? likeliestForeign([closest, ...spread(own.members)], [nearest, ...spread(story.members)])
    : null
  return linkOf(context, story, own.members, profiles[0], story.members, profiles[1], nearest, best, foreign)
}

export function linkOf(
  { trace, weights }: LinkContext,
  story: StoryState,
  a: readonly Member[],
  profileA: Profile,
  b: readonly Member[],
  profileB: Profile,
  nearest: Member,
  best: number,
  foreign: number | null = null,
): Link {
  const measures = measurePair(profileA, profileB, best)
  if (foreign !== null) return { story, nearest, measures, logit: foreign }
  trace?.(a, b, measures)
  return { story, nearest, measures, logit: linkLogit(measures, weights) }
}

function nearestOf(member: Member, others: readonly Member[]): Member {
  let nearest = others[0]!
  let best = -1
  const likenessOf = cosineWith(member.vector)
  for (const other of spread(others)) {
    const found = likenessOf(other.vector)
    if (found <= best) continue
    best = found
    nearest = other
  }
  return nearest
}

/** Members evenly spread over a story's history, the first and the last among them. */
export function spread(members: readonly Member[]): readonly Member[] {
  if (members.length <= COMPARED_MAX) return members
  const step = (members.length - 1) / (COMPARED_MAX - 1)
  return Array.from({ length: COMPARED_MAX }, (_, at) => members[Math.round(at * step)]!)
}
