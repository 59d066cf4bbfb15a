import { z } from 'zod'

const sha256 = z.hash('sha256')

/**
 * Every kind of job there is. Jobs carry ids and hashes, never content: what a queue loses or shows to an operator is
 * worth nothing. Each has a queue of its own, of the same name.
 */
export const jobSchemas = {
  /** Read a feed, sitemap or site and record what is new. */
  'poll-source': z.object({ sourceId: z.uuid() }),
  /** Read a source's sitemaps for days that are past. */
  'backfill-source': z.object({ sourceId: z.uuid() }),
  /** Fetch an article's page from `host`; `revisit` asks for it only if it has changed. */
  'fetch-article': z.object({
    articleId: z.string(),
    reason: z.enum(['new', 'retry', 'revisit', 'requested']),
    host: z.string().optional(),
  }),
  /** Run the scripts of a page that shows nothing without them. */
  'render-article': z.object({ articleId: z.string() }),
  /** Read the article out of archived bytes. */
  'extract-article': z.object({ articleId: z.string(), rawSha256: sha256 }),
  /** Say what an extracted article is about. */
  'classify-article': z.object({ articleId: z.string(), contentSha256: sha256 }),
} as const

export type JobName = keyof typeof jobSchemas
export type JobData<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>

export const jobNames = Object.keys(jobSchemas) as JobName[]

/** One job that somebody should do. */
export type Job<Name extends JobName = JobName> = { [N in Name]: { name: N; data: JobData<N> } }[Name]

/** The same job has the same id, so that it waits in its queue once. Never with ":", which BullMQ keeps for itself. */
export function jobId({ name, data }: Job): string {
  const key = 'articleId' in data ? data.articleId : data.sourceId
  const version = 'rawSha256' in data ? data.rawSha256 : 'contentSha256' in data ? data.contentSha256 : ''
  return [name, key, version.slice(0, 16)].filter((part) => part !== '').join('.')
}
