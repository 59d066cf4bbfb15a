import { submitUrl } from '@dateline/intake'
import type { Platform } from '@dateline/platform'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from './problem.ts'

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
}
