import { parseDatePhrase } from '@dateline/extraction'

/** Cases of date libraries talk about the future as well, and in whole sentences. Months alone are no day: null. */
export function parseDate({ text, ref, lang }: { text: string; ref: string; lang?: string }): string | null {
  const when = parseDatePhrase({ text, reference: ref, language: lang, grammar: 'spoken' })
  return when === null || when.precision === 'month' || when.precision === 'year' ? null : when.at
}
