import { isPassing, isUnavailable } from '@dateline/database'
import { DatelineError } from '@dateline/domain'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** RFC 9457. `code` is stable; `detail` is for people. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
})

/** Asks a client to come back while the database restarts. */
const RETRY_AFTER_S = 5

/** Nothing is there under this id or path. */
export class NotFoundError extends DatelineError {
  readonly code = 'NOT_FOUND'
  readonly retryable = false
}

/** It makes no sense in the state the thing is in now. */
export class ConflictError extends DatelineError {
  readonly code = 'CONFLICT'
  readonly retryable = false
}

const STATUS: Readonly<Record<string, number>> = {
  BAD_INPUT: 400,
  BUSY: 503,
  CONFLICT: 409,
  FORBIDDEN: 403,
  INVALID_EVENT: 400,
  NOT_FOUND: 404,
  NOT_IN_LOG: 404,
}
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  500: 'Internal error',
  503: 'Not available now',
}

/** SQLSTATE of a value that Postgres cannot hold: NUL in a text, a number beyond its type. */
const UNSTORABLE = /^22(003|021|P05)$/

/** Answers every error as problem+json, without a stack trace and without what a 500 was about. */
export function handleErrors(server: FastifyInstance): void {
  server.setNotFoundHandler((request, reply) =>
    send(
      reply,
      404,
      'NOT_FOUND',
      `There is nothing at ${request.url.slice(0, 200)}: see /openapi.json for what there is.`,
    ),
  )
  server.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const problems = error.validation.map(({ instancePath, message }) => {
        const name = instancePath.replace(/^\//, '').replaceAll('/', '.')
        return `${name || error.validationContext}: ${message}`
      })
      return send(reply, 400, 'BAD_INPUT', problems.join('; '))
    }
    if (error instanceof DatelineError) {
      const status = STATUS[error.code] ?? (error.retryable ? 503 : 500)
      if (status === 503) {
        request.log.warn({ err: error, path: request.routeOptions.url }, 'not available now')
        reply.header('retry-after', RETRY_AFTER_S)
      }
      if (status !== 500) return send(reply, status, error.code, error.message)
    }
    if (error.code === 'BODIES_ARCHIVED') return send(reply, 409, error.code, error.message)
    if (UNSTORABLE.test(error.code ?? '')) return send(reply, 400, 'BAD_INPUT', `A value cannot be: ${error.message}.`)
    const status = error.statusCode ?? 500
    if (status < 500) return send(reply, status, error.code ?? 'BAD_REQUEST', error.message)
    if (isPassing(error)) {
      request.log.warn({ err: error }, isUnavailable(error) ? 'database away' : 'database busy')
      reply.header('retry-after', RETRY_AFTER_S)
      return send(reply, 503, 'UNAVAILABLE', 'The database is not available now: try again in some seconds.')
    }
    request.log.error({ err: error, path: request.routeOptions.url }, 'request failed')
    return send(reply, 500, 'INTERNAL', 'Something went wrong on our side; it has been logged.')
  })
}

/** For what is wrong before there is a route, such as a path that cannot be decoded. */
export function answerFrameworkError(error: Error, _request: unknown, reply: FastifyReply): void {
  send(reply, 400, 'BAD_INPUT', error.message)
}

function send(reply: FastifyReply, status: number, code: string, detail: string) {
  const body = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail }
  // Already complete and checked by its type: it must not pass the schema of the route it replaces.
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body)
}
