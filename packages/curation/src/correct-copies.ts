import { describeCopy, type StoryDocument } from '@dateline/classification'
import { type Article, type ArticleEvent, article, BadInputError } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { listCopies } from '@dateline/read-models'
import { correcting, recordMove } from './correct-stories.ts'
import { ConflictError, type Correction, checkCorrection, UnknownIdError } from './correction.ts'
import { storyOfArticle } from './current-story.ts'
import type { Dependencies } from './dependencies.ts'
import { latestDocument } from './story-texts.ts'

export type CorrectedCopy = {
  readonly articleId: string
  /** Whose copy it is now: where the text named is a copy itself, the one that it copies; null: it is no copy. */
  readonly originalArticleId: string | null
  /** Of the last event this recorded; null: it was so already. */
  readonly position: number | null
}

const BY_PERSON = 'person'
const COPIES_PER_PAGE = 200
const COPIES_MAX = 1_000

/**
 * An article carries another's text, as a person says, whatever the two have in common: a translation, say. It goes into the
 * story of that text, and so do its own copies, which are copies of that text from now on.
 *
 * @param ofId if this is a copy itself, the article becomes one of the text that it copies: there are no chains.
 * @throws {UnknownIdError} {ConflictError} {BadInputError}
 */
export async function stateCopy(
  dependencies: Dependencies,
  articleId: string,
  ofId: string,
  correction: Correction,
): Promise<CorrectedCopy> {
  const who = checkCorrection(correction)
  if (articleId === ofId) throw new BadInputError(`${articleId} cannot be a copy of itself: name two articles.`)
  let originalArticleId = ofId
  const { position } = await correcting(dependencies, `copy-of/${articleId}`, async (record, _cause, recordArticle) => {
    const copy = await textOf(dependencies, articleId)
    const named = await textOf(dependencies, ofId)
    const { copyOf } = named.state
    if (copyOf === articleId) {
      const retracted = { originalArticleId: articleId, reason: `it is the other way round: ${who.reason}` }
      const evidence = describeCopy(named.document, copy.document)
      const data = { ...retracted, evidence: evidence.evidence, matcher: BY_PERSON, actor: who.actor }
      await recordArticle(ofId, { type: 'RetractCopy', data })
    } else originalArticleId = copyOf ?? ofId
    const original = originalArticleId === ofId ? named : await textOf(dependencies, originalArticleId)
    const verdict = { ...describeCopy(copy.document, original.document), matcher: BY_PERSON, ...who }
    await recordArticle(articleId, { type: 'RecordCopy', data: verdict })
    const followers = (await copiesOf(dependencies, articleId)).filter((id) => id !== originalArticleId)
    for (const follower of followers) {
      const { document } = await textOf(dependencies, follower)
      await recordArticle(follower, { type: 'RecordCopy', data: describeCopy(document, original.document) })
    }
    const from = await storyOfArticle(dependencies, articleId)
    const { storyId } = await storyOfArticle(dependencies, originalArticleId)
    const moving = [articleId, ...followers.filter((id) => from.story.members.has(id))]
    if (from.storyId !== storyId) await recordMove(record, from, moving, storyId, who)
    return storyId
  })
  return { articleId, originalArticleId, position }
}

/**
 * An article is no copy of another, as a person says: neither of that text nor of any other copy of it, and later automatic
 * decisions leave it so. It stays in its story.
 *
 * @param ofId its original, or another copy of that.
 * @throws {UnknownIdError} {BadInputError}
 * @throws {ConflictError} if it is not known as such a copy.
 */
export async function denyCopy(
  dependencies: Dependencies,
  articleId: string,
  ofId: string,
  correction: Correction,
): Promise<CorrectedCopy> {
  const { actor, reason } = checkCorrection(correction)
  const { position } = await correcting(
    dependencies,
    `no-copy-of/${articleId}`,
    async (_record, _cause, recordArticle) => {
      const copy = await textOf(dependencies, articleId)
      const named = await textOf(dependencies, ofId)
      const originalArticleId = named.state.copyOf ?? ofId
      if (copy.state.copyOf !== originalArticleId) {
        if (copy.state.noCopyOf.includes(originalArticleId)) return articleId
        throw new ConflictError(
          `Article ${articleId} is not known as a copy of ${ofId}: ${whatIsKnown(articleId, copy, named)}.`,
        )
      }
      const original = originalArticleId === ofId ? named : await textOf(dependencies, originalArticleId)
      const { evidence } = describeCopy(copy.document, original.document)
      const data = { originalArticleId, reason, evidence, matcher: BY_PERSON, actor }
      await recordArticle(articleId, { type: 'RetractCopy', data })
      return articleId
    },
  )
  return { articleId, originalArticleId: null, position }
}

function whatIsKnown(articleId: string, copy: ReadArticle, named: ReadArticle): string {
  if (named.state.copyOf === articleId) return 'it is the other way round'
  return copy.state.copyOf === null ? 'it counts as nobody’s copy' : `it counts as one of ${copy.state.copyOf}`
}

type ReadArticle = { readonly state: Article; readonly document: StoryDocument }

/** @throws {UnknownIdError} {ConflictError} if it has no text that could be compared. */
async function textOf({ database }: Dependencies, articleId: string): Promise<ReadArticle> {
  const events = /^article-[0-9a-f]{1,64}$/.test(articleId) ? await readStream<ArticleEvent>(database, articleId) : []
  if (events.length === 0) throw new UnknownIdError(`There is no article ${articleId}.`)
  const document = latestDocument(events)
  if (document === null) throw new ConflictError(`Article ${articleId} has no text: there is nothing to compare.`)
  return { document, state: events.filter(({ withdrawn }) => !withdrawn).reduce(article.evolve, article.initial) }
}

async function copiesOf({ database }: Dependencies, articleId: string): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | null = null; ; ) {
    const { items, next } = await listCopies(database.db, articleId, cursor, COPIES_PER_PAGE)
    found.push(...items.map((item) => item.articleId))
    if (next === null) return found
    if (found.length >= COPIES_MAX)
      throw new ConflictError(
        `Article ${articleId} has more than ${COPIES_MAX} copies: name it as the original instead.`,
      )
    cursor = next
  }
}
