import { type Copy, describeCopy, type StoryDocument } from '@dateline/classification'
import { type Article, type ArticleEvent, article, BadInputError, isCopyDecidedByPerson } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { listCopies } from '@dateline/read-models'
import { correcting, recordMove } from './correct-stories.ts'
import { BY_PERSON, ConflictError, type Correction, checkCorrection, UnknownIdError } from './correction.ts'
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

const NO_TEXT = 'the original has no text any more: nothing can be compared'
const COPIES_PER_PAGE = 200
const COPIES_MAX = 1_000

/**
 * An article carries another's text, as a person says, whatever the two have in common: a translation, say. It goes into the
 * story of that text, and so do its own copies, which are copies of that text from now on.
 *
 * @param ofId if this is a copy itself, the article becomes one of the text that it copies: there are no chains.
 * @throws {UnknownIdError} {BadInputError}
 * @throws {ConflictError} if either has no text or story, that text was withdrawn, or a copy of the article is none of it as a
 *   person has said. Then nothing is recorded.
 */
export async function stateCopy(
  dependencies: Dependencies,
  articleId: string,
  ofId: string,
  correction: Correction,
): Promise<CorrectedCopy> {
  const who = checkCorrection(correction)
  checkTwo(articleId, ofId)
  let originalArticleId = ofId
  const { position } = await correcting(dependencies, `copy-of/${articleId}`, async (record, _cause, recordArticle) => {
    const copy = await textOf(dependencies, articleId)
    const named = await textOf(dependencies, ofId)
    const isReversed = named.state.copyOf === articleId
    if (!isReversed) originalArticleId = named.state.copyOf ?? ofId
    const original = originalArticleId === ofId ? named.document : await originalOf(dependencies, named)
    const copies = (await copiesOf(dependencies, articleId)).filter((id) => id !== originalArticleId)
    const followers: Copy[] = []
    for (const id of copies) followers.push(await followerOf(dependencies, id, original))
    const from = await storyOfArticle(dependencies, articleId)
    const { storyId } = await storyOfArticle(dependencies, originalArticleId)
    // All that may be refused has been asked: what is begun here is done.
    if (isReversed) {
      const { evidence } = describeCopy(named.document, copy.document)
      const reason = `it is the other way round: ${who.reason}`
      const data = { originalArticleId: articleId, reason, evidence, matcher: BY_PERSON, actor: who.actor }
      await recordArticle(ofId, { type: 'RetractCopy', data })
    }
    const verdict = { ...describeCopy(copy.document, original), matcher: BY_PERSON, ...who }
    await recordArticle(articleId, { type: 'RecordCopy', data: verdict })
    for (const [place, data] of followers.entries()) {
      await recordArticle(copies[place]!, { type: 'RecordCopy', data })
    }
    const moving = [articleId, ...copies.filter((id) => from.story.members.has(id))]
    if (from.storyId !== storyId) await recordMove(record, from, moving, storyId, who)
    return storyId
  })
  return { articleId, originalArticleId, position }
}

/**
 * An article is no copy of another, as a person says: neither of that text nor of any other copy of it, and later automatic
 * decisions leave it so. It stays in its story.
 *
 * @param ofId its original, which may have been withdrawn, or another copy of that.
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
  checkTwo(articleId, ofId)
  const { position } = await correcting(
    dependencies,
    `no-copy-of/${articleId}`,
    async (_record, _cause, recordArticle) => {
      const copy = await textOf(dependencies, articleId)
      const named = await readArticle(dependencies, ofId)
      const originalArticleId = named.state.copyOf ?? ofId
      if (copy.state.copyOf !== originalArticleId) {
        if (copy.state.noCopyOf.includes(originalArticleId)) return articleId
        throw new ConflictError(
          `Article ${articleId} is not known as a copy of ${ofId}: ${whatIsKnown(articleId, copy, named)}.`,
        )
      }
      const { document } = originalArticleId === ofId ? named : await readArticle(dependencies, originalArticleId)
      const evidence = document === null ? NO_TEXT : describeCopy(copy.document, document).evidence
      const data = { originalArticleId, reason, evidence, matcher: BY_PERSON, actor }
      await recordArticle(articleId, { type: 'RetractCopy', data })
      return articleId
    },
  )
  return { articleId, originalArticleId: null, position }
}

/**
 * Whether an article carries another's text is left to automatic decisions again, from the next article on. Its place in its
 * story is a decision of its own: see releaseArticle.
 *
 * @param ofId its original, or another copy of that; either may have been withdrawn.
 * @throws {UnknownIdError} {BadInputError}
 * @throws {ConflictError} if nobody has said anything of the two, or it was taken back.
 */
export async function releaseCopy(
  dependencies: Dependencies,
  articleId: string,
  ofId: string,
  correction: Correction,
): Promise<CorrectedCopy> {
  const { actor, reason } = checkCorrection(correction)
  checkTwo(articleId, ofId)
  let copyOf: string | null = null
  const { position } = await correcting(
    dependencies,
    `release-copy/${articleId}`,
    async (_record, _cause, recordArticle) => {
      const { state } = await readArticle(dependencies, articleId)
      const named = await readArticle(dependencies, ofId)
      const originalArticleId = [ofId, named.state.copyOf ?? ofId].find((id) => isCopyDecidedByPerson(state, id))
      if (originalArticleId === undefined)
        throw new ConflictError(
          `Nobody has said of article ${articleId} that it carries the text of ${ofId}, or that it does not: ` +
            'that is left to automatic decisions as it is.',
        )
      copyOf = state.copyOf
      await recordArticle(articleId, { type: 'ReleaseCopy', data: { originalArticleId, reason, actor } })
      return articleId
    },
  )
  return { articleId, originalArticleId: copyOf, position }
}

function checkTwo(articleId: string, ofId: string): void {
  if (articleId === ofId) throw new BadInputError(`${articleId} cannot be a copy of itself: name two articles.`)
}

function whatIsKnown(articleId: string, copy: ReadArticle, named: ReadArticle): string {
  if (named.state.copyOf === articleId) return 'it is the other way round'
  return copy.state.copyOf === null ? 'it counts as nobody’s copy' : `it counts as one of ${copy.state.copyOf}`
}

type ReadArticle = { readonly articleId: string; readonly state: Article; readonly document: StoryDocument | null }
type ArticleWithText = ReadArticle & { readonly document: StoryDocument }

/** @throws {UnknownIdError} */
async function readArticle({ database }: Dependencies, articleId: string): Promise<ReadArticle> {
  const events = /^article-[0-9a-f]{1,64}$/.test(articleId) ? await readStream<ArticleEvent>(database, articleId) : []
  if (events.length === 0) throw new UnknownIdError(`There is no article ${articleId}.`)
  const state = events.filter(({ withdrawn }) => !withdrawn).reduce(article.evolve, article.initial)
  return { articleId, state, document: latestDocument(events) }
}

/** @throws {UnknownIdError} {ConflictError} if it has no text that could be compared. */
async function textOf(dependencies: Dependencies, articleId: string): Promise<ArticleWithText> {
  const { state, document } = await readArticle(dependencies, articleId)
  if (document === null) throw new ConflictError(`Article ${articleId} has no text: there is nothing to compare.`)
  return { articleId, state, document }
}

/** The text that a copy carries. @throws {ConflictError} if that was withdrawn. */
async function originalOf(dependencies: Dependencies, { articleId, state: { copyOf } }: ReadArticle) {
  const { document } = await readArticle(dependencies, copyOf!)
  if (document !== null) return document
  throw new ConflictError(
    `Article ${articleId} is a copy of ${copyOf}, which has no text any more: say first that it is no copy of that.`,
  )
}

/** What a copy of a copy is of the text that this one copies. @throws {ConflictError} if a person has said that it is none of it. */
async function followerOf(dependencies: Dependencies, articleId: string, original: StoryDocument): Promise<Copy> {
  const { state, document } = await textOf(dependencies, articleId)
  if (!state.noCopyOf.includes(original.articleId)) return describeCopy(document, original)
  throw new ConflictError(
    `Article ${articleId}, a copy of ${state.copyOf}, is no copy of ${original.articleId}, as a person has said: ` +
      'say first that it is one, or that it is none of either.',
  )
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
