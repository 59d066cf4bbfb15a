/** How a language prints numbers and dates. Words are in lower case. */
export type NumberWords = {
  /** "1.250,5" is 1250.5; otherwise it is "1,250.5". */
  readonly decimalComma: boolean
  /** January to December, each with its forms. */
  readonly months: readonly (readonly string[])[]
  readonly scales: Readonly<Record<string, number>>
  readonly percent: readonly string[]
  /** Spelled numbers from two on; "one" is mostly an article. */
  readonly spelled: Readonly<Record<string, number>>
  /** Scales and words for per cent that stand before their number: "yüzde 4,5". */
  readonly unitsBefore?: readonly string[]
  /** So many years the language's calendar is ahead of the common era. */
  readonly yearsAhead?: number
}

/** Numbers that locales print with a word: 1 thousand, 2 lakh, 5 million; several of each, since the word is inflected. */
const POWERS = [1e3, 1e5, 1e6, 1e7, 1e9, 1e12]
const MULTIPLES = [1, 2, 5, 1.5]

/**
 * How a language prints numbers and dates, as CLDR has it.
 *
 * @returns null for a language that it does not know.
 */
export function localeNumbers(language: string): NumberWords | null {
  if (Intl.NumberFormat.supportedLocalesOf(language).length === 0) return null
  const locale = `${language}-u-nu-latn-ca-gregory`
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')
  return {
    decimalComma: decimal?.value === ',',
    months: Array.from({ length: 12 }, (_, month) => monthForms(locale, month)),
    scales: scaleWords(locale),
    percent: percentWords(locale),
    spelled: {},
  }
}

/** Of a month, alone and beside its day: "Januar", "januára". */
function monthForms(locale: string, month: number): string[] {
  const day = Date.UTC(2030, month, 5)
  const forms = [{}, { day: 'numeric' } as const].map((other) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC', ...other })
      .formatToParts(day)
      .find(({ type }) => type === 'month'),
  )
  return wordsOf(forms.map((part) => part?.value))
}

function scaleWords(locale: string): Record<string, number> {
  const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' })
  const scales: Record<string, number> = {}
  for (const power of POWERS) {
    for (const multiple of MULTIPLES) {
      const parts = format.formatToParts(power * multiple)
      const shown = Number(
        parts
          .filter(({ type }) => type === 'integer' || type === 'fraction')
          .map(({ value }) => value)
          .join('.'),
      )
      const [word] = wordsOf([parts.find(({ type }) => type === 'compact')?.value])
      if (word !== undefined && shown === multiple) scales[word] ??= power
    }
  }
  return scales
}

function percentWords(locale: string): string[] {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', unitDisplay: 'long' })
  const [, ...forms] = [0, ...MULTIPLES].map(
    (number) => format.formatToParts(number).find(({ type }) => type === 'unit')?.value,
  )
  return wordsOf(forms).filter((word) => word !== '%')
}

/** In lower case, once each; without points, marks of direction, and what a pattern would take for its own. */
function wordsOf(printed: readonly (string | undefined)[]): string[] {
  const words = printed.map(
    (word) =>
      word
        ?.toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N} '’-]/gu, '')
        .trim() ?? '',
  )
  return [...new Set(words)].filter((word) => /\p{L}/u.test(word))
}
