import { readProvenance } from '@dateline/curation'
import type { Database } from '@dateline/database'
import { articleIdOfUrl, normalUrl } from '@dateline/domain'
import { truthAt } from '@dateline/sample-newsroom'
import { sql } from 'kysely'

export type ProvenanceComparison = {
  /** Stories whose pages are all there and all together, and of these the share with as many origins as were written. */
  readonly stories: number
  readonly originsRight: number
  /** "story: expected n origins, found m" */
  readonly wrong: readonly string[]
  /** Pages whose inferred agency stands in place of one that they credit: there must be none. */
  readonly overwritten: readonly string[]
  /** Pages by a written agency that credit nobody: of those that an agency was inferred for, how many rightly. */
  readonly inferred: { readonly right: number; readonly all: number }
}

/** Holds the provenance of every story against what the newsroom knows of itself. */
export async function compareProvenance(database: Database): Promise<ProvenanceComparison> {
  const truth = truthAt()
  const { rows } = await sql<{ article_id: string; story_id: string; agency_id: string | null }>`
    select article_id, story_id, agency_id from read.article where story_id is not null`.execute(database.db)
  const byId = new Map(rows.map((row) => [row.article_id, row]))
  const pages = new Map(
    truth.pages.flatMap((page) =>
      page.expected === 'article' ? [[articleIdOfUrl(normalUrl(page.url)!), page] as const] : [],
    ),
  )
  const wrong: string[] = []
  const overwritten: string[] = []
  const inferred = { right: 0, all: 0 }
  let stories = 0
  for (const story of truth.stories) {
    const found = story.urls.map((url) => byId.get(articleIdOfUrl(normalUrl(url)!)))
    const ids = new Set(found.map((row) => row?.story_id))
    const [storyId] = ids
    const together = rows.filter((row) => row.story_id === storyId).length
    if (ids.size !== 1 || storyId === undefined || together !== found.length) continue
    stories += 1
    const { origins, families } = await readProvenance(database, storyId)
    if (origins !== story.origins) wrong.push(`${story.id}: expected ${story.origins} origins, found ${origins}`)
    for (const { articleId, agency } of families.flatMap(({ members }) => members)) {
      const credited = byId.get(articleId)!.agency_id
      if (credited !== null && agency?.id !== credited) overwritten.push(articleId)
      if (agency?.basis !== 'inferred') continue
      inferred.all += 1
      inferred.right += Number(pages.get(articleId)?.agency?.id === agency.id)
    }
  }
  return { stories, originsRight: (stories - wrong.length) / Math.max(stories, 1), wrong, overwritten, inferred }
}
