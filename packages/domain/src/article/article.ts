import type { Decider } from '../decider.ts'
import { IllegalCommandError } from '../errors.ts'
import type { ArticleEvent, ArticleEventOf } from './events.ts'

type Data<Type extends ArticleEvent['type']> = ArticleEventOf<Type>['data']

export type ArticleCommand =
  | { type: 'DiscoverArticle'; data: Data<'ArticleDiscovered'> }
  | { type: 'ImportDocument'; data: Data<'DocumentImported'> }
  | { type: 'RecordFetch'; data: Data<'ArticleFetched'> }
  | { type: 'RecordUnreachable'; data: Omit<Data<'ArticleUnreachable'>, 'failures'> }
  | { type: 'RecordGone'; data: Data<'ArticleGone'> }
  | { type: 'RecordExtraction'; data: Data<'ArticleExtracted'> }
  | { type: 'RecordRejection'; data: Data<'ArticleRejected'> }
  | { type: 'RecordAlias'; data: Data<'ArticleAliased'> }
  | { type: 'RecordClassification'; data: Data<'ArticleClassified'> }
  | { type: 'RecordOwnTopics'; data: Data<'OwnTopicsMatched'> }
  | { type: 'SetTopics'; data: Data<'ArticleTopicsSet'> }
  | { type: 'RecordCopy'; data: Data<'CopyDetected'> }
  | { type: 'RetractCopy'; data: Data<'CopyRetracted'> }
  | { type: 'ReleaseCopy'; data: Data<'CopyReleased'> }
  | { type: 'RecordStealthEdit'; data: Data<'StealthEditDetected'> }
  | { type: 'RecordOutdatedCopy'; data: Data<'CopyOutdated'> }
  | { type: 'RecordAlteredCopy'; data: Data<'CopyAltered'> }
  | { type: 'RetractCopyAlteration'; data: Data<'CopyAlterationRetracted'> }
  | { type: 'WithdrawArticle'; data: Data<'ArticleWithdrawn'> }

/** Only what a decision needs. `raw`: the bytes that count now; `read`: what was last made of them, and by whom. */
export type Article = {
  readonly known: boolean
  readonly url: string | null
  readonly raw: { sha256: string; from: 'document' | 'fetch' } | null
  readonly read: { rawSha256: string; by: string; contentSha256: string | null } | null
  /**
   * Captures since the last reading that must be read however many come after them, oldest first: a scrape stands in for its
   * original, and of an article that was never read nothing may be passed over. Others are as a rule the same page again.
   */
  readonly unread: readonly string[]
  readonly content: string | null
  readonly classifiedBy: { contentSha256: string; classifier: string; model: string } | null
  readonly ownTopics: { contentSha256: string; definitions: string; count: number } | null
  /** As a person has set them. */
  readonly topicsSet: { topics: readonly string[]; kept: boolean } | null
  readonly copyOf: string | null
  /** A person has said whose copy it is. */
  readonly copyByPerson: boolean
  /** Articles whose copy it is not, as people say. */
  readonly noCopyOf: readonly string[]
  /** The original's text that the current one is known to lag behind. */
  readonly outdatedBy: string | null
  /** Original whose text the current one is known to differ from. */
  readonly alteredFrom: string | null
  readonly stealthEdit: string | null
  readonly failures: number
  readonly lastFailure: string | null
  readonly gone: boolean
  readonly withdrawn: boolean
}

const initial: Article = {
  known: false,
  url: null,
  raw: null,
  read: null,
  unread: [],
  content: null,
  classifiedBy: null,
  ownTopics: null,
  topicsSet: null,
  copyOf: null,
  copyByPerson: false,
  noCopyOf: [],
  outdatedBy: null,
  alteredFrom: null,
  stealthEdit: null,
  failures: 0,
  lastFailure: null,
  gone: false,
  withdrawn: false,
}

/** Older ones are forgotten first: the workers have been away for long, and the archive still has them. */
const UNREAD_MAX = 20

/** Pure: no clock, no I/O. A command whose result is already true, or too late, gives no events. */
export const article: Decider<Article, ArticleCommand, ArticleEvent> = { initial, decide, evolve }

function decide(command: ArticleCommand, state: Article): readonly ArticleEvent[] {
  // Nothing is recorded of a withdrawn article any more, so that no later crawl brings it back.
  if (state.withdrawn) return []
  if (command.type === 'DiscoverArticle') {
    return state.known ? [] : [{ type: 'ArticleDiscovered', data: command.data }]
  }
  if (!state.known) throw new IllegalCommandError(command.type, 'article never discovered')
  switch (command.type) {
    case 'ImportDocument': {
      // A scrape only stands in until the original has been fetched; the same bytes are imported once.
      const isKnown = state.raw !== null && (state.raw.from === 'fetch' || state.raw.sha256 === command.data.rawSha256)
      return isKnown ? [] : [{ type: 'DocumentImported', data: command.data }]
    }
    case 'RecordFetch': {
      const isSame = !state.gone && state.raw?.from === 'fetch' && state.raw.sha256 === command.data.rawSha256
      return isSame ? [] : [{ type: 'ArticleFetched', data: command.data }]
    }
    case 'RecordUnreachable': {
      const isSame = state.lastFailure === command.data.reason
      return isSame ? [] : [{ type: 'ArticleUnreachable', data: { ...command.data, failures: state.failures + 1 } }]
    }
    case 'RecordGone':
      return state.gone ? [] : [{ type: 'ArticleGone', data: command.data }]
    case 'RecordClassification': {
      const { contentSha256, classifier, classification } = command.data
      const isCurrent = state.content === contentSha256
      const { classifiedBy } = state
      const isDone =
        classifiedBy?.contentSha256 === contentSha256 &&
        classifiedBy.classifier === classifier &&
        classifiedBy.model === classification.model
      return isCurrent && !isDone ? [{ type: 'ArticleClassified', data: command.data }] : []
    }
    case 'RecordOwnTopics':
      return isNewMatch(command.data, state) ? [{ type: 'OwnTopicsMatched', data: command.data }] : []
    case 'SetTopics': {
      const { topics, kept } = command.data
      const before = state.topicsSet ?? { topics: null, kept: false }
      const isSame = before.kept === kept && (!kept || JSON.stringify(before.topics) === JSON.stringify(topics))
      return isSame ? [] : [{ type: 'ArticleTopicsSet', data: command.data }]
    }
    case 'WithdrawArticle':
      return [{ type: 'ArticleWithdrawn', data: command.data }]
    case 'RecordCopy': {
      const { originalArticleId, actor } = command.data
      const isSame = state.copyOf === originalArticleId && (actor === undefined || state.copyByPerson)
      const isRefused = actor === undefined && state.noCopyOf.includes(originalArticleId)
      return isSame || isRefused ? [] : [{ type: 'CopyDetected', data: command.data }]
    }
    case 'RetractCopy': {
      const { originalArticleId, actor } = command.data
      const isLeft = state.copyOf !== originalArticleId || (actor === undefined && state.copyByPerson)
      return isLeft ? [] : [{ type: 'CopyRetracted', data: command.data }]
    }
    case 'ReleaseCopy': {
      const { originalArticleId } = command.data
      return isCopyDecidedByPerson(state, originalArticleId) ? [{ type: 'CopyReleased', data: command.data }] : []
    }
    case 'RecordStealthEdit': {
      const { contentSha256 } = command.data
      const isKnown = state.content !== contentSha256 || state.stealthEdit === contentSha256
      return isKnown ? [] : [{ type: 'StealthEditDetected', data: command.data }]
    }
    case 'RecordOutdatedCopy': {
      const { contentSha256, originalContentSha256 } = command.data
      const isKnown = state.content !== contentSha256 || state.outdatedBy === originalContentSha256
      return isKnown ? [] : [{ type: 'CopyOutdated', data: command.data }]
    }
    case 'RecordAlteredCopy': {
      const { contentSha256, originalArticleId } = command.data
      const isKnown = state.content !== contentSha256 || state.alteredFrom === originalArticleId
      return isKnown ? [] : [{ type: 'CopyAltered', data: command.data }]
    }
    case 'RetractCopyAlteration': {
      const { contentSha256, originalArticleId } = command.data
      const isStanding = state.content === contentSha256 && state.alteredFrom === originalArticleId
      return isStanding ? [{ type: 'CopyAlterationRetracted', data: command.data }] : []
    }
    default:
      return decideReading(command, state)
  }
}

/** Whether a person has said that an article carries another's text, or that it does not, and nobody has taken that back. */
export function isCopyDecidedByPerson({ copyOf, copyByPerson, noCopyOf }: Article, otherId: string): boolean {
  return (copyByPerson && copyOf === otherId) || noCopyOf.includes(otherId)
}

function isNewMatch({ contentSha256, definitions, topics }: Data<'OwnTopicsMatched'>, state: Article): boolean {
  const { ownTopics, content } = state
  if (content !== contentSha256) return false
  // That an article is on none of them is worth recording only if it was on one before.
  if (topics.length === 0 && (ownTopics === null || ownTopics.count === 0)) return false
  return ownTopics?.contentSha256 !== contentSha256 || ownTopics.definitions !== definitions
}

type Reading = Extract<ArticleCommand, { type: 'RecordExtraction' | 'RecordRejection' | 'RecordAlias' }>

function decideReading(command: Reading, state: Article): readonly ArticleEvent[] {
  // A newer capture was read before this one: its result describes what no longer stands.
  const { rawSha256 } = command.data
  const isCurrent = state.raw?.sha256 === rawSha256 || state.unread.includes(rawSha256)
  // What stands may have been read from earlier bytes: later ones showed the same article. It can be read again.
  const isReadAgain = 'promotion' in command.data && state.read?.rawSha256 === rawSha256
  if (!isCurrent && !isReadAgain) return []
  switch (command.type) {
    case 'RecordExtraction':
      // The furniture may have changed: only a changed article is a new revision, or one that was last read as none.
      return state.read?.contentSha256 === command.data.contentSha256
        ? []
        : [{ type: 'ArticleExtracted', data: command.data }]
    case 'RecordRejection': {
      const { extractor } = command.data
      const isDone = state.read?.rawSha256 === rawSha256 && state.read.by === extractor
      return isDone ? [] : [{ type: 'ArticleRejected', data: command.data }]
    }
    case 'RecordAlias': {
      const { originalArticleId } = command.data
      const isDone = state.read?.rawSha256 === rawSha256 && state.read.by === originalArticleId
      return isDone ? [] : [{ type: 'ArticleAliased', data: command.data }]
    }
  }
}

function evolve(state: Article, { type, data }: ArticleEvent): Article {
  switch (type) {
    case 'ArticleDiscovered':
      return { ...state, known: true, url: data.url }
    case 'DocumentImported':
      return captured(state, { sha256: data.rawSha256, from: 'document' })
    case 'ArticleFetched': {
      const raw = { sha256: data.rawSha256, from: 'fetch' } as const
      return { ...captured(state, raw), failures: 0, lastFailure: null, gone: false }
    }
    case 'ArticleUnreachable':
      return { ...state, failures: data.failures, lastFailure: data.reason }
    case 'ArticleGone':
      return { ...state, gone: true }
    case 'ArticleExtracted': {
      const { rawSha256, extractor: by, contentSha256 } = data
      const read = { rawSha256, by, contentSha256 }
      // Another text is looked at anew.
      return { ...wasRead(state, read), content: contentSha256, outdatedBy: null, alteredFrom: null, stealthEdit: null }
    }
    case 'ArticleRejected':
      return wasRead(state, { rawSha256: data.rawSha256, by: data.extractor, contentSha256: null })
    case 'ArticleAliased':
      return wasRead(state, { rawSha256: data.rawSha256, by: data.originalArticleId, contentSha256: null })
    case 'ArticleClassified': {
      const { contentSha256, classifier, classification } = data
      return { ...state, classifiedBy: { contentSha256, classifier, model: classification.model } }
    }
    case 'OwnTopicsMatched': {
      const { contentSha256, definitions, topics } = data
      return { ...state, ownTopics: { contentSha256, definitions, count: topics.length } }
    }
    case 'ArticleTopicsSet':
      return { ...state, topicsSet: { topics: data.topics, kept: data.kept } }
    case 'CopyDetected': {
      const { originalArticleId: copyOf, actor } = data
      // Where its original is found to be a copy itself, it goes on as a copy of that one's.
      const copyByPerson = state.copyByPerson || actor !== undefined
      const noCopyOf = actor === undefined ? state.noCopyOf : state.noCopyOf.filter((id) => id !== copyOf)
      return { ...state, copyOf, copyByPerson, noCopyOf }
    }
    case 'CopyRetracted': {
      const noCopyOf = data.actor === undefined ? state.noCopyOf : [...state.noCopyOf, data.originalArticleId]
      return { ...state, copyOf: null, copyByPerson: false, noCopyOf, outdatedBy: null, alteredFrom: null }
    }
    case 'CopyReleased': {
      const { originalArticleId } = data
      const noCopyOf = state.noCopyOf.filter((id) => id !== originalArticleId)
      return { ...state, noCopyOf, copyByPerson: state.copyByPerson && state.copyOf !== originalArticleId }
    }
    case 'StealthEditDetected':
      return { ...state, stealthEdit: data.contentSha256 }
    case 'CopyOutdated':
      return { ...state, outdatedBy: data.originalContentSha256 }
    case 'CopyAltered':
      return { ...state, alteredFrom: data.originalArticleId }
    case 'CopyAlterationRetracted':
      return { ...state, alteredFrom: null }
    case 'ArticleWithdrawn':
      return { ...initial, known: true, withdrawn: true }
  }
}

function captured(state: Article, raw: NonNullable<Article['raw']>): Article {
  const others = state.unread.filter((sha256) => sha256 !== raw.sha256)
  const isDue = raw.from === 'document' || state.read === null
  return { ...state, raw, unread: isDue ? [...others, raw.sha256].slice(-UNREAD_MAX) : others }
}

function wasRead(state: Article, read: NonNullable<Article['read']>): Article {
  // What is read without being due came after all that is.
  const isLatest = state.raw?.sha256 === read.rawSha256
  const at = isLatest ? state.unread.length : state.unread.indexOf(read.rawSha256)
  return { ...state, read, unread: state.unread.slice(at + 1) }
}

/**
 * What must be read before a capture, so that no text is passed over.
 *
 * @returns sha256 of the bytes, oldest first.
 */
export function unreadBefore(events: readonly ArticleEvent[], rawSha256: string): string[] {
  const { raw, unread } = events.reduce(evolve, initial)
  const at = unread.indexOf(rawSha256)
  return at < 0 && raw?.sha256 === rawSha256 ? [...unread] : unread.slice(0, Math.max(at, 0))
}
