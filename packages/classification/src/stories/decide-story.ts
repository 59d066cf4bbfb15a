import { storyIdOf } from '@dateline/domain'
import { foreignEvidence } from '../foreign/foreign-evidence.ts'
import type { Context } from './context.ts'
import { wordOfFeature } from './features.ts'
import { isForeign } from './foreign-link.ts'
import { joinedEvent, probability, round } from './joined-event.ts'
import { type Link, linkOfArticle, linkOfStories } from './link-stories.ts'
import type { Member, StoryState } from './member.ts'
import type { Neighbour } from './neighbours.ts'
import { daysBetween } from './profile.ts'
import { reviewStory } from './review-story.ts'
import type { SecondLook } from './second-looks.ts'
import type { Remembered } from './state.ts'
import { sharedFeatures } from './vector.ts'

/** Stories weighed, and neighbours looked at again, for one article. */
const STORIES_MAX = 10
const NEIGHBOURS_MAX = 10

/** Stories up to this size get a second look. */
const FRAGMENT_ARTICLES_MAX = 3

/** Days after which a silent story is over: what comes later opens a new episode. */
const EPISODE_DAYS = 14

/** Log odds from which an article joins and two stories become one: more likely than not. */
const JOIN_LOGIT = 0
const MERGE_LOGIT = 0

/** Log odds that a copy tells the story of its original, beside what it is like: a round-up may carry a copy and tell another. */
const COPY_LOGIT = 3

/** An article moves only if the other story is this much more likely, in log odds. */
const MOVE_MARGIN = 1.5

/**
 * Puts an article into the story it fits best, or opens one; then looks again at its neighbours, since every article
 * may show that two stories are one, or that a neighbour belongs with it.
 */
export function decideStory(
  context: Context,
  remembered: Remembered,
  looks: readonly SecondLook[],
  cause: string,
): void {
  const { grouper, decide } = context
  const { member, neighbours } = remembered
  for (const look of looks) {
    follow(context, look.member)
    if (look.isReleased || isFragment(look.member.story)) secondLook(context, look)
  }
  const copied = linkByCopy(context, member)
  const rivals = rivalsOf(context, member, copied, storiesOf(neighbours, member, 'going'))
  const best = likelier(copied, bestLink(context, remembered, rivals))
  if (member.story !== null) {
    revise(context, member, best)
    return
  }
  if (best === null || best.logit < JOIN_LOGIT) {
    const storyId = storyIdOf(member.articleId, cause)
    const before = episodeBefore(context, remembered)
    const followsStoryId = before?.id ?? null
    const data = { storyId, articleId: member.articleId, label: member.title, grouper, followsStoryId }
    decide(storyId, { type: 'StoryOpened', data })
    decide(storyId, joinedEvent(storyId, member, null, 1, 'opened the story', grouper))
  } else {
    const { story, nearest, logit } = best
    decide(
      story.id,
      joinedEvent(story.id, member, nearest, probability(logit), evidenceOf(remembered, nearest), grouper),
    )
  }
  takeCopiesAlong(context, member)
  lookAgain(context, member, neighbours)
  reviewStory(context, member.story!, cause)
}

/** A copy is in the story of the text it copies. */
function linkByCopy(context: Context, member: Member): Link | null {
  const canonical = member.copyOf === null ? undefined : context.state.member(member.copyOf)
  const story = canonical?.story
  if (canonical === undefined || story === null || story === undefined || !isGoing(story, member.day)) return null
  const link = linkOfArticle(context, member, story, canonical)
  return { ...link, logit: link.logit + COPY_LOGIT }
}

/**
 * Stories in which a copy may be instead of its original's: none where a person has placed the original, and none that a person
 * keeps apart from that story.
 */
function rivalsOf(
  { state }: Context,
  { copyOf }: Member,
  copied: Link | null,
  stories: ReadonlyMap<StoryState, Member>,
): ReadonlyMap<StoryState, Member> {
  if (copied === null) return stories
  if (state.member(copyOf!)?.placedByPerson === true) return new Map()
  return new Map([...stories].filter(([story]) => !isApart(story, copied.story)))
}

/** On a tie the first. */
function likelier(one: Link | null, other: Link | null): Link | null {
  if (one === null || other === null) return one ?? other
  return other.logit > one.logit ? other : one
}

/** Larger stories are looked at again with each of their articles. */
function isFragment(story: StoryState | null): boolean {
  return story !== null && story.members.length <= FRAGMENT_ARTICLES_MAX
}

/** What came after an article may show where it belongs. */
function secondLook(context: Context, { member, neighbours }: SecondLook): void {
  const copied = linkByCopy(context, member)
  const own = member.story!
  if (own.members.length > 1 && !member.placedByPerson) {
    const best = bestLink(
      context,
      { member },
      rivalsOf(context, member, copied, storiesOf(neighbours, member, 'going')),
    )
    if (best !== null && best.logit >= JOIN_LOGIT) {
      const stays = copied?.story === own ? copied : linkOfArticle(context, member, own, null)
      if (best.logit >= stays.logit + MOVE_MARGIN)
        move(context, member, best, 'on a second look it fits this story better')
    }
  }
  lookAgain(context, member, neighbours)
}

/** A copy that is in another story than its original comes to it, if that is the likelier place. */
function followOriginal(context: Context, copy: Member): void {
  const own = copy.story
  const copied = linkByCopy(context, copy)
  if (copied === null || own === null || own === copied.story || copied.logit < JOIN_LOGIT) return
  if (copy.placedByPerson || isApart(own, copied.story)) return
  if (own.members.length === 1) merge(context, own, copied)
  else if (copied.logit >= linkOfArticle(context, copy, own, null).logit + MOVE_MARGIN)
    move(context, copy, copied, 'goes with the text that it copies')
}

/** Whose copy an article is, or which are its own, may have changed since it was placed. */
function follow(context: Context, member: Member): void {
  followOriginal(context, member)
  takeCopiesAlong(context, member)
}

function takeCopiesAlong(context: Context, original: Member): void {
  for (const copy of [...context.state.copiesOf(original.articleId)]) followOriginal(context, copy)
}

/** A revision moves its article only if it has become another story altogether. */
function revise(context: Context, member: Member, best: Link | null): void {
  const own = member.story!
  if (best === null || best.story === own || best.logit < JOIN_LOGIT || own.members.length < 2) return
  if (member.placedByPerson || isApart(own, best.story)) return
  if (linkOfArticle(context, member, own, null).logit > -MOVE_MARGIN) return
  move(context, member, best, 'the revised text no longer fits the story it was in')
}

function lookAgain(context: Context, member: Member, neighbours: readonly Neighbour[]): void {
  for (const story of storiesOf(neighbours, member, 'going').keys()) {
    const own = member.story!
    if (story === own || story.members.length === 0 || isApart(story, own)) continue
    const link = linkOfStories(context, own, story)
    if (link.logit >= MERGE_LOGIT) merge(context, own, link)
  }
  for (const { member: neighbour } of neighbours.slice(0, NEIGHBOURS_MAX)) {
    const from = neighbour.story
    // A copy goes where its original goes.
    if (neighbour.copyOf !== null) continue
    if (from === null || from === member.story || from.members.length < 2 || neighbour.placedByPerson) continue
    if (isApart(from, member.story!) || !isGoing(member.story!, neighbour.day)) continue
    const goes = linkOfArticle(context, neighbour, member.story!, member)
    if (goes.logit < JOIN_LOGIT) continue
    if (goes.logit < linkOfArticle(context, neighbour, from, null).logit + MOVE_MARGIN) continue
    move(context, neighbour, goes, 'fits this story better than the one it was in')
  }
}

/** Of the stories that an article goes on with, and which are over, the last: episodes follow one another. */
function episodeBefore(context: Context, { member, neighbours }: Remembered): StoryState | null {
  let last: StoryState | null = null
  for (const [story, nearest] of storiesOf(neighbours, member, 'over')) {
    // What is taken in from an archive may be older than a story that is known.
    if (story.lastDay > member.day || (last !== null && story.lastDay <= last.lastDay)) continue
    if (linkOfArticle(context, member, story, nearest).logit >= JOIN_LOGIT) last = story
  }
  return last
}

function bestLink(
  context: Context,
  { member }: Pick<Remembered, 'member'>,
  stories: ReadonlyMap<StoryState, Member>,
): Link | null {
  let best: Link | null = null
  for (const [story, nearest] of stories) {
    if (story === member.story || (member.story !== null && isApart(member.story, story))) continue
    const link = linkOfArticle(context, member, story, nearest)
    if (best === null || link.logit > best.logit) best = link
  }
  return best
}

/** A story that a person has named takes in the other, else the larger one; on a tie the older one. */
function merge({ decide, grouper }: Context, own: StoryState, { story, logit, measures }: Link): void {
  const [into, from] = isFirst(own, story) ? [own, story] : [story, own]
  const score = probability(logit)
  const between = `likeness ${round(measures.average)} between them, ${round(measures.relative)} of that within`
  const reason = `their articles are as alike as those of one story: ${between}`
  for (const member of [...from.members]) {
    decide(into.id, joinedEvent(into.id, member, into.members[0]!, score, `merged with ${from.id}: ${reason}`, grouper))
  }
  decide(from.id, { type: 'StoryMerged', data: { storyId: from.id, intoStoryId: into.id, reason } })
}

function isFirst(a: StoryState, b: StoryState): boolean {
  if (a.labelledByPerson !== b.labelledByPerson) return a.labelledByPerson
  if (a.members.length !== b.members.length) return a.members.length > b.members.length
  return a.firstDay !== b.firstDay ? a.firstDay < b.firstDay : a.id < b.id
}

/** Its copies come with it. */
function move(context: Context, member: Member, { story, nearest, logit }: Link, reason: string): void {
  const { decide, grouper } = context
  const from = member.story!
  const { articleId } = member
  decide(from.id, {
    type: 'ArticleLeftStory',
    data: { storyId: from.id, articleId, reason, movedToStoryId: story.id },
  })
  decide(story.id, joinedEvent(story.id, member, nearest, probability(logit), reason, grouper))
  takeCopiesAlong(context, member)
}

/** Stories of the neighbours, still going or already over, nearest first, with the nearest article of each. */
function storiesOf(
  neighbours: readonly Neighbour[],
  { day }: Member,
  wanted: 'going' | 'over',
): Map<StoryState, Member> {
  const stories = new Map<StoryState, Member>()
  for (const { member } of neighbours) {
    const { story } = member
    if (story === null || stories.has(story) || stories.size >= STORIES_MAX) continue
    if (isGoing(story, day) === (wanted === 'going')) stories.set(story, member)
  }
  return stories
}

/** Whether a person keeps two stories apart. */
function isApart(story: StoryState, other: StoryState): boolean {
  return story.apartFrom?.has(other.id) === true
}

function isGoing(story: StoryState, day: number): boolean {
  return Number.isNaN(day) || daysBetween(story, { firstDay: day, lastDay: day }) <= EPISODE_DAYS
}

function evidenceOf({ member, features, printedMarks }: Remembered, nearest: Member): string {
  const words = sharedFeatures(member.vector, nearest.vector).map((hash) => wordOfFeature(features, hash))
  const marks = isForeign(member, nearest) ? foreignEvidence(member.foreign, nearest.foreign).shared : []
  const shared = [...marks.map((hash) => printedMarks.get(hash) ?? ''), ...words].slice(0, 8)
  return `shares ${shared.join(', ')}`
}
