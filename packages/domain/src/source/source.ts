import type { Decider } from '../decider.ts'
import { IllegalCommandError } from '../errors.ts'
import type { Schedule, SourceEvent, SourceEventOf } from './events.ts'

type Data<Type extends SourceEvent['type']> = SourceEventOf<Type>['data']

export type SourceCommand =
  | { type: 'RegisterSource'; data: Data<'SourceRegistered'> }
  | { type: 'ChangeSource'; data: Data<'SourceChanged'> }
  | { type: 'PauseSource'; data: Data<'SourcePaused'> }
  | { type: 'ResumeSource'; data: Data<'SourceResumed'> }
  | { type: 'RecordSourceFailure'; data: Data<'SourceFailing'> }
  | { type: 'RecordSourceSuccess'; data: Data<'SourceRecovered'> }

export type Source = {
  readonly registered: boolean
  readonly name: string | null
  readonly schedule: Schedule
  readonly paused: boolean
  readonly failing: string | null
}

/** Pure: no clock, no I/O. A poll that changes nothing gives no events. */
export const source: Decider<Source, SourceCommand, SourceEvent> = {
  initial: { registered: false, name: null, schedule: { kind: 'adaptive' }, paused: false, failing: null },

  decide({ type, data }, state) {
    if (type === 'RegisterSource') return state.registered ? [] : [{ type: 'SourceRegistered', data }]
    if (!state.registered) throw new IllegalCommandError(type, 'source never registered')
    switch (type) {
      case 'ChangeSource': {
        const isSame = data.name === state.name && JSON.stringify(data.schedule) === JSON.stringify(state.schedule)
        return isSame ? [] : [{ type: 'SourceChanged', data }]
      }
      case 'PauseSource':
        return state.paused ? [] : [{ type: 'SourcePaused', data }]
      case 'ResumeSource':
        return state.paused ? [{ type: 'SourceResumed', data }] : []
      case 'RecordSourceFailure':
        return state.failing === data.reason ? [] : [{ type: 'SourceFailing', data }]
      case 'RecordSourceSuccess':
        return state.failing === null ? [] : [{ type: 'SourceRecovered', data }]
    }
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'SourceRegistered':
        return { ...state, registered: true, name: data.name, schedule: data.schedule }
      case 'SourceChanged':
        return { ...state, name: data.name, schedule: data.schedule }
      case 'SourcePaused':
        return { ...state, paused: true }
      case 'SourceResumed':
        return { ...state, paused: false }
      case 'SourceFailing':
        return { ...state, failing: data.reason }
      case 'SourceRecovered':
        return { ...state, failing: null }
    }
  },
}
