/** Codes of what is no country: groups of them, and codes for tests. */
const NO_COUNTRIES: ReadonlySet<string> = new Set('EU EZ UN QO XA XB ZZ'.split(' '))

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
  (code) => !NO_COUNTRIES.has(code),
)

/**
 * Names of countries and territories in a language, as CLDR has them: "الأردن", "法国"; none where it does not know the language.
 *
 * @param language ISO 639.
 */
export function countryNames(language: string): string[] {
  if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return []
  // Chinese is written in two ways.
  const locales = language === 'zh' ? ['zh-Hans', 'zh-Hant'] : [language]
  const names = locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const regions = new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' })
      return CODES.map((code) => regions.of(code))
    }),
  )
  return [...new Set(names)].filter((name) => name !== undefined && !/[()（）&]/.test(name)) as string[]
}
