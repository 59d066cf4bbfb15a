import type { Schedule } from '@dateline/domain'
import { Document } from 'yaml'
import { formatInterval } from './interval.ts'
import type { RegisteredSource } from './read-sources.ts'
import { PAUSED_IN_FILE } from './sources-file.ts'

const HEAD =
  ' Sources of Dateline. Make it true with: dateline sources apply FILE\n Settings: docs/guides/add-a-source.md'

/** Writes the file that, applied, changes nothing but who manages what: sorted by folder and URL, so that it diffs well. */
export function renderSourcesFile(set: string, sources: readonly RegisteredSource[]): string {
  const keyOf = ({ settings, url }: RegisteredSource) => [...settings.folders, '', url].join('\0')
  const sorted = sources.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const document = new Document({ set, sources: sorted.map(toEntry) })
  document.commentBefore = HEAD
  return document.toString({ lineWidth: 0 })
}

function toEntry({ url, paused, settings: { kind, name, schedule, folders, limits } }: RegisteredSource): object {
  const perDay = limits?.fetchesPerDayMax ?? null
  const inFlight = limits?.fetchesInFlightMax ?? null
  return {
    url,
    ...(kind === 'feed' ? {} : { kind }),
    ...(name === null || name === '' ? {} : { name }),
    ...(folders.length === 0 ? {} : { folders }),
    ...toTiming(schedule),
    ...(paused === null ? {} : { paused: paused === PAUSED_IN_FILE ? true : paused }),
    ...(perDay === null && inFlight === null
      ? {}
      : {
          limits: {
            ...(perDay === null ? {} : { 'fetches-per-day': perDay }),
            ...(inFlight === null ? {} : { 'fetches-in-flight': inFlight }),
          },
        }),
  }
}

function toTiming(schedule: Schedule): object {
  if (schedule.kind === 'interval') return { every: formatInterval(schedule.seconds) }
  return schedule.kind === 'cron' ? { cron: schedule.expression } : {}
}
