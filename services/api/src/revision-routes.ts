import { BadInputError, changeKind, revisionChange } from '@dateline/domain'
import { diffRevisions, markChanges } from '@dateline/extraction'
import type { Platform } from '@dateline/platform'
import {
  type AsOf,
  finding,
  findingFilter,
  getLiveBlog,
  getRevision,
  layoutDrift,
  listFindings,
  listLayoutDrifts,
  listRevisions,
  liveBlog,
  type RevisionDetail,
  revisionDetail,
  revisionSummary,
} from '@dateline/read-models'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asOfQuery, momentOf } from './moment.ts'
import { pageOf, pageQuery } from './paging.ts'
import { problem } from './problem.ts'
import { articleParams, found } from './route-names.ts'

/** Postgres counts revisions in 32 bits. */
const number = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1)

const side = revisionSummary.pick({ number: true, recordedAt: true, title: true, modifiedAt: true, stealth: true })

const revisionDiff = z.object({
  articleId: z.string(),
  from: side,
  to: side,
  changes: z.array(revisionChange).meta({ description: 'What differs, with its kind; spelling and furniture apart' }),
  kinds: z.array(changeKind),
  isSubstantial: z.boolean().meta({ description: 'More than spelling, marks and credits' }),
  notice: z
    .object({ kind: z.enum(['correction', 'update', 'time']), text: z.string() })
    .nullable()
    .meta({ description: 'How the later page owns up to it; null: it does not' }),
  isStealth: z.boolean().meta({ description: 'Substantial, and without a notice' }),
  paragraphs: z
    .array(
      z.object({
        kind: z.enum(['same', 'added', 'removed', 'changed']),
        before: z.int().nullable(),
        after: z.int().nullable(),
        parts: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
      }),
    )
    .meta({ description: 'Both texts as one, in the order of the later' }),
})

/** What an article said before, and what was found about its changes. */
export function addRevisionRoutes(server: FastifyInstance, { database: { db } }: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/v1/articles/:articleId/revisions',
    {
      schema: {
        summary: 'What the article said before, newest first',
        tags: ['articles'],
        params: articleParams,
        querystring: pageQuery.extend(asOfQuery.shape).extend({
          updates: z
            .enum(['true', 'false'])
            .default('false')
            .describe('true: also readings that are no revision: see `why`'),
        }),
        response: { 200: pageOf(revisionSummary), 400: problem },
      },
    },
    async ({ params: { articleId }, query: { cursor, limit, asOf, updates } }) =>
      listRevisions(db, articleId, cursor, limit, await momentOf(db, asOf), { updates: updates === 'true' }),
  )
  routes.get(
    '/v1/articles/:articleId/revisions/:number',
    {
      schema: {
        summary: 'One revision, whole',
        tags: ['articles'],
        params: articleParams.extend({ number }),
        querystring: asOfQuery,
        response: { 200: revisionDetail, 400: problem, 404: problem },
      },
    },
    async ({ params: { articleId, number }, query: { asOf } }) =>
      revisionOf(articleId, number, await momentOf(db, asOf)),
  )
  routes.get(
    '/v1/articles/:articleId/diff',
    {
      schema: {
        summary: 'What changed between two revisions, word by word, and whether the page owns up to it',
        tags: ['articles'],
        params: articleParams,
        querystring: asOfQuery.extend({
          from: number.optional().describe('Revision; default: the one before `to`'),
          to: number.optional().describe('Revision; default: the newest'),
        }),
        response: { 200: revisionDiff, 400: problem, 404: problem },
      },
    },
    async ({ params: { articleId }, query }) => {
      const asOf = await momentOf(db, query.asOf)
      const to = query.to ?? (await newest(articleId, asOf)).number
      const from = query.from ?? to - 1
      if (from < 1) throw new BadInputError(`Revision ${to} of ${articleId} is its first: there is nothing before it.`)
      return toDiff(await revisionOf(articleId, from, asOf), await revisionOf(articleId, to, asOf))
    },
  )
  routes.get(
    '/v1/articles/:articleId/live',
    {
      schema: {
        summary: 'The updates of a live blog: what came, changed and went, and when',
        tags: ['articles'],
        params: articleParams,
        querystring: asOfQuery,
        response: { 200: liveBlog, 404: problem },
      },
    },
    async ({ params: { articleId }, query: { asOf } }) =>
      found(await getLiveBlog(db, articleId, await momentOf(db, asOf)), `live blog ${articleId}`),
  )
  routes.get(
    '/v1/findings',
    {
      schema: {
        summary: 'Stealth edits, outdated and altered copies, newest first',
        tags: ['articles'],
        querystring: pageQuery.extend(findingFilter.shape).extend(asOfQuery.shape),
        response: { 200: pageOf(finding), 400: problem },
      },
    },
    async ({ query: { cursor, limit, asOf, minPosition: _, ...filter } }) =>
      listFindings(db, filter, cursor, limit, await momentOf(db, asOf)),
  )

  routes.get(
    '/v1/layout-drifts',
    {
      schema: {
        summary: 'Hosts whose pages suddenly give less than they used to, newest alarm first',
        tags: ['sources'],
        querystring: pageQuery.extend({
          open: z.enum(['true', 'false']).optional().describe('true: only alarms that go on'),
          sourceId: z.uuid().optional(),
        }),
        response: { 200: pageOf(layoutDrift), 400: problem },
      },
    },
    async ({ query: { cursor, limit, open, sourceId } }) =>
      listLayoutDrifts(db, { open: open === 'true', sourceId }, cursor, limit),
  )

  async function newest(articleId: string, asOf: AsOf) {
    return found((await listRevisions(db, articleId, null, 1, asOf)).items[0] ?? null, `revision of ${articleId}`)
  }

  async function revisionOf(articleId: string, number: number, asOf: AsOf): Promise<RevisionDetail> {
    return found(await getRevision(db, articleId, number, asOf), `revision ${number} of ${articleId}`)
  }
}

function toDiff(before: RevisionDetail, after: RevisionDetail): z.infer<typeof revisionDiff> {
  if (before.extraction === null || after.extraction === null)
    throw new BadInputError('The text of one of the two has been withdrawn: there is nothing to compare.')
  const diff = diffRevisions(before.extraction, after.extraction)
  return {
    articleId: after.articleId,
    from: side.parse(before),
    to: side.parse(after),
    ...diff,
    kinds: [...new Set(diff.changes.map(({ kind }) => kind))],
    paragraphs: markChanges(before.extraction, after.extraction),
  }
}
