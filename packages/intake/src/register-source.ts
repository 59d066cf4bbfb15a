import {
  BadInputError,
  cronProblem,
  normalUrl,
  type Schedule,
  type SourceLimits,
  source,
  sourceIdOf,
  sourceStream,
} from '@dateline/domain'
import { handle } from '@dateline/event-store'
import type { Dependencies } from './dependencies.ts'
import { refusePassword } from './refuse-password.ts'
import { refusePrivateHost } from './refuse-private-host.ts'
import { checkInterval } from './sources/interval.ts'

export type NewSource = {
  /** Absent: a feed, or what it is registered as. */
  kind?: 'feed' | 'sitemap' | 'site' | undefined
  url: string
  name: string | null
  schedule: Schedule
  /** These are left as they are where they are absent. */
  folders?: readonly string[] | undefined
  limits?: SourceLimits | null | undefined
  managedBy?: string | null | undefined
}

/** As a sources file allows: what is registered can be exported and applied again. */
export const SOURCE_NAME_CHARS_MAX = 200
export const SOURCE_URL_CHARS_MAX = 4_000

/**
 * Registers a source of URLs. Registering the same URL again changes what is said of it, if it differs.
 *
 * @throws {BadInputError} for a URL or a schedule that cannot work.
 */
export async function registerSource(
  dependencies: Dependencies,
  { kind, url, name, schedule, folders, limits, managedBy }: NewSource,
): Promise<{ sourceId: string; position: number | null; created: boolean }> {
  const { log, now } = dependencies
  if (name !== null && name.length > SOURCE_NAME_CHARS_MAX) {
    throw new BadInputError(`The name has ${name.length} characters: give one of at most ${SOURCE_NAME_CHARS_MAX}.`)
  }
  const sourceId = checkSource(dependencies, { url, schedule })
  const at = now().toISOString()
  const cause = `register/${sourceId}/${at}`
  const stream = sourceStream(sourceId)
  const settings = {
    ...{ name, schedule },
    ...(folders === undefined ? {} : { folders: [...folders] }),
    ...(limits === undefined ? {} : { limits }),
    ...(managedBy === undefined ? {} : { managedBy }),
  }
  const registration = {
    type: 'RegisterSource',
    data: { sourceId, kind: kind ?? 'feed', url, ...settings, registeredAt: at },
  } as const
  const registered = await handle(log, source, stream, registration, { cause })
  const change = {
    type: 'ChangeSource',
    data: { ...(kind === undefined ? {} : { kind }), ...settings, changedAt: at },
  } as const
  const changed = registered.length > 0 ? [] : await handle(log, source, stream, change, { cause })
  const position = [...registered, ...changed].at(-1)?.position ?? null
  return { sourceId, position, created: registered.length > 0 }
}

/**
 * What can be said of a source before it is asked.
 *
 * @returns the id it has or would have.
 * @throws {BadInputError} for a URL or a schedule that cannot work.
 */
export function checkSource(
  dependencies: Pick<Dependencies, 'config'>,
  { url, schedule }: Pick<NewSource, 'url' | 'schedule'>,
): string {
  refusePassword(url)
  if (url.length > SOURCE_URL_CHARS_MAX) {
    throw new BadInputError(`The URL has ${url.length} characters: at most ${SOURCE_URL_CHARS_MAX} are taken.`)
  }
  const normal = normalUrl(url)
  if (normal === null) throw new BadInputError(`"${url}" is not an http or https URL: give the full address.`)
  refusePrivateHost(dependencies, url)
  if (schedule.kind === 'interval') checkInterval(schedule.seconds, dependencies.config?.POLL_INTERVAL_MIN_MS)
  if (schedule.kind === 'cron') {
    const problem = cronProblem(schedule.expression)
    if (problem !== null) throw new BadInputError(`"${schedule.expression}" is no cron schedule: ${problem}`)
  }
  return sourceIdOf(normal)
}
