import type { StoryEvent } from '@dateline/domain'
import { pairTable } from '../copies/containment.ts'
import { createPairWeights, type PairWeights } from '../copies/pair-weights.ts'
import { type CopySequence, copySequenceOf } from '../copies/sequence.ts'
import { createSequenceStore, NO_SEQUENCE } from '../copies/sequence-store.ts'
import { EARLIER_MAX, isSameText, isVersionOf } from '../copies/versions.ts'
import { createForeignIndex } from '../foreign/foreign-index.ts'
import { foreignMarks, NO_FOREIGN_MARKS } from '../foreign/foreign-marks.ts'
import { hash32 } from '../text/hash.ts'
import { readText } from '../text/read-text.ts'
import { termOf } from '../text/term.ts'
import { wordsOfText } from '../text/words-of-text.ts'
import { createArticleWindow } from './article-window.ts'
import { type CopyEvent, dayOf, type StoryDocument, seenDayOf } from './document.ts'
import { type Features, featuresOf } from './features.ts'
import { createFrequencies, type Frequencies } from './frequencies.ts'
import type { Member, StoryState } from './member.ts'
import { findNeighbours, type Neighbour, weightiest } from './neighbours.ts'
import { particularsOf } from './particulars.ts'
import { createPostings, type Postings } from './postings.ts'
import { createSecondLooks } from './second-looks.ts'
import { createStories } from './stories.ts'
import { cosine, type Vector, vectorsOf } from './vector.ts'
import { createVectorStore } from './vector-store.ts'

/** All that grouping knows. It changes by `remember` and `apply` only, so a replayed log gives the same state. */
export type GroupingState = {
  readonly frequencies: Frequencies
  readonly storyPostings: Postings
  readonly copyPostings: Postings
  readonly pairs: PairWeights
  readonly member: (articleId: string) => Member | undefined
  readonly copiesOf: (articleId: string) => ReadonlySet<Member>
  readonly holds: (slot: number) => boolean
  readonly at: (slot: number) => Member
  readonly released: ReadonlySet<Member>
  readonly story: (storyId: string) => StoryState | undefined
  readonly neighboursOf: (member: Member) => readonly Neighbour[]
  /** @returns null: a revision of an article that has been forgotten, which stays where it was. */
  readonly remember: (document: StoryDocument) => Remembered | null
  readonly apply: (stream: string, event: StoryEvent | CopyEvent) => void
}

/** An article just remembered, with its features and the articles nearest to it, best first. */
export type Remembered = {
  readonly member: Member
  /** Another text stands in the place of the one it had: copies of that are none of this one. */
  readonly isReplaced: boolean
  readonly features: Features
  /** Under which copies of its text are found. */
  readonly copyKeys: Uint32Array
  readonly neighbours: readonly Neighbour[]
  /** What the marks shared with articles in other languages look like in print. */
  readonly printedMarks: ReadonlyMap<number, string>
  /** Earlier articles whose second look is due now: the log has gone on since. */
  readonly due: readonly Member[]
}

/**
 * The newest articles, with which new ones are compared: older ones keep their place in their story, which a person can
 * change; and a story is forgotten when all its articles have left the window. All that grouping holds is about 0.5 GB at
 * most. An operator who takes in 10,000 articles a day compares with those of 13 days.
 */
const ARTICLES_MAX = 1 << 17
const STEM_CHUNKS_MAX = 40

/** Articles read for each feature: the cost does not grow with the log. */
const STORY_POSTINGS_MAX = 96
export const COPY_POSTINGS_MAX = 24

const NO_VECTOR: Vector = { hashes: new Uint32Array(0), weights: new Uint16Array(0), start: 0, end: 0 }
const NO_MARKS = { hashes: new Uint32Array(0), start: 0, end: 0 }
const NO_PARTICULARS = { numbers: NO_MARKS, names: NO_MARKS, weekdays: 0, score: 0 }

/** @param articlesMax so many of the newest articles are compared with. */
export function createGroupingState(articlesMax = ARTICLES_MAX): GroupingState {
  const frequencies = createFrequencies()
  const storyPostings = createPostings(STORY_POSTINGS_MAX, articlesMax)
  const copyPostings = createPostings(COPY_POSTINGS_MAX, articlesMax)
  const pairs = createPairWeights()
  const vectors = createVectorStore(articlesMax)
  const sequences = createSequenceStore(STEM_CHUNKS_MAX)
  const window = createArticleWindow(articlesMax, forgetWords)
  const foreignIndex = createForeignIndex(window, articlesMax)
  const secondLooks = createSecondLooks()
  const stories = createStories(articlesMax)

  const rarityInEnglish = (word: string): number => frequencies.idfIn('en')(hash32(termOf(word.toLowerCase(), 'en')))

  const neighboursOf = (member: Member): readonly Neighbour[] =>
    withForeign(findNeighbours(storyPostings, window, vectors, member), foreignIndex.find(member))

  const remember = (document: StoryDocument): Remembered | null => {
    const known = stories.member(document.articleId)
    // Both ask for what the order of articles alone decides, so that a replay answers alike.
    if (known === undefined ? document.isRevision === true : !window.holds(known.slot)) return null
    const { language, host, agency } = document
    const text = readText(document.text, language)
    const title = wordsOfText(document.title, language)
    const standfirst = wordsOfText(document.standfirst ?? '', language)
    const features = featuresOf(title.forms, standfirst.forms, text.forms)
    const slot = known?.slot ?? window.nextSlot()
    const read = vectorsOf(features, frequencies, language)
    const { sequence, keys } = copySequenceOf(text, pairs.weightIn(language))
    const compared = vectors.put(slot, {
      vector: read.vector,
      titleVector: read.title,
      particulars: particularsOf(text, frequencies.idfIn(language)),
    })
    const { articleId, title: headline } = document
    const seen = { title: headline, day: dayOf(document), language, host, agency }
    const member = known === undefined ? window.add(() => newMember(slot, articleId)) : known
    const { marks, printed: printedMarks } = foreignMarks(document, rarityInEnglish)
    Object.assign(member, seen, compared, { foreign: foreignIndex.weigh(marks) })
    foreignIndex.add(member)
    const isReplaced = known !== undefined && revise(known, sequence, document.isReadAgain === true)
    sequences.put(member, sequence)
    if (member.story !== null) member.story.profile = null
    const neighbours = neighboursOf(member)
    const { vector } = member
    if (known === undefined) {
      stories.add(member)
      pairs.add(sequence, language)
      frequencies.add(newFeatures(features, vector, neighbours[0]?.member), language)
    }
    for (const hash of weightiest(vector)) storyPostings.add(hash, slot)
    for (const hash of keys) copyPostings.add(hash, slot)
    const due = secondLooks.add(member, seenDayOf(document))
    return { member, isReplaced, features, copyKeys: keys, neighbours, printedMarks, due }
  }

  /** Keeps what a text said before, where it goes on from that. @returns whether it is another text now. */
  const revise = (member: Member, now: CopySequence, isReadAgain: boolean): boolean => {
    const { sequence: before, earlier } = member
    // Words that were forgotten say nothing.
    if (before.end === before.start || isSameText(before, now)) return false
    const isVersion = isVersionOf(pairTable(now, pairs.weightIn(member.language)), before)
    if (!isVersion) member.earlier = null
    else if (!isReadAgain) member.earlier = [...(earlier ?? []), sequences.keep(before)].slice(-EARLIER_MAX)
    return !isVersion || isReadAgain
  }

  return {
    frequencies,
    storyPostings,
    copyPostings,
    pairs,
    member: stories.member,
    copiesOf: stories.copiesOf,
    holds: window.holds,
    at: window.at,
    released: stories.released,
    story: stories.story,
    neighboursOf,
    remember,
    apply: stories.apply,
  }
}

/** All fields in one literal: an object that grows field by field takes half as much memory again. */
function newMember(slot: number, articleId: string): Member {
  return {
    slot,
    articleId,
    title: '',
    day: 0.5,
    language: null,
    host: null,
    agency: null,
    vector: NO_VECTOR,
    titleVector: NO_VECTOR,
    particulars: NO_PARTICULARS,
    foreign: NO_FOREIGN_MARKS,
    sequence: NO_SEQUENCE,
    earlier: null,
    story: null,
    placedByPerson: false,
    copyOf: null,
    copyByPerson: false,
    noCopyOf: null,
  }
}

/** Neighbours that go before those in other languages: the nearest of a story stands for it. */
const NEAREST_FIRST = 6

function withForeign(nearest: readonly Neighbour[], foreign: readonly Member[]): readonly Neighbour[] {
  const known = new Set(nearest.map(({ member }) => member))
  const added = foreign.filter((member) => !known.has(member)).map((member) => ({ member, likeness: 0 }))
  if (added.length === 0) return nearest
  return [...nearest.slice(0, NEAREST_FIRST), ...added, ...nearest.slice(NEAREST_FIRST)]
}

/** Alike enough to be on the same thing: its words are not counted once more. */
const SAME_THING = 0.25

/**
 * Features that an article brings. Words that it has in common with the article nearest to it are not counted again: a
 * burst of articles on one event does not make the event's own names common. So frequencies count events, not articles.
 */
function newFeatures({ hashes }: Features, vector: Vector, nearest: Member | undefined): readonly number[] {
  const isSameThing = nearest !== undefined && cosine(vector, nearest.vector) >= SAME_THING
  if (!isSameThing) return hashes
  const known = new Set(nearest.vector.hashes.subarray(nearest.vector.start, nearest.vector.end))
  return hashes.filter((hash) => !known.has(hash))
}

function forgetWords(member: Member): void {
  member.vector = NO_VECTOR
  member.titleVector = NO_VECTOR
  member.particulars = NO_PARTICULARS
  member.foreign = NO_FOREIGN_MARKS
  if (member.story !== null) member.story.profile = null
}
