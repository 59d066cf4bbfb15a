import { latestSignedHead, proveEvents } from '@dateline/event-store'
import { logSigner, type Platform } from '@dateline/platform'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFoundError, problem } from './problem.ts'

const POSITIONS_MAX = 100

const head = z.object({
  size: z.int().describe('Events under it'),
  root: z.hash('sha256'),
  signedAt: z.iso.datetime(),
  note: z.string().describe('Signed checkpoint (C2SP)'),
  publicKey: z.string().describe('Ed25519, base64'),
})

const proof = z
  .object({
    format: z.literal('dateline-proof/1'),
    origin: z.string(),
    publicKey: z.string(),
    treeHead: z.string(),
    events: z.array(z.looseObject({ position: z.int(), path: z.array(z.string()).readonly() })).readonly(),
    consistency: z.object({ olderSize: z.int(), path: z.array(z.string()).readonly() }).optional(),
  })
  .describe('Checked offline by packages/event-store/verify-proof.mjs')

/** What proves the log: signed tree heads, inclusion and consistency (RFC 6962). */
export function addLogRoutes(server: FastifyInstance, { database, config }: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const signer = logSigner(config)

  routes.get(
    '/v1/log/head',
    { schema: { summary: 'Newest signed tree head', tags: ['log'], response: { 200: head, 404: problem } } },
    async () => {
      const newest = await latestSignedHead(database)
      if (newest === null || signer === null) throw new NotFoundError('The log has no signed tree head yet.')
      const { size, root, signedAt, note } = newest
      return { size, root: root.toString('hex'), signedAt, note, publicKey: signer.publicKey.toString('base64') }
    },
  )

  routes.get(
    '/v1/log/proof',
    {
      schema: {
        summary: 'Proof that events stand in the log, and that it only grew',
        tags: ['log'],
        querystring: z
          .object({
            stream: z.string().max(100).optional().describe('Every event of this stream, such as article-…'),
            position: z
              .string()
              .regex(/^\d{1,15}(,\d{1,15}){0,99}$/)
              .optional()
              .describe(`Positions, divided by commas, at most ${POSITIONS_MAX}`),
            olderSize: z.coerce.number().int().positive().optional().describe('Size of an older head to continue'),
          })
          .refine(
            ({ stream, position }) => (stream === undefined) !== (position === undefined),
            'give stream or position',
          ),
        response: { 200: proof, 400: problem, 404: problem },
      },
    },
    async ({ query: { stream, position, olderSize } }) => {
      if (signer === null) throw new NotFoundError('The log is not signed: LOG_SIGNING_KEY is not set.')
      const what = stream === undefined ? { positions: position!.split(',').map(Number) } : { stream }
      const { consistency, ...file } = await proveEvents(database, signer, what, olderSize)
      return { ...file, events: file.events.map((event) => ({ ...event })), consistency }
    },
  )
}
