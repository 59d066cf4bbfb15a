import { BACKFILL_SITEMAPS_DEFAULT, BACKFILL_SITEMAPS_MAX, requestBackfill } from '@dateline/intake'
import type { Platform } from '@dateline/platform'
import { jobNames } from '@dateline/queue'
import { getBackfill, listDeadLetters, retryDeadLetters } from '@dateline/work-state'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFoundError, problem } from './problem.ts'

const LETTERS_MAX = 500
const queue = z.enum(jobNames as [string, ...string[]])
const sourceParams = z.object({ sourceId: z.uuid() })
const count = z.int().nonnegative()

const backfill = z.object({
  sourceId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  done: z.boolean(),
  sitemapsMax: count,
  sitemapsKnown: count,
  sitemapsRead: count,
  sitemapsFailed: z.record(z.string(), count).describe('By reason'),
  inRange: count.describe('Pages of these days'),
  discovered: count.describe('Those of them that nobody had heard of'),
})

const deadLetter = z.object({
  queue,
  key: z.string().describe('Article or source'),
  code: z.string().describe('Stable reason'),
  message: z.string(),
  attempts: count.describe('How often it was tried before it was given up'),
  times: count.describe('How often it has been given up'),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
})

/** Work in hand and work given up. */
export function addWorkRoutes(server: FastifyInstance, { database, now }: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/v1/dead-letters',
    {
      schema: {
        summary: 'Work that was given up, newest first',
        tags: ['work'],
        querystring: z.object({
          queue: queue.optional(),
          limit: z.coerce.number().int().min(1).max(LETTERS_MAX).default(100),
        }),
        response: { 200: z.object({ items: z.array(deadLetter) }), 400: problem },
      },
    },
    async ({ query: { queue: only, limit } }) => {
      const letters = await listDeadLetters(database.db, limit, only ?? null)
      const items = letters.map(({ data: _, firstSeenAt, lastSeenAt, ...letter }) => ({
        ...letter,
        firstSeenAt: firstSeenAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      }))
      return { items }
    },
  )

  routes.post(
    '/v1/dead-letters/retry',
    {
      schema: {
        summary: 'Try again: one of a queue, or all of it',
        tags: ['work'],
        body: z.object({ queue, key: z.string().max(200).nullable().default(null) }),
        response: { 202: z.object({ retried: count }), 400: problem, 404: problem },
      },
    },
    async ({ body }, reply) => {
      const retried = await database.db.transaction().execute((trx) => retryDeadLetters(trx, body.queue, body.key))
      if (retried === 0 && body.key !== null)
        throw new NotFoundError(`There is no dead letter ${body.key} in ${body.queue}.`)
      return reply.code(202).send({ retried })
    },
  )

  routes.post(
    '/v1/sources/:sourceId/backfill',
    {
      schema: {
        summary: 'Bring in what a source has published and we have missed, from its sitemaps',
        description: 'Asked for again it goes on where it was.',
        tags: ['ledger'],
        params: sourceParams,
        body: z.object({
          from: z.iso.date(),
          to: z.iso.date().optional().describe('Without it: today'),
          sitemapsMax: z.int().min(1).max(BACKFILL_SITEMAPS_MAX).default(BACKFILL_SITEMAPS_DEFAULT),
        }),
        response: { 202: z.object({ sourceId: z.uuid() }), 400: problem },
      },
    },
    async ({ params: { sourceId }, body: { from, to = now().toISOString().slice(0, 10), sitemapsMax } }, reply) => {
      await requestBackfill({ database }, { sourceId, from, to, sitemapsMax })
      return reply.code(202).send({ sourceId })
    },
  )

  routes.get(
    '/v1/sources/:sourceId/backfill',
    {
      schema: {
        summary: 'How far the last backfill of a source is',
        tags: ['ledger'],
        params: sourceParams,
        response: { 200: backfill, 404: problem },
      },
    },
    async ({ params: { sourceId } }) => {
      const found = await getBackfill(database.db, sourceId)
      if (found === null) throw new NotFoundError(`No backfill of source ${sourceId} has been asked for.`)
      return found
    },
  )
}
