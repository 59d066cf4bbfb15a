import { findNumbersAndDates } from '../entities/find-numbers.ts'
import { stemsOf } from '../text/read-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { unmentionedFigures } from './figures.ts'
import { unmentionedNames } from './names.ts'
import { isDenied, negationsIn } from './negations.ts'

/** A sentence that says something else than the one it was made of. */
export type Alteration = {
  readonly kind: 'number' | 'name' | 'negation'
  /** What only the original has, and what only the copy has. */
  readonly original: readonly string[]
  readonly copy: readonly string[]
  readonly originalSentence: string
  readonly copySentence: string
}

/** What a copy has made of its original, sentence by sentence. */
export type TextChanges = {
  /** Sentences of the copy that the original has too, word for word or reworded. */
  readonly kept: number
  readonly added: readonly string[]
  readonly dropped: readonly string[]
  readonly altered: readonly Alteration[]
}

/** Share of common stems (Dice, 1945) from which two sentences are one, told anew. */
const ALIKE_MIN = 0.45

/** Sentences compared of either text: a long-read has 300, and every one is held against every other. */
const SENTENCES_MAX = 600

/** Sentences shown of each kind of change. */
const SHOWN_MAX = 40

type Sentence = { readonly text: string; readonly stems: ReadonlySet<string> }

/** Compares a copy with its original. Pure; alterations are shown with both sentences, so that a reader can judge. */
export function compareTexts(original: string, copy: string, language: string | null): TextChanges {
  const [before, after] = [original, copy].map((text) =>
    sentencesOf(text)
      .slice(0, SENTENCES_MAX)
      .map((sentence) => read(sentence, language)),
  )
  const pairs = align(before!, after!)
  const matched = new Set(pairs.map(([from]) => from))
  const kept = new Set(pairs.map(([, to]) => to))
  return {
    kept: kept.size,
    added: after!
      .filter((sentence) => !kept.has(sentence))
      .slice(0, SHOWN_MAX)
      .map(({ text }) => text),
    dropped: before!
      .filter((sentence) => !matched.has(sentence))
      .slice(0, SHOWN_MAX)
      .map(({ text }) => text),
    altered: pairs.flatMap(([from, to]) => alterationsOf(from.text, to.text, language)).slice(0, SHOWN_MAX),
  }
}

function read(text: string, language: string | null): Sentence {
  return { text, stems: new Set(stemsOf(text, language)) }
}

/** Pairs of sentences that are each other's nearest. */
function align(before: readonly Sentence[], after: readonly Sentence[]): (readonly [Sentence, Sentence])[] {
  const pairs: (readonly [Sentence, Sentence])[] = []
  for (const to of after) {
    const from = nearest(to, before)
    if (from !== null && nearest(from, after) === to) pairs.push([from, to])
  }
  return pairs
}

function nearest({ stems }: Sentence, others: readonly Sentence[]): Sentence | null {
  let best: Sentence | null = null
  let most = ALIKE_MIN
  for (const other of others) {
    const common = stems.intersection(other.stems).size
    const alike = (2 * common) / (stems.size + other.stems.size)
    if (alike < most || (best !== null && alike === most)) continue
    most = alike
    best = other
  }
  return best
}

function alterationsOf(originalSentence: string, copySentence: string, language: string | null): Alteration[] {
  const altered: Alteration[] = []
  // A date does not stand in the place of a number: "the call on 7 December", "the two leaders’ call".
  for (const [kind, onlyIn] of [
    ['number', unmentionedFigures],
    ['number', unmentionedDates],
    ['name', unmentionedNames],
  ] as const) {
    const original = onlyIn(originalSentence, copySentence, language)
    const copy = onlyIn(copySentence, originalSentence, language)
    // One left out or put in is editing; another of its kind in its place is another statement.
    if (original.length > 0 && copy.length > 0) altered.push({ kind, original, copy, originalSentence, copySentence })
  }
  const [before, after] = [originalSentence, copySentence].map((text) => negationsIn(text, language))
  const affirmed = before!.length === 0 ? originalSentence : copySentence
  if ((before!.length === 0) !== (after!.length === 0) && !isDenied(affirmed, language)) {
    altered.push({ kind: 'negation', original: before!, copy: after!, originalSentence, copySentence })
  }
  return altered
}

/** Dates of one sentence that the other does not mention in any form. */
function unmentionedDates(sentence: string, other: string, language: string | null): string[] {
  const keys = findNumbersAndDates(other, language).map(({ key }) => key)
  return findNumbersAndDates(sentence, language)
    .filter(({ kind, key }) => kind === 'date' && !keys.some((each) => isSameDate(key, each)))
    .map(({ name }) => name)
}

/** One of them may leave out the year, or all but the year. */
function isSameDate(one: string, other: string): boolean {
  return (
    one === other ||
    one.endsWith(`-${other}`) ||
    other.endsWith(`-${one}`) ||
    one.startsWith(`${other}-`) ||
    other.startsWith(`${one}-`)
  )
}
