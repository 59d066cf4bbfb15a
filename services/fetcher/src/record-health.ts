import {
  type FoundListing,
  judgeSilence,
  type Rhythm,
  type Source,
  type SourceCommand,
  type SourceEvent,
  source,
  sourceStream,
} from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import type { SourcePoll } from '@dateline/work-state'
import type { Listing } from './listing.ts'

type Dependencies = Pick<Platform, 'log' | 'logger' | 'now'>

/** A failure that may pass becomes a state when it has come so often in a row: a server that restarts is no news. */
const FAILURES_MIN = 3

/** Says in the log, once, that a source fails: at once if nothing but a person can help, else after some failures in a row. */
export async function recordFailure(
  dependencies: Dependencies,
  poll: SourcePoll,
  { reason, detail, retryable }: Extract<Listing, { kind: 'failed' }>,
): Promise<void> {
  if (retryable && poll.failures + 1 < FAILURES_MIN) return
  const failingAt = dependencies.now().toISOString()
  const failingSince = poll.failingSince?.toISOString() ?? failingAt
  await record(dependencies, poll, [{ type: 'RecordSourceFailure', data: { reason, detail, failingSince, failingAt } }])
}

export type Success = {
  rhythm: Rhythm
  /** Something that it had not listed before. */
  hasNews: boolean
  /** What was found on a site; null: not looked for. */
  found: readonly FoundListing[] | null
}

/** A poll that succeeded: the source works again, speaks again, or has been silent for too long. */
export async function recordSuccess(
  dependencies: Dependencies,
  poll: SourcePoll,
  { rhythm, hasNews, found }: Success,
): Promise<void> {
  const at = dependencies.now().toISOString()
  const silence = hasNews ? null : judgeSilence(rhythm, dependencies.now())
  const commands: SourceCommand[] = [{ type: 'RecordSourceSuccess', data: { recoveredAt: at } }]
  if (hasNews) commands.push({ type: 'RecordSourceNews', data: { spokeAt: at } })
  if (silence !== null) commands.push({ type: 'RecordSourceSilence', data: { ...silence, silentAt: at } })
  if (found !== null) commands.push({ type: 'RecordFoundListings', data: { listings: [...found], foundAt: at } })
  await record(dependencies, poll, commands)
}

/** Nearly every poll changes nothing: its state is read once, and only what would be recorded is handled. */
async function record(
  { log, logger, now }: Dependencies,
  { sourceId, url, polls }: SourcePoll,
  commands: readonly SourceCommand[],
): Promise<void> {
  const stream = sourceStream(sourceId)
  const state = await sourceState(log, stream)
  if (state.url === null) return // work in hand for a source that the log does not know: a database of another log
  for (const command of commands) {
    if (source.decide(command, state).length === 0) continue
    const cause = `poll-source/${sourceId}/${polls}/${command.type}/${now().toISOString()}`
    const events = await handle(log, source, stream, command, { cause })
    for (const event of events) alert(logger, { sourceId, url }, event)
  }
}

type KnownSource = { readonly version: number; readonly state: Source }

/** Sources whose state is remembered; a source polled every minute for a year has a long stream. */
const SOURCES_MAX = 10_000

/** By the log that they stand in: a process may have several open, one after the other. */
const remembered = new WeakMap<Dependencies['log']['database'], Map<string, KnownSource>>()

/** What its stream says: only what has come since it was last asked for is read. */
async function sourceState({ database, shapes }: Dependencies['log'], stream: string): Promise<Source> {
  const sources = remembered.get(database) ?? new Map<string, KnownSource>()
  remembered.set(database, sources)
  const known = sources.get(stream) ?? { version: 0, state: source.initial }
  const events = await readStream<SourceEvent>(database, stream, { shapes, afterVersion: known.version })
  const state = events.filter(({ withdrawn }) => !withdrawn).reduce<Source>(source.evolve, known.state)
  if (sources.size >= SOURCES_MAX) sources.clear()
  sources.set(stream, { version: events.at(-1)?.version ?? known.version, state })
  return state
}

/** The line an alert can be set on; the gauge dateline_sources says the same in numbers. */
function alert(
  logger: Platform['logger'],
  about: { sourceId: string; url: string },
  { type, data }: SourceEvent,
): void {
  if (type === 'SourceFailing') {
    const { reason, detail, failingSince } = data
    logger.warn({ ...about, health: 'failing', reason, detail, since: failingSince }, 'source health changed')
  } else if (type === 'SourceFellSilent') {
    const { detail, lastNewAt } = data
    logger.warn({ ...about, health: 'silent', detail, since: lastNewAt }, 'source health changed')
  } else if (type === 'SourceRecovered' || type === 'SourceSpokeAgain') {
    logger.info({ ...about, health: 'healthy' }, 'source health changed')
  }
}
