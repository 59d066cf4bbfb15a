import type { Platform } from '@dateline/platform'
import swagger from '@fastify/swagger'
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { acceptTopicLanguage } from './accept-language.ts'
import { addChangeRoutes } from './change-routes.ts'
import { addCorrectionRoutes } from './correction-routes.ts'
import { addEntityTags } from './entity-tags.ts'
import { addFeedRoutes } from './feed-routes.ts'
import { addHealthRoutes } from './health-routes.ts'
import { addImportRoutes } from './import-routes.ts'
import { addIntakeRoutes } from './intake-routes.ts'
import { addLedgerRoutes } from './ledger-routes.ts'
import { addLogRoutes } from './log-routes.ts'
import { addOwnTopicRoutes } from './own-topic-routes.ts'
import { addPage } from './page/add-page.ts'
import { answerFrameworkError, handleErrors } from './problem.ts'
import { addProposalRoutes } from './proposal-routes.ts'
import { addReadRoutes } from './read-routes.ts'
import { refuseAsOf, refuseUnknownParameters } from './refuse-unknown-parameters.ts'
import { refuseOtherSites } from './same-site.ts'
import { addSourceRoutes } from './source-routes.ts'
import { addStoryRoutes } from './story-routes.ts'
import { waitForViews } from './wait-for-views.ts'
import { addWebsubRoutes } from './websub/add-websub-routes.ts'
import { addWorkRoutes } from './work-routes.ts'

/** Documents are imported from files; a request carries an address or two. */
const BODY_BYTES_MAX = 100_000
/** A whole web archive comes in one request, and is imported while it does; a request's head has Node's own minute. */
const REQUEST_MS_MAX = 3_600_000

const LIMITS = {
  /** For a body of ordinary size to come in: whoever sends it byte by byte holds a socket no longer. */
  bodyMsMax: 30_000,
  /** Of the live changes: each holds a socket and, while it is behind, one page of changes. */
  readersMax: 2_000,
}

/** The HTTP interface, not listening yet. */
export async function buildServer(platform: Platform, limits: Partial<typeof LIMITS> = {}): Promise<FastifyInstance> {
  const { bodyMsMax, readersMax } = { ...LIMITS, ...limits }
  const { logger } = platform
  // One line a request would drown the others.
  const level = logger.isLevelEnabled('warn') ? 'warn' : logger.level
  const server = fastify({
    loggerInstance: logger.child({ part: 'api' }, { level }) as FastifyBaseLogger,
    frameworkErrors: answerFrameworkError,
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    routerOptions: { maxParamLength: 200 },
    // A slow reader of an answer must not hold up the end of the process.
    forceCloseConnections: true,
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  handleErrors(server)
  cutSlowBodies(server, bodyMsMax)
  refuseOtherSites(server, platform)
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Dateline',
        version: '0.1.0',
        description:
          'Articles, their revisions, stories, topics and sources, and the log they come from. Lists are paged by an opaque cursor; errors are problem+json (RFC 9457).',
        license: { name: 'Apache-2.0' },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
  })
  await server.register(async (routes) => {
    addEntityTags(routes)
    refuseUnknownParameters(routes)
    acceptTopicLanguage(routes)
    waitForViews(routes, platform)
    addReadRoutes(routes, platform)
    addLedgerRoutes(routes, platform)
    addWorkRoutes(routes, platform)
    addLogRoutes(routes, platform)
    addChangeRoutes(routes, platform, readersMax)
    addFeedRoutes(routes, platform)
    addIntakeRoutes(routes, platform)
    addSourceRoutes(routes, platform)
    addStoryRoutes(routes, platform)
    addCorrectionRoutes(routes, platform)
    addOwnTopicRoutes(routes, platform)
    addProposalRoutes(routes, platform)
    addImportRoutes(routes, platform)
    addHealthRoutes(routes, platform)
  })
  await server.register(async (routes) => addWebsubRoutes(routes, platform))
  await server.register(async (pages) => {
    refuseAsOf(pages)
    addPage(pages, platform)
  })
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger())
  await server.ready()
  return server
}

function cutSlowBodies(server: FastifyInstance, bodyMsMax: number): void {
  server.addHook('onRequest', async ({ raw, routeOptions }) => {
    if ((routeOptions.bodyLimit ?? 0) > BODY_BYTES_MAX) return
    const late = setTimeout(() => {
      if (!raw.complete) raw.destroy()
    }, bodyMsMax).unref()
    raw.once('close', () => clearTimeout(late))
  })
}
