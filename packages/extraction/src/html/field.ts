import { EVIDENCE_CHARS_MAX, type Field } from '@dateline/domain'

type Basis = 'explicit' | 'derived' | 'inferred'

/** A field with its evidence cut to size. */
export function known<Value>(
  value: Value,
  evidence: string,
  confidence: number,
  basis: Basis = 'explicit',
): Field<Value> {
  return { value, basis, evidence: clip(evidence, EVIDENCE_CHARS_MAX), confidence }
}

export const unknown = <Value>(reason: string): Field<Value> => ({ value: null, reason })

/** At most `charsMax` UTF-16 units, never half of a surrogate pair. */
export function clip(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text
  const end = /[\ud800-\udbff]/.test(text[charsMax - 2]!) ? charsMax - 2 : charsMax - 1
  return `${text.slice(0, end)}…`
}

/** An absolute http(s) URL, or null: pages name scripts, fragments and addresses of their own machines too. */
export function absoluteUrl(href: string | null | undefined, base: string | null): string | null {
  if (!href || href.length > URL_CHARS_MAX) return null
  const parsed = base === null ? URL.parse(href.trim()) : URL.parse(href.trim(), base)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null
}

const URL_CHARS_MAX = 4_000
