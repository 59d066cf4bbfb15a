import { COUNTRY_PLACES } from './country-places.ts'

const COUNTRIES: ReadonlyMap<string, string> = new Map(
  COUNTRY_PLACES.trim()
    .split('\n')
    .flatMap((line) => {
      const [code, names] = [line.slice(0, 2), line.slice(3)]
      return names.split(', ').map((name) => [name, code] as const)
    }),
)

/** Domains of countries that are sold to everybody, or are none of a country. */
const WORLDWIDE: ReadonlySet<string> = new Set(
  'ac ai bz cc co cx eu fm gg gl im io je la ly me ms mu nu pw sc sh so st su tk to tv vc vg ws'.split(' '),
)

/**
 * From which country an article is told: that of its dateline, or, where that names none, the one whose domain the host has.
 * Never guessed from a name or a language.
 *
 * @param place of the dateline, e.g. "AUSTIN, Texas".
 * @param host e.g. "news.example.co.uk".
 * @returns ISO 3166 alpha-2; null: neither says.
 */
export function countryOf(place: string | null, host: string | null): string | null {
  const country = place === null ? undefined : (placeIn(place.split(',').at(-1)!) ?? placeIn(place))
  if (country !== undefined) return country
  const domain = host === null ? undefined : /\.([a-z]{2})$/.exec(host.toLowerCase())?.[1]
  if (domain === undefined || WORLDWIDE.has(domain)) return null
  return domain === 'uk' ? 'GB' : domain.toUpperCase()
}

/** By what stands before a comma, a bracket or another place. */
function placeIn(text: string): string | undefined {
  const name = /^[^,(/]*/.exec(text)![0]
  return COUNTRIES.get(name.replace(/^[ .]+|[ .]+$/g, '').toLowerCase())
}
