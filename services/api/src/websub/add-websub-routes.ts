import type { Platform } from '@dateline/platform'
import { confirmIntent, recordDenied, recordForgery, recordPush, secretOf } from '@dateline/work-state'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFoundError } from '../problem.ts'
import { checkSignature } from './check-signature.ts'

/** Of a push, which is a feed: what is in it is read by the poll that it asks for. */
const PUSH_BYTES_MAX = 2_000_000
/** What hubs grant: an hour to a month, whatever they say. */
const LEASE_SECONDS_MIN = 3_600
const LEASE_SECONDS_MAX = 30 * 86_400
const LEASE_SECONDS_DEFAULT = 10 * 86_400

const params = z.object({ callback: z.string().regex(/^[0-9a-f]{32}$/) })
const text = z.string().max(4_000)

/**
 * Where hubs reach us. The addresses are random and known to one hub each; what is pushed is never believed, it only makes us
 * look: the feed is then polled as always.
 *
 * @see https://www.w3.org/TR/websub/
 */
export function addWebsubRoutes(server: FastifyInstance, { database: { db }, logger }: Platform): void {
  // The signature is over the bytes as they came, whatever they are.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: PUSH_BYTES_MAX }, (_request, body, done) =>
    done(null, body),
  )
  const routes = server.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/websub/:callback',
    {
      schema: {
        hide: true,
        params,
        querystring: z.object({
          'hub.mode': z.enum(['subscribe', 'unsubscribe', 'denied']),
          'hub.topic': text,
          'hub.challenge': text.optional(),
          'hub.lease_seconds': z.string().max(20).optional(),
          'hub.reason': text.optional(),
        }),
      },
    },
    async ({ params: { callback }, query }, reply) => {
      const { 'hub.mode': mode, 'hub.topic': topic, 'hub.challenge': challenge } = query
      if (mode === 'denied') {
        const reason = query['hub.reason']?.slice(0, 200) ?? 'no reason given'
        if (!(await recordDenied(db, callback, `the hub denies it: ${reason}`))) throw unknown()
        return reply.type('text/plain').send('')
      }
      const asked = Number(query['hub.lease_seconds'] ?? LEASE_SECONDS_DEFAULT) || LEASE_SECONDS_DEFAULT
      const leaseS = Math.min(Math.max(asked, LEASE_SECONDS_MIN), LEASE_SECONDS_MAX)
      const isOurs = challenge !== undefined && (await confirmIntent(db, callback, { mode, topic, leaseS }))
      if (!isOurs) throw unknown()
      logger.info({ topic, mode, leaseS }, 'hub has verified a subscription')
      // Shown to no browser as anything but text.
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-security-policy', "default-src 'none'")
        .send(challenge)
    },
  )

  routes.post(
    '/websub/:callback',
    { bodyLimit: PUSH_BYTES_MAX, schema: { hide: true, params } },
    async ({ params: { callback }, headers, body }, reply) => {
      const secret = await secretOf(db, callback)
      // "Gone" ends what a hub still holds of us.
      if (secret === null) return reply.code(410).type('text/plain').send('')
      const signature = headers['x-hub-signature']
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
      if (!checkSignature(Array.isArray(signature) ? signature[0] : signature, secret, bytes)) {
        await recordForgery(db, callback)
        logger.warn({ bytes: bytes.length, isSigned: signature !== undefined }, 'push with a wrong signature ignored')
      } else {
        const sourceId = await recordPush(db, callback)
        logger.info({ sourceId, bytes: bytes.length }, 'push received, source will be polled')
      }
      // The same answer to both: whoever guesses learns nothing.
      return reply.code(202).type('text/plain').send('')
    },
  )
}

function unknown(): NotFoundError {
  return new NotFoundError('Nobody here has asked for this subscription.')
}
