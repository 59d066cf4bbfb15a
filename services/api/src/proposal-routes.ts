import { ACTOR_CHARS_MAX, decideProposal, listProposals, REASON_CHARS_MAX } from '@dateline/curation'
import type { Platform } from '@dateline/platform'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from './problem.ts'
import { name } from './route-names.ts'

const proposal = z.object({
  proposalId: z.string(),
  storyId: z.string().describe('Would go on'),
  fromId: z.string().describe('Would end: its id would be redirected'),
  labels: z.tuple([z.string(), z.string()]).readonly().describe('Of the two stories'),
  score: z.number().describe('Cosine of their vectors: at most 1'),
  model: z.string().describe('Who proposes: file and hash of the model'),
})

const decision = z.object({
  actor: z.string().min(1).max(ACTOR_CHARS_MAX).describe('Who decides: it stands in the record'),
  reason: z.string().min(1).max(REASON_CHARS_MAX).describe('Why: it stands in the record'),
})

/** Merges that an operator's own model proposes: a person decides. See docs/guides/embedder.md. */
export function addProposalRoutes(server: FastifyInstance, platform: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const tags = ['corrections']

  routes.get(
    '/v1/proposals',
    {
      schema: {
        summary: 'Open proposals that two stories are one, likeliest first',
        tags,
        response: { 200: z.object({ items: z.array(proposal) }) },
      },
    },
    async () => ({ items: await listProposals(platform.database) }),
  )

  for (const [verb, verdict, summary] of [
    ['accept', 'accepted', 'The two stories are one: joins them, as this person’s decision'],
    ['reject', 'rejected', 'They are two: neither proposed nor joined again'],
  ] as const) {
    routes.post(
      `/v1/proposals/:proposalId/${verb}`,
      {
        schema: {
          summary,
          tags,
          params: z.object({ proposalId: name }),
          body: decision,
          response: {
            200: z.object({
              storyId: z.string().describe('The story that goes on'),
              position: z.int().nullable().describe('Of the last event this recorded; null: it was so already'),
            }),
            400: problem,
            404: problem,
            409: problem,
          },
        },
      },
      ({ params: { proposalId }, body }) => decideProposal(platform, proposalId, verdict, body),
    )
  }
}
