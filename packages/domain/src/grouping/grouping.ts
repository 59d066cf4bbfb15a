import type { Decider } from '../decider.ts'
import type { GroupingEvent, GroupingEventOf } from './events.ts'

export type GroupingCommand = { type: 'PromoteGrouping'; data: GroupingEventOf<'GroupingPromoted'>['data'] }

/** The model in force; null: the one that ships with the release. */
export type Grouping = { readonly model: { readonly id: string; readonly weights: readonly number[] } | null }

/** Pure: no clock, no I/O. What is already so gives no events. */
export const grouping: Decider<Grouping, GroupingCommand, GroupingEvent> = {
  initial: { model: null },
  decide: ({ data }, { model }) => (model?.id === data.model.id ? [] : [{ type: 'GroupingPromoted', data }]),
  evolve: (_state, { data }) => ({ model: data.model }),
}
