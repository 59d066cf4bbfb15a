import {
  ACTOR_CHARS_MAX,
  defineTopic,
  OWN_TOPICS_MAX,
  ownTopicId,
  REASON_CHARS_MAX,
  readTopicBook,
  removeTopic,
  tryTopic,
} from '@dateline/curation'
import type { Platform } from '@dateline/platform'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from './problem.ts'

/** Five hundred examples of some thousand characters each. */
const BODY_BYTES_MAX = 5_000_000

const id = z.string().max(100)
const correction = z.object({
  actor: z.string().min(1).max(ACTOR_CHARS_MAX).describe('Who decides: it stands in the record'),
  reason: z.string().min(1).max(REASON_CHARS_MAX).describe('Why: it stands in the record'),
})
const definition = z.object({
  query: z.array(z.string().max(200)).max(200).default([]).describe('Words and phrases of which each is enough'),
  examples: z
    .array(z.object({ title: z.string().max(1_000), text: z.string().max(100_000) }))
    .max(500)
    .default([])
    .describe('About 20 texts on it, at least 5; of each the first 20,000 characters count'),
})
const recorded = z.object({ topicId: z.string(), position: z.int().nullable().describe('Null: it was so already') })

/** Topics of the operators' own. Past articles are held against them by the command line, which shows how far it is. */
export function addOwnTopicRoutes(server: FastifyInstance, platform: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const tags = ['topics']

  routes.get(
    '/v1/own-topics',
    {
      schema: {
        summary: 'Topics that operators have defined',
        tags,
        response: { 200: z.object({ items: z.array(definition.extend({ id })).max(OWN_TOPICS_MAX) }) },
      },
    },
    async () => {
      const { sources } = await readTopicBook(platform.database)
      const items = sources.map((source) => ({
        id: source.id,
        query: [...(source.query ?? [])],
        examples: [...(source.examples ?? [])],
      }))
      return { items }
    },
  )

  routes.post(
    '/v1/own-topics',
    {
      bodyLimit: BODY_BYTES_MAX,
      schema: {
        summary: 'Define a topic by words or examples, or define it anew',
        description: 'Later articles are held against it at once.',
        tags,
        body: correction.extend({ id, ...definition.shape }),
        response: { 200: recorded, 400: problem, 409: problem },
      },
    },
    ({ body: { id: name, query, examples, ...who } }) => defineTopic(platform, { id: name, query, examples }, who),
  )

  routes.post(
    '/v1/own-topics/:topicId/remove',
    {
      schema: {
        summary: 'Hold later articles against it no more',
        tags,
        params: z.object({ topicId: id }),
        body: correction,
        response: { 200: recorded, 400: problem, 404: problem },
      },
    },
    ({ params: { topicId }, body }) => removeTopic(platform, topicId, body),
  )

  routes.get(
    '/v1/own-topics/:topicId/try/:articleId',
    {
      schema: {
        summary: 'Whether an article is on it, and which of its words decide',
        tags,
        params: z.object({ topicId: id, articleId: id }),
        response: {
          200: z.object({
            topicId: z.string(),
            title: z.string(),
            verdict: z.object({ id: z.string(), score: z.number(), terms: z.array(z.string()).readonly() }).nullable(),
            likeness: z.number().describe('How like the examples it is'),
            scoreMin: z.number().nullable().describe('Score from which likeness to the examples suffices'),
          }),
          400: problem,
          404: problem,
        },
      },
    },
    ({ params: { topicId, articleId } }) => tryTopic(platform.database, ownTopicId(topicId), articleId),
  )
}
