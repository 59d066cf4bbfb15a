import { readProvenance, readTimeline } from '@dateline/curation'
import { BadInputError, topicName } from '@dateline/domain'
import { html } from '@dateline/markup'
import type { Platform } from '@dateline/platform'
import {
  countSources,
  getArticle,
  getRevision,
  getStory,
  getTopic,
  listFindings,
  listRevisions,
  listSources,
  listStories,
  listTopics,
  sourceFilter,
  storyArticles,
  storyChanges,
  topicHours,
} from '@dateline/read-models'
import { countDeadLetters, listDeadLetters } from '@dateline/work-state'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { articlePage } from './article-page.ts'
import { deadLettersPage } from './dead-letters-page.ts'
import { diffPage } from './diff-page.ts'
import { CONTENT_SECURITY_POLICY, layout } from './layout.ts'
import { provenancePage } from './provenance-page.ts'
import { sourcesPage } from './sources-page.ts'
import { storiesPage } from './stories-page.ts'
import { storyPage } from './story-page.ts'
import { topicPage, topicsPage } from './topics-page.ts'

const STORIES_SHOWN = 30
const ARTICLES_SHOWN = 5
const MEMBERS_SHOWN = 200
const REVISIONS_SHOWN = 100
const FINDINGS_SHOWN = 20
const SOURCES_SHOWN = 200
const TOPICS_SHOWN = 500
const CHANGES_SHOWN = 200
const HOURS_SHOWN = 48
const LETTERS_SHOWN = 200
/** Postgres counts revisions in 32 bits. */
const REVISION_MAX = 2 ** 31 - 1

/** The web page: current stories, their articles and revisions. Plain HTML, made here, without a script. */
export function addPage(server: FastifyInstance, { database, now }: Platform): void {
  const schema = { hide: true }
  const { db } = database

  // A bad link is told to a person; what is our own fault, as everywhere.
  server.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof BadInputError)) throw error
    return send(
      reply.code(400),
      'Bad link',
      html`<p class="empty">${error.message} <a href="/">Current stories</a></p>`,
    )
  })

  server.get<{ Querystring: { after?: string } }>('/', { schema }, async ({ query }, reply) => {
    const { items, next } = await listStories(db, {}, query.after ?? null, STORIES_SHOWN)
    const stories = await Promise.all(
      items.map(async (story) => {
        const { items: members } = await storyArticles(db, story.storyId, null, ARTICLES_SHOWN)
        return { story, members }
      }),
    )
    return send(reply, 'Current stories', storiesPage(stories, next))
  })

  server.get<{ Params: { storyId: string } }>('/stories/:storyId', { schema }, async ({ params }, reply) => {
    const story = isId(params.storyId) ? await getStory(db, params.storyId) : null
    if (story === null) return missing(reply, 'story')
    if (story.redirectedFrom !== null) return reply.redirect(`/stories/${story.storyId}`, 302)
    const { storyId } = story
    const [{ items: members }, timeline, provenance, changes] = await Promise.all([
      storyArticles(db, storyId, null, MEMBERS_SHOWN),
      readTimeline(database, storyId),
      readProvenance(database, storyId),
      storyChanges(db, storyId, CHANGES_SHOWN),
    ])
    return send(reply, story.label ?? 'Story', storyPage({ story, members, timeline, provenance, changes }))
  })

  server.get<{ Params: { storyId: string } }>('/stories/:storyId/provenance', { schema }, async ({ params }, reply) => {
    const story = isId(params.storyId) ? await getStory(db, params.storyId) : null
    if (story === null) return missing(reply, 'story')
    return send(reply, 'Whose text', provenancePage(await readProvenance(database, story.storyId)))
  })

  server.get('/topics', { schema }, async (_request, reply) => {
    const { items } = await listTopics(db, null, TOPICS_SHOWN)
    return send(reply, 'Topics', topicsPage(items))
  })

  server.get<{ Params: { qcode: string } }>('/topics/:qcode', { schema }, async ({ params: { qcode } }, reply) => {
    const topic = /^[\w:.-]{1,100}$/.test(qcode) ? await getTopic(db, qcode) : null
    if (topic === null) return missing(reply, 'topic')
    const [hours, { items }] = await Promise.all([
      topicHours(db, qcode, now(), HOURS_SHOWN),
      listStories(db, { topic: qcode }, null, STORIES_SHOWN),
    ])
    return send(reply, topicName(qcode), topicPage(topic, hours, items))
  })

  server.get<{ Params: { articleId: string }; Querystring: { revision?: string } }>(
    '/articles/:articleId',
    { schema },
    async ({ params: { articleId }, query }, reply) => {
      const article = isId(articleId) ? await getArticle(db, articleId) : null
      if (article === null) return missing(reply, 'article')
      const { items: revisions } = await listRevisions(db, articleId, null, REVISIONS_SHOWN)
      const newest = (await listRevisions(db, articleId, null, 1, undefined, { updates: true })).items[0]
      const number = Number(query.revision ?? newest?.number)
      const revision =
        Number.isInteger(number) && number > 0 && number <= REVISION_MAX
          ? await getRevision(db, articleId, number)
          : null
      if (query.revision !== undefined && revision === null) return missing(reply, 'revision')
      const { items: findings } = await listFindings(db, { articleId }, null, FINDINGS_SHOWN)
      const title = revision?.title ?? article.title ?? 'Article'
      return send(reply, title, articlePage(article, revisions, revision, findings))
    },
  )

  server.get<{ Params: { articleId: string }; Querystring: { from?: string; to?: string } }>(
    '/articles/:articleId/diff',
    { schema },
    async ({ params: { articleId }, query }, reply) => {
      const to = Number(query.to)
      const from = query.from === undefined ? to - 1 : Number(query.from)
      const isPair =
        isId(articleId) && [from, to].every((each) => Number.isInteger(each) && each > 0 && each <= REVISION_MAX)
      const before = isPair ? await getRevision(db, articleId, from) : null
      const after = isPair ? await getRevision(db, articleId, to) : null
      if (before === null || after === null) return missing(reply, 'revision')
      return send(reply, `What changed: ${after.title ?? 'article'}`, diffPage(before, after))
    },
  )

  server.get<{ Querystring: { health?: string; after?: string } }>('/sources', { schema }, async ({ query }, reply) => {
    const filter = sourceFilter.safeParse({ health: query.health })
    if (!filter.success) return missing(reply, 'state of health')
    const [counts, { items, next }] = await Promise.all([
      countSources(db),
      listSources(db, filter.data, query.after ?? null, SOURCES_SHOWN),
    ])
    return send(reply, 'Sources', sourcesPage(items, counts, filter.data, next))
  })

  server.get('/dead-letters', { schema }, async (_request, reply) => {
    const [letters, counts] = await Promise.all([listDeadLetters(db, LETTERS_SHOWN), countDeadLetters(db)])
    return send(reply, 'Dead letters', deadLettersPage(letters, counts))
  })
}

function send(reply: FastifyReply, title: string, content: ReturnType<typeof html>) {
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .type('text/html; charset=utf-8')
    .send(layout(title, content))
}

function missing(reply: FastifyReply, what: string) {
  return send(
    reply.code(404),
    'Not found',
    html`<p class="empty">There is no such ${what}. <a href="/">Current stories</a></p>`,
  )
}

function isId(text: string): boolean {
  return /^[a-z]+-[0-9a-f-]{1,60}$/.test(text)
}
