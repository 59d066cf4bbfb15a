import {
  ACTOR_CHARS_MAX,
  ARTICLES_MAX,
  denyCopy,
  joinStories,
  LABEL_CHARS_MAX,
  moveArticle,
  REASON_CHARS_MAX,
  releaseArticle,
  releaseCopy,
  renameStory,
  setArticleTopics,
  setStoryTopics,
  splitStory,
  stateCopy,
  TOPICS_MAX,
} from '@dateline/curation'
import type { Platform } from '@dateline/platform'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problem } from './problem.ts'

const id = z.string().max(100)
const storyParams = z.object({ storyId: id })
const articleParams = z.object({ articleId: id })

const correction = z.object({
  actor: z.string().min(1).max(ACTOR_CHARS_MAX).describe('Who decides: it stands in the record'),
  reason: z.string().min(1).max(REASON_CHARS_MAX).describe('Why: it stands in the record'),
})
const position = z.int().nullable().describe('Of the last event this recorded; null: it was so already')
const topics = z
  .array(z.string().max(100))
  .max(TOPICS_MAX)
  .nullable()
  .describe('Main one first, such as medtop:11000000; null: leave it to the classifier again')

const corrected = {
  200: z.object({ storyId: z.string().describe('The story that goes on, or is new'), position }),
  400: problem,
  404: problem,
  409: problem,
}
const correctedCopy = {
  ...corrected,
  200: z.object({
    articleId: z.string(),
    originalArticleId: z
      .string()
      .nullable()
      .describe('Whose copy it is now: the text that the named one copies, if it is a copy itself; null: nobody’s'),
    position,
  }),
}
const tags = ['corrections']

/** What people decide about stories, copies and topics: events with actor and reason that later automatic decisions respect. */
export function addCorrectionRoutes(server: FastifyInstance, platform: Platform): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()

  routes.post(
    '/v1/stories/:storyId/join',
    {
      schema: {
        summary: 'Join another story to this one; the id of the other is redirected',
        tags,
        params: storyParams,
        body: correction.extend({ from: id.describe('The story that ends') }),
        response: corrected,
      },
    },
    ({ params: { storyId }, body: { from, ...who } }) => joinStories(platform, storyId, from, who),
  )

  routes.post(
    '/v1/stories/:storyId/split',
    {
      schema: {
        summary: 'Make some of its articles a story of their own; the two are kept apart',
        tags,
        params: storyParams,
        body: correction.extend({
          articleIds: z.array(id).min(1).max(ARTICLES_MAX),
          label: z.string().max(LABEL_CHARS_MAX).optional().describe('Without it: the title of the first article'),
        }),
        response: corrected,
      },
    },
    ({ params: { storyId }, body: { articleIds, label, ...who } }) =>
      splitStory(platform, storyId, { articleIds, label }, who),
  )

  routes.post(
    '/v1/stories/:storyId/rename',
    {
      schema: {
        summary: 'Give it a name that no later article changes',
        tags,
        params: storyParams,
        body: correction.extend({
          label: z.string().min(1).max(LABEL_CHARS_MAX).nullable().describe('null: name it after its articles again'),
        }),
        response: corrected,
      },
    },
    ({ params: { storyId }, body: { label, ...who } }) => renameStory(platform, storyId, label, who),
  )

  routes.post(
    '/v1/stories/:storyId/retopic',
    {
      schema: {
        summary: 'Say what it is about',
        tags,
        params: storyParams,
        body: correction.extend({ topics }),
        response: corrected,
      },
    },
    ({ params: { storyId }, body: { topics: set, ...who } }) => setStoryTopics(platform, storyId, set, who),
  )

  routes.post(
    '/v1/articles/:articleId/move',
    {
      schema: {
        summary: 'Put it into another story, where it stays',
        description: 'A story that it leaves empty is merged into the other one.',
        tags,
        params: articleParams,
        body: correction.extend({ storyId: id }),
        response: corrected,
      },
    },
    ({ params: { articleId }, body: { storyId, ...who } }) => moveArticle(platform, articleId, storyId, who),
  )

  routes.post(
    '/v1/articles/:articleId/release',
    {
      schema: {
        summary: 'Leave its place to automatic decisions again',
        description: 'It is looked at again when the next article comes, and goes where it fits.',
        tags,
        params: articleParams,
        body: correction,
        response: corrected,
      },
    },
    ({ params: { articleId }, body }) => releaseArticle(platform, articleId, body),
  )

  routes.post(
    '/v1/articles/:articleId/copy-of',
    {
      schema: {
        summary: 'Say whose text it carries',
        description: 'It goes into the story of that text; its own copies are copies of that text from then on.',
        tags,
        params: articleParams,
        body: correction.extend({ originalArticleId: id }),
        response: correctedCopy,
      },
    },
    ({ params: { articleId }, body: { originalArticleId, ...who } }) =>
      stateCopy(platform, articleId, originalArticleId, who),
  )

  routes.post(
    '/v1/articles/:articleId/no-copy-of',
    {
      schema: {
        summary: 'Say that it is no copy of another, nor of any other copy of that text',
        description: 'It stays in its story.',
        tags,
        params: articleParams,
        body: correction.extend({ originalArticleId: id.describe('Its original, or another copy of that') }),
        response: correctedCopy,
      },
    },
    ({ params: { articleId }, body: { originalArticleId, ...who } }) =>
      denyCopy(platform, articleId, originalArticleId, who),
  )

  routes.post(
    '/v1/articles/:articleId/release-copy',
    {
      schema: {
        summary: 'Leave it to automatic decisions again whether it carries the text of another',
        description: 'What copy-of or no-copy-of has said is taken back; the texts decide when the next article comes.',
        tags,
        params: articleParams,
        body: correction.extend({ originalArticleId: id.describe('Its original, or another copy of that') }),
        response: correctedCopy,
      },
    },
    ({ params: { articleId }, body: { originalArticleId, ...who } }) =>
      releaseCopy(platform, articleId, originalArticleId, who),
  )

  routes.post(
    '/v1/articles/:articleId/retopic',
    {
      schema: {
        summary: 'Say what it is about; later classifications leave it so',
        tags,
        params: articleParams,
        body: correction.extend({ topics }),
        response: { ...corrected, 200: z.object({ articleId: z.string(), position }) },
      },
    },
    ({ params: { articleId }, body: { topics: set, ...who } }) => setArticleTopics(platform, articleId, set, who),
  )
}
