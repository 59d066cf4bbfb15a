import { userInfo } from 'node:os'
import {
  type Corrected,
  type Correction,
  denyCopy,
  joinStories,
  moveArticle,
  releaseArticle,
  releaseCopy,
  renameStory,
  setArticleTopics,
  setStoryTopics,
  splitStory,
  stateCopy,
} from '@dateline/curation'
import { BadInputError } from '@dateline/domain'
import type { Tool } from '@dateline/platform'
import type { Command } from 'commander'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

export type Who = { readonly by?: string; readonly reason: string }
type Topics = { readonly topics?: readonly string[]; readonly auto?: boolean }

const RECORDED = '\nThe record keeps who decided and why'
const KEPT = `${RECORDED}, and later automatic decisions leave it so.`

const SO_ALREADY = 'It was so already: nothing was recorded.'

/** What people decide about stories and copies. `story` and `article` are the commands that show one. */
export function addCorrectionCommands(story: Command, article: Command, withTool: WithTool): void {
  const correct: Correct = (run, told) =>
    withTool(async (tool) => {
      const { storyId, position } = await run(tool)
      say(position === null ? SO_ALREADY : `${told(storyId)} (position ${position})`)
    })
  addStoryCorrections(story, correct)
  addArticleCorrections(article, correct, withTool)
}

/** Records a decision and says what is so now. */
type Correct = (run: (tool: Tool) => Promise<Corrected>, told: (storyId: string) => string) => Promise<void>

function addStoryCorrections(story: Command, correct: Correct): void {
  decision(
    story.command('join <into> <from>'),
    'two stories are one: the first goes on, the id of the second is redirected',
  ).action((into: string, from: string, options: Who) =>
    correct(
      (tool) => joinStories(tool, into, from, who(options)),
      () => `${from} is part of ${into} now.`,
    ),
  )

  decision(
    story.command('split <story>'),
    'some of its articles become a story of their own, and the two are kept apart',
  )
    .requiredOption('--articles <id...>', 'the articles that leave')
    .option('--label <text>', 'name of the new story; without it: the title of the first article')
    .action((storyId: string, { articles, label, ...options }: Who & { articles: string[]; label?: string }) =>
      correct(
        (tool) => splitStory(tool, storyId, { articleIds: articles, label }, who(options)),
        (newStoryId) =>
          `${articles.length === 1 ? 'It is' : `${articles.length} articles are`} the story ${newStoryId} now.`,
      ),
    )

  decision(story.command('move <article> <story>'), 'an article belongs to another story, and stays there').action(
    (articleId: string, storyId: string, options: Who) =>
      correct(
        (tool) => moveArticle(tool, articleId, storyId, who(options)),
        () => `${articleId} is in ${storyId} now.`,
      ),
  )

  decision(
    story.command('release <article>'),
    'leave the place of an article to automatic decisions again, after a move, a join or a split',
    `${RECORDED}.`,
  ).action((articleId: string, options: Who) =>
    correct(
      (tool) => releaseArticle(tool, articleId, who(options)),
      (storyId) => `${articleId} is in ${storyId}; when the next article comes, it goes where it fits.`,
    ),
  )

  decision(story.command('rename <story> [label]'), 'a name that no later article changes')
    .option('--auto', 'take it back: name it after its articles again')
    .action((storyId: string, label: string | undefined, options: Who & { readonly auto?: boolean }) =>
      correct(
        (tool) => renameStory(tool, storyId, labelOf(label, options.auto === true), who(options)),
        () =>
          label === undefined
            ? `${storyId} is named after its articles again.`
            : `${storyId} is called "${label}" now.`,
      ),
    )

  topics(story.command('retopic <story>'), 'what a story is about').action((storyId: string, options: Who & Topics) =>
    correct(
      (tool) => setStoryTopics(tool, storyId, topicsOf(options), who(options)),
      () => toldTopics(storyId, options),
    ),
  )
}

function addArticleCorrections(article: Command, correct: Correct, withTool: WithTool): void {
  decision(
    article.command('copy-of <article> <original>'),
    'an article carries the text of another, whatever the two have in common, and goes into its story',
  ).action((articleId: string, ofId: string, options: Who) =>
    withTool(async (tool) => {
      const { originalArticleId, position } = await stateCopy(tool, articleId, ofId, who(options))
      const which = originalArticleId === ofId ? ofId : `${originalArticleId}, whose copy ${ofId} is`
      say(position === null ? SO_ALREADY : `${articleId} is a copy of ${which} now. (position ${position})`)
    }),
  )

  decision(
    article.command('no-copy-of <article> <original>'),
    'an article carries no text of another, nor of any other copy of that text; it stays in its story',
  ).action((articleId: string, ofId: string, options: Who) =>
    withTool(async (tool) => {
      const { position } = await denyCopy(tool, articleId, ofId, who(options))
      say(position === null ? SO_ALREADY : `${articleId} is no copy of ${ofId} now. (position ${position})`)
    }),
  )

  decision(
    article.command('release-copy <article> <original>'),
    'leave it to automatic decisions again whether an article carries the text of another, after copy-of or no-copy-of',
    `${RECORDED}.`,
  ).action((articleId: string, ofId: string, options: Who) =>
    withTool(async (tool) => {
      const { originalArticleId, position } = await releaseCopy(tool, articleId, ofId, who(options))
      const now = originalArticleId === null ? 'nobody’s copy' : `a copy of ${originalArticleId}`
      console.log(`${articleId} is ${now}; when the next article comes, the texts decide. (position ${position})`)
    }),
  )

  topics(article.command('retopic <article>'), 'what an article is about').action(
    (articleId: string, options: Who & Topics) =>
      correct(
        async (tool) => ({
          storyId: articleId,
          ...(await setArticleTopics(tool, articleId, topicsOf(options), who(options))),
        }),
        () => toldTopics(articleId, options),
      ),
  )
}

/** A command that records what a person decides. */
export function decision(command: Command, description: string, after = KEPT): Command {
  return command
    .description(description)
    .requiredOption('--reason <text>', 'why: this is what the record will say')
    .option('--by <person>', 'who decides; without it: your login name')
    .addHelpText('after', after)
}

function topics(command: Command, description: string): Command {
  return decision(command, description)
    .option('--topics <id...>', 'such as medtop:11000000 or house:harbour, main one first')
    .option('--auto', 'leave it to the classifier again')
}

function toldTopics(id: string, { topics: given }: Topics): string {
  return given === undefined ? `The topics of ${id} are left to the classifier again.` : `${id} has these topics now.`
}

function topicsOf({ topics: given, auto = false }: Topics): readonly string[] | null {
  if ((given === undefined) !== auto) throw new BadInputError('Give either --topics or --auto.')
  return given ?? null
}

export function who({ by, reason }: Who): Correction {
  return { actor: by ?? userInfo().username, reason }
}

/** @throws {BadInputError} for neither a name nor --auto, or both. */
function labelOf(label: string | undefined, isAutomatic: boolean): string | null {
  if (isAutomatic === (label !== undefined)) throw new BadInputError('Give a name, or --auto to take one back.')
  return label ?? null
}
