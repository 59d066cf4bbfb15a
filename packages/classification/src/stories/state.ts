import type { StoryEvent } from '@dateline/domain'
import { createPairWeights, type PairWeights } from '../copies/pair-weights.ts'
import { type CopySequence, copySequenceOf } from '../copies/sequence.ts'
import { readText } from '../text/read-text.ts'
import { wordsOfText } from '../text/words-of-text.ts'
import { type CopyEvent, dayOf, type StoryDocument, seenDayOf } from './document.ts'
import { type Features, featuresOf } from './features.ts'
import { createFrequencies, type Frequencies } from './frequencies.ts'
import type { Member, StoryState } from './member.ts'
import { findNeighbours, type Neighbour, weightiest } from './neighbours.ts'
import { type Particulars, particularsOf } from './particulars.ts'
import { createPostings, type Postings } from './postings.ts'
import { addTo, type Profile, profileOf, widen } from './profile.ts'
import { cosine, type Vector, vectorsOf } from './vector.ts'
import { createVectorStore } from './vector-store.ts'

/** All that grouping knows. It changes by `remember` and `apply` only, so a replayed log gives the same state. */
export type GroupingState = {
  readonly frequencies: Frequencies
  readonly storyPostings: Postings
  readonly copyPostings: Postings
  readonly pairs: PairWeights
  readonly member: (articleId: string) => Member | undefined
  readonly copiesOf: (articleId: string) => readonly Member[]
  readonly at: (slot: number) => Member
  readonly story: (storyId: string) => StoryState | undefined
  readonly neighboursOf: (member: Member) => readonly Neighbour[]
  readonly remember: (document: StoryDocument) => Remembered
  readonly apply: (stream: string, event: StoryEvent | CopyEvent) => void
}

/** An article just remembered, with its features and the articles nearest to it, best first. */
export type Remembered = {
  readonly member: Member
  readonly features: Features
  /** Under which copies of its text are found. */
  readonly copyKeys: Uint32Array
  readonly neighbours: readonly Neighbour[]
  /** Earlier articles whose second look is due now: the log has gone on since. */
  readonly due: readonly Member[]
}

/** How long after an article its place is looked at again, and how many of them for one new article. */
const SECOND_LOOK_DAYS = 0.25
const DUE_MAX = 4

/** Entries of the two rings: 24 and 32 an article, so that about as many articles are found as are held in full. */
const STORY_POSTINGS_MAX = 1 << 23
const COPY_POSTINGS_MAX = 1 << 22

/**
 * The newest articles, whose words are held for comparing: about 1 kB each. Older ones keep their place in their story
 * and can be moved by a person; what comes after is no longer compared with them. With the rings about 1 GB at most.
 */
const VECTORS_MAX = 350_000
const SEQUENCES_MAX = 130_000

const NO_VECTOR: Vector = { hashes: new Uint32Array(0), weights: new Uint16Array(0), start: 0, end: 0 }
const NO_PARTICULARS: Particulars = { numbers: new Uint32Array(0), weekdays: 0 }
const NO_SEQUENCE: CopySequence = { stems: new Uint16Array(0), weight: 0 }

/** Of the queue for second looks, what has been looked at is cut off in pieces of this size. */
const LOOKED_AT_MAX = 10_000

export function createGroupingState(): GroupingState {
  const frequencies = createFrequencies()
  const storyPostings = createPostings(STORY_POSTINGS_MAX)
  const copyPostings = createPostings(COPY_POSTINGS_MAX)
  const pairs = createPairWeights()
  const vectors = createVectorStore(VECTORS_MAX)
  const members: Member[] = []
  const byArticle = new Map<string, Member>()
  const stories = new Map<string, StoryState>()
  const copies = new Map<string, Set<Member>>()
  const redirects = new Map<string, string>()
  const waiting: { member: Member; dueDay: number }[] = []
  let nextWaiting = 0
  let now = 0

  const story = (storyId: string): StoryState | undefined => {
    let id = storyId
    for (let next = redirects.get(id); next !== undefined; next = redirects.get(id)) id = next
    return stories.get(id)
  }

  const remember = (document: StoryDocument): Remembered => {
    const text = readText(document.text, document.language)
    const title = wordsOfText(document.title, document.language)
    const standfirst = wordsOfText(document.standfirst ?? '', document.language)
    const features = featuresOf(title.forms, standfirst.forms, text.forms)
    const known = byArticle.get(document.articleId)
    const slot = known?.slot ?? members.length
    const read = vectorsOf(features, frequencies, document.language)
    forgetWords(members[slot - SEQUENCES_MAX], members[slot - VECTORS_MAX])
    // A revision of an article that has left the ring holds its own vectors.
    const isInRing = slot + VECTORS_MAX >= members.length
    const { vector, title: titleVector } = isInRing ? vectors.put(slot, read.vector, read.title) : { ...read }
    const { sequence, keys } = copySequenceOf(text, pairs.weight)
    const { language, host, agency } = document
    const seen = {
      title: document.title,
      day: dayOf(document),
      language,
      host,
      agency,
      vector,
      titleVector,
      particulars: particularsOf(text),
      sequence,
    }
    const member =
      known === undefined
        ? {
            slot,
            articleId: document.articleId,
            ...seen,
            story: null,
            placedByPerson: false,
            copyOf: null,
          }
        : Object.assign(known, seen)
    if (member.story !== null) member.story.profile = null
    const neighbours = findNeighbours(storyPostings, members, member)
    if (known === undefined) {
      members.push(member)
      byArticle.set(member.articleId, member)
      pairs.add(sequence)
      frequencies.add(newFeatures(features, vector, neighbours[0]?.member), language)
    }
    for (const hash of weightiest(vector)) storyPostings.add(hash, member.slot)
    for (const hash of keys) copyPostings.add(hash, member.slot)
    now = Math.max(now, seenDayOf(document))
    waiting.push({ member, dueDay: now + SECOND_LOOK_DAYS })
    const due: Member[] = []
    while (due.length < DUE_MAX && waiting[nextWaiting]!.dueDay <= now) due.push(waiting[nextWaiting++]!.member)
    if (nextWaiting >= LOOKED_AT_MAX) nextWaiting -= waiting.splice(0, nextWaiting).length
    return { member, features, copyKeys: keys, neighbours, due }
  }

  const apply = (stream: string, event: StoryEvent | CopyEvent): void => {
    if (event.type === 'CopyDetected') {
      const member = byArticle.get(stream)
      if (member === undefined) return
      if (member.copyOf !== null) copies.get(member.copyOf)?.delete(member)
      member.copyOf = event.data.originalArticleId
      if (member.story !== null) member.story.profile = null
      copies.set(member.copyOf, (copies.get(member.copyOf) ?? new Set()).add(member))
      return
    }
    const { data } = event
    if (event.type === 'StoryOpened') {
      if (stories.has(data.storyId) || redirects.has(data.storyId)) return
      stories.set(data.storyId, {
        id: data.storyId,
        label: event.data.label,
        labelledByPerson: false,
        apartFrom: new Set(),
        members: [],
        profile: null,
        firstDay: Number.POSITIVE_INFINITY,
        lastDay: Number.NEGATIVE_INFINITY,
      })
      return
    }
    const target = story(data.storyId)
    if (target === undefined) return
    change(target, event)
  }

  const change = (target: StoryState, event: Exclude<StoryEvent, { type: 'StoryOpened' }>): void => {
    const isByPerson = event.data.actor !== undefined
    switch (event.type) {
      case 'StoryRelabelled':
        target.label = event.data.label
        target.labelledByPerson ||= isByPerson
        return
      case 'ArticleJoinedStory':
      case 'ArticleLeftStory': {
        const member = byArticle.get(event.data.articleId)
        if (member === undefined) return
        member.placedByPerson ||= isByPerson
        // Who moves an article from one story to another says that they are two.
        if (isByPerson && event.type === 'ArticleLeftStory') setApart(target, story(event.data.movedToStoryId ?? ''))
        if (event.type === 'ArticleJoinedStory') join(member, target)
        else leave(member, target)
        return
      }
      case 'StorySplit':
        if (isByPerson) setApart(target, story(event.data.newStoryId))
        return
      case 'StoriesKeptApart':
        setApart(target, story(event.data.otherStoryId))
        return
      case 'StoryTopicsSet':
        return
      case 'StoryMerged': {
        const into = story(event.data.intoStoryId)
        if (into === undefined || into === target) return
        for (const member of [...target.members]) join(member, into)
        into.apartFrom.delete(target.id)
        target.apartFrom.delete(into.id)
        for (const apart of target.apartFrom) {
          const other = story(apart)
          other?.apartFrom.delete(target.id)
          setApart(into, other)
        }
        stories.delete(target.id)
        redirects.set(target.id, into.id)
        return
      }
    }
  }

  return {
    frequencies,
    storyPostings,
    copyPostings,
    pairs,
    member: (articleId) => byArticle.get(articleId),
    copiesOf: (articleId) => [...(copies.get(articleId) ?? [])].sort((a, b) => a.slot - b.slot),
    at: (slot) => members[slot]!,
    story,
    neighboursOf: (member) => findNeighbours(storyPostings, members, member),
    remember,
    apply,
  }
}

/** Two stories that a person keeps apart. Both know it, by the ids under which they go on. */
function setApart(one: StoryState, other: StoryState | undefined): void {
  if (other === undefined || other === one) return
  one.apartFrom.add(other.id)
  other.apartFrom.add(one.id)
}

/** Alike enough to be on the same thing: its words are not counted once more. */
const SAME_THING = 0.25

/**
 * Features that an article brings. Words that it has in common with the article nearest to it are not counted again: a
 * burst of articles on one event does not make the event's own names common. So frequencies count events, not articles.
 */
function* newFeatures({ hashes }: Features, vector: Vector, nearest: Member | undefined): Iterable<number> {
  const isSameThing = nearest !== undefined && cosine(vector, nearest.vector) >= SAME_THING
  const known = new Set(isSameThing ? nearest.vector.hashes.subarray(nearest.vector.start, nearest.vector.end) : [])
  for (const hash of hashes) if (!known.has(hash)) yield hash
}

function join(member: Member, target: StoryState): void {
  if (member.story === target) return
  if (member.story !== null) leave(member, member.story)
  member.story = target
  target.members.push(member)
  widen(target, member.day)
  // The profile holds texts of their own; where there is none, it holds copies, and the first own text makes it anew.
  if (target.profile === null || (member.copyOf !== null && target.members.length > 1)) return
  if (target.members.some((other) => other !== member && isOrigin(other))) addTo(target.profile, member)
  else target.profile = null
}

function leave(member: Member, from: StoryState): void {
  if (member.story !== from) return
  member.story = null
  from.members.splice(from.members.indexOf(member), 1)
  from.profile = null
}

/** Profile of a story's origins: copies of one text would make it look closer than its reports are to one another. */
export function profileOfStory(story: StoryState): Profile {
  if (story.profile !== null) return story.profile
  const profile = profileOf(originsOf(story.members))
  profiled.push(story)
  // The story itself may stand among the oldest as well, from an earlier time.
  if (profiled.length > PROFILES_MAX) for (const oldest of profiled.splice(0, PROFILES_MAX / 2)) oldest.profile = null
  story.profile = profile
  return profile
}

function isOrigin({ copyOf, vector }: Member): boolean {
  return copyOf === null && vector.end > vector.start
}

/** Stories whose profile is kept; a profile made anew is the same to the last bit. */
const PROFILES_MAX = 8_000
const profiled: StoryState[] = []

function forgetWords(unreadable: Member | undefined, unlike: Member | undefined): void {
  if (unreadable !== undefined) unreadable.sequence = NO_SEQUENCE
  if (unlike === undefined) return
  unlike.vector = NO_VECTOR
  unlike.titleVector = NO_VECTOR
  unlike.particulars = NO_PARTICULARS
  if (unlike.story !== null) unlike.story.profile = null
}

/** Those that are no copies; all, where there is none. */
export function originsOf(members: readonly Member[]): readonly Member[] {
  const origins = members.filter(isOrigin)
  return origins.length > 0 ? origins : members
}
