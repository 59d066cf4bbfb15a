import { type HeaderList, headerOf, headersOf } from './headers.ts'

/** What a publisher's headers say about the use of a page. Recorded as said; what follows from it is a setting. */
export type UsagePolicy = {
  /** "Show no copy of this page." */
  readonly noArchive: boolean
  /** "Show no part of its text." */
  readonly noSnippet: boolean
  readonly noIndex: boolean
  /** UTC; null: for ever, or not readable. */
  readonly unavailableAfter: string | null
  /** Rights to text and data mining: true reserved, false not reserved, null nothing said. */
  readonly tdmReserved: boolean | null
  /** Where the publisher describes its licences, as written. */
  readonly tdmPolicy: string | null
}

/** What an operator may choose to honour by not keeping the page at all. */
export const USAGE_REFUSALS = ['noarchive', 'nosnippet', 'noindex', 'tdm'] as const
export type UsageRefusal = (typeof USAGE_REFUSALS)[number]

/** The first of the operator's choices that a page asks for, or null. */
export function refusalOf(usage: UsagePolicy, honoured: readonly UsageRefusal[]): UsageRefusal | null {
  const asked: Record<UsageRefusal, boolean> = {
    noarchive: usage.noArchive,
    nosnippet: usage.noSnippet,
    noindex: usage.noIndex,
    tdm: usage.tdmReserved === true,
  }
  return honoured.find((refusal) => asked[refusal]) ?? null
}

/** Directives that carry a value behind a colon; any other word before a colon names the crawler meant. */
const VALUED = /^(unavailable_after|max-snippet|max-image-preview|max-video-preview)$/i
const HEADERS_MAX = 20

/**
 * Reads X-Robots-Tag and the headers of the TDM Reservation Protocol.
 *
 * @param productToken our name: directives for other crawlers are not for us.
 * @see https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 * @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
 */
export function usagePolicyOf(headers: HeaderList, productToken: string): UsagePolicy {
  const directives = headersOf(headers, 'x-robots-tag')
    .slice(0, HEADERS_MAX)
    .flatMap((value) => directivesFor(value, productToken.toLowerCase()))
  const has = (...names: string[]) => names.some((name) => directives.some(([found]) => found === name))
  const after = Date.parse(directives.find(([name]) => name === 'unavailable_after')?.[1] ?? '')
  const reservation = headerOf(headers, 'tdm-reservation')?.trim() ?? null
  return {
    noArchive: has('noarchive', 'nocache'),
    noSnippet: has('nosnippet'),
    noIndex: has('noindex', 'none'),
    unavailableAfter: Number.isNaN(after) ? null : new Date(after).toISOString(),
    tdmReserved: reservation === '1' ? true : reservation === '0' ? false : null,
    tdmPolicy: headerOf(headers, 'tdm-policy')?.trim() ?? null,
  }
}

/** `[name, value]` of the directives meant for all crawlers or for ours, names in lower case. */
function directivesFor(header: string, ours: string): [name: string, value: string][] {
  const found: [string, string][] = []
  let isForUs = true
  for (const part of header.split(',')) {
    const colon = part.indexOf(':')
    const before = part.slice(0, Math.max(colon, 0)).trim()
    if (colon === -1) {
      // A date may hold a comma ("Wed, 03 Dec 2026 …"): what follows it belongs to the directive before.
      const last = found.at(-1)
      if (last?.[0] === 'unavailable_after' && /^\s*\d/.test(part)) last[1] += `,${part}`
      else if (isForUs) found.push([part.trim().toLowerCase(), ''])
    } else if (VALUED.test(before)) {
      if (isForUs) found.push([before.toLowerCase(), part.slice(colon + 1).trim()])
    } else if (/^[\w-]+$/.test(before)) {
      isForUs = before.toLowerCase() === ours
      if (isForUs) found.push(directiveBehind(part.slice(colon + 1)))
    } else {
      const last = found.at(-1)
      if (last?.[0] === 'unavailable_after') last[1] += `,${part}`
    }
  }
  return found
}

function directiveBehind(text: string): [string, string] {
  const [name = '', ...value] = text.split(':')
  return [name.trim().toLowerCase(), value.join(':').trim()]
}
