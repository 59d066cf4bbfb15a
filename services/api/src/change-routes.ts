import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { DatelineError } from '@dateline/domain'
import { headPosition } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import type { Change } from '@dateline/read-models'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { openChangeFeed } from './change-feed.ts'
import { ConflictError, problem } from './problem.ts'

/** A line now and then, so that neither end takes silence for a lost connection. */
const HEARTBEAT_MS = 15_000
/** A reader that takes nothing for so long is cut off: others may want its place, and it can come back. */
const STALLED_MS = 60_000
/** What a browser waits before it connects again. */
const RETRY_MS = 2_000

class TooManyReadersError extends DatelineError {
  readonly code = 'TOO_MANY_READERS'
  readonly retryable = true
}

const names = z
  .string()
  .max(1_000)
  .regex(/^[A-Za-z]+(,[A-Za-z]+)*$/, 'names of events, divided by commas')
  .transform((text) => new Set(text.split(',')))

/**
 * Live changes as server-sent events. The id of a message is its position in the log: whoever comes back with
 * `Last-Event-ID` misses nothing and gets nothing twice. A message comes when the views have taken its event in, so that
 * what it announces can be read.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function addChangeRoutes(server: FastifyInstance, { database, logger }: Platform, readersMax: number): void {
  let readers = 0
  const closing = new AbortController()
  server.addHook('preClose', async () => closing.abort())
  const feed = openChangeFeed({ database }, closing.signal)

  server.withTypeProvider<ZodTypeProvider>().get(
    '/v1/changes',
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'Live changes, as server-sent events',
        description:
          'Each message is one event of the log: id = position, event = type, data = JSON without the body (read it from /v1/events). Send Last-Event-ID, or after, to go on where you were.',
        tags: ['log'],
        produces: ['text/event-stream'],
        querystring: z.object({
          after: z.coerce.number().int().min(0).optional().describe('Position to begin after; default: now'),
          types: names.optional().describe('Only these, such as ArticleExtracted,StoryOpened'),
        }),
        response: { 200: z.string().describe('text/event-stream'), 400: problem, 409: problem, 503: problem },
      },
    },
    async (request, reply) => {
      if (readers >= readersMax) throw new TooManyReadersError(`${readersMax} readers follow the changes already.`)
      readers += 1
      try {
        await tell(reply, await startOf(request), request.query.types)
      } finally {
        readers -= 1
      }
    },
  )

  async function tell(reply: FastifyReply, start: number, types: ReadonlySet<string> | undefined): Promise<void> {
    const { raw } = reply
    reply.hijack()
    // It may have left while it was asked where to begin: nothing would tell of it any more.
    if (raw.destroyed) return
    const gone = new AbortController()
    raw.on('close', () => gone.abort())
    const leaving = AbortSignal.any([gone.signal, closing.signal])
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    })
    raw.write(`retry: ${RETRY_MS}\n\n`)
    let position = start
    // An id alone is no message, but where a reader goes on: behind all that it did not ask for.
    const heartbeat = setInterval(() => {
      if (!raw.writableNeedDrain) raw.write(`id: ${position}\n\n`)
    }, HEARTBEAT_MS)
    try {
      while (!leaving.aborted) {
        const changes = await feed.next(position, leaving)
        const wanted = types === undefined ? changes : changes.filter(({ type }) => types.has(type))
        if (wanted.length > 0) await write(raw, wanted.map(toMessage).join(''), leaving)
        position = changes.at(-1)?.position ?? position
      }
    } catch (err) {
      // The reader comes back by itself and goes on where it was.
      if (!gone.signal.aborted) logger.warn({ err }, 'a reader of the changes was cut off')
    } finally {
      clearInterval(heartbeat)
      raw.end()
    }
  }

  /** @throws {ConflictError} the reader has seen more than there is. */
  async function startOf({ headers, query }: FastifyRequest): Promise<number> {
    // Empty, it says that nothing has been seen, as if it were not there.
    const last = Number(headers['last-event-id'] || Number.NaN)
    const after = Number.isSafeInteger(last) && last >= 0 ? last : (query as { after?: number }).after
    const head = await headPosition(database)
    if (after === undefined || after <= head) return after ?? head
    throw new ConflictError(
      `The log ends at position ${head}, and you have seen ${after}: it is another log, or events were lost. Read it anew, from after=0.`,
    )
  }
}

function toMessage({ position, stream, version, type, eventId, recordedAt }: Change): string {
  return `id: ${position}\nevent: ${type}\ndata: ${JSON.stringify({ position, stream, version, type, eventId, recordedAt })}\n\n`
}

/** A reader that takes nothing is waited for, within limits: nothing piles up for it here. */
async function write(raw: ServerResponse, text: string, leaving: AbortSignal): Promise<void> {
  if (raw.write(text)) return
  const stalled = setTimeout(() => raw.destroy(), STALLED_MS)
  await once(raw, 'drain', { signal: leaving }).catch(() => {})
  clearTimeout(stalled)
}
