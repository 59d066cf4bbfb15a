import { readFileSync } from 'node:fs'
import {
  type ArticleTopicsExplained,
  applyTopics,
  defineTopic,
  explainArticleTopics,
  openTopicModels,
  parseExamples,
  readTopicBook,
  removeTopic,
  tryTopic,
} from '@dateline/curation'
import { BadInputError, topicName } from '@dateline/domain'
import type { Tool } from '@dateline/platform'
import { listTopics } from '@dateline/read-models'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'
import { decision, type Who, who } from './story.ts'

const LISTED_MAX = 500
const DAYS: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7 }

type AddOptions = Who & { readonly query?: readonly string[]; readonly examples?: string }

/** Topics of the operators' own: no code, a name and words or texts. */
export function addTopicCommands(program: Command, withTool: WithTool): void {
  const topic = program.command('topic').description('topics of your own: a name, and words or example texts')

  decision(topic.command('add <name>'), 'define a topic, or define it anew; later articles are held against it at once')
    .option('--query <term...>', 'words and phrases of which each is enough, such as "port authority" dredging')
    .option(
      '--examples <file>',
      'about 20 texts on it (5 to 500): JSON lines {"title", "text"}, or plain, divided by lines of ---',
    )
    .addHelpText('after', 'Earlier articles: dateline topic apply --since 30d')
    .action((name: string, { query, examples, ...options }: AddOptions) =>
      withTool(async (tool) => {
        const texts = examples === undefined ? [] : parseExamples(readFileSync(examples, 'utf8'))
        const definition = { id: name, query: query ?? [], examples: texts }
        const { topicId, position } = await defineTopic(tool, definition, who(options))
        if (position === null) return say(`${topicId} is defined so already.`)
        say(`${topicId} is defined (position ${position}). Try it: dateline topic try ${topicId} ARTICLE`)
      }),
    )

  topic
    .command('list')
    .description('topics of your own, and how many articles have them')
    .action(() =>
      withTool(async ({ database }) => {
        const { sources } = await readTopicBook(database)
        const { items } = await listTopics(database.db, null, LISTED_MAX)
        const counts = new Map(items.map(({ qcode, articleCount }) => [qcode, articleCount]))
        printTable(
          ['topic', 'articles', 'examples', 'query'],
          sources.map(({ id, query = [], examples = [] }) => [
            id,
            counts.get(id) ?? 0,
            examples.length,
            query.join(', '),
          ]),
        )
      }),
    )

  decision(topic.command('remove <name>'), 'later articles are not held against it any more')
    .addHelpText('after', 'Articles that have it keep it until: dateline topic apply --since …')
    .action((name: string, options: Who) =>
      withTool(async (tool) => {
        const { topicId } = await removeTopic(tool, name, who(options))
        say(`${topicId} is removed.`)
      }),
    )

  topic
    .command('try <name> <article>')
    .description('whether an article is on the topic, and which of its words decide it')
    .action((name: string, articleId: string) =>
      withTool(async ({ database }) => printTried(await tryTopic(database, name, articleId))),
    )

  topic
    .command('why <article>')
    .description('the sum behind an article’s top levels: its words and pairs of words, and what each adds')
    .action((articleId: string) =>
      withTool(async (tool) => {
        const model = await openTopicModels(tool, null)()
        printWhy(await explainArticleTopics(tool.database, articleId, model), model.language)
      }),
    )

  topic
    .command('apply')
    .description('hold past articles against the topics as they are now; interrupted, begin it again')
    .requiredOption('--since <time>', 'articles first seen since: 12h, 30d, 8w, or a day such as 2026-11-01')
    .action(({ since }: { since: string }) => withTool((tool) => applySince(tool, sinceOf(since, tool.now()))))
}

function printTried({ topicId, title, verdict, likeness, scoreMin }: Awaited<ReturnType<typeof tryTopic>>): void {
  say(title)
  const examples = scoreMin === null ? '' : `: ${likeness} where ${scoreMin.toFixed(3)} suffices`
  if (verdict === null) {
    say(`is not on ${topicId}: no word of the query stands in it, and it is not like the examples${examples}.`)
    return
  }
  const isLike = scoreMin !== null && likeness >= scoreMin
  const by = isLike ? `like the examples${examples}` : 'by a word of the query'
  say(`is on ${topicId}, ${by}\nwords that decided: ${verdict.terms.join(', ')}`)
}

async function applySince(tool: Tool, begin: Date): Promise<void> {
  let bar: ReturnType<typeof openProgressBar> | null = null
  let last = { articles: 0, matched: 0 }
  for await (const progress of applyTopics(tool, begin)) {
    bar ??= openProgressBar('articles', progress.all)
    bar.set(progress.articles)
    last = progress
  }
  bar?.stop()
  say(`${last.articles} articles since ${begin.toISOString()}: ${last.matched} are on a topic of your own.`)
}

const TOPICS_SHOWN = 3
const PARTS_SHOWN = 12

function printWhy(found: ArticleTopicsExplained, language: string): void {
  say(`${found.title}\nlanguage ${found.language ?? 'unknown'}, topics ${found.verdict.join(', ') || 'none'}`)
  if (found.language !== null && found.language !== language) {
    say(`The model reads ${language}: topics of this text are named by lists of words, or not at all.`)
    return
  }
  if (!found.isSameModel) say(`The verdict is by ${found.verdictBy}; this is the sum of the model in force.`)
  for (const { qcode, probability, score, constant, parts } of found.topics.slice(0, TOPICS_SHOWN)) {
    say(`\n${topicName(qcode)} (${qcode}): probability ${probability.toFixed(3)}, score ${score.toFixed(3)}`)
    const shown = parts.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, PARTS_SHOWN)
    const rest = score - constant - shown.reduce((sum, { weight }) => sum + weight, 0)
    const rows = shown.map(({ term, weight }) => [weight.toFixed(4), term])
    rows.push([rest.toFixed(4), `${parts.length - shown.length} other words and pairs`])
    printTable(['adds', 'what'], [...rows, [constant.toFixed(4), 'the same for every text']])
  }
}

/** @throws {BadInputError} */
export function sinceOf(text: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,5})([hdw])$/.exec(text) ?? []
  if (unit !== undefined) return new Date(now.getTime() - Number(count) * DAYS[unit]! * 86_400_000)
  const time = new Date(text)
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(time.getTime())) return time
  throw new BadInputError(`"${text}" is no time: write 12h, 30d, 8w, or a day such as 2026-11-01.`)
}
