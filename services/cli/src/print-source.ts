import { adviseOnSource, describeLimits, describeSchedule, formatInterval } from '@dateline/intake'
import type { SourceSummary } from '@dateline/read-models'
import type { PushSubscription, SourcePoll } from '@dateline/work-state'
import { say } from './say.ts'

/** Prints what the record and the work in hand say of a source; what is not there is left out. */
export function printSource(source: SourceSummary, poll: SourcePoll | null, push: PushSubscription | null): void {
  const { sourceId, kind, url, name, folders, managedBy, schedule, limits, listings } = source
  const lines: [string, string | null][] = [
    ['source', sourceId],
    ['url', url],
    ['kind', kind],
    ['name', name],
    ['folders', folders.join(' / ') || null],
    ['managed by', managedBy === null ? null : `the sources file of the set "${managedBy}"`],
    ['schedule', describeSchedule(schedule)],
    ['limits', limits === null ? null : describeLimits(limits)],
    ['health', `${source.health} since ${source.healthSince ?? source.registeredAt}`],
    ['reason', [source.healthReason, source.failingDetail].filter(Boolean).join(': ') || null],
    ['what to do', adviseOnSource(source)],
    ...source.layoutDrifts.map(({ host, since, evidence }): [string, string] => [
      'layout',
      `${host} drifted since ${since}: ${evidence}`,
    ]),
    ['articles', `${source.discoveredCount} discovered, ${source.extractedCount} with a text`],
    ...(poll === null ? [] : pollLines(poll)),
    ...(push === null ? [] : pushLines(push)),
  ]
  for (const [label, value] of lines) if (value !== null) say(`${label.padEnd(12)} ${value}`)
  if (listings.length > 0) say(`found on it, and polled with it:`)
  for (const { kind: what, url: where, title, basis } of listings) {
    say(`  ${what.padEnd(8)} ${basis.padEnd(10)} ${where}${title === null ? '' : `  ${title}`}`)
  }
}

function pollLines({
  paused,
  nextPollAt,
  lastPolledAt,
  polls,
  failures,
  intervalMs,
  hints,
  ...poll
}: SourcePoll): [string, string | null][] {
  const asked = [
    hints?.askedMs ? `not before ${formatInterval(Math.round(hints.askedMs / 1_000))} have passed` : null,
    hints?.skipHours.length ? `not at ${hints.skipHours.join(', ')} h UTC` : null,
    hints?.skipDays.length ? `not on ${hints.skipDays.join(', ')}` : null,
  ].filter((part) => part !== null)
  return [
    ['last poll', lastPolledAt === null ? 'never' : `${lastPolledAt.toISOString()}, number ${polls}`],
    ['next poll', paused ? 'none: it is paused' : nextPollAt.toISOString()],
    ['interval', intervalMs === null ? null : formatInterval(Math.round(intervalMs / 1_000))],
    ['failures', failures === 0 ? null : `${failures} in a row`],
    ['asks for', asked.join(', ') || null],
    ['today', `${poll.fetchesToday} fetches`],
  ]
}

function pushLines({
  hub,
  topic,
  state,
  because,
  leaseUntil,
  lastPushAt,
  pushes,
  forgeries,
}: PushSubscription): [string, string | null][] {
  return [
    ['hub', `${hub}  ${state}${because === null ? '' : ` (${because})`}`],
    ['topic', topic],
    ['lease until', leaseUntil?.toISOString() ?? null],
    ['pushes', `${pushes}${lastPushAt === null ? '' : `, the last ${lastPushAt.toISOString()}`}`],
    ['forged', forgeries === 0 ? null : `${forgeries} with a wrong signature, ignored`],
  ]
}
