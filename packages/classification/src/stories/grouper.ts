import { decideCopy } from '../copies/decide-copy.ts'
import { reviewCopy } from '../copies/review-copy.ts'
import { decideStory } from './decide-story.ts'
import type { Decision, StoryDocument } from './document.ts'
import { LINK_MODEL } from './link-model.ts'
import type { Trace } from './link-stories.ts'
import type { SecondLook } from './second-looks.ts'
import { createGroupingState, type Remembered } from './state.ts'

const RULES = 'stories/12'

/** Which rules and model grouped: part of every decision. */
export const GROUPER = `${RULES} ${LINK_MODEL.id}`

/**
 * Groups articles into stories, in log order. A pure state machine: the same calls give the same answers on any machine.
 *
 * Its state changes by what it is told only, so it can be brought back from the log: `remember` for every article that
 * was observed, `apply` for every decision that was recorded (an operator's among them), in log order.
 */
export type Grouper = {
  /**
   * Takes in an article, or a revision of one, and decides. The decisions are already applied.
   *
   * @param cause id of the event that made the article known: ids of new stories are derived from it.
   */
  readonly observe: (document: StoryDocument, cause: string) => Decision[]
  /** Takes in an article without deciding: its decisions are recorded. */
  readonly remember: (document: StoryDocument) => void
  /** A recorded decision. Applying one twice, or one of our own, changes nothing. */
  readonly apply: (decision: Decision) => void
  /** Decides by another model from now on. @returns false, and nothing changes, if it is not one that this release reads. */
  readonly use: (model: LinkWeights) => boolean
  /** The story an article is in, after merges; null: none. */
  readonly storyOf: (articleId: string) => string | null
  /** The canonical item whose copy an article is; null: nobody's. */
  readonly originalOf: (articleId: string) => string | null
  /** Members of a story in the order they joined; empty: unknown or merged. */
  readonly membersOf: (storyId: string) => string[]
}

export type GrouperOptions = {
  /** Sees every comparison of two groups of articles: for training and for explaining. */
  readonly trace?: Trace
  /** Another link model than the shipped one, to be tried beside it; its decisions carry its id. */
  readonly model?: LinkWeights
  /** So many of the newest articles are compared with; stories without any of them are forgotten. */
  readonly articlesMax?: number
}

type LinkWeights = { readonly id: string; readonly weights: readonly number[] }

export function createGrouper({ trace, model: first = LINK_MODEL, articlesMax }: GrouperOptions = {}): Grouper {
  const state = createGroupingState(articlesMax)
  let model = first
  const apply = ({ stream, event }: Decision): void => state.apply(stream, event)
  /** Earlier articles to be looked at again: whose second look is due, or which a person has left to automatic decisions. */
  const looksAt = ({ member: newest, due }: Remembered): SecondLook[] =>
    [...new Set([...state.released, ...due])]
      .filter((member) => member !== newest && member.story !== null)
      .map((member) => ({
        ...{ member, neighbours: state.neighboursOf(member), isReleased: state.released.has(member) },
      }))
  return {
    observe(document, cause) {
      const decisions: Decision[] = []
      const decide = (stream: string, event: Decision['event']): void => {
        decisions.push({ stream, event })
        state.apply(stream, event)
      }
      const remembered = state.remember(document)
      if (remembered === null) return []
      // How rare each word counts is part of the verdict: the table is named by its background and what it has counted.
      const grouper = `${RULES} ${model.id} idf ${state.frequencies.snapshot()}`
      const looks = looksAt(remembered)
      decideCopy({ state, decide }, remembered)
      for (const look of looks) reviewCopy({ state, decide }, look)
      decideStory({ state, grouper, weights: model.weights, trace, decide }, remembered, looks, cause)
      return decisions
    },
    remember: (document) => void state.remember(document),
    apply,
    use(next) {
      const isReadable = next.weights.length === LINK_MODEL.weights.length
      if (isReadable) model = next
      return isReadable
    },
    storyOf: (articleId) => state.member(articleId)?.story?.id ?? null,
    originalOf: (articleId) => state.member(articleId)?.copyOf ?? null,
    membersOf: (storyId) => state.story(storyId)?.members.map(({ articleId }) => articleId) ?? [],
  }
}
