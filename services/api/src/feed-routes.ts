import { topicName } from '@dateline/domain'
import { type OutputEntry, type OutputFeed, renderAtom, renderJsonFeed, renderRss } from '@dateline/feed-formats'
import type { Platform } from '@dateline/platform'
import {
  type ArticleSummary,
  articleFilter,
  listArticles,
  listStories,
  PAGE_ITEMS_MAX,
  type StorySummary,
} from '@dateline/read-models'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from './problem.ts'

const FORMATS = {
  atom: { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  rss: { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  json: { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
} as const
/** How long a reader may keep a feed before it asks again, in seconds. */
const FRESH_S = 60

const formatParams = z.object({ format: z.enum(['atom', 'rss', 'json']) })
const limit = z.coerce.number().int().min(1).max(PAGE_ITEMS_MAX).default(50).describe('Entries, newest first')
const response = { 200: z.string().describe('The feed; 304 for an ETag that still holds'), 400: problem }

/** What is new, as feeds for feed readers: Atom 1.0, RSS 2.0, JSON Feed 1.1. */
export function addFeedRoutes(server: FastifyInstance, { database: { db } }: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/v1/feeds/stories.:format',
    {
      schema: {
        summary: 'Current stories as a feed',
        tags: ['feeds'],
        params: formatParams,
        querystring: z.object({ limit, articlesMin: z.coerce.number().int().min(1).default(1) }),
        response,
      },
    },
    async (request, reply) => {
      const { items } = await listStories(db, { articlesMin: request.query.articlesMin }, null, request.query.limit)
      const base = baseOf(request)
      return send(reply, request.params.format, {
        ...channel(request, 'Dateline: current stories', `${base}/`),
        entries: items.map((story) => storyEntry(story, base)),
      })
    },
  )
  routes.get(
    '/v1/feeds/articles.:format',
    {
      schema: {
        summary: 'Articles as a feed, with the filters of /v1/articles',
        description: 'Times are instants: where publishedZone of the article is `assumed`, its time as if in UTC.',
        tags: ['feeds'],
        params: formatParams,
        querystring: articleFilter.extend({ limit }),
        response,
      },
    },
    async (request, reply) => {
      const { limit: entries, ...filter } = request.query
      const { items } = await listArticles(db, filter, null, entries)
      const base = baseOf(request)
      return send(reply, request.params.format, {
        ...channel(request, 'Dateline: articles', `${base}/`),
        entries: items.map((article) => articleEntry(article, base)),
      })
    },
  )
}

type Channel = Omit<OutputFeed, 'entries' | 'updatedAt'>

function channel(request: FastifyRequest, title: string, url: string): Channel {
  return { title, description: null, url, selfUrl: `${baseOf(request)}${request.url}`, hubUrls: [], language: null }
}

/** The name in the request has been checked: it is one of API_HOSTS, or an address. */
function baseOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`
}

function storyEntry(story: StorySummary, base: string): OutputEntry {
  const { storyId, label, articleCount, openedAt, updatedAt, topics } = story
  return {
    ...{ id: `urn:dateline:${storyId}`, url: `${base}/stories/${storyId}`, title: label ?? 'Untitled' },
    ...{ summary: articleCount === 1 ? '1 article' : `${articleCount} articles`, publishedAt: openedAt, updatedAt },
    ...{
      contentHtml: null,
      authors: [],
      categories: topics.map((topic) => topicName(topic)),
      language: null,
      imageUrl: null,
      source: null,
    },
  }
}

/** Links to the publisher's own page; the text stays there. */
function articleEntry(article: ArticleSummary, base: string): OutputEntry {
  const { articleId, title, url, excerpt, authors, topics, publishedAt, updatedAt, language, leadImageUrl } = article
  const { publisher, publisherDomain } = article
  return {
    ...{ id: `urn:dateline:${articleId}`, url: url ?? `${base}/articles/${articleId}`, title: title ?? 'Untitled' },
    ...{
      summary: excerpt,
      contentHtml: null,
      authors: authors.map(({ name }) => name),
      categories: topics.map((topic) => topicName(topic)),
    },
    ...{ publishedAt, updatedAt, language, imageUrl: leadImageUrl },
    source:
      publisherDomain === null ? null : { title: publisher ?? publisherDomain, url: `https://${publisherDomain}/` },
  }
}

function send(reply: FastifyReply, format: keyof typeof FORMATS, feed: Omit<OutputFeed, 'updatedAt'>): FastifyReply {
  // As old as its newest entry, so that the same entries give the same bytes.
  const updatedAt =
    feed.entries
      .map((entry) => entry.updatedAt)
      .toSorted()
      .at(-1) ?? EMPTY_SINCE
  const { type, render } = FORMATS[format]
  const body = render({ ...feed, updatedAt })
  reply.header('cache-control', `max-age=${FRESH_S}`)
  return reply
    .type(type)
    .serializer((text: unknown) => String(text))
    .send(body)
}

const EMPTY_SINCE = '1970-01-01T00:00:00.000Z'
