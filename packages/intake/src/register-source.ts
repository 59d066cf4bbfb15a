import {
  BadInputError,
  cronProblem,
  normalUrl,
  type Schedule,
  source,
  sourceIdOf,
  sourceStream,
} from '@dateline/domain'
import { handle } from '@dateline/event-store'
import type { Dependencies } from './dependencies.ts'
import { refusePassword } from './refuse-password.ts'

export type NewSource = {
  kind: 'feed' | 'sitemap' | 'site'
  url: string
  name: string | null
  schedule: Schedule
}

/**
 * Registers a source of URLs. Registering the same URL again changes its name and schedule if they differ.
 *
 * @throws {BadInputError} for a URL or a schedule that cannot work.
 */
export async function registerSource(
  { log, now }: Dependencies,
  { kind, url, name, schedule }: NewSource,
): Promise<{ sourceId: string; position: number | null; created: boolean }> {
  refusePassword(url)
  const normal = normalUrl(url)
  if (normal === null) throw new BadInputError(`"${url}" is not an http or https URL: give the full address.`)
  if (schedule.kind === 'cron') {
    const problem = cronProblem(schedule.expression)
    if (problem !== null) throw new BadInputError(`"${schedule.expression}" is no cron schedule: ${problem}`)
  }
  const sourceId = sourceIdOf(normal)
  const at = now().toISOString()
  const cause = `register/${sourceId}/${at}`
  const stream = sourceStream(sourceId)
  const registration = {
    type: 'RegisterSource',
    data: { sourceId, kind, url, name, schedule, registeredAt: at },
  } as const
  const registered = await handle(log, source, stream, registration, { cause })
  const change = { type: 'ChangeSource', data: { name, schedule, changedAt: at } } as const
  const changed = registered.length > 0 ? [] : await handle(log, source, stream, change, { cause })
  const position = [...registered, ...changed].at(-1)?.position ?? null
  return { sourceId, position, created: registered.length > 0 }
}
