import type { Platform } from '@dateline/platform'
import { LEDGER_DAYS_MAX, ledgerByDay, ledgerDay, ledgerEntry, ledgerFilter, listLedger } from '@dateline/read-models'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { pageOf, pageQuery } from './paging.ts'
import { problem } from './problem.ts'

const DAY_MS = 86_400_000
const DAYS_DEFAULT = 14

/** What has become of everything the sources have listed. */
export function addLedgerRoutes(server: FastifyInstance, { database: { db }, now }: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/v1/ledger',
    {
      schema: {
        summary: 'Every URL a source has ever listed, and how it has ended; newest first',
        tags: ['ledger'],
        querystring: pageQuery.extend(ledgerFilter.shape),
        response: { 200: pageOf(ledgerEntry), 400: problem },
      },
    },
    async ({ query: { cursor, limit, ...filter } }) => listLedger(db, filter, cursor, limit),
  )
  routes.get(
    '/v1/ledger/days',
    {
      schema: {
        summary: 'Listed against stored, by source and day; newest day first',
        tags: ['ledger'],
        querystring: z.object({
          source: z.uuid().optional().describe('Only this source'),
          from: z.iso.date().optional().describe(`First day, UTC; without it: ${DAYS_DEFAULT} days in all`),
          to: z.iso.date().optional().describe(`Last day, UTC; without it: today. At most ${LEDGER_DAYS_MAX} days`),
        }),
        response: { 200: z.object({ items: z.array(ledgerDay) }), 400: problem },
      },
    },
    async ({ query: { source, from, to } }) => {
      const last = to ?? now().toISOString().slice(0, 10)
      const first = from ?? new Date(Date.parse(last) - (DAYS_DEFAULT - 1) * DAY_MS).toISOString().slice(0, 10)
      return { items: await ledgerByDay(db, { source, from: first, to: last }) }
    },
  )
}
