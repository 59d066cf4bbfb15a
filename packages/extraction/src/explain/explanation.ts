import type { Extraction, Field, RejectReason } from '@dateline/domain'

/** One thing the page offered for a field, and whether it says what was chosen. */
export type Candidate = { source: string; value: string; agrees: boolean }

export type ExplainedField = {
  name: string
  /** As a reader would write it; null: none was believed. */
  value: string | null
  basis: string | null
  confidence: number | null
  /** Its evidence, or the reason why there is none. */
  because: string
  /** Everything the page offered for it, of which the value was taken or not. */
  candidates: Candidate[]
}

/** One block of the page and what was decided of it. */
export type ExplainedBlock = {
  index: number
  /** Where it stands: tags with their first class, outermost first. */
  path: string
  text: string
  /** Likelihood that it is part of the article, 0 to 1. */
  score: number
  /** Null: kept. */
  droppedBy: string | null
}

/** What an extractor made of a page, and why. */
export type Explanation = {
  verdict: { kind: 'article' } | { kind: 'rejected'; reason: RejectReason; evidence: string }
  fields: ExplainedField[]
  marks: Extraction['marks']
  blocks: ExplainedBlock[]
  /** How many blocks each rule dropped, most first. */
  rules: { rule: string; blocks: number; chars: number }[]
  textChars: number
}

/** A field's value in one line. */
export function fieldText(field: Field<unknown>): string | null {
  const { value } = field
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((each) => fieldText({ value: each } as Field<unknown>)).join(', ')
  const named = value as Record<string, unknown>
  const text = named.at ?? named.name ?? named.place ?? named.url
  const more = named.domain ?? named.id ?? named.precision
  if (typeof text !== 'string') return JSON.stringify(value)
  return typeof more === 'string' && more !== text ? `${text} (${more})` : text
}
