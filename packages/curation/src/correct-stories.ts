import {
  type ArticleCommand,
  article,
  BadInputError,
  type Decider,
  type Story,
  type StoryCommand,
  type StoryEvent,
  story,
  storyIdOf,
} from '@dateline/domain'
import { handle, headPosition, readStream } from '@dateline/event-store'
import { getArticle, waitForPosition } from '@dateline/read-models'
import { betweenSteps, GROUPING } from '@dateline/work-state'
import { BY_PERSON, ConflictError, type Corrected, type Correction, checkCorrection, line } from './correction.ts'
import { currentStory, placedBy, storyOfArticle } from './current-story.ts'
import type { Dependencies } from './dependencies.ts'

export const LABEL_CHARS_MAX = 300
export const ARTICLES_MAX = 500

/** For the step of grouping that is under way, and for the views to show what it did. */
const GROUPING_WAIT_MS = 30_000
const VIEWS_WAIT_MS = 5_000

/** Events of one append. */
const COMMANDS_AT_ONCE = 500

/**
 * Two stories are one: the articles of `from` join `into`, whose id goes on, and the id of `from` is redirected for ever.
 *
 * @throws {UnknownIdError} {ConflictError} {BadInputError}
 */
export async function joinStories(
  dependencies: Dependencies,
  into: string,
  from: string,
  correction: Correction,
): Promise<Corrected> {
  const who = checkCorrection(correction)
  if (into === from) throw new BadInputError(`${into} cannot be joined with itself: name two stories.`)
  return await correcting(dependencies, `join/${from}`, async (record) => {
    const [, ending] = [await currentStory(dependencies, into), await currentStory(dependencies, from)]
    await record(
      into,
      [...ending.members].map((articleId) => join(into, articleId, who)),
    )
    await record(from, [{ type: 'MergeStory', data: { storyId: from, intoStoryId: into, ...who } }])
    return into
  })
}

/**
 * Articles of a story become a story of their own, and the two are kept apart from then on.
 *
 * @param label of the new story; without one it is named after the first of the articles.
 * @returns the new story.
 */
export async function splitStory(
  dependencies: Dependencies,
  storyId: string,
  { articleIds, label }: { readonly articleIds: readonly string[]; readonly label?: string | undefined },
  correction: Correction,
): Promise<Corrected> {
  const who = checkCorrection(correction)
  const leaving = [...new Set(articleIds)]
  const name = label === undefined ? undefined : line('label', label, LABEL_CHARS_MAX)
  if (leaving.length === 0) throw new BadInputError('Name the articles that become a story of their own.')
  if (leaving.length > ARTICLES_MAX)
    throw new BadInputError(`At most ${ARTICLES_MAX} articles can be split off at once.`)
  return await correcting(dependencies, `split/${storyId}`, async (record, cause) => {
    const { members } = await currentStory(dependencies, storyId)
    for (const articleId of leaving) {
      if (!members.has(articleId)) throw new ConflictError(`Article ${articleId} is not in story ${storyId}.`)
    }
    if (leaving.length === members.size) {
      throw new BadInputError('These are all its articles: a story is split by naming some of them.')
    }
    const [founder] = leaving as [string, ...string[]]
    const newStoryId = storyIdOf(founder, cause)
    const title = (await getArticle(dependencies.database.db, founder))?.title ?? ''
    const opened = { storyId: newStoryId, articleId: founder, label: title, grouper: BY_PERSON, actor: who.actor }
    const moved = { storyId, movedToStoryId: newStoryId, ...who }
    await record(newStoryId, [
      { type: 'OpenStory', data: opened },
      ...leaving.map((articleId) => join(newStoryId, articleId, who)),
      ...(name === undefined ? [] : [relabel(newStoryId, name, who)]),
    ])
    await record(storyId, [
      { type: 'SplitStory', data: { storyId, newStoryId, ...who } },
      ...leaving.map((articleId) => ({ type: 'LeaveStory', data: { articleId, ...moved } }) as const),
    ])
    return newStoryId
  })
}

/** An article belongs to another story, and stays there whatever comes. A story that it leaves empty is merged into that one. */
export async function moveArticle(
  dependencies: Dependencies,
  articleId: string,
  toStoryId: string,
  correction: Correction,
): Promise<Corrected> {
  const who = checkCorrection(correction)
  return await correcting(dependencies, `move/${articleId}`, async (record) => {
    const from = await storyOfArticle(dependencies, articleId)
    if (from.storyId === toStoryId) throw new ConflictError(`Article ${articleId} is in story ${toStoryId} already.`)
    await currentStory(dependencies, toStoryId)
    await recordMove(record, from, [articleId], toStoryId, who)
    return toStoryId
  })
}

/** A story that they leave empty is merged into the other one. */
export async function recordMove(
  record: RecordStory,
  { storyId, story: { members } }: { readonly storyId: string; readonly story: Story },
  articleIds: readonly string[],
  toStoryId: string,
  who: Correction,
): Promise<void> {
  await record(
    toStoryId,
    articleIds.map((articleId) => join(toStoryId, articleId, who)),
  )
  const leave = (articleId: string): StoryCommand => ({
    ...{ type: 'LeaveStory', data: { storyId, articleId, movedToStoryId: toStoryId, ...who } },
  })
  const merge: StoryCommand = { type: 'MergeStory', data: { storyId, intoStoryId: toStoryId, ...who } }
  await record(storyId, articleIds.length === members.size ? [merge] : articleIds.map(leave))
}

/**
 * Where an article belongs is left to automatic decisions again; stories that only its moves kept apart may meet.
 *
 * @throws {UnknownIdError}
 * @throws {ConflictError} if it is in no story, or nobody has ever placed it.
 */
export async function releaseArticle(
  dependencies: Dependencies,
  articleId: string,
  correction: Correction,
): Promise<Corrected> {
  const who = checkCorrection(correction)
  return await correcting(dependencies, `release/${articleId}`, async (record) => {
    const { storyId } = await storyOfArticle(dependencies, articleId)
    const by = await placedBy(dependencies, articleId)
    if (by === 'grouping')
      throw new ConflictError(`Nobody has placed article ${articleId}: it is left to automatic decisions as it is.`)
    if (by === 'person') await record(storyId, [{ type: 'ReleaseArticle', data: { storyId, articleId, ...who } }])
    return storyId
  })
}

/**
 * A story gets a name that no later article changes.
 *
 * @param label null: it gets back the name it had from its articles, and later ones may change it.
 */
export async function renameStory(
  dependencies: Dependencies,
  storyId: string,
  label: string | null,
  correction: Correction,
): Promise<Corrected> {
  const who = checkCorrection(correction)
  const name = label === null ? null : line('label', label, LABEL_CHARS_MAX)
  return await correcting(dependencies, `rename/${storyId}`, async (record) => {
    await currentStory(dependencies, storyId)
    const command: StoryCommand =
      name === null
        ? {
            type: 'RelabelStory',
            data: { storyId, label: await automaticLabel(dependencies, storyId), ...who, kept: false },
          }
        : relabel(storyId, name, who)
    await record(storyId, [command])
    return storyId
  })
}

/** What it was called last before people named it. */
async function automaticLabel({ database }: Dependencies, storyId: string): Promise<string> {
  const events = await readStream<StoryEvent>(database, storyId)
  const named = events.findLast(
    (event) =>
      (event.type === 'StoryOpened' || (event.type === 'StoryRelabelled' && event.data.actor === undefined)) &&
      !event.withdrawn,
  )
  return named?.type === 'StoryOpened' || named?.type === 'StoryRelabelled' ? named.data.label : ''
}

/** Records commands in a story's stream; those whose result is there already record nothing. */
export type RecordStory = (storyId: string, commands: readonly StoryCommand[]) => Promise<void>

/** The same for an article's stream. */
export type RecordArticle = (articleId: string, command: ArticleCommand) => Promise<void>

/** Runs a correction while grouping stands still, so that it follows on decisions it has seen. */
export async function correcting(
  dependencies: Dependencies,
  name: string,
  work: (record: RecordStory, cause: string, recordArticle: RecordArticle) => Promise<string>,
): Promise<Corrected> {
  const { database, log, now } = dependencies
  const cause = `operator/${name}/${now().toISOString()}`
  return await betweenSteps(database.db, GROUPING, GROUPING_WAIT_MS, async () => {
    await waitForPosition(database, await headPosition(database), VIEWS_WAIT_MS)
    let position: number | null = null
    let appends = 0
    const record: RecordStory = async (stream, commands) => {
      for (let from = 0; from < commands.length; from += COMMANDS_AT_ONCE) {
        // Each append has a cause of its own: one correction may record more in a stream than goes into one.
        const options = { cause: `${cause}/${++appends}` }
        const recorded = await handle(log, storyInOne, stream, commands.slice(from, from + COMMANDS_AT_ONCE), options)
        position = recorded.at(-1)?.position ?? position
      }
    }
    const recordArticle: RecordArticle = async (articleId, command) => {
      const recorded = await handle(log, article, articleId, command, { cause: `${cause}/${++appends}` })
      position = recorded.at(-1)?.position ?? position
    }
    const storyId = await work(record, cause, recordArticle)
    return { storyId, position }
  })
}

/** The rules of a story, for several commands at once. */
const storyInOne: Decider<Story, readonly StoryCommand[], StoryEvent> = {
  initial: story.initial,
  evolve: story.evolve,
  decide(commands, before) {
    const events: StoryEvent[] = []
    let state = before
    for (const command of commands) {
      const next = story.decide(command, state)
      state = next.reduce(story.evolve, state)
      events.push(...next)
    }
    return events
  },
}

function join(storyId: string, articleId: string, { actor, reason }: Correction): StoryCommand {
  const decided = { nearestArticleId: null, score: 1, evidence: reason, grouper: BY_PERSON, actor }
  return { type: 'JoinStory', data: { storyId, articleId, ...decided } }
}

function relabel(storyId: string, label: string, who: Correction): StoryCommand {
  return { type: 'RelabelStory', data: { storyId, label, ...who } }
}
