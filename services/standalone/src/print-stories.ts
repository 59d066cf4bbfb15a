import { resolve } from 'node:path'
import { printable } from '@dateline/markup'
import type { Platform } from '@dateline/platform'
import { type ArticleSummary, listStories, storyArticles } from '@dateline/read-models'
import { bold, dim, tell } from './terminal.ts'

const STORIES_SHOWN = 6
const ARTICLES_SHOWN = 4

/** The first stories, as a newcomer reads them. */
export async function printStories({ database }: Platform, command: string): Promise<void> {
  const { items } = await listStories(database.db, {}, null, STORIES_SHOWN)
  if (items.length === 0) return tell(`\nNo stories yet. Add a source:  ${command} source add https://…/feed.xml`)
  tell('\nCurrent stories:')
  for (const { storyId, label, articleCount } of items) {
    tell(
      `\n  ${bold(printable(label ?? 'Untitled'))}  ${dim(`${articleCount} ${articleCount === 1 ? 'article' : 'articles'}`)}`,
    )
    const articles = await storyArticles(database.db, storyId, null, ARTICLES_SHOWN)
    for (const { article } of articles.items) {
      tell(`    ${dim('·')} ${printable(article.title ?? '(no title)')}  ${dim(printable(sourceOf(article)))}`)
    }
  }
}

function sourceOf({ publisher, publisherDomain, agency }: ArticleSummary): string {
  return publisher ?? publisherDomain ?? agency ?? '(publisher unknown)'
}

export function printWhereToLook({
  apiUrl,
  readerUrl,
  command,
  dataDirectory,
  isSample,
}: {
  apiUrl: string
  readerUrl: string
  command: string
  dataDirectory: string
  isSample: boolean
}): void {
  tell(`
${bold('Where to look')}
  web page   ${apiUrl}/
  API        ${apiUrl}/v1/stories   (described in ${apiUrl}/openapi.json)
  SQL        psql '${readerUrl}' -c 'select label, article_count from read.story'
  commands   ${command} --help
  data, log  ${dataDirectory}
${isSample ? '\nAll outlets, people and events of the sample are invented. `npm start -- --empty --data mine` starts without it.\n' : ''}
Ctrl-C stops.`)
}

/** How the command line is called for the one on this folder: without --data it takes ./data. */
export function commandOf(dataDirectory: string): string {
  if (dataDirectory === resolve('data')) return 'npm run dateline --'
  const folder = /^[\w./-]+$/.test(dataDirectory) ? dataDirectory : `'${dataDirectory.replaceAll("'", "'\\''")}'`
  return `npm run dateline -- --data ${folder}`
}
