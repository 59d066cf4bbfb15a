import type { Decider } from '../decider.ts'
import { IllegalCommandError } from '../errors.ts'
import type { TopicEvent, TopicEventOf } from './events.ts'

export type TopicCommand =
  | { type: 'DefineTopic'; data: TopicEventOf<'TopicDefined'>['data'] }
  | { type: 'RemoveTopic'; data: TopicEventOf<'TopicRemoved'>['data'] }

/** The definition in force; null: none. */
export type Topic = {
  readonly known: boolean
  readonly definition: Pick<TopicEventOf<'TopicDefined'>['data'], 'topicId' | 'query' | 'examples'> | null
}

/** Pure: no clock, no I/O. What is already so gives no events. */
export const topic: Decider<Topic, TopicCommand, TopicEvent> = {
  initial: { known: false, definition: null },

  decide({ type, data }, { known, definition }) {
    if (type === 'DefineTopic') {
      const { topicId, query, examples } = data
      const isSame = JSON.stringify(definition) === JSON.stringify({ topicId, query, examples })
      return isSame ? [] : [{ type: 'TopicDefined', data }]
    }
    if (!known) throw new IllegalCommandError(type, 'the topic was never defined')
    return definition === null ? [] : [{ type: 'TopicRemoved', data }]
  },

  evolve(_state, { type, data }) {
    if (type === 'TopicRemoved') return { known: true, definition: null }
    const { topicId, query, examples } = data
    return { known: true, definition: { topicId, query, examples } }
  },
}
