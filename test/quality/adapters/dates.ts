import { parseDatePhrase, readPage } from '@dateline/extraction'

/** Cases of date libraries talk about the future as well, and in whole sentences. Months alone are no day: null. */
export function parseDate({ text, ref, lang }: { text: string; ref: string; lang?: string }): string | null {
  const when = parseDatePhrase({ text, reference: ref, language: lang, grammar: 'spoken' })
  return when === null || when.precision === 'month' || when.precision === 'year' ? null : when.at
}

/** A page's day whatever its verdict: of publication, or where only a change is dated and the case allows it, of that. */
export function htmlDate({ html, url, original }: { html: string; url?: string; original: boolean }): string | null {
  const { publishedAt, modifiedAt } = readPage({ html, url: url ?? null, capturedAt: null }).extraction
  const when = publishedAt.value ?? (original ? null : modifiedAt.value)
  return when === null || when.precision === 'month' || when.precision === 'year'
    ? null
    : (when.localDay ?? when.at.slice(0, 10))
}
