import { BadInputError, topicName } from '@dateline/domain'
import {
  getArticle,
  getStory,
  listRevisions,
  listStories,
  type StoryDetail,
  storyArticles,
} from '@dateline/read-models'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { publishedDay } from '../published-day.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'
import { addProposalCommands } from './proposals.ts'
import { addCorrectionCommands } from './story.ts'
import { addTrialCommands } from './trial.ts'

const MEMBERS_MAX = 500

export function addReadCommands(program: Command, withTool: WithTool): void {
  const stories = program.command('stories').description('current stories; or group the log anew beside them')
  stories
    .command('list', { isDefault: true })
    .description('current stories, newest activity first')
    .option('--limit <count>', 'how many', '20')
    .action(({ limit }: { limit: string }) =>
      withTool(async ({ database }) => {
        const { items } = await listStories(database.db, {}, null, Number(limit))
        printTable(
          ['story', 'articles', 'last joined', 'label'],
          items.map(({ storyId, articleCount, lastJoinedAt, label }) => [
            storyId,
            articleCount,
            minuteOf(lastJoinedAt),
            label ?? '',
          ]),
        )
      }),
    )

  const story = program.command('story').description('one story and its articles; or correct it')
  story
    .command('show <id>', { isDefault: true })
    .description('one story and its articles')
    .action((storyId: string) =>
      withTool(async ({ database }) => {
        const story = await getStory(database.db, storyId)
        if (story === null) throw new BadInputError(`There is no story ${storyId}: see \`dateline stories\`.`)
        printStory(story)
        const { items } = await storyArticles(database.db, story.storyId, null, MEMBERS_MAX)
        printTable(
          ['article', 'publisher', 'agency', 'copy', 'published', 'title'],
          items.map(({ article }) => [
            article.articleId,
            article.publisher ?? '',
            article.agencyId ?? (article.inferredAgency === null ? '' : `${article.inferredAgency}?`),
            article.copyKind ?? '',
            publishedDay(article),
            article.title ?? '',
          ]),
        )
      }),
    )

  const article = program.command('article').description('one article; or correct it')
  article
    .command('show <id>', { isDefault: true })
    .description('one article as JSON, with the evidence of every field')
    .option('--revisions', 'list its revisions instead')
    .action((articleId: string, { revisions }: { revisions?: boolean }) =>
      withTool(async ({ database }) => {
        const article = await getArticle(database.db, articleId)
        if (article === null) throw new BadInputError(`There is no article ${articleId}.`)
        if (!revisions) return say(JSON.stringify(article, null, 2))
        const { items } = await listRevisions(database.db, articleId, null, MEMBERS_MAX)
        printTable(
          ['revision', 'recorded', 'changed', 'title'],
          items.map(({ number, recordedAt, changed, title }) => [number, recordedAt, changed.join(', '), title ?? '']),
        )
      }),
    )

  addCorrectionCommands(story, article, withTool)
  addProposalCommands(story, withTool)
  addTrialCommands(program, stories, withTool)
}

function printStory(story: StoryDetail): void {
  const { originCount, firstSeenAt, lastSeenAt, languages, countries, topics, followsStoryId, followedBy } = story
  say(`${story.label}\n${story.storyId}\n`)
  const from = countries.length === 0 ? '' : `, from ${countries.join(', ')}`
  const told = `${languages.length === 0 ? '' : `, in ${languages.join(', ')}`}${from}`
  const seen = firstSeenAt === null ? '' : `; first seen ${minuteOf(firstSeenAt)}, last ${minuteOf(lastSeenAt)}`
  say(`${counted(story.articleCount, 'article')}, ${counted(originCount, 'origin')}${told}${seen}`)
  if (topics.length > 0) say(`about ${topics.map((topic) => `${topicName(topic)} (${topic})`).join('; ')}`)
  if (followsStoryId !== null) say(`a new episode of ${followsStoryId}`)
  for (const id of followedBy) say(`followed by ${id}`)
  say()
}

/** "2026-03-06 20:00": instants are in UTC. */
function minuteOf(instant: string | null): string {
  return instant === null ? '' : instant.slice(0, 16).replace('T', ' ')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
