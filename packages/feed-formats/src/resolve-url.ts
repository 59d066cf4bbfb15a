import { readUrl } from '@dateline/domain'
import type { XmlElement } from './xml-tree.ts'

/** A reference as feeds write it: repaired, made absolute, http or https; null otherwise. */
export function resolveUrl(reference: string | null, base: string | null): string | null {
  if (reference === null || reference.trim() === '') return null
  return readUrl(reference, base ?? undefined)?.href ?? null
}

/** The base of an element: its xml:base attributes, one upon the other, upon the document's. */
export function baseOf(element: XmlElement, documentBase: string | null): string | null {
  return element.bases.reduce<string | null>((base, next) => resolveUrl(next, base) ?? base, documentBase)
}
