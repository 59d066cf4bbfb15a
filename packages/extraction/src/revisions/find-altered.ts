import {
  type ArticleEventOf,
  EDIT_CHANGES_MAX,
  EDIT_CHARS_MAX,
  EVIDENCE_CHARS_MAX,
  type Extraction,
  type RevisionChange,
} from '@dateline/domain'
import { findAgency } from '../credits/find-agency.ts'
import { fold } from '../dates/fold.ts'
import { squeeze } from '../html/block-features.ts'
import { clip } from '../html/field.ts'
import { wordCount } from '../text/text-line.ts'
import { kindOfHunk } from './change-kind.ts'
import { NUMBER_WORDS, wordsOf } from './claim-words.ts'
import { keptChanges, REVISION_DETECTOR, type Reading } from './compare-readings.ts'
import { areOtherDays } from './days-named.ts'
import { paragraphsOf } from './diff-revisions.ts'
import { diffWords, type Hunk, newBudget, tokensOf } from './diff-words.ts'
import { figuresOf } from './figures.ts'

export type AlteredCopy = Omit<ArticleEventOf<'CopyAltered'>['data'], 'originalArticleId'>

const REVISIONS_MAX = 20
const SENTENCES_MAX = 600
/** Shorter ones are alike by chance. */
const SENTENCE_WORDS_MIN = 6
/** Sentences that share less were written anew, and then a figure or name may belong to anything. */
const SHARED_MIN = 0.8
/** Words on either side of a change of substance, and words of the sentence that differ besides. */
const CHANGE_WORDS_MAX = 3
const OTHER_WORDS_MAX = 3

/**
 * Whether a copy says something else than its original says or has ever said: another number or name, a "not" more or less, the
 * opposite. Held against each other are sentences that are the same but for few words; without a notice of correction in the copy.
 *
 * Wires go on, and a customer may print a version that was never seen here: nothing is said of a copy whose page was printed
 * before the original's, or after the original was last looked at. Nor of what houses write each in their own way: units,
 * times of day, rounded figures, days, spellings of a name.
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
    changes: keptChanges(pairs.flatMap(({ changes }) => changes)),
    sentences: pairs
      .slice(0, EDIT_CHANGES_MAX)
      .map((pair) => ({ original: clip(pair.said, EDIT_CHARS_MAX), copy: clip(pair.says, EDIT_CHARS_MAX) })),
    evidence: clip(`“${clip(says, EVIDENCE_CHARS_MAX / 2 - 10)}”; the original: “${said}”`, EVIDENCE_CHARS_MAX),
    detector: REVISION_DETECTOR,
  }
}

/** Printed when or after the original was, and before that was last looked at. Days hold all of their hours. */
function isOfItsTime(original: Extraction, copy: Extraction, seenAt: string): boolean {
  const [then, now] = [timeShown(original), timeShown(copy)]
  if (then === null || now === null) return false
  const length = Math.min(then.length, now.length)
  return now.slice(0, length) >= then.slice(0, length) && now <= seenAt
}

const timeShown = ({ modifiedAt, publishedAt }: Extraction): string | null =>
  (modifiedAt.value ?? publishedAt.value)?.at ?? null

type Sentence = { text: string; key: string; words: ReadonlySet<string> }
type Pair = { said: string; says: string; changes: RevisionChange[] }

function alteredPairs(versions: readonly Reading[], copy: Reading): Pair[] {
  const said = new Map<string, Sentence>()
  for (const { extraction } of versions)
    for (const sentence of sentencesOf(extraction)) said.set(sentence.key, sentence)
  const everSaid = squeeze(versions.flatMap(({ extraction }) => paragraphsOf(extraction)).join('\n'))
  const sentences = [...said.values()].slice(0, SENTENCES_MAX)
  const budget = newBudget()
  const pairs: Pair[] = []
  for (const sentence of sentencesOf(copy.extraction)) {
    if (said.has(sentence.key) || everSaid.includes(sentence.key)) continue
    const match = likest(sentence, sentences)
    if (match === null) continue
    const changes: RevisionChange[] = []
    let others = 0
    for (const hunk of diffWords(match.text, sentence.text, budget) ?? []) {
      const kind = kindOfHunk(hunk, match.text, sentence.text)
      if (isOtherSubstance(kind, hunk, match.text, everSaid))
        changes.push({ kind, before: hunk.removed || null, after: hunk.added || null, paragraph: null })
      else if (kind !== 'typo') others += Math.max(wordCount(hunk.removed), wordCount(hunk.added))
    }
    if (changes.length > 0 && others <= OTHER_WORDS_MAX) pairs.push({ said: match.text, says: sentence.text, changes })
  }
  return pairs
}

/** Only what two houses never write each in their own way. */
function isOtherSubstance(kind: RevisionChange['kind'], hunk: Hunk, said: string, everSaid: string): boolean {
  const { removed, added } = hunk
  if (Math.max(wordCount(removed), wordCount(added)) > CHANGE_WORDS_MAX) return false
  if (kind === 'negation') return true
  if (removed === '' || added === '') return false
  if (kind === 'fact') return !areOtherDays(removed, added)
  if (kind === 'number') return isOtherFigure(removed, added, said)
  return kind === 'name' && isOtherName(removed, added, everSaid)
}

const CLOCK = /\d{1,2}\s?[:.h]\s?\d{2}|\b[ap]\.?m\b/iu

/** The same but for its figures, which are neither a time of day nor the one a round form of the other. */
function isOtherFigure(removed: string, added: string, said: string): boolean {
  const [one, other] = [figuresOf(removed), figuresOf(added)]
  if ((one === '') !== (other === '') || CLOCK.test(removed) || CLOCK.test(added)) return false
  if (one === '') return isNumberInWords(removed) && isNumberInWords(added)
  const digits = (figures: string) => figures.replace(/\D/g, '')
  if (digits(one) === digits(other)) return false
  const letters = (text: string) => fold(text).replace(/[^\p{L}\p{M}\p{Sc}%]+/gu, '')
  if (letters(removed) !== letters(added) || figuresOf(said).split(' ').includes(other)) return false
  return !isRounded(Number(one), Number(other)) && !isRounded(Number(other), Number(one))
}

const isNumberInWords = (text: string) =>
  wordsOf(text).length > 0 && wordsOf(text).every((word) => NUMBER_WORDS.words.has(word))

const isRounded = (round: number, exact: number): boolean =>
  [1, 2, 3].some((digits) => Number(exact.toPrecision(digits)) === round) && round !== exact

/** Neither the same name in another spelling ("Kiev", "Kyiv") or length, nor an agency, nor one that the original has elsewhere. */
function isOtherName(removed: string, added: string, everSaid: string): boolean {
  const [one, other] = [squeeze(removed), squeeze(added)]
  if (one[0] === other[0] || one.includes(other) || other.includes(one) || everSaid.includes(other)) return false
  if (findAgency(removed) !== null || findAgency(added) !== null) return false
  const initials = (text: string) =>
    fold(text)
      .match(/(?<!\p{L})\p{L}/gu)
      ?.join('') ?? ''
  if (initials(removed) === other || initials(added) === one) return false
  return wordCount(removed) === wordCount(added)
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

function sentencesOf(extraction: Extraction): Sentence[] {
  const sentences: Sentence[] = []
  for (const paragraph of paragraphsOf(extraction)) {
    for (const { segment } of segmenter.segment(paragraph)) {
      const text = segment.trim()
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
