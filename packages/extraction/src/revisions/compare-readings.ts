import {
  type ArticleEventOf,
  EDIT_CHANGES_MAX,
  EDIT_CHARS_MAX,
  type Extraction,
  type RevisionChange,
} from '@dateline/domain'
import { diffRevisions, isSubstance, type Pages } from './diff-revisions.ts'

/** Which code compared; raised with every change that can change a finding. */
export const REVISION_DETECTOR = 'revisions/3'

/** One reading of an article, as the log holds it. */
export type Reading = Pick<ArticleEventOf<'ArticleExtracted'>['data'], 'extractor' | 'contentSha256' | 'extraction'>

/** Null: there is none. */
export type StealthEdit = ArticleEventOf<'StealthEditDetected'>['data'] | null

/**
 * Whether a new reading is another article than the last one, and whether its page was changed in substance without
 * saying so.
 *
 * Abstains from the second where the two cannot be held against each other: read by different code, one of them cut short
 * by a paywall, or a live blog, whose changes are its nature.
 *
 * @param pages as served: without them only what the readings noted tells furniture from text.
 * @param headlines that stood earlier: one that comes back is being tried out, and says nothing new.
 * @returns `isSame`: only the furniture changed, and with it what the extractor took for text. `isLiveUpdate`: a live blog that
 *   goes on.
 */
export function compareReadings(
  before: Reading,
  after: Reading,
  pages?: Pages,
  headlines: readonly string[] = [],
): { isSame: boolean; isLiveUpdate: boolean; stealthEdit: StealthEdit } {
  const [then, now] = [before.extraction, after.extraction]
  const isLiveUpdate = then.liveEntries !== undefined && now.liveEntries !== undefined
  if (before.extractor !== after.extractor) return { isSame: false, isLiveUpdate, stealthEdit: null }
  if (before.contentSha256 === after.contentSha256) return { isSame: true, isLiveUpdate, stealthEdit: null }
  const { changes, isStealth } = diffRevisions(then, now, pages)
  const isSame = changes.length === 0 && isSameCredit(then, now)
  const isComparable = ![then, now].some(({ marks }) => marks.truncated || marks.liveBlog)
  const isTrial = changes
    .filter(isSubstance)
    .every(({ kind, after: words }) => kind === 'headline' && words !== null && headlines.includes(words))
  if (!isStealth || !isComparable || isTrial) return { isSame, isLiveUpdate, stealthEdit: null }
  const stealthEdit = {
    contentSha256: after.contentSha256,
    beforeContentSha256: before.contentSha256,
    changes: keptChanges(changes),
    evidence: `no new notice of correction or update; ${timeShown(now)}`,
    detector: REVISION_DETECTOR,
  }
  return { isSame, isLiveUpdate, stealthEdit }
}

/** What a diff of words does not look at, and readers see. */
function isSameCredit(one: Extraction, other: Extraction): boolean {
  const seen = ({ agency, dateline, publishedAt }: Extraction) => [
    agency.value?.id,
    dateline.value?.place,
    publishedAt.value !== null && publishedAt.basis === 'explicit' ? publishedAt.value.at : undefined,
  ]
  return JSON.stringify(seen(one)) === JSON.stringify(seen(other))
}

/** Substance first, each side short: the whole texts stand in the log already. */
export function keptChanges(changes: readonly RevisionChange[]): RevisionChange[] {
  return [...changes.filter(isSubstance), ...changes.filter((change) => !isSubstance(change))]
    .slice(0, EDIT_CHANGES_MAX)
    .map((change) => ({ ...change, before: clip(change.before), after: clip(change.after) }))
}

function timeShown({ modifiedAt }: Extraction): string {
  if (modifiedAt.value === null) return 'the page shows no time of change'
  return `the page still shows ${modifiedAt.value.at} as its time of change`
}

const clip = (text: string | null): string | null =>
  text === null || text.length <= EDIT_CHARS_MAX ? text : text.slice(0, EDIT_CHARS_MAX).toWellFormed()
