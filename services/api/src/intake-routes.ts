import { schedule, sourceKind } from '@dateline/domain'
import { registerSource, submitUrl } from '@dateline/intake'
import type { Platform } from '@dateline/platform'
import { pollNow } from '@dateline/work-state'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFoundError, problem } from './problem.ts'

const URL_CHARS_MAX = 4_000

const position = z.int().nullable().describe('Of the last event this recorded; null if there was nothing new')

/** What people hand in by REST. */
export function addIntakeRoutes(server: FastifyInstance, platform: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()

  routes.post(
    '/v1/articles',
    {
      schema: {
        summary: 'Submit one URL',
        description: 'A URL that is known already is fetched again.',
        tags: ['intake'],
        body: z.object({ url: z.string().max(URL_CHARS_MAX) }),
        response: {
          200: z.object({ articleId: z.string(), url: z.url(), position }),
          201: z.object({ articleId: z.string(), url: z.url(), position }),
          400: problem,
        },
      },
    },
    async ({ body }, reply) => {
      const { created, ...submitted } = await submitUrl(platform, body.url)
      return reply
        .code(created ? 201 : 200)
        .header('location', `/v1/articles/${submitted.articleId}`)
        .send(submitted)
    },
  )

  routes.post(
    '/v1/sources',
    {
      schema: {
        summary: 'Register a source',
        description: 'A feed, a news sitemap or a whole site. Registering it again changes its name and schedule.',
        tags: ['intake'],
        body: z.object({
          kind: sourceKind.default('feed'),
          url: z.string().max(URL_CHARS_MAX),
          name: z.string().max(200).nullable().default(null),
          schedule: schedule.default({ kind: 'adaptive' }),
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
        params: z.object({ sourceId: z.uuid() }),
        response: { 202: z.object({ sourceId: z.uuid() }), 404: problem },
      },
    },
    async ({ params: { sourceId } }, reply) => {
      if (!(await pollNow(platform.database.db, sourceId))) throw new NotFoundError(`There is no source ${sourceId}.`)
      return reply.code(202).send({ sourceId })
    },
  )
}
