import { describe, expect, test } from 'vitest'
import { IllegalCommandError } from '../errors.ts'
import { type SourceCommand, source } from './source.ts'

const AT = '2031-04-05T10:00:00Z'
const REGISTER: SourceCommand = {
  type: 'RegisterSource',
  data: {
    ...{
      sourceId: '1f3c1c5e-0b1d-5a7e-9c55-2f6f0f5f9a10',
      kind: 'feed',
      url: 'https://gazette.example/rss',
      name: 'Gazette',
    },
    ...{ schedule: { kind: 'adaptive' }, registeredAt: AT },
  },
}
const CHANGE = (name: string | null, seconds: number): SourceCommand => ({
  ...{ type: 'ChangeSource', data: { name, schedule: { kind: 'interval', seconds }, changedAt: AT } },
})
const PAUSE: SourceCommand = { type: 'PauseSource', data: { reason: 'asked', pausedAt: AT } }
const RESUME: SourceCommand = { type: 'ResumeSource', data: { resumedAt: AT } }
const FAIL = (reason: string): SourceCommand => ({
  type: 'RecordSourceFailure',
  data: { reason, detail: '', failingAt: AT },
})
const SILENCE: SourceCommand = {
  type: 'RecordSourceSilence',
  data: { lastNewAt: AT, detail: 'nothing new', silentAt: AT },
}
const NEWS: SourceCommand = { type: 'RecordSourceNews', data: { spokeAt: AT } }
const FOUND = (...urls: string[]): SourceCommand => ({
  type: 'RecordFoundListings',
  data: { listings: urls.map((url) => ({ url, kind: 'feed', title: null, basis: 'declared' })), foundAt: AT },
})
const SETTLE = (settings: object): SourceCommand => {
  const data = { name: 'Gazette', schedule: { kind: 'adaptive' }, changedAt: AT, ...settings } as const
  return { type: 'ChangeSource', data }
}
const SUCCEED: SourceCommand = { type: 'RecordSourceSuccess', data: { recoveredAt: AT } }

const stateAfter = (commands: readonly SourceCommand[]) =>
  commands.reduce((state, command) => source.decide(command, state).reduce(source.evolve, state), source.initial)

describe('records once', () => {
  test.for<[SourceCommand[], SourceCommand, string]>([
    [[], REGISTER, 'SourceRegistered'],
    [[REGISTER], CHANGE('Gazette', 600), 'SourceChanged'],
    [[REGISTER, CHANGE('Gazette', 600)], CHANGE(null, 600), 'SourceChanged'],
    [[REGISTER, CHANGE('Gazette', 600)], CHANGE('Gazette', 900), 'SourceChanged'],
    [[REGISTER], PAUSE, 'SourcePaused'],
    [[REGISTER, PAUSE], RESUME, 'SourceResumed'],
    [[REGISTER], FAIL('timeout'), 'SourceFailing'],
    [[REGISTER, FAIL('timeout')], FAIL('not-a-feed'), 'SourceFailing'],
    [[REGISTER, FAIL('timeout')], SUCCEED, 'SourceRecovered'],
    [[REGISTER, PAUSE], { type: 'PauseSource', data: { reason: 'moved', pausedAt: AT } }, 'SourcePaused'],
    [[REGISTER], SILENCE, 'SourceFellSilent'],
    [[REGISTER, SILENCE], NEWS, 'SourceSpokeAgain'],
    [[REGISTER], FOUND('https://gazette.example/rss'), 'SourceListingsFound'],
    [[REGISTER, FOUND('https://gazette.example/rss')], FOUND(), 'SourceListingsFound'],
    [[REGISTER], SETTLE({ kind: 'sitemap' }), 'SourceChanged'],
    [[REGISTER], SETTLE({ folders: ['News'] }), 'SourceChanged'],
    [[REGISTER], SETTLE({ limits: { fetchesPerDayMax: 10, fetchesInFlightMax: null } }), 'SourceChanged'],
    [[REGISTER, SETTLE({ managedBy: 'desk' })], SETTLE({ managedBy: null }), 'SourceChanged'],
  ])('%j, %j: %s', ([given, command, type]) => {
    const state = stateAfter(given)
    const events = source.decide(command, state)
    expect(events.map((event) => event.type)).toEqual([type])
    expect(source.decide(command, events.reduce(source.evolve, state))).toEqual([])
  })
})

describe('answers with nothing', () => {
  test.for<[SourceCommand[], SourceCommand]>([
    [[REGISTER], REGISTER],
    [[REGISTER], RESUME],
    [[REGISTER], SUCCEED],
    [[REGISTER, FAIL('timeout'), SUCCEED], SUCCEED],
    [[REGISTER, PAUSE], PAUSE],
    [[REGISTER], NEWS],
    [[REGISTER], FOUND()],
    // A change that does not say something leaves it as it was.
    [[REGISTER, SETTLE({ folders: ['News'], managedBy: 'desk', limits: null })], SETTLE({})],
    [
      [REGISTER, SETTLE({ limits: { fetchesPerDayMax: 10, fetchesInFlightMax: null } })],
      SETTLE({ limits: { fetchesInFlightMax: null, fetchesPerDayMax: 10 } }),
    ],
  ])('%j, %j', ([given, command]) => expect(source.decide(command, stateAfter(given))).toEqual([]))
})

test.for([CHANGE(null, 60), PAUSE, RESUME, FAIL('timeout'), SUCCEED, SILENCE, NEWS, FOUND()])(
  '$type is refused for a source nobody registered',
  (command) => {
    expect(() => source.decide(command, source.initial)).toThrow(IllegalCommandError)
  },
)
