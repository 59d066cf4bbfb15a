import type { Decider } from '../decider.ts'
import type { ClassifyingEvent, ClassifyingEventOf } from './events.ts'

type Promotion = ClassifyingEventOf<'ClassificationPromoted'>['data']

export type ClassifyingCommand = { type: 'PromoteClassification'; data: Promotion }

/** What was promoted last; null: nothing was, and the model that ships is in force. */
export type Classifying = { readonly promotion: Promotion | null }

/** Pure: no clock, no I/O. What is already so gives no events. */
export const classifying: Decider<Classifying, ClassifyingCommand, ClassifyingEvent> = {
  initial: { promotion: null },
  decide({ data }, { promotion }) {
    const isSame =
      promotion !== null && promotion.model.id === data.model.id && promotion.classifier === data.classifier
    return isSame ? [] : [{ type: 'ClassificationPromoted', data }]
  },
  evolve: (_state, { data }) => ({ promotion: data }),
}
