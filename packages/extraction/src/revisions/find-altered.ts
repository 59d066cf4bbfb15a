import {
  type ArticleEventOf,
  EDIT_CHANGES_MAX,
  EDIT_CHARS_MAX,
  EVIDENCE_CHARS_MAX,
  type Extraction,
  type RevisionChange,
} from '@dateline/domain'
import { squeeze } from '../html/block-features.ts'
import { clip } from '../html/field.ts'
import { wordCount } from '../text/text-line.ts'
import { kindOfHunk } from './change-kind.ts'
import { keptChanges, REVISION_DETECTOR, type Reading } from './compare-readings.ts'
import { paragraphsOf } from './diff-revisions.ts'
import { type Budget, diffWords, newBudget, tokensOf } from './diff-words.ts'
import { figuresOf } from './figures.ts'
import { isOtherSubstance, type Said, saidIn } from './other-substance.ts'

export type AlteredCopy = Omit<ArticleEventOf<'CopyAltered'>['data'], 'originalArticleId'>

const REVISIONS_MAX = 20
const SENTENCES_MAX = 600
/** Shorter ones are alike by chance. */
const SENTENCE_WORDS_MIN = 6
/** Sentences that share less were written anew, and then a figure or name may belong to anything. */
const SHARED_MIN = 0.8
/** Words on either side of a change of substance. */
const CHANGE_WORDS_MAX = 3

/**
 * Whether a copy says something else than its original says or has ever said: another number or name, a "not" more or less, the
 * opposite. Held against each other are sentences that differ in that alone: with any other word changed it may be a paraphrase, a
 * converted sum, or a later version. The copy has no notice of correction.
 *
 * Wires go on, and a customer may print a version that was never seen here: nothing is said of a copy whose page was printed
 * before the original's, or after the original was last looked at. Nor of what houses write each in their own way: see
 * `isOtherSubstance`.
 *
 * @param original its readings, oldest first.
 * @param originalSeenAt when the original was last looked at, ISO 8601.
 * @returns what the log should say of it, or null.
 */
export function findAltered(original: readonly Reading[], copy: Reading, originalSeenAt: string): AlteredCopy | null {
  const versions = original.slice(-REVISIONS_MAX)
  const [first, last] = [versions[0], versions.at(-1)]
  if (first === undefined || last === undefined || copy.extraction.marks.correction !== null) return null
  if ([copy, last].some(({ extraction: { marks } }) => marks.truncated || marks.liveBlog)) return null
  if (!isOfItsTime(first.extraction, copy.extraction, originalSeenAt)) return null
  const pairs = alteredPairs(versions, copy)
  if (pairs.length === 0) return null
  const { said, says } = pairs[0]!
  return {
    originalContentSha256: last.contentSha256,
    contentSha256: copy.contentSha256,
    changes: keptChanges(pairs.map(({ change }) => change)),
    sentences: pairs
      .slice(0, EDIT_CHANGES_MAX)
      .map((pair) => ({ original: clip(pair.said, EDIT_CHARS_MAX), copy: clip(pair.says, EDIT_CHARS_MAX) })),
    evidence: clip(`“${clip(says, EVIDENCE_CHARS_MAX / 2 - 10)}”; the original: “${said}”`, EVIDENCE_CHARS_MAX),
    detector: REVISION_DETECTOR,
  }
}

/** Printed when or after the original was, and before that was last looked at, if it was in the last hour of a day. */
function isOfItsTime(original: Extraction, copy: Extraction, seenAt: string): boolean {
  const [then, now] = [timeShown(original), timeShown(copy)]
  if (then === null || now === null) return false
  const length = Math.min(then.length, now.length)
  return now.slice(0, length) >= then.slice(0, length) && `${now}~` <= seenAt
}

const timeShown = ({ modifiedAt, publishedAt }: Extraction): string | null =>
  (modifiedAt.value ?? publishedAt.value)?.at ?? null

type Sentence = { text: string; key: string; words: ReadonlySet<string> }
type Pair = { said: string; says: string; change: RevisionChange }

function alteredPairs(versions: readonly Reading[], copy: Reading): Pair[] {
  const told = new Map<string, Sentence>()
  for (const { extraction } of versions)
    for (const sentence of sentencesOf(extraction)) told.set(sentence.key, sentence)
  const original = saidIn(versions.flatMap(({ extraction }) => paragraphsOf(extraction)))
  const own = saidIn(paragraphsOf(copy.extraction))
  // A sentence that the copy has kept is not the one that it has altered.
  const sentences = [...told.values()].filter(({ key }) => !own.letters.includes(key)).slice(0, SENTENCES_MAX)
  const budget = newBudget()
  const pairs: Pair[] = []
  for (const sentence of sentencesOf(copy.extraction)) {
    if (original.letters.includes(sentence.key)) continue
    const match = likest(sentence, sentences)
    if (match === null) continue
    const change = onlyChange(match.text, sentence.text, original, own, budget)
    if (change !== null) pairs.push({ said: match.text, says: sentence.text, change })
  }
  return pairs
}

/** Of "ne … pas" the part that negates in no language by itself for sure. */
const IDLE = /^ne$/iu

/** The change of substance between two sentences that differ in nothing else but marks and spaces; null: none. */
function onlyChange(said: string, says: string, original: Said, own: Said, budget: Budget): RevisionChange | null {
  const hunks = (diffWords(said, says, budget) ?? []).filter(
    ({ removed, added }) =>
      (squeeze(removed) !== squeeze(added) || figuresOf(removed) !== figuresOf(added)) && !IDLE.test(removed + added),
  )
  const [hunk] = hunks
  if (hunk === undefined || hunks.length > 1) return null
  const kind = kindOfHunk(hunk, said, says)
  if (Math.max(wordCount(hunk.removed), wordCount(hunk.added)) > CHANGE_WORDS_MAX) return null
  if (!isOtherSubstance(kind, hunk, said, original, own)) return null
  return { kind, before: hunk.removed || null, after: hunk.added || null, paragraph: null }
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })
/** "2,4 Mio. Dollar", "am 4. April": what follows belongs to it. */
const ABBREVIATED = /(?<![\p{L}\p{N}])(?:\p{L}{1,4}|\d{1,2})\.\s*$/u

function sentencesOf(extraction: Extraction): Sentence[] {
  const sentences: Sentence[] = []
  for (const paragraph of paragraphsOf(extraction)) {
    let open = ''
    for (const { segment, index } of segmenter.segment(paragraph)) {
      open += segment
      if (ABBREVIATED.test(segment.slice(-10)) && index + segment.length < paragraph.length) continue
      const text = open.trim()
      open = ''
      const words = new Set(tokensOf(text.toLowerCase()).filter((token) => /[\p{L}\p{N}]/u.test(token)))
      if (words.size >= SENTENCE_WORDS_MIN) sentences.push({ text, key: squeeze(text), words })
      if (sentences.length >= SENTENCES_MAX) return sentences
    }
  }
  return sentences
}

function likest({ words }: Sentence, sentences: readonly Sentence[]): Sentence | null {
  let best: Sentence | null = null
  let bestShare = SHARED_MIN
  for (const sentence of sentences) {
    const { words: others } = sentence
    if (Math.min(words.size, others.size) < bestShare * Math.max(words.size, others.size) * 0.6) continue
    let shared = 0
    for (const word of words) if (others.has(word)) shared += 1
    const share = (2 * shared) / (words.size + others.size)
    if (share < bestShare) continue
    best = sentence
    bestShare = share
  }
  return best
}
