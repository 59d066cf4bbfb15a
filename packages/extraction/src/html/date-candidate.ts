import type { When } from '@dateline/domain'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { hintBit, hintsOf } from './class-hints.ts'
import { machineDate } from './machine-date.ts'
import type { Fact, PageFacts } from './page-facts.ts'
import type { PageElement } from './page-tree.ts'
import type { DateSearch } from './printed-dates.ts'

/** What a page's dates are read from. */
export type DateSources = DateSearch & { facts: PageFacts; url: string | null; times: readonly PageElement[] }

export type Candidate = { when: When; evidence: string; confidence: number }

/** A fact that holds a day at least. */
export function stated(fact: Fact | null): Candidate | null {
  if (fact === null) return null
  const when = machineDate(fact.value) ?? parseDatePhrase({ text: fact.value, reference: null })
  return when === null || when.precision === 'year' || when.precision === 'month'
    ? null
    : { when, evidence: `${fact.source}: ${fact.value}`, confidence: 0.94 }
}

/** The first of January without a time is what systems put where nobody knows when a piece was made. */
export const isNoFiller = (date: Candidate | null) => date?.when.precision !== 'day' || !date.when.at.endsWith('-01-01')

const COMMENT = hintBit('comment')

/** Of a comment: what readers say, and when, is not the article's. */
export function isOfComment(element: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null && at.tag !== 'body'; at = at.parent)
    if (hintsOf(at) & COMMENT) return true
  return false
}
