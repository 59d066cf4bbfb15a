import { readProvenance, readTimeline, storyProvenance, storyTimeline } from '@dateline/curation'
import type { Platform } from '@dateline/platform'
import {
  getStory,
  HOURS_MAX,
  storyChange,
  storyChanges,
  timeOfMoment,
  topicHour,
  topicHours,
} from '@dateline/read-models'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asOfQuery, momentOf } from './moment.ts'
import { problem } from './problem.ts'
import { found, name } from './route-names.ts'

const CHANGES_MAX = 1_000

const params = z.object({ storyId: name })

/** What a story is made of: whose text its pages carry, what its days brought, how it was changed. */
export function addStoryRoutes(server: FastifyInstance, { database, now }: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const { db } = database

  routes.get(
    '/v1/stories/:storyId/provenance',
    {
      schema: {
        summary: 'Whose text each page carries, what the copies made of it, and how many origins there are',
        tags: ['stories'],
        params,
        querystring: asOfQuery,
        response: { 200: storyProvenance, 404: problem },
      },
    },
    async ({ params: { storyId }, query: { asOf } }) => readProvenance(database, storyId, await momentOf(db, asOf)),
  )

  routes.get(
    '/v1/stories/:storyId/timeline',
    {
      schema: {
        summary: 'What its days brought, in the words of its own articles',
        tags: ['stories'],
        params,
        querystring: asOfQuery,
        response: { 200: storyTimeline, 404: problem },
      },
    },
    async ({ params: { storyId }, query: { asOf } }) => readTimeline(database, storyId, await momentOf(db, asOf)),
  )

  routes.get(
    '/v1/stories/:storyId/changes',
    {
      schema: {
        summary: 'Its merges, splits, moves and names, with reason and actor; of a merged story its own',
        tags: ['stories'],
        params,
        querystring: asOfQuery,
        response: { 200: z.object({ items: z.array(storyChange) }), 400: problem, 404: problem },
      },
    },
    async ({ params: { storyId }, query }) => {
      const asOf = await momentOf(db, query.asOf)
      found(await getStory(db, storyId, asOf), `story ${storyId}`)
      return { items: await storyChanges(db, storyId, CHANGES_MAX, asOf) }
    },
  )

  routes.get(
    '/v1/topics/:qcode/hours',
    {
      schema: {
        summary: 'Articles of a topic by the hour, against the usual',
        tags: ['topics'],
        params: z.object({ qcode: name }),
        querystring: asOfQuery.extend({ hours: z.coerce.number().int().min(1).max(HOURS_MAX).default(24) }),
        response: { 200: z.object({ items: z.array(topicHour) }), 400: problem },
      },
    },
    async ({ params: { qcode }, query: { hours, asOf } }) => {
      const moment = await momentOf(db, asOf)
      const end = asOf === undefined ? now() : await timeOfMoment(database, asOf, moment!)
      return { items: end === null ? [] : await topicHours(db, qcode, end, hours, moment) }
    },
  )
}
