import type { ArticleEventOf, Extraction, Field, When } from '@dateline/domain'

/** Chars that a view keeps of a value: pages are hostile, and Postgres refuses index entries above 2,704 bytes. */
export const LINE_CHARS_MAX = 500
export const PARAGRAPH_CHARS_MAX = 2000
export const NAME_CHARS_MAX = 100
export const NAMES_MAX = 50

/** The value a reader sees, or null; its evidence stays in the event. */
export function shown<Value>(field: Field<Value> | undefined): Value | null {
  return field?.value ?? null
}

export function clip(text: string | null | undefined, charsMax: number): string | null {
  if (text === null || text === undefined) return null
  if (text.length <= charsMax) return text
  // Never half a character: a lone surrogate is refused by Postgres.
  const clipped = text
    .slice(0, charsMax)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
  // A slice holds the whole text in memory for as long as a row is kept; a slice of something joined holds only that.
  return ` ${clipped}`.slice(1)
}

/** @returns the instant in the form rows use, or null if it is none or outside the years 1 to 9999. */
export function toInstant(at: string | null | undefined): string | null {
  if (at === null || at === undefined) return null
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return null
  const iso = new Date(ms).toISOString()
  return /^(?!0000)\d{4}-/.test(iso) ? iso : null
}

/** First instant of the stretch of time that a page names: "2021-12" begins on 2021-12-01T00:00:00.000Z. */
export function startOf(when: When | null): string | null {
  return when === null ? null : toInstant(when.at)
}

/** ISO 639, as the page says. */
export function declaredLanguage({ language }: Pick<Extraction, 'language'>): string | null {
  return clip(shown(language), NAME_CHARS_MAX)?.toLowerCase().split('-')[0] ?? null
}

/** ISO 639, as the text is read. */
export function detectedLanguage(data: ArticleEventOf<'ArticleClassified'>['data'] | null): string | null {
  return clip(data?.classification.language?.code, NAME_CHARS_MAX)
}
