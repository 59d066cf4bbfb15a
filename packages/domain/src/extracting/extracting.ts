import type { Decider } from '../decider.ts'
import type { ExtractingEvent, ExtractingEventOf } from './events.ts'

type Promotion = ExtractingEventOf<'ExtractionPromoted'>['data']

export type ExtractingCommand = { type: 'PromoteExtraction'; data: Promotion }

/** What was promoted last; null: nothing was. */
export type Extracting = { readonly promotion: Promotion | null }

/** Pure: no clock, no I/O. What is already so gives no events: a promotion that was interrupted is given again. */
export const extracting: Decider<Extracting, ExtractingCommand, ExtractingEvent> = {
  initial: { promotion: null },
  decide({ data }, { promotion }) {
    const isSame = promotion?.runId === data.runId && promotion.runStartedAt === data.runStartedAt
    return isSame ? [] : [{ type: 'ExtractionPromoted', data }]
  },
  evolve: (_state, { data }) => ({ promotion: data }),
}
