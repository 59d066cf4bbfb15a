import { checkHealth, openMetrics, type Platform } from '@dateline/platform'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'

const health = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.string()),
  warnings: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: 'What a person should look at, though requests are answered: views that have stopped' }),
})

export function addHealthRoutes(server: FastifyInstance, platform: Platform): void {
  const metrics = openMetrics(platform)
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/health/live',
    { schema: { summary: 'The process runs', tags: ['health'], response: { 200: health } } },
    async () => ({ ready: true, checks: {} }),
  )
  routes.get(
    '/health/ready',
    { schema: { summary: 'It reaches what it needs', tags: ['health'], response: { 200: health, 503: health } } },
    async (_request, reply) => {
      const state = await checkHealth(platform)
      return reply.code(state.ready ? 200 : 503).send(state)
    },
  )
  routes.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  )
}
