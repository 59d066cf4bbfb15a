import type { Article, Edit } from './article.ts'

/** An article as its page shows it at one simulated time. */
export type CurrentArticle = Article & {
  /** Path at this time: the page may have moved. */
  readonly currentPath: string
  readonly edit: Edit | null
}

/** @returns null before publication. A page that is gone is still returned: its listing may not know. */
export function currentArticle(article: Article, now: string): CurrentArticle | null {
  if (article.published > now) return null
  const edit = article.edits?.findLast(({ at }) => at <= now) ?? null
  const currentPath = article.moved !== undefined && article.moved.at <= now ? article.moved.path : article.path
  const body = visibleBody(edit?.body ?? article.body, now)
  const modified = edit?.modified ?? modifiedBy(article, body, now)
  return {
    ...article,
    title: edit?.title ?? article.title,
    body,
    currentPath,
    edit,
    ...(modified === undefined ? {} : { modified }),
  }
}

/** A live blog shows only the updates whose time has come. */
function visibleBody(body: Article['body'], now: string): Article['body'] {
  let isVisible = true
  return body.filter((block) => {
    if (block.type === 'time') isVisible = block.at <= now
    return isVisible
  })
}

function modifiedBy({ published, modified }: Article, body: Article['body'], now: string): string | undefined {
  const newestUpdate = body.find((block) => block.type === 'time')
  if (newestUpdate !== undefined) return newestUpdate.at
  // A page first seen before its last change does not know of it yet.
  return modified !== undefined && modified > now ? published : modified
}
