import { type ArticleTrace, eraseCaptures } from '@dateline/archive'
import { type ArticleEvent, BadInputError, type Recorded, type StoryEvent } from '@dateline/domain'
import { eraseWithdrawn, readLog, readStream, tellOfWithdrawal } from '@dateline/event-store'
import { betweenSteps, FOLLOWING_COPIES, forgetArticle, forgetSkippedUrls, GROUPING } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'

export type WithdrawnArticle = {
  /** Of the event that tells of it. */
  readonly position: number
  readonly bodiesErased: number
  /** sha256 of the bytes taken out of the archive. */
  readonly captures: readonly string[]
  /** Views that must be folded anew, since events of other streams that repeated its words have been folded into them. */
  readonly views: readonly string[]
}

const REASON_CHARS_MAX = 1_000
const PAGE_EVENTS = 5_000

/** For the step of grouping that is under way, and for a finding on a copy that is being recorded. */
const STEP_WAIT_MS = 60_000

/**
 * Lawful erasure of one article: its bodies and salts in the log, its bytes in the archive, and with them its text in every
 * view. The log keeps that something was there, when it was withdrawn, and why; a later crawl does not bring it back.
 *
 * May be run again after an interruption: it completes what is missing.
 *
 * @throws {BadInputError} if there is no such article, or no reason.
 */
export async function withdrawArticle(
  dependencies: Dependencies,
  articleId: string,
  reason: string,
): Promise<WithdrawnArticle> {
  const { log, database, archive, now } = dependencies
  if (reason.trim() === '') throw new BadInputError('A withdrawal needs a reason: it is what the record will say.')
  if (reason.length > REASON_CHARS_MAX) {
    throw new BadInputError(`The reason is longer than ${REASON_CHARS_MAX} characters.`)
  }
  const events = articleId.startsWith('article-') ? await readStream<ArticleEvent>(database, articleId) : []
  if (events.length === 0) throw new BadInputError(`There is no article ${articleId}.`)
  const at = now().toISOString()
  const cause = `operator/withdraw/${articleId}/${at}`
  const words = wordsOf(articleId, events)
  // The whole log is read while grouping goes on; only what has come meanwhile, while it stands still.
  const repeats = await findRepeats(database, words, NO_REPEATS)
  const { told, alsoErased, views } = await whileNobodyRepeats(database, async () => {
    const { positions, views } = await leaveStories(
      dependencies,
      articleId,
      await findRepeats(database, words, repeats),
      cause,
    )
    const withdrawal = { stream: articleId, reason, withdrawnAt: at, alsoErased: positions }
    return { told: await tellOfWithdrawal(log, withdrawal, { cause }), alsoErased: positions, views }
  })
  // The bodies go last: they say where else the text is, should this be interrupted.
  const captures = await eraseCaptures({ database, archive }, words)
  await forgetArticle(database.db, articleId)
  await forgetSkippedUrls(database.db, [...words.urls])
  const bodiesErased = await eraseWithdrawn(log, { stream: articleId, alsoErased }, told)
  return { position: told.lastPosition, bodiesErased, captures, views }
}

/**
 * Nothing is named after an article, and no finding quotes it, between the look for what does and the event that tells of its
 * withdrawal. Whoever would do so afterwards sees that event first.
 */
function whileNobodyRepeats<Result>({ db }: Dependencies['database'], work: () => Promise<Result>): Promise<Result> {
  return betweenSteps(db, GROUPING, STEP_WAIT_MS, () => betweenSteps(db, FOLLOWING_COPIES, STEP_WAIT_MS, work))
}

type ArticleWords = ArticleTrace & { readonly titles: ReadonlySet<string> }

/** What its events say of where else its text is: bytes by their hash, and by what a feed, a front page or a story would name it. */
function wordsOf(articleId: string, events: readonly Recorded<ArticleEvent>[]): ArticleWords {
  const none = () => new Set<string>()
  const trace = { articleId, rawSha256: none(), sourceIds: none(), urls: none(), titles: none() }
  for (const event of events) {
    if (event.withdrawn) continue
    if (event.type === 'ArticleExtracted') trace.titles.add(event.data.extraction.title.value ?? '')
    if (event.type === 'ArticleFetched' || event.type === 'DocumentImported') trace.rawSha256.add(event.data.rawSha256)
    if (event.type !== 'ArticleDiscovered') continue
    if (event.data.url !== null) trace.urls.add(event.data.url)
    if (event.data.sourceId !== null) trace.sourceIds.add(event.data.sourceId)
  }
  return trace
}

/** Where else in the log its words are: positions of events of other streams, and the views that those are folded into. */
type Repeated = { readonly positions: readonly number[]; readonly views: readonly string[] }

/** What the log up to a position says of where an article's words are repeated. */
type Repeats = {
  readonly scannedTo: number
  /** Positions of names of stories that hold its words, and of findings on copies that quote it. */
  readonly named: readonly number[]
  readonly quoted: readonly number[]
  readonly stories: ReadonlyMap<string, { readonly isMember: boolean; readonly isNamedAfter: boolean }>
}

const NO_REPEATS: Repeats = { scannedTo: 0, named: [], quoted: [], stories: new Map() }

/** Reads on from where `before` ends. */
async function findRepeats(
  database: Dependencies['database'],
  { articleId, titles }: ArticleWords,
  before: Repeats,
): Promise<Repeats> {
  const named = [...before.named]
  const quoted = [...before.quoted]
  const stories = new Map(before.stories)
  let { scannedTo } = before
  for await (const event of eventsThatRepeat(database, scannedTo)) {
    scannedTo = event.position
    if (isQuoting(event)) {
      if (event.data.originalArticleId === articleId) quoted.push(event.position)
      continue
    }
    const { stream, position, type, data } = event
    const { isMember, isNamedAfter } = stories.get(stream) ?? { isMember: false, isNamedAfter: false }
    if (type === 'StoryRelabelled') {
      const isNamed = titles.has(data.label)
      if (isNamed) named.push(position)
      if (isNamed || isNamedAfter) stories.set(stream, { isMember, isNamedAfter: isNamed })
    } else if (data.articleId !== articleId) continue
    else if (type === 'StoryOpened') {
      stories.set(stream, { isMember, isNamedAfter: true })
      named.push(position)
    } else stories.set(stream, { isMember: type === 'ArticleJoinedStory', isNamedAfter })
  }
  return { scannedTo, named, quoted, stories }
}

/** Takes the article out of its story, and its headline off stories that are called by it. */
async function leaveStories(
  { log }: Dependencies,
  articleId: string,
  { named, quoted, stories }: Repeats,
  cause: string,
): Promise<Repeated> {
  for (const [storyId, { isMember, isNamedAfter }] of stories) {
    const left = { type: 'ArticleLeftStory', data: { storyId, articleId, reason: 'withdrawn', movedToStoryId: null } }
    const reason = 'the article it was named after was withdrawn'
    const renamed = { type: 'StoryRelabelled', data: { storyId, label: 'Story', reason } }
    const events = [...(isMember ? [left] : []), ...(isNamedAfter ? [renamed] : [])]
    if (events.length > 0) await log.append(storyId, 'any', events, { cause })
  }
  const views = [...(named.length > 0 ? ['story'] : []), ...(quoted.length > 0 ? ['finding'] : [])]
  return { positions: [...named, ...quoted], views }
}

type NamesOriginal = Extract<ArticleEvent, { data: { originalArticleId: string } }>

/**
 * Which events of an article quote another that they name as its original: findings on copies hold what of it still stands in the
 * copy, was altered there, or was taken over since. The others hold markup of the page itself, counts, or what a person says.
 */
const QUOTES_ORIGINAL = {
  ArticleAliased: false,
  CopyDetected: false,
  CopyRetracted: false,
  CopyReleased: false,
  CopyOutdated: true,
  CopyAltered: true,
  CopyAlterationRetracted: true,
} as const satisfies Record<NamesOriginal['type'], boolean>

type Quotes = typeof QUOTES_ORIGINAL
type QuotingType = { [Type in keyof Quotes]: Quotes[Type] extends true ? Type : never }[keyof Quotes]
type Quoting = Extract<ArticleEvent, { type: QuotingType }>

const NAMING = ['StoryOpened', 'ArticleJoinedStory', 'ArticleLeftStory', 'StoryRelabelled'] as const
type Repeating = Quoting | Extract<StoryEvent, { type: (typeof NAMING)[number] }>
const QUOTING = Object.entries(QUOTES_ORIGINAL).flatMap(([type, isQuoting]) => (isQuoting ? [type] : []))
const REPEATING: readonly string[] = [...NAMING, ...QUOTING]

function isQuoting(event: Recorded<Repeating>): event is Recorded<Quoting> {
  return QUOTING.includes(event.type)
}

async function* eventsThatRepeat(
  database: Dependencies['database'],
  afterPosition: number,
): AsyncGenerator<Recorded<Repeating>> {
  for (let after = afterPosition; ; ) {
    const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types: REPEATING })
    if (page.length === 0) return
    for (const event of page) if (!event.withdrawn) yield event as Recorded<Repeating>
    after = page.at(-1)!.position
  }
}
