import { storyIdOf } from '@dateline/domain'
import type { Decision } from './document.ts'
import type { Feature } from './features.ts'
import { EPISODE_DAYS, likeness, likenessOfStories, threshold } from './similarity.ts'
import { type GroupingState, type Member, type StoryState, weightiest } from './state.ts'
import { cosine, sharedFeatures } from './vector.ts'

type Context = {
  readonly state: GroupingState
  readonly grouper: string
  readonly decide: (stream: string, event: Decision['event']) => void
}

/** Entries read for each feature, articles compared, and stories weighed for one article. */
const POSTINGS_READ = 96
const NEIGHBOURS_MAX = 48
const STORIES_MAX = 10

/** A story's thresholds for second looks, as factors of the one for joining. */
const MERGE_FACTOR = 1
const STAY_FACTOR = 0.6

/** An article moves only if the other story is this much closer. */
const MOVE_MARGIN = 0.06

/**
 * Puts an article into the story it fits best, or opens one; then looks again at its neighbours, since every article
 * may show that two stories are one, or that a neighbour belongs with it.
 *
 * @returns the nearest articles, best first.
 */
export function decideStory(
  context: Context,
  member: Member,
  features: ReadonlyMap<number, Feature>,
  cause: string,
): Member[] {
  const { state, grouper, decide } = context
  const neighbours = neighboursOf(state, member)
  const stories = storiesOf(neighbours, member)
  const needed = threshold(member.vector.hashes.length)
  let best: { story: StoryState; score: number; nearest: Member } | null = null
  for (const story of stories) {
    const { score, nearest } = likeness(member, story)
    if (nearest !== null && score >= needed && (best === null || score > best.score)) best = { story, score, nearest }
  }
  if (member.story !== null) {
    const stays = member.story.members.length === 1 ? 0 : likeness(member, member.story).score
    const isBetter = best !== null && best.story !== member.story && best.score > stays + MOVE_MARGIN
    if (isBetter && stays < needed * STAY_FACTOR)
      move(context, member, best!.story, best!.nearest, best!.score, evidenceOf(member, best!.nearest, features))
    return neighbours
  }
  if (best === null) {
    const storyId = storyIdOf(member.articleId, cause)
    decide(storyId, {
      type: 'StoryOpened',
      data: { storyId, articleId: member.articleId, label: member.title, grouper },
    })
    decide(storyId, joined(storyId, member, null, 1, 'opened the story', grouper))
  } else {
    const { story, nearest, score } = best
    decide(story.id, joined(story.id, member, nearest, score, evidenceOf(member, nearest, features), grouper))
  }
  lookAgain(context, member, neighbours)
  return neighbours
}

function lookAgain(context: Context, member: Member, neighbours: readonly Member[]): void {
  for (const other of storiesOf(neighbours, member)) {
    const own = member.story!
    if (other === own || other.members.length === 0) continue
    const needed = (threshold(typicalLength(own)) + threshold(typicalLength(other))) / 2
    const score = likenessOfStories(own, other)
    if (score >= needed * MERGE_FACTOR) merge(context, own, other, score)
  }
  for (const neighbour of neighbours.slice(0, STORIES_MAX)) {
    const own = member.story!
    const from = neighbour.story
    if (from === null || from === own || from.members.length < 2) continue
    const stays = likeness(neighbour, from).score
    const { score, nearest } = likeness(neighbour, own)
    if (nearest !== null && score > stays + MOVE_MARGIN && score >= threshold(neighbour.vector.hashes.length)) {
      move(
        context,
        neighbour,
        own,
        nearest,
        score,
        `closer to this story (${round(score)}) than to the one it was in (${round(stays)})`,
      )
    }
  }
}

/** The older story takes in the younger one; on a tie the one with more articles. */
function merge({ decide, grouper }: Context, a: StoryState, b: StoryState, score: number): void {
  const [into, from] = isOlder(a, b) ? [a, b] : [b, a]
  const reason = `their articles are as alike as those of one story (${round(score)})`
  for (const member of [...from.members]) {
    decide(into.id, joined(into.id, member, into.members[0]!, score, `merged with ${from.id}: ${reason}`, grouper))
  }
  decide(from.id, { type: 'StoryMerged', data: { storyId: from.id, intoStoryId: into.id, reason } })
}

function isOlder(a: StoryState, b: StoryState): boolean {
  if (a.members.length !== b.members.length) return a.members.length > b.members.length
  return a.firstDay !== b.firstDay ? a.firstDay < b.firstDay : a.id < b.id
}

function move(
  { decide, grouper }: Context,
  member: Member,
  to: StoryState,
  nearest: Member,
  score: number,
  reason: string,
): void {
  const from = member.story!
  const { articleId } = member
  decide(from.id, { type: 'ArticleLeftStory', data: { storyId: from.id, articleId, reason, movedToStoryId: to.id } })
  decide(to.id, joined(to.id, member, nearest, score, reason, grouper))
}

function joined(
  storyId: string,
  { articleId }: Member,
  nearest: Member | null,
  score: number,
  evidence: string,
  grouper: string,
) {
  const data = {
    storyId,
    articleId,
    nearestArticleId: nearest?.articleId ?? null,
    score: round(Math.min(1, score)),
    evidence,
    grouper,
  }
  return { type: 'ArticleJoinedStory' as const, data }
}

function neighboursOf(state: GroupingState, member: Member): Member[] {
  const votes = new Map<number, number>()
  const { vector } = member
  const weights = new Map(Array.from(vector.hashes, (hash, at) => [hash, vector.weights[at]!]))
  for (const hash of weightiest(vector)) {
    state.storyPostings.visit(hash, POSTINGS_READ, (slot) => {
      if (slot !== member.slot) votes.set(slot, (votes.get(slot) ?? 0) + weights.get(hash)!)
    })
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, NEIGHBOURS_MAX)
    .map(([slot]) => ({ other: state.at(slot), score: cosine(vector, state.at(slot).vector) }))
    .sort((a, b) => b.score - a.score || a.other.slot - b.other.slot)
    .map(({ other }) => other)
}

/** Stories of the neighbours that are not over, nearest first. */
function storiesOf(neighbours: readonly Member[], member: Member): StoryState[] {
  const stories = new Set<StoryState>()
  for (const { story } of neighbours) {
    if (story === null || stories.size >= STORIES_MAX) continue
    const isOver = member.day > story.lastDay + EPISODE_DAYS || member.day < story.firstDay - EPISODE_DAYS
    if (!isOver) stories.add(story)
  }
  return [...stories]
}

function evidenceOf(member: Member, nearest: Member, features: ReadonlyMap<number, Feature>): string {
  const terms = sharedFeatures(member.vector, nearest.vector)
    .slice(0, 8)
    .map((hash) => features.get(hash)!.term)
  return `shares ${terms.join(', ')}`
}

function typicalLength({ members }: StoryState): number {
  return members.reduce((sum, { vector }) => sum + vector.hashes.length, 0) / members.length
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000
}
