import type { Decider } from '../decider.ts'
import type { StoryEvent, StoryEventOf } from './events.ts'

type Data<Type extends StoryEvent['type']> = StoryEventOf<Type>['data']

export type StoryCommand =
  | { type: 'OpenStory'; data: Data<'StoryOpened'> }
  | { type: 'JoinStory'; data: Data<'ArticleJoinedStory'> }
  | { type: 'LeaveStory'; data: Data<'ArticleLeftStory'> }
  | { type: 'ReleaseArticle'; data: Data<'ArticleReleased'> }
  | { type: 'MergeStory'; data: Data<'StoryMerged'> }
  | { type: 'SplitStory'; data: Data<'StorySplit'> }
  | { type: 'KeepStoriesApart'; data: Data<'StoriesKeptApart'> }
  | { type: 'RelabelStory'; data: Data<'StoryRelabelled'> }
  | { type: 'SetStoryTopics'; data: Data<'StoryTopicsSet'> }

export type Story = {
  readonly open: boolean
  readonly label: string | null
  readonly labelledByPerson: boolean
  readonly members: ReadonlySet<string>
  /** Members that a person has left to automatic decisions, and nobody has placed since. */
  readonly released: ReadonlySet<string>
  readonly mergedInto: string | null
  readonly splitOff: ReadonlySet<string>
  /** Stories that it is not one with, as a person says. */
  readonly apartFrom: ReadonlySet<string>
  /** As a person has set them; null: nobody has. */
  readonly topics: readonly string[] | null
}

/** Pure: no clock, no I/O. What is already so gives no events. */
export const story: Decider<Story, StoryCommand, StoryEvent> = {
  initial: {
    open: false,
    label: null,
    labelledByPerson: false,
    members: new Set(),
    released: new Set(),
    mergedInto: null,
    splitOff: new Set(),
    apartFrom: new Set(),
    topics: null,
  },

  decide({ type, data }, state) {
    switch (type) {
      case 'OpenStory':
        return state.open ? [] : [{ type: 'StoryOpened', data }]
      case 'JoinStory':
        return state.members.has(data.articleId) ? [] : [{ type: 'ArticleJoinedStory', data }]
      case 'LeaveStory':
        return state.members.has(data.articleId) ? [{ type: 'ArticleLeftStory', data }] : []
      case 'ReleaseArticle':
        return state.released.has(data.articleId) ? [] : [{ type: 'ArticleReleased', data }]
      case 'MergeStory':
        return state.mergedInto === null ? [{ type: 'StoryMerged', data }] : []
      case 'SplitStory':
        return state.splitOff.has(data.newStoryId) ? [] : [{ type: 'StorySplit', data }]
      case 'KeepStoriesApart':
        return state.apartFrom.has(data.otherStoryId) ? [] : [{ type: 'StoriesKeptApart', data }]
      case 'RelabelStory': {
        // A person who gives a story the name it has says that it is to keep it.
        const isSame = data.actor === undefined || state.labelledByPerson === (data.kept !== false)
        return state.label === data.label && isSame ? [] : [{ type: 'StoryRelabelled', data }]
      }
      case 'SetStoryTopics':
        return JSON.stringify(state.topics) === JSON.stringify(data.topics) ? [] : [{ type: 'StoryTopicsSet', data }]
    }
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'StoryOpened':
        return { ...state, open: true, label: data.label }
      case 'ArticleJoinedStory':
        return { ...state, members: new Set([...state.members, data.articleId]) }
      case 'ArticleLeftStory': {
        const without = (ids: ReadonlySet<string>) => new Set([...ids].filter((id) => id !== data.articleId))
        return { ...state, members: without(state.members), released: without(state.released) }
      }
      case 'ArticleReleased':
        return { ...state, released: new Set([...state.released, data.articleId]) }
      case 'StoryMerged':
        return { ...state, mergedInto: data.intoStoryId }
      case 'StorySplit':
        return { ...state, splitOff: new Set([...state.splitOff, data.newStoryId]) }
      case 'StoriesKeptApart':
        return { ...state, apartFrom: new Set([...state.apartFrom, data.otherStoryId]) }
      case 'StoryRelabelled':
        return {
          ...state,
          label: data.label,
          labelledByPerson: data.kept !== false && (state.labelledByPerson || data.actor !== undefined),
        }
      case 'StoryTopicsSet':
        return { ...state, topics: data.topics }
    }
  },
}
