import type { Decider } from '../decider.ts'
import { IllegalCommandError } from '../errors.ts'
import type { FoundListing, Schedule, SourceEvent, SourceEventOf, SourceLimits } from './events.ts'

type Data<Type extends SourceEvent['type']> = SourceEventOf<Type>['data']

export type SourceCommand =
  | { type: 'RegisterSource'; data: Data<'SourceRegistered'> }
  | { type: 'ChangeSource'; data: Data<'SourceChanged'> }
  | { type: 'PauseSource'; data: Data<'SourcePaused'> }
  | { type: 'ResumeSource'; data: Data<'SourceResumed'> }
  | { type: 'RecordSourceFailure'; data: Data<'SourceFailing'> }
  | { type: 'RecordSourceSuccess'; data: Data<'SourceRecovered'> }
  | { type: 'RecordSourceSilence'; data: Data<'SourceFellSilent'> }
  | { type: 'RecordSourceNews'; data: Data<'SourceSpokeAgain'> }
  | { type: 'SetRendering'; data: Data<'SourceRenderingChanged'> }
  | { type: 'RecordLayoutDrift'; data: Data<'SourceLayoutDrifted'> }
  | { type: 'RecordLayoutRecovery'; data: Data<'SourceLayoutRecovered'> }
  | { type: 'RecordFoundListings'; data: Data<'SourceListingsFound'> }

/** What a person has said about a source: what a sources file can say. */
export type SourceSettings = {
  readonly kind: 'feed' | 'sitemap' | 'site'
  readonly name: string | null
  readonly schedule: Schedule
  readonly folders: readonly string[]
  readonly limits: SourceLimits | null
  /** Set of the sources file that says how it is to be; null: none. */
  readonly managedBy: string | null
}

export type Source = {
  /** Null: nobody has registered it. */
  readonly url: string | null
  readonly settings: SourceSettings
  /** Why it is paused; null: it is not. */
  readonly paused: string | null
  readonly failing: string | null
  readonly silent: boolean
  readonly rendered: boolean
  readonly listings: readonly FoundListing[]
  /** Hosts whose pages give less than they used to. */
  readonly drifted: readonly string[]
}

/** Pure: no clock, no I/O. A poll that changes nothing gives no events. */
export const source: Decider<Source, SourceCommand, SourceEvent> = {
  initial: {
    url: null,
    settings: { kind: 'feed', name: null, schedule: { kind: 'adaptive' }, folders: [], limits: null, managedBy: null },
    paused: null,
    failing: null,
    silent: false,
    rendered: false,
    listings: [],
    drifted: [],
  },

  decide({ type, data }, state) {
    if (type === 'RegisterSource') return state.url === null ? [{ type: 'SourceRegistered', data }] : []
    if (state.url === null) throw new IllegalCommandError(type, 'source never registered')
    switch (type) {
      case 'ChangeSource':
        return isSame(changed(state.settings, data), state.settings) ? [] : [{ type: 'SourceChanged', data }]
      case 'SetRendering':
        return state.rendered === data.enabled ? [] : [{ type: 'SourceRenderingChanged', data }]
      case 'PauseSource':
        return state.paused === data.reason ? [] : [{ type: 'SourcePaused', data }]
      case 'ResumeSource':
        return state.paused === null ? [] : [{ type: 'SourceResumed', data }]
      case 'RecordSourceFailure':
        return state.failing === data.reason ? [] : [{ type: 'SourceFailing', data }]
      case 'RecordSourceSuccess':
        return state.failing === null ? [] : [{ type: 'SourceRecovered', data }]
      case 'RecordSourceSilence':
        return state.silent ? [] : [{ type: 'SourceFellSilent', data }]
      case 'RecordSourceNews':
        return state.silent ? [{ type: 'SourceSpokeAgain', data }] : []
      case 'RecordLayoutDrift':
        return state.drifted.includes(data.host) ? [] : [{ type: 'SourceLayoutDrifted', data }]
      case 'RecordLayoutRecovery':
        return state.drifted.includes(data.host) ? [{ type: 'SourceLayoutRecovered', data }] : []
      case 'RecordFoundListings':
        return isSame(data.listings, state.listings) ? [] : [{ type: 'SourceListingsFound', data }]
    }
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'SourceRegistered':
        return { ...state, url: data.url, settings: changed(state.settings, data) }
      case 'SourceChanged':
        return { ...state, settings: changed(state.settings, data) }
      case 'SourcePaused':
        return { ...state, paused: data.reason }
      case 'SourceResumed':
        return { ...state, paused: null }
      case 'SourceFailing':
        return { ...state, failing: data.reason }
      case 'SourceRecovered':
        return { ...state, failing: null }
      case 'SourceFellSilent':
        return { ...state, silent: true }
      case 'SourceSpokeAgain':
        return { ...state, silent: false }
      case 'SourceListingsFound':
        return { ...state, listings: data.listings }
      case 'SourceRenderingChanged':
        return { ...state, rendered: data.enabled }
      case 'SourceLayoutDrifted':
        return { ...state, drifted: [...state.drifted, data.host] }
      case 'SourceLayoutRecovered':
        return { ...state, drifted: state.drifted.filter((host) => host !== data.host) }
      case 'UrlsListed':
        return state // in a stream of its own: no decision needs it
    }
  },
}

/** What an event does not say stays as it was. */
function changed(before: SourceSettings, data: Data<'SourceRegistered'> | Data<'SourceChanged'>): SourceSettings {
  const { kind = before.kind, name, schedule, folders, limits, managedBy } = data
  return {
    ...{ kind, name, schedule, folders: folders ?? before.folders },
    limits: limits === undefined ? before.limits : limits,
    managedBy: managedBy === undefined ? before.managedBy : managedBy,
  }
}

/** Written by the same schemas, so equal values are equal texts, but for the order of keys in what an older release wrote. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
