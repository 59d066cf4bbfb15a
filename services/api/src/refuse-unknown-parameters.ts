import { BadInputError } from '@dateline/domain'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** A filter with a slip in its name would be passed over, and its answer taken for what was asked. */
export function refuseUnknownParameters(server: FastifyInstance): void {
  server.addHook('preValidation', async ({ query, routeOptions: { url, schema } }) => {
    // Whoever watches the process may add what they like.
    if (!url?.startsWith('/v1/')) return
    const known = schema?.querystring instanceof z.ZodObject ? Object.keys(schema.querystring.shape) : []
    const unknown = Object.keys(query as object).find((name) => !known.includes(name))
    if (unknown === undefined) return
    const those = known.length === 0 ? 'there are none' : `there are ${known.join(', ')}`
    throw new BadInputError(`There is no parameter "${unknown.slice(0, 100)}" here: ${those}.`)
  })
}

/** The web page shows the present: it must not be taken for what was asked. */
export function refuseAsOf(server: FastifyInstance): void {
  server.addHook('preValidation', async ({ query }) => {
    if (!Object.hasOwn(query as object, 'asOf')) return
    throw new BadInputError('These pages show what is known now. For what was known then, ask /v1/… with asOf.')
  })
}
