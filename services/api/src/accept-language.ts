import { TOPIC_NAME_LANGUAGES } from '@dateline/domain'
import type { FastifyInstance } from 'fastify'
import Negotiator from 'negotiator'
import { z } from 'zod'

/**
 * Where an answer names topics, a request without `topicLanguage` is read for the languages it accepts (RFC 9110, 12.5.4): the
 * best one of those that topics have names in, else English.
 */
export function acceptTopicLanguage(server: FastifyInstance): void {
  server.addHook('preValidation', async ({ query, headers, routeOptions: { schema } }, reply) => {
    const asked = schema?.querystring
    if (!(asked instanceof z.ZodObject) || !('topicLanguage' in asked.shape)) return
    reply.header('vary', 'accept-language')
    const given = query as { topicLanguage?: string }
    if (given.topicLanguage !== undefined || headers['accept-language'] === undefined) return
    const [best] = new Negotiator({ headers }).languages([...TOPIC_NAME_LANGUAGES])
    if (best !== undefined) given.topicLanguage = best
  })
}
