import type { ChangeKind, Extraction, RevisionChange, When } from '@dateline/domain'
import { blockText } from '../block-text.ts'
import { wordCount } from '../text/text-line.ts'
import { alignParagraphs } from './align-paragraphs.ts'
import { kindOfHunk } from './change-kind.ts'
import { type Budget, diffWords, newBudget } from './diff-words.ts'
import { type Notice, noticeAmong } from './find-notice.ts'
import { isBio, isPageLine } from './page-line.ts'
import { readingWording, standsIn, type Wording } from './page-wording.ts'

/**
 * `isSubstantial`: more than spelling, marks and credits. `notice`: how the later page owns up to it, null: it does not.
 * `isStealth`: substantial, and without notice.
 */
export type RevisionDiff = {
  changes: RevisionChange[]
  isSubstantial: boolean
  notice: Notice | null
  isStealth: boolean
}

export type Revision = Pick<Extraction, 'title' | 'standfirst' | 'authors' | 'modifiedAt' | 'marks' | 'blocks'> &
  Partial<Extraction>

/** The whole pages, where they are at hand; see Wording. */
export type Pages = { before: Wording | null; after: Wording | null }

const CHANGES_MAX = 500
const CHANGE_CHARS_MAX = 1_000
/** No article comes near; what stands beyond is not compared. */
const COMPARED_CHARS_MAX = 400_000
const SMALL_WORDS_MAX = 3

/**
 * What changed between two readings of one article, with the kind of each change. Furniture, pictures and layout do not
 * count. Pure and deterministic; at most CHANGES_MAX changes, and bounded in time whatever the texts.
 */
export function diffRevisions(before: Revision, after: Revision, pages?: Pages): RevisionDiff {
  const [then, now] = [pages?.before ?? readingWording(before), pages?.after ?? readingWording(after)]
  const changes: RevisionChange[] = []
  const whole = (kind: ChangeKind, one: string | null, other: string | null) => {
    if (one === other) return
    const within = one === null || other === null ? [] : kindsWithin(one, other)
    changes.push({ kind, before: one, after: other, paragraph: null, ...(within.length > 0 && { within }) })
  }
  const names = (revision: Revision) => (revision.authors.value === null ? null : namesOf(revision).join(', '))
  whole('headline', before.title.value, after.title.value)
  const [lead, nextLead] = [before.standfirst.value, after.standfirst.value]
  // A standfirst that was there and was not taken for one is no change.
  if (!((lead === null || standsIn(now, lead)) && (nextLead === null || standsIn(then, nextLead))))
    whole('standfirst', lead, nextLead)
  whole('byline', names(before), names(after))
  whole('correction-notice', before.marks.correction, after.marks.correction)
  const authors = [before, after].flatMap(namesOf)
  const datelines = [before, after].flatMap(({ dateline }) => dateline?.value?.raw ?? [])
  const [lines, nextLines] = [before, after].map((each) =>
    paragraphsOf(each)
      .filter((line) => !isBio(line, authors))
      .map((line) => withoutDateline(line, datelines)),
  ) as [string[], string[]]
  const staying = new Set(nextLines)
  const moved = new Set(lines.filter((line) => staying.has(line)))
  for (const change of bodyChanges(lines, nextLines)) {
    const line = change.after ?? change.before ?? ''
    const cameOrWent = change.before === null || change.after === null
    const isWhole = cameOrWent && [nextLines, lines].some((each) => line === each[change.paragraph ?? -1])
    if (isWhole && moved.has(line)) {
      // It went from one place and came at another: one change, told where it came.
      if (change.before === null) changes.push({ ...change, kind: 'moved', before: line })
      continue
    }
    const stood = isWhole && standsIn(change.after === null ? now : then, line)
    const isNotice = change.after !== null && change.after === after.marks.correction
    if (!stood && !isNotice) changes.push(change)
  }
  const notice = noticeOf(before, after, changes)
  const cut = changes
    .slice(0, CHANGES_MAX)
    .map((change) => ({ ...change, before: clip(change.before), after: clip(change.after) }))
  const isSubstantial = cut.some(isSubstance)
  return { changes: cut, isSubstantial, notice, isStealth: isSubstantial && notice === null }
}

/** One reading may have known a dateline as such, and the other have left it before the first words. */
function withoutDateline(line: string, datelines: readonly string[]): string {
  const dateline = datelines.find((raw) => line.startsWith(raw.normalize('NFC')))
  return dateline === undefined ? line : line.slice(dateline.normalize('NFC').length).trimStart()
}

const namesOf = ({ authors }: Revision): string[] => authors.value?.map(({ name }) => name) ?? []

/** What was done to the words of a headline: softened, denied, another number. */
function kindsWithin(one: string, other: string): ChangeKind[] {
  const kinds = diffWords(one, other)?.map((hunk) => kindOfHunk(hunk, one, other)) ?? []
  return [...new Set(kinds)].filter((kind) => kind !== 'rewording')
}

const WITHOUT_SUBSTANCE: ReadonlySet<ChangeKind> = new Set(['typo', 'byline', 'correction-notice', 'moved'])

/** Whether a change alters what the article says. */
export function isSubstance({ kind, before, after }: RevisionChange): boolean {
  if (WITHOUT_SUBSTANCE.has(kind)) return false
  if (kind === 'headline' || kind === 'standfirst')
    return before !== null && after !== null && plain(before) !== plain(after)
  return kind !== 'rewording' || wordCount(before ?? '') + wordCount(after ?? '') > SMALL_WORDS_MAX * 2
}

/** Letters and figures only: a headline in other type is the same headline. */
const plain = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').toLowerCase()

function noticeOf(before: Revision, after: Revision, changes: readonly RevisionChange[]): Notice | null {
  const { correction } = after.marks
  if (correction !== null && correction !== before.marks.correction) return { kind: 'correction', text: correction }
  // What came anew, whole or as the end of a line that was there: a second notice under the first one.
  const lines = changes.flatMap((change) => (change.kind === 'byline' || change.after === null ? [] : [change.after]))
  const printed = noticeAmong(lines)
  if (printed !== null) return printed
  const time = [
    [before.modifiedAt, after.modifiedAt],
    [before.publishedAt, after.publishedAt],
  ].find(([then, now]) => isLater(now?.value ?? null, then?.value ?? null))
  return time === undefined ? null : { kind: 'time', text: time[1]!.value!.at }
}

/** A time of change that was not there before is one, too. */
function isLater(now: When | null, then: When | null): boolean {
  if (now === null) return false
  if (then === null) return true
  // A day is compared with days: a page that shows more precisely what it said before has not moved.
  const chars = Math.min(now.at.length, then.at.length)
  return now.at.slice(0, chars) > then.at.slice(0, chars)
}

/** The text as it is compared: without lines that tell of the page, in one form of letters. */
export function paragraphsOf({ blocks }: Pick<Extraction, 'blocks'>): string[] {
  const paragraphs: string[] = []
  let chars = 0
  for (const block of blocks) {
    const text = blockText(block)
    if (text === null || text === '' || isPageLine(text)) continue
    chars += text.length
    if (chars > COMPARED_CHARS_MAX) break
    paragraphs.push(text.normalize('NFC'))
  }
  return paragraphs
}

function bodyChanges(before: readonly string[], after: readonly string[]): RevisionChange[] {
  const pairs = alignParagraphs(before, after)
  if (pairs === null)
    return [{ kind: 'rewording', before: before.join('\n\n'), after: after.join('\n\n'), paragraph: null }]
  const budget = newBudget()
  return pairs.flatMap(({ before: old, after: now }): RevisionChange[] => {
    if (now === null) return [{ kind: 'removal', before: old!.text, after: null, paragraph: old!.index }]
    if (old === null) return [{ kind: 'addition', before: null, after: now.text, paragraph: now.index }]
    return old.text === now.text ? [] : paragraphChanges(old.text, now.text, now.index, budget)
  })
}

function paragraphChanges(before: string, after: string, paragraph: number, budget: Budget): RevisionChange[] {
  const hunks = diffWords(before, after, budget)
  if (hunks === null) return [{ kind: 'rewording', before, after, paragraph }]
  return hunks.map((hunk) => ({
    kind: kindOfHunk(hunk, before, after),
    before: hunk.removed === '' ? null : hunk.removed,
    after: hunk.added === '' ? null : hunk.added,
    paragraph,
  }))
}

const clip = (text: string | null): string | null =>
  text === null || text.length <= CHANGE_CHARS_MAX ? text : text.slice(0, CHANGE_CHARS_MAX).toWellFormed()
