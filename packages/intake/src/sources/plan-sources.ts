import type { Schedule, SourceLimits } from '@dateline/domain'
import { formatInterval } from './interval.ts'
import type { RegisteredSource } from './read-sources.ts'
import { PAUSED_IN_FILE, type SourcesFile, type WantedSource } from './sources-file.ts'

/** One thing to do, and why. */
export type SourceStep =
  | { readonly step: 'add'; readonly wanted: WantedSource; readonly reasons: readonly string[] }
  | {
      /** Also pauses or resumes, where `pause` or `resume` says so. */
      readonly step: 'change'
      readonly wanted: WantedSource
      readonly isChanged: boolean
      readonly pause: string | null
      readonly resume: boolean
      readonly reasons: readonly string[]
    }
  | { readonly step: 'remove'; readonly source: RegisteredSource; readonly reasons: readonly string[] }

export type SourcesPlan = {
  readonly set: string
  readonly steps: readonly SourceStep[]
  /** As the file wants them already. */
  readonly unchanged: number
  /** Registered by hand, and in no file: left alone. */
  readonly elsewhere: number
  /** Steps that this file must not take: the source belongs to another set. */
  readonly conflicts: readonly { readonly wanted: WantedSource; readonly set: string }[]
}

/** Compares what a file wants with what there is. Pure; the same file twice gives no steps the second time. */
export function planSources(file: SourcesFile, registered: readonly RegisteredSource[]): SourcesPlan {
  const { set } = file
  const known = new Map(registered.map((source) => [source.sourceId, source]))
  const steps: SourceStep[] = []
  const conflicts: { wanted: WantedSource; set: string }[] = []
  let unchanged = 0
  for (const wanted of file.sources) {
    const source = known.get(wanted.sourceId)
    const owner = source?.settings.managedBy ?? null
    if (source === undefined) {
      steps.push({ step: 'add', wanted, reasons: wanted.paused === null ? [] : [`paused: ${wanted.paused}`] })
    } else if (owner !== null && owner !== set) conflicts.push({ wanted, set: owner })
    else {
      const step = toChange(wanted, source)
      if (step === null) unchanged += 1
      else steps.push(step)
    }
  }
  const listed = new Set(file.sources.map(({ sourceId }) => sourceId))
  for (const source of registered) {
    if (source.settings.managedBy !== set || listed.has(source.sourceId)) continue
    steps.push({ step: 'remove', source, reasons: ['no longer in the file: it is paused, and what it brought stays'] })
  }
  const elsewhere = registered.filter(
    ({ sourceId, settings }) => settings.managedBy === null && !listed.has(sourceId),
  ).length
  return { set, steps, unchanged, elsewhere, conflicts }
}

function toChange(wanted: WantedSource, source: RegisteredSource): SourceStep | null {
  const { settings } = source
  const reasons = [
    difference('kind', settings.kind, wanted.kind),
    difference('name', settings.name ?? '(none)', wanted.name ?? '(none)'),
    difference('schedule', describeSchedule(settings.schedule), describeSchedule(wanted.schedule)),
    difference('folders', describeFolders(settings.folders), describeFolders(wanted.folders)),
    difference('limits', describeLimits(settings.limits), describeLimits(wanted.limits)),
    settings.managedBy === null ? 'known already: the file manages it from now on' : null,
  ].filter((reason) => reason !== null)
  const isChanged = reasons.length > 0
  // A bare "paused: true" is content with whatever reason there is.
  const isPausedAlready =
    source.paused === wanted.paused || (source.paused !== null && wanted.paused === PAUSED_IN_FILE)
  const pause = wanted.paused !== null && !isPausedAlready ? wanted.paused : null
  const resume = wanted.paused === null && source.paused !== null
  if (pause !== null) reasons.push(`pause: ${pause}`)
  if (resume) reasons.push(`resume: it is paused (${source.paused}), and the file does not say paused`)
  return reasons.length === 0 ? null : { step: 'change', wanted, isChanged, pause, resume, reasons }

  function difference(field: string, before: string, after: string): string | null {
    return before === after ? null : `${field}: ${before} → ${after}`
  }
}

export function describeSchedule(schedule: Schedule): string {
  if (schedule.kind === 'interval') return `every ${formatInterval(schedule.seconds)}`
  return schedule.kind === 'cron' ? `cron ${schedule.expression}` : 'adaptive'
}

function describeFolders(folders: readonly string[]): string {
  return folders.length === 0 ? '(none)' : folders.join(' / ')
}

export function describeLimits(limits: SourceLimits | null): string {
  const { fetchesPerDayMax = null, fetchesInFlightMax = null } = limits ?? {}
  const parts = [
    fetchesPerDayMax === null ? null : `${fetchesPerDayMax} fetches a day`,
    fetchesInFlightMax === null ? null : `${fetchesInFlightMax} in flight`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '(none)' : parts.join(', ')
}
