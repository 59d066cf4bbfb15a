import { IllegalCommandError, schedule, sourceKind, sourceLimits } from '@dateline/domain'
import { exportOpml, importOpml, pauseSource, readSources, registerSource, resumeSource } from '@dateline/intake'
import type { Platform } from '@dateline/platform'
import { getPoll, pollNow, subscriptionOf } from '@dateline/work-state'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ConflictError, NotFoundError, problem } from './problem.ts'

const URL_CHARS_MAX = 4_000
const OPML_BYTES_MAX = 10_000_000

const position = z.int().nullable().describe('Of the last event this recorded; null if there was nothing new')
const params = z.object({ sourceId: z.uuid() })

/** Registering and steering sources; what is known of them is read by read-routes. */
export function addSourceRoutes(server: FastifyInstance, platform: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.post(
    '/v1/sources',
    {
      schema: {
        summary: 'Register a source',
        description:
          'A feed, a news sitemap or a whole site. Registering it again changes its name and schedule, and what else is given.',
        tags: ['intake'],
        body: z.object({
          kind: sourceKind.optional().describe('Absent: a feed'),
          url: z.string().max(URL_CHARS_MAX),
          name: z.string().max(200).nullable().default(null),
          schedule: schedule.default({ kind: 'adaptive' }),
          folders: z
            .array(z.string().min(1).max(100))
            .max(8)
            .optional()
            .describe('Where it stands in lists of sources'),
          limits: sourceLimits.nullable().optional().describe('What it may cost'),
        }),
        response: {
          200: z.object({ sourceId: z.uuid(), position }),
          201: z.object({ sourceId: z.uuid(), position }),
          400: problem,
        },
      },
    },
    async ({ body }, reply) => {
      const { created, ...registered } = await registerSource(platform, body)
      return reply
        .code(created ? 201 : 200)
        .header('location', `/v1/sources/${registered.sourceId}`)
        .send(registered)
    },
  )
  routes.post(
    '/v1/sources/:sourceId/poll',
    {
      schema: {
        summary: 'Poll a source now',
        tags: ['intake'],
        params,
        response: { 202: z.object({ sourceId: z.uuid() }), 404: problem, 409: problem },
      },
    },
    async ({ params: { sourceId } }, reply) => {
      const poll = await getPoll(platform.database.db, sourceId)
      if (poll === null) throw unknown(sourceId)
      if (poll.paused) throw new ConflictError(`The source ${sourceId} is paused and is not polled: resume it first.`)
      await pollNow(platform.database.db, sourceId)
      return reply.code(202).send({ sourceId })
    },
  )
  addPollingRoute(server, platform)
  addPauseRoutes(server, platform)
  addOpmlRoutes(server, platform)
}

const polling = z.object({
  sourceId: z.uuid(),
  paused: z.boolean(),
  nextPollAt: z.iso.datetime().describe('Not before; a paused source is not polled at all'),
  lastPolledAt: z.iso.datetime().nullable(),
  lastNewAt: z.iso.datetime().nullable().describe('When it was last the first to list an article'),
  intervalSeconds: z.number().nullable().describe('As last chosen by the schedule'),
  failures: z.int().describe('Polls that failed in a row'),
  polls: z.int(),
  fetchesToday: z.int().describe('Polls and, of a source with limits, pages, since midnight UTC'),
  asked: z
    .object({ seconds: z.number().nullable(), skipHours: z.array(z.int()), skipDays: z.array(z.string()) })
    .nullable()
    .describe('What the source itself asks for: ttl or max-age, hours and days of rest, in UTC'),
  push: z
    .object({
      hub: z.string(),
      topic: z.string(),
      state: z.enum(['wanted', 'asked', 'verified', 'refused', 'ending', 'ended']),
      because: z.string().nullable(),
      leaseUntil: z.iso.datetime().nullable(),
      lastPushAt: z.iso.datetime().nullable(),
      pushes: z.number(),
      forgeries: z.number().describe('Deliveries whose signature was missing or wrong'),
    })
    .nullable()
    .describe('Its WebSub subscription'),
})

/** Work in hand: it changes without events, and is not part of the record. */
function addPollingRoute(server: FastifyInstance, { database: { db } }: Platform): void {
  server.withTypeProvider<ZodTypeProvider>().get(
    '/v1/sources/:sourceId/polling',
    {
      schema: {
        summary: 'When a source is polled, and how its hub does',
        tags: ['sources'],
        params,
        response: { 200: polling, 404: problem },
      },
    },
    async ({ params: { sourceId } }) => {
      const poll = await getPoll(db, sourceId)
      if (poll === null) throw unknown(sourceId)
      const push = await subscriptionOf(db, sourceId)
      const { paused, intervalMs, failures, polls, fetchesToday, hints } = poll
      const iso = (date: Date | null) => date?.toISOString() ?? null
      return {
        ...{ sourceId, paused, failures, polls, fetchesToday, nextPollAt: poll.nextPollAt.toISOString() },
        ...{ lastPolledAt: iso(poll.lastPolledAt), lastNewAt: iso(poll.lastNewAt) },
        intervalSeconds: intervalMs === null ? null : intervalMs / 1_000,
        asked:
          hints === null
            ? null
            : {
                seconds: hints.askedMs === null ? null : hints.askedMs / 1_000,
                skipHours: [...hints.skipHours],
                skipDays: [...hints.skipDays],
              },
        push: push && { ...push, leaseUntil: iso(push.leaseUntil), lastPushAt: iso(push.lastPushAt) },
      }
    },
  )
}

function addPauseRoutes(server: FastifyInstance, platform: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const response = {
    200: z.object({ sourceId: z.uuid(), changed: z.boolean().describe('False: it was so already') }),
    404: problem,
  }
  routes.post(
    '/v1/sources/:sourceId/pause',
    {
      schema: {
        summary: 'Stop polling a source',
        tags: ['intake'],
        params,
        body: z.object({ reason: z.string().min(1).max(200).optional() }).nullish(),
        response,
      },
    },
    async ({ params: { sourceId }, body }) => ({
      sourceId,
      changed: await ofKnown(sourceId, () => pauseSource(platform, sourceId, body?.reason ?? 'paused by an operator')),
    }),
  )
  routes.post(
    '/v1/sources/:sourceId/resume',
    { schema: { summary: 'Poll a paused source again', tags: ['intake'], params, response } },
    async ({ params: { sourceId } }) => ({
      sourceId,
      changed: await ofKnown(sourceId, () => resumeSource(platform, sourceId)),
    }),
  )
}

function addOpmlRoutes(server: FastifyInstance, platform: Platform): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      ['text/x-opml', 'application/xml', 'text/xml'],
      { parseAs: 'buffer', bodyLimit: OPML_BYTES_MAX },
      (_request, body, done) => done(null, body),
    )
    const routes = scope.withTypeProvider<ZodTypeProvider>()
    routes.post(
      '/v1/sources/opml',
      {
        bodyLimit: OPML_BYTES_MAX,
        schema: {
          summary: 'Register the feeds of an OPML file',
          description: 'The body is the file, as text/x-opml. Feeds that are known stay as they are.',
          tags: ['intake'],
          consumes: ['text/x-opml', 'application/xml', 'text/xml'],
          response: {
            200: z.object({
              listed: z.int().describe('added + known + duplicates + refused'),
              added: z.int(),
              known: z.int(),
              duplicates: z.int().describe('Listed again in the same file'),
              refused: z.array(z.object({ title: z.string().nullable(), url: z.string(), reason: z.string() })),
            }),
            400: problem,
            415: problem,
          },
        },
      },
      async ({ body }) => {
        const { refused, ...counts } = await importOpml(platform, Buffer.isBuffer(body) ? body : Buffer.alloc(0))
        return { ...counts, refused: [...refused] }
      },
    )
    routes.get(
      '/v1/sources/opml',
      {
        schema: {
          summary: 'All feeds as OPML 2.0',
          tags: ['sources'],
          produces: ['text/x-opml'],
          response: { 200: z.string() },
        },
      },
      async (_request, reply) => {
        const { opml } = exportOpml(await readSources(platform), platform.now().toISOString())
        return reply
          .type('text/x-opml; charset=utf-8')
          .serializer((text: unknown) => String(text))
          .send(opml)
      },
    )
  })
}

function unknown(sourceId: string): NotFoundError {
  return new NotFoundError(`There is no source ${sourceId}.`)
}

async function ofKnown<Value>(sourceId: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof IllegalCommandError ? unknown(sourceId) : error
  }
}
