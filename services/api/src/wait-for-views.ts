import { DatelineError } from '@dateline/domain'
import type { Platform } from '@dateline/platform'
import { WAIT_MS_MAX, waitForPosition } from '@dateline/read-models'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const WAIT_MS_DEFAULT = 10_000

/** The views did not come so far in time. */
class ViewsBehindError extends DatelineError {
  readonly code = 'VIEWS_BEHIND'
  readonly retryable = true
}

/**
 * Read your own writes. A reader names the position its own request got (`minPosition`) and is answered when the views have
 * taken it in; a writer may ask not to be answered before (`Prefer: wait=5`, RFC 7240), in seconds.
 */
export function waitForViews(server: FastifyInstance, { database }: Platform): void {
  server.addHook('preHandler', async (request) => {
    const { minPosition } = (request.query ?? {}) as { minPosition?: number }
    if (minPosition === undefined) return
    if (await waitForPosition(database, minPosition, waitMs(request) ?? WAIT_MS_DEFAULT)) return
    throw new ViewsBehindError(`The views have not reached position ${minPosition} yet: try again in a moment.`)
  })

  server.addHook('preSerialization', async (request, reply: FastifyReply, payload: unknown) => {
    const wait = request.method === 'POST' ? waitMs(request) : null
    const position = (payload as { position?: number | null } | null)?.position
    if (wait === null || typeof position !== 'number') return payload
    // Not in time is no failure: the request was recorded, and its position can be waited for.
    if (await waitForPosition(database, position, wait)) reply.header('preference-applied', 'wait')
    return payload
  })
}

function waitMs(request: FastifyRequest): number | null {
  const [, seconds] = /(?:^|[,;\s])wait=(\d{1,3})\b/.exec(String(request.headers.prefer ?? '')) ?? []
  return seconds === undefined ? null : Math.min(Number(seconds) * 1_000, WAIT_MS_MAX)
}
