import type { StoryEvent } from '@dateline/domain'
import type { CopyEvent } from './document.ts'
import type { Member, StoryState } from './member.ts'
import { widen, withMember } from './profile.ts'
import { isOrigin } from './story-profile.ts'

/** Which article is in which story, and whose copy it is: by the decisions that were applied. */
export type Stories = {
  readonly add: (member: Member) => void
  readonly member: (articleId: string) => Member | undefined
  readonly copiesOf: (articleId: string) => ReadonlySet<Member>
  /** A story by its id, or by that of one that was merged into it. */
  readonly story: (storyId: string) => StoryState | undefined
  /**
   * Articles of which a person has left open, since the last automatic decision, where they belong or whose copy they are: they
   * are looked at before the next.
   */
  readonly released: ReadonlySet<Member>
  readonly apply: (stream: string, event: StoryEvent | CopyEvent) => void
}

/** Why two stories are apart: a person has split them, or said that they are two. */
const AS_WHOLES = ''

const NO_COPIES: ReadonlySet<Member> = new Set()

/**
 * A story is forgotten, with its articles, once `articlesMax` articles have been placed after its newest: what is placed
 * is recorded in the log, so a replay forgets the same stories at the same decisions.
 */
export function createStories(articlesMax: number): Stories {
  const byArticle = new Map<string, Member>()
  /** In the order in which they last took in an article. */
  const stories = new Map<string, StoryState>()
  const copies = new Map<string, Set<Member>>()
  const redirects = new Map<string, string>()
  const released = new Set<Member>()
  let newestPlaced = 0

  const story = (storyId: string): StoryState | undefined => {
    let id = storyId
    for (let next = redirects.get(id); next !== undefined; next = redirects.get(id)) id = next
    return stories.get(id)
  }

  const apply = (stream: string, event: StoryEvent | CopyEvent): void => {
    if (event.type === 'CopyDetected' || event.type === 'CopyRetracted' || event.type === 'CopyReleased') {
      const member = byArticle.get(stream)
      if (member !== undefined) applyCopy(member, event)
      return
    }
    if (event.data.actor === undefined) released.clear()
    if (event.type === 'StoryOpened') {
      const { storyId, label } = event.data
      if (!stories.has(storyId) && !redirects.has(storyId)) stories.set(storyId, openedStory(storyId, label))
      return
    }
    if (event.type === 'ArticleJoinedStory' && byArticle.has(event.data.articleId)) recall(event.data.storyId, event)
    const target = story(event.data.storyId)
    if (target === undefined) return
    if (event.type === 'StoryMerged') recall(event.data.intoStoryId, event)
    change(target, event)
  }

  /** A person may put what is new into a story that was forgotten: it goes on, under the name it has. */
  const recall = (storyId: string, { data }: StoryEvent): void => {
    if (data.actor === undefined || story(storyId) !== undefined) return
    stories.set(storyId, { ...openedStory(storyId, ''), labelledByPerson: true })
  }

  const applyCopy = (member: Member, { type, data }: CopyEvent): void => {
    const { originalArticleId: originalId, actor } = data
    if (type === 'CopyReleased') {
      allow(member, originalId)
      if (member.copyOf === originalId) member.copyByPerson = false
      released.add(member)
      return
    }
    if (member.story !== null) member.story.profile = null
    if (type === 'CopyRetracted') {
      if (actor !== undefined) deny(member, originalId)
      if (member.copyOf !== originalId) return
      leaveFamily(member)
      member.copyOf = null
      member.copyByPerson = false
      return
    }
    leaveFamily(member)
    member.copyOf = originalId
    if (actor !== undefined) {
      member.copyByPerson = true
      allow(member, originalId)
    }
    const family = copies.get(originalId)
    if (family === undefined) copies.set(originalId, new Set([member]))
    else family.add(member)
  }

  /** Neither has copied the other, as a person says. */
  const deny = (member: Member, otherId: string): void => {
    member.noCopyOf = (member.noCopyOf ?? new Set()).add(otherId)
    const other = byArticle.get(otherId)
    if (other !== undefined) other.noCopyOf = (other.noCopyOf ?? new Set()).add(member.articleId)
  }

  const allow = (member: Member, otherId: string): void => {
    member.noCopyOf?.delete(otherId)
    byArticle.get(otherId)?.noCopyOf?.delete(member.articleId)
  }

  const leaveFamily = (member: Member): void => {
    if (member.copyOf === null) return
    const family = copies.get(member.copyOf)
    family?.delete(member)
    if (family?.size === 0) copies.delete(member.copyOf)
  }

  const change = (target: StoryState, event: Exclude<StoryEvent, { type: 'StoryOpened' }>): void => {
    const isByPerson = event.data.actor !== undefined
    switch (event.type) {
      case 'StoryRelabelled':
        target.label = event.data.label
        target.labelledByPerson = event.data.kept !== false && (target.labelledByPerson || isByPerson)
        return
      case 'ArticleJoinedStory':
      case 'ArticleLeftStory': {
        const member = byArticle.get(event.data.articleId)
        if (member === undefined) return
        member.placedByPerson ||= isByPerson
        // Who moves an article from one story to another says that they are two.
        if (isByPerson && event.type === 'ArticleLeftStory')
          setApart(target, story(event.data.movedToStoryId ?? ''), member.articleId)
        if (event.type === 'ArticleJoinedStory') place(member, target)
        else leave(member, target)
        return
      }
      case 'ArticleReleased':
        release(event.data.articleId)
        return
      case 'StorySplit':
        if (isByPerson) setApart(target, story(event.data.newStoryId), AS_WHOLES)
        return
      case 'StoriesKeptApart':
        setApart(target, story(event.data.otherStoryId), AS_WHOLES)
        return
      case 'StoryTopicsSet':
        return
      case 'StoryMerged':
        merge(target, story(event.data.intoStoryId))
        return
    }
  }

  /** Its place is open again, and moves of it keep no stories apart any more. */
  const release = (articleId: string): void => {
    const member = byArticle.get(articleId)
    if (member === undefined) return
    member.placedByPerson = false
    released.add(member)
    for (const { apartFrom } of stories.values()) {
      for (const [other, why] of apartFrom ?? []) if (why.delete(articleId) && why.size === 0) apartFrom!.delete(other)
    }
  }

  const merge = (target: StoryState, into: StoryState | undefined): void => {
    if (into === undefined || into === target) return
    for (const member of [...target.members]) place(member, into)
    into.apartFrom?.delete(target.id)
    target.apartFrom?.delete(into.id)
    for (const [apart, why] of target.apartFrom ?? []) {
      const other = story(apart)
      other?.apartFrom?.delete(target.id)
      for (const reason of why) setApart(into, other, reason)
    }
    stories.delete(target.id)
    redirects.set(target.id, into.id)
    into.redirectedFrom = [...(into.redirectedFrom ?? []), ...(target.redirectedFrom ?? []), target.id]
  }

  const place = (member: Member, target: StoryState): void => {
    join(member, target)
    target.lastSlot = Math.max(target.lastSlot, member.slot)
    // Deleted and set again, it stands last.
    stories.delete(target.id)
    stories.set(target.id, target)
    if (member.slot <= newestPlaced) return
    newestPlaced = member.slot
    for (const oldest of stories.values()) {
      if (oldest.lastSlot > newestPlaced - articlesMax) return
      forget(oldest)
    }
  }

  const forget = (over: StoryState): void => {
    stories.delete(over.id)
    for (const id of over.redirectedFrom ?? []) redirects.delete(id)
    for (const apart of over.apartFrom?.keys() ?? []) story(apart)?.apartFrom?.delete(over.id)
    for (const member of over.members) {
      byArticle.delete(member.articleId)
      released.delete(member)
      leaveFamily(member)
    }
  }

  return {
    add: (member) => void byArticle.set(member.articleId, member),
    member: (articleId) => byArticle.get(articleId),
    copiesOf: (articleId) => copies.get(articleId) ?? NO_COPIES,
    story,
    released,
    apply,
  }
}

function openedStory(id: string, label: string): StoryState {
  return {
    id,
    label,
    labelledByPerson: false,
    apartFrom: null,
    members: [],
    profile: null,
    firstDay: Number.POSITIVE_INFINITY,
    lastDay: Number.NEGATIVE_INFINITY,
    lastSlot: -1,
    redirectedFrom: null,
  }
}

/** Two stories that a person keeps apart. Both know it, by the ids under which they go on. */
function setApart(one: StoryState, other: StoryState | undefined, why: string): void {
  if (other === undefined || other === one) return
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const) {
    a.apartFrom ??= new Map()
    a.apartFrom.set(b.id, (a.apartFrom.get(b.id) ?? new Set()).add(why))
  }
}

function join(member: Member, target: StoryState): void {
  if (member.story === target) return
  if (member.story !== null) leave(member, member.story)
  member.story = target
  target.members.push(member)
  widen(target, member.day)
  if (target.profile === null) return
  // The profile holds texts of their own; where there is none, it holds copies, and is made anew with each that joins.
  if (!target.members.some((other) => other !== member && isOrigin(other))) target.profile = null
  else if (isOrigin(member)) target.profile = withMember(target.profile, member)
}

function leave(member: Member, from: StoryState): void {
  if (member.story !== from) return
  member.story = null
  from.members.splice(from.members.indexOf(member), 1)
  from.profile = null
}
