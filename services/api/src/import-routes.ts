import { BadInputError } from '@dateline/domain'
import { DOCUMENT_BYTES_MAX, importDocument, importWarcStream, type WarcProgress } from '@dateline/intake'
import type { Platform } from '@dateline/platform'
import { listSkips } from '@dateline/work-state'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from './problem.ts'

/** A web archive of a day's crawl; larger ones are imported by the command line, which shows how far it is. */
const WARC_BYTES_MAX = 2_000_000_000

const imported = z.object({
  articleId: z.string(),
  originalUrl: z.url().nullable().describe('As the scrape itself names it; it is fetched next'),
  position: z.int().nullable().describe('Of the last event this recorded; null: it was known already'),
})

const SKIPS_MAX = 1_000

const skip = z.object({
  importName: z.string(),
  record: z.string().describe('Its number in the archive and its address, or the path of a file'),
  reason: z.string().describe('Stable'),
  detail: z.string(),
  skippedAt: z.iso.datetime(),
})

const query = z.object({
  capturedAt: z.iso.datetime().optional().describe('When it was captured: relative dates are read against it'),
  url: z.string().max(4_000).optional().describe('Where it was captured'),
  fileName: z.string().max(300).optional(),
})

/** Captured pages by REST: the body is the document itself. */
export function addImportRoutes(server: FastifyInstance, platform: Platform): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      ['text/plain', 'text/html'],
      { parseAs: 'buffer', bodyLimit: DOCUMENT_BYTES_MAX },
      (_request, body, done) => done(null, body),
    )
    // Not read here: the archive is imported while it comes in.
    scope.addContentTypeParser(
      ['application/warc', 'application/gzip', 'application/octet-stream'],
      (_request, _body, done) => done(null),
    )
    const routes = scope.withTypeProvider<ZodTypeProvider>()

    routes.post(
      '/v1/documents',
      {
        bodyLimit: DOCUMENT_BYTES_MAX,
        schema: {
          summary: 'Import a text scrape or a saved page',
          description: 'The body is the document, as text/plain or text/html. The same bytes are imported once.',
          tags: ['intake'],
          consumes: ['text/plain', 'text/html'],
          querystring: query,
          response: { 200: imported, 201: imported, 400: problem, 413: problem, 415: problem },
        },
      },
      async ({ body, headers, query: { capturedAt = null, url = null, fileName = null } }, reply) => {
        if (!Buffer.isBuffer(body))
          throw new BadInputError('Send the document as the body, as text/plain or text/html.')
        const mediaType = headers['content-type'] ?? 'text/plain'
        const kind = /^text\/html\b/i.test(mediaType) ? 'html' : 'text'
        const document = { kind, bytes: body, mediaType, fileName, capturedAt, url } as const
        const { created, ...answer } = await importDocument(platform, document)
        return reply
          .code(created ? 201 : 200)
          .header('location', `/v1/articles/${answer.articleId}`)
          .send(answer)
      },
    )

    routes.post(
      '/v1/warc',
      {
        bodyLimit: WARC_BYTES_MAX,
        schema: {
          summary: 'Import a web archive',
          description: 'The body is a WARC file, plain or gzip; it is imported while it comes in, record by record.',
          tags: ['intake'],
          consumes: ['application/warc', 'application/gzip'],
          querystring: z.object({ fileName: z.string().max(300).default('upload') }),
          response: {
            200: z.object({
              records: z.int(),
              imported: z.int(),
              known: z.int(),
              skipped: z
                .record(z.string(), z.int())
                .describe('By reason: every record is imported, known or counted here; which: GET /v1/imports/skipped'),
            }),
            415: problem,
          },
        },
      },
      async ({ raw, query: { fileName } }) => {
        let last: WarcProgress = { records: 0, imported: 0, known: 0, skipped: {} }
        for await (const progress of importWarcStream(platform, limited(raw), fileName)) last = progress
        return last
      },
    )
  })
  addSkipRoute(server, platform)
}

function addSkipRoute(server: FastifyInstance, { database }: Platform): void {
  server.withTypeProvider<ZodTypeProvider>().get(
    '/v1/imports/skipped',
    {
      schema: {
        summary: 'What imports left out, newest first',
        tags: ['intake'],
        querystring: z.object({
          fileName: z
            .string()
            .max(300)
            .optional()
            .describe('Of a web archive; "files": what was imported file by file'),
          limit: z.coerce.number().int().min(1).max(SKIPS_MAX).default(100),
        }),
        response: { 200: z.object({ items: z.array(skip) }), 400: problem },
      },
    },
    async ({ query: { fileName, limit } }) => {
      const skips = await listSkips(database.db, limit, fileName ?? null)
      return { items: skips.map((kept) => ({ ...kept, skippedAt: kept.skippedAt.toISOString() })) }
    },
  )
}

/** A body that is sent in chunks tells no length before. @throws {BadInputError} beyond WARC_BYTES_MAX. */
async function* limited(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > WARC_BYTES_MAX)
      throw new BadInputError(`More than ${WARC_BYTES_MAX} bytes: use \`dateline import warc\`.`)
    yield chunk
  }
}
