import { localDay, parseDatePhrase, readPage } from '@dateline/extraction'

/** Cases of date libraries talk about the future as well, and in whole sentences. Months alone are no day: null. */
export function parseDate({ text, ref, lang }: { text: string; ref: string; lang?: string }): string | null {
  const when = parseDatePhrase({ text, reference: ref, language: lang, grammar: 'spoken' })
  return when === null || when.precision === 'month' || when.precision === 'year' ? null : when.at
}

/** The day a page shows for itself, whatever its verdict: asked for the original, only that of publication. */
export function htmlDate({ html, url, original }: { html: string; url?: string; original: boolean }): string | null {
  const { extraction, shownDate } = readPage({ html, url: url ?? null, capturedAt: null })
  const [published, modified] = [extraction.publishedAt.value, extraction.modifiedAt.value]
  const isChangeShown = shownDate !== null && modified !== null && localDay(shownDate.when) === localDay(modified)
  const when = original ? published : isChangeShown ? modified : (published ?? modified)
  return when === null || when.precision === 'month' || when.precision === 'year'
    ? null
    : (when.localDay ?? localDay(when))
}
