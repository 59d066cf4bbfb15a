import { DatelineError } from '@dateline/domain'
import type { Platform } from '@dateline/platform'
import { WAIT_MS_MAX, waitForPosition } from '@dateline/read-models'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const WAIT_MS_DEFAULT = 10_000

/**
 * What routes show, by the first part of their path: a view among these that has stopped is not waited for in vain.
 * test/read-routes.test.ts holds each against what the routes read.
 */
const VIEWS_BEHIND_ROUTES: Readonly<Record<string, readonly string[]>> = {
  articles: ['article', 'revision', 'copy', 'copy_version', 'finding', 'live_update'],
  findings: ['finding', 'article'],
  sources: ['source', 'tally'],
  stories: ['story', 'story_article', 'article'],
  topics: ['tally', 'article'],
}

/** What is asked for by topic is found by it. */
const VIEW_OF_TOPICS = 'tally'

/** What stood at some time is put together with these, too. */
const VIEWS_AS_OF = ['article', 'revision']

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
    const { minPosition, topic, asOf } = (request.query ?? {}) as {
      minPosition?: number
      topic?: string
      asOf?: unknown
    }
    if (minPosition === undefined) return
    const [, , of = ''] = request.routeOptions.url?.split('/') ?? []
    const byTopic = topic === undefined ? [] : [VIEW_OF_TOPICS]
    const needed = [...(VIEWS_BEHIND_ROUTES[of] ?? []), ...byTopic, ...(asOf === undefined ? [] : VIEWS_AS_OF)]
    if (await waitForPosition(database, minPosition, waitMs(request) ?? WAIT_MS_DEFAULT, needed)) return
    throw new ViewsBehindError(
      `What is read here has not reached position ${minPosition} yet: try again in a moment. /health/ready names views that have stopped.`,
    )
  })

  server.addHook('preSerialization', async (request, reply: FastifyReply, payload: unknown) => {
    const wait = request.method === 'POST' ? waitMs(request) : null
    const position = (payload as { position?: number | null } | null)?.position
    if (wait === null || typeof position !== 'number') return payload
    // Not in time is no failure: the request was recorded, and its position can be waited for.
    const all = Object.values(VIEWS_BEHIND_ROUTES).flat()
    if (await waitForPosition(database, position, wait, all)) reply.header('preference-applied', 'wait')
    return payload
  })
}

/** @see https://www.rfc-editor.org/rfc/rfc7240#section-4.3 */
function waitMs(request: FastifyRequest): number | null {
  const [, seconds] = /(?:^|[,;\s])wait ?= ?"?(\d{1,9})\b/i.exec(String(request.headers.prefer ?? '')) ?? []
  return seconds === undefined ? null : Math.min(Number(seconds) * 1_000, WAIT_MS_MAX)
}
