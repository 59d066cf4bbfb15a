import { assertBodiesPresent, waitUntilDurable } from '@dateline/database'
import { topicName } from '@dateline/domain'
import type { Platform } from '@dateline/platform'
import {
  articleDetail,
  articleFilter,
  articleSummary,
  copyEdge,
  EVENTS_PER_PAGE_MAX,
  getArticle,
  getCopy,
  getSource,
  getStory,
  getTopic,
  listArticles,
  listCopies,
  listEvents,
  listSources,
  listStories,
  listTopics,
  recordedEvent,
  sourceFilter,
  sourceSummary,
  storyArticles,
  storyDetail,
  storyMember,
  storySummary,
  topicDetail,
  topicSummary,
} from '@dateline/read-models'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asOfQuery, momentOf } from './moment.ts'
import { pageOf, pageQuery } from './paging.ts'
import { problem } from './problem.ts'
import { addRevisionRoutes } from './revision-routes.ts'
import { articleParams, found, name } from './route-names.ts'
import { mapItems, topicLanguageQuery, topicNames, withTopicNames } from './topic-names.ts'

/** No story has more: Postgres counts them in 32 bits. */
const ARTICLES_MIN_MAX = 1_000_000

const storyParams = z.object({ storyId: name })

/** Everything that is read by REST. */
export function addReadRoutes(server: FastifyInstance, platform: Platform): void {
  const { database } = platform
  addArticleRoutes(server, database)
  addRevisionRoutes(server, platform)
  addStoryRoutes(server, database)
  addOtherRoutes(server, database)
}

function addArticleRoutes(server: FastifyInstance, { db }: Platform['database']): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/v1/articles',
    {
      schema: {
        summary: 'Articles, newest first',
        tags: ['articles'],
        querystring: pageQuery.extend({ ...articleFilter.shape, ...asOfQuery.shape, ...topicLanguageQuery.shape }),
        response: { 200: pageOf(articleSummary.extend(topicNames)), 400: problem },
      },
    },
    async ({ query: { cursor, limit, asOf, topicLanguage, minPosition: _, ...filter } }) => {
      const page = await listArticles(db, filter, cursor, limit, await momentOf(db, asOf))
      return mapItems(page, (article) => withTopicNames(article, topicLanguage))
    },
  )
  routes.get(
    '/v1/articles/:articleId',
    {
      schema: {
        summary: 'One article, with the evidence of every field',
        tags: ['articles'],
        params: articleParams,
        querystring: asOfQuery.extend(topicLanguageQuery.shape),
        response: { 200: articleDetail.extend(topicNames), 404: problem },
      },
    },
    async ({ params: { articleId }, query: { asOf, topicLanguage } }) => {
      const article = found(await getArticle(db, articleId, await momentOf(db, asOf)), `article ${articleId}`)
      return withTopicNames(article, topicLanguage)
    },
  )
  routes.get(
    '/v1/articles/:articleId/copies',
    {
      schema: {
        summary: 'Whose copy it is, and who copied it',
        tags: ['articles'],
        params: articleParams,
        querystring: pageQuery.extend(asOfQuery.shape),
        response: { 200: pageOf(copyEdge).extend({ copyOf: copyEdge.nullable() }), 400: problem },
      },
    },
    async ({ params: { articleId }, query: { cursor, limit, asOf } }) => {
      const moment = await momentOf(db, asOf)
      const copies = await listCopies(db, articleId, cursor, limit, moment)
      return { ...copies, copyOf: await getCopy(db, articleId, moment) }
    },
  )
}

function addStoryRoutes(server: FastifyInstance, { db }: Platform['database']): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/v1/stories',
    {
      schema: {
        summary: 'Current stories, newest activity first',
        tags: ['stories'],
        querystring: pageQuery.extend({
          articlesMin: z.coerce.number().int().min(1).max(ARTICLES_MIN_MAX).default(1),
          topic: name
            .optional()
            .describe('Only those that are about it, such as medtop:11000000; not together with asOf'),
          ...asOfQuery.shape,
          ...topicLanguageQuery.shape,
        }),
        response: { 200: pageOf(storySummary.extend(topicNames)), 400: problem },
      },
    },
    async ({ query: { cursor, limit, articlesMin, topic, asOf, topicLanguage } }) => {
      const filter = topic === undefined ? { articlesMin } : { articlesMin, topic }
      const page = await listStories(db, filter, cursor, limit, await momentOf(db, asOf))
      return mapItems(page, (story) => withTopicNames(story, topicLanguage))
    },
  )
  routes.get(
    '/v1/stories/:storyId',
    {
      schema: {
        summary: 'One story; a merged one gives the story that goes on in its place',
        tags: ['stories'],
        params: storyParams,
        querystring: asOfQuery.extend(topicLanguageQuery.shape),
        response: { 200: storyDetail.extend(topicNames), 404: problem },
      },
    },
    async ({ params: { storyId }, query: { asOf, topicLanguage } }, reply) => {
      const story = found(await getStory(db, storyId, await momentOf(db, asOf)), `story ${storyId}`)
      if (story.redirectedFrom !== null) reply.header('content-location', `/v1/stories/${story.storyId}`)
      return withTopicNames(story, topicLanguage)
    },
  )
  routes.get(
    '/v1/stories/:storyId/articles',
    {
      schema: {
        summary: 'Its articles in the order they joined, and why they are in it',
        tags: ['stories'],
        params: storyParams,
        querystring: pageQuery.extend(asOfQuery.shape),
        response: { 200: pageOf(storyMember), 400: problem },
      },
    },
    async ({ params: { storyId }, query: { cursor, limit, asOf } }) =>
      storyArticles(db, storyId, cursor, limit, await momentOf(db, asOf)),
  )
}

function addOtherRoutes(server: FastifyInstance, database: Platform['database']): void {
  const { db } = database
  const routes = server.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/v1/topics',
    {
      schema: {
        summary: 'Topics that articles have, most used first',
        tags: ['topics'],
        querystring: pageQuery.extend({ ...asOfQuery.shape, ...topicLanguageQuery.shape }),
        response: { 200: pageOf(topicSummary), 400: problem },
      },
    },
    async ({ query: { cursor, limit, asOf, topicLanguage } }) => {
      const page = await listTopics(db, cursor, limit, await momentOf(db, asOf))
      return mapItems(page, (topic) => ({ ...topic, name: topicName(topic.qcode, topicLanguage) }))
    },
  )
  routes.get(
    '/v1/topics/:qcode',
    {
      schema: {
        summary: 'One topic, such as medtop:11000000',
        tags: ['topics'],
        params: z.object({ qcode: name }),
        querystring: asOfQuery.extend(topicLanguageQuery.shape),
        response: { 200: topicDetail, 404: problem },
      },
    },
    async ({ params: { qcode }, query: { asOf, topicLanguage } }) => {
      const topic = found(await getTopic(db, qcode, await momentOf(db, asOf)), `article with the topic ${qcode}`)
      return { ...topic, name: topicName(qcode, topicLanguage) }
    },
  )
  routes.get(
    '/v1/sources',
    {
      schema: {
        summary: 'Sources, in the order they were registered',
        tags: ['sources'],
        querystring: sourceFilter.extend(pageQuery.shape).extend(asOfQuery.shape),
        response: { 200: pageOf(sourceSummary), 400: problem },
      },
    },
    async ({ query: { cursor, limit, asOf, ...filter } }) =>
      listSources(db, filter, cursor, limit, await momentOf(db, asOf)),
  )
  routes.get(
    '/v1/sources/:sourceId',
    {
      schema: {
        summary: 'One source and how it does',
        tags: ['sources'],
        params: z.object({ sourceId: z.uuid() }),
        querystring: asOfQuery,
        response: { 200: sourceSummary, 404: problem },
      },
    },
    async ({ params: { sourceId }, query: { asOf } }) =>
      found(await getSource(db, sourceId, await momentOf(db, asOf)), `source ${sourceId}`),
  )
  routes.get(
    '/v1/events',
    {
      schema: {
        summary: 'The log, by position',
        description: 'Positions have no gaps: the last one read is all a reader must remember.',
        tags: ['log'],
        querystring: z.object({
          after: z.coerce.number().int().min(0).default(0).describe('Position of the last event read before'),
          limit: z.coerce.number().int().min(1).max(EVENTS_PER_PAGE_MAX).default(100),
          stream: name.optional().describe('Only this stream, such as article-…'),
        }),
        response: {
          200: z.object({ items: z.array(recordedEvent), next: z.int().describe('`after` for the next page') }),
          400: problem,
          409: problem.describe('Bodies of these events are in an archive file'),
        },
      },
    },
    async ({ query: { after, limit, stream } }) => {
      const items = await listEvents(db, after, limit, stream === undefined ? {} : { stream })
      await waitUntilDurable(database, items.at(-1)?.position ?? 0)
      const bodiless = items.filter(({ data }) => data === null).map(({ position }) => position)
      if (bodiless.length > 0) await assertBodiesPresent(database, bodiless)
      return { items, next: items.at(-1)?.position ?? after }
    },
  )
}
