import { storyIdOf } from '@dateline/domain'
import { chooseLabel } from './choose-label.ts'
import type { Context } from './context.ts'
import { isForeign, likeliestForeign } from './foreign-link.ts'
import { joinedEvent, round } from './joined-event.ts'
import { linkOf, spread } from './link-stories.ts'
import type { Member, StoryState } from './member.ts'
import { profileOf } from './profile.ts'
import { halvesOf } from './split-story.ts'
import { cosine } from './vector.ts'

/** Log odds below which the halves of a story part: far enough from MERGE_LOGIT not to meet again at once. */
const SPLIT_LOGIT = -1.5

/** At every doubling of its size a story is asked whether it is still one, and which title says best what it is about. */
export function reviewStory(context: Context, story: StoryState, cause: string): void {
  const size = story.members.length
  if (size < 2 || (size & (size - 1)) !== 0) return
  splitIfTwo(context, story, cause)
  const label = chooseLabel(story).title
  if (label === story.label || label === '' || story.labelledByPerson) return
  const reason = `of ${story.members.length} titles this one has most in common with the others`
  context.decide(story.id, { type: 'StoryRelabelled', data: { storyId: story.id, label, reason } })
}

function splitIfTwo(context: Context, story: StoryState, cause: string): void {
  const { decide, grouper } = context
  if (story.members.some(({ placedByPerson }) => placedByPerson)) return
  const found = halvesOf(story.members)
  if (found === null) return
  const [rest, leaving] = keepOlder(withCopies(context, story, found.halves[0]))
  if (leaving.length === 0) return
  const link = linkOf(
    context,
    story,
    leaving,
    profileOf(leaving),
    rest,
    profileOf(rest),
    rest[0]!,
    highest(leaving, rest),
    isForeign(leaving[0]!, rest[0]!) ? likeliestForeign(spread(leaving), spread(rest)) : null,
  )
  if (link.logit > SPLIT_LOGIT) return
  const founder = leaving[0]!
  const newStoryId = storyIdOf(founder.articleId, cause)
  const reason = `it had become two: likeness ${round(link.measures.average)} between the halves, ${round(link.measures.relative)} of that within`
  decide(newStoryId, {
    type: 'StoryOpened',
    data: { storyId: newStoryId, articleId: founder.articleId, label: founder.title, grouper },
  })
  decide(story.id, { type: 'StorySplit', data: { storyId: story.id, newStoryId, reason } })
  for (const member of leaving) {
    const { articleId } = member
    decide(story.id, {
      type: 'ArticleLeftStory',
      data: { storyId: story.id, articleId, reason, movedToStoryId: newStoryId },
    })
    decide(newStoryId, joinedEvent(newStoryId, member, member === founder ? null : founder, 1, reason, grouper))
  }
}

/** A half of a story and the rest of it: a copy goes with the text that it carries, where that is in the story. */
function withCopies({ state }: Context, story: StoryState, half: readonly Member[]): readonly [Member[], Member[]] {
  const inHalf = new Set(half)
  const goesWithHalf = (member: Member): boolean => {
    const original = member.copyOf === null ? undefined : state.member(member.copyOf)
    return inHalf.has(original?.story === story ? original : member)
  }
  return [story.members.filter(goesWithHalf), story.members.filter((member) => !goesWithHalf(member))]
}

/** The half with the founder keeps the story's name. */
function keepOlder([a, b]: readonly [Member[], Member[]]): readonly [Member[], Member[]] {
  if (a.length === 0 || b.length === 0) return [[...a, ...b], []]
  return a[0]!.slot < b[0]!.slot ? [a, b] : [b, a]
}

function highest(a: readonly Member[], b: readonly Member[]): number {
  let best = 0
  for (const one of spread(a)) for (const other of spread(b)) best = Math.max(best, cosine(one.vector, other.vector))
  return best
}
