import type { ArticleSummary } from '@dateline/read-models'

/** "2026-05-03", "2026-05" or "2026": no more of the day than the page says. Empty: it says none. */
export function publishedDay(article: Pick<ArticleSummary, 'publishedAt' | 'publishedPrecision'>): string {
  const { publishedAt, publishedPrecision } = article
  const chars = publishedPrecision === 'year' ? 4 : publishedPrecision === 'month' ? 7 : 10
  return publishedAt?.slice(0, chars) ?? ''
}
