import { parse } from 'tldts'
import { canonicalEncoding } from './canonical-encoding.ts'
import { isDecoration } from './is-decoration.ts'
import { readUrl } from './read-url.ts'
import { unwrapUrl } from './unwrap-url.ts'

const PATH_RESERVED = /[/?#;]/
const QUERY_RESERVED = /[&=+#;]/

const ROUNDS_MAX = 4

/** Labels before a site's name that serve the same pages in another dress. */
const VARIANT_LABELS: ReadonlySet<string> = new Set(['www', 'm', 'mobile', 'amp'])

/**
 * The form of a URL that identifies an article: two URLs with the same normal form are the same page. It is a name, not
 * an address: fetch the URL as it was listed.
 *
 * Taken away: wrappers (see unwrap-url.ts), the fragment (but for "#!" and "#/", which choose the page), user and password, tracking parameters (see
 * is-decoration.ts), session ids, AMP, mobile and print variants, "www.", http against https, double and trailing
 * slashes, the index page's name. Parameters are sorted, escapes written in one way. Everything that might choose another
 * article stays: a wrong merge costs more than a missed one.
 *
 * @param url absolute http(s) URL of at most URL_CHARS_MAX characters, repaired as readUrl does.
 * @returns null if it is not one.
 */
export function normalUrl(url: string): string | null {
  let normal = normalise(url)
  // What is taken away may lay bare more of its kind ("/amp/index.html"): the normal form of a normal form is itself.
  for (let round = 1; normal !== null && round < ROUNDS_MAX; round++) {
    const next = normalise(normal)
    if (next === normal) break
    normal = next
  }
  return normal
}

function normalise(url: string): string | null {
  const parsed = readUrl(unwrapUrl(url))
  const host = parsed === null ? '' : normalHost(parsed.hostname)
  if (parsed === null || host === '') return null
  const segments = normalSegments(parsed.pathname)
  const scheme = parsed.port === '' && !isLocal(host) ? 'https:' : parsed.protocol
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  const { query, route } = normalQuery(parsed, segments)
  const normal = `${scheme}//${host}${port}/${segments.join('/')}${query}${route}`
  return URL.canParse(normal) ? normal : null
}

/** "www.", "m.", "amp." taken away, wherever a site's name is left. */
function normalHost(hostname: string): string {
  const host = hostname.split('.').filter(Boolean).join('.')
  const { domain, subdomain } = parse(host, { allowPrivateDomains: true, extractHostname: false })
  if (domain === null || !subdomain) return host
  const labels = subdomain.split('.').filter((label) => !VARIANT_LABELS.has(label))
  return [...labels, domain].join('.')
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
}

function normalSegments(pathname: string): string[] {
  const path = pathname.replace(/;(?:jsessionid|phpsessid|sid)=[^/?#]*/gi, '')
  let segments = path
    .split('/')
    .map((segment) => canonicalEncoding(segment, PATH_RESERVED))
    .filter((segment) => segment !== '')
  if (/^index\.(?:html?|php|shtml)$/i.test(segments.at(-1) ?? '')) segments = segments.slice(0, -1)
  while (segments.length >= 2 && /^amp(?:\.html?)?$/i.test(segments.at(-1)!)) segments.pop()
  const from = segments.findIndex((segment, index) => !/^amp$/i.test(segment) || index === segments.length - 1)
  segments = segments.slice(Math.max(0, from))
  const last = segments.at(-1)
  if (last !== undefined) segments = segments.with(-1, last.replace(/(?<=.)\.amp(?=\.html?$|$)/i, ''))
  // "/print" behind what is clearly one article; elsewhere it may be a section of its own.
  const beforeLast = segments.at(-2) ?? ''
  if (/^print(?:able)?$/i.test(segments.at(-1) ?? '') && /\d{4}|\w-\w+-\w/.test(beforeLast)) {
    segments = segments.slice(0, -1)
  }
  return segments
}

function normalQuery(url: URL, segments: readonly string[]): { query: string; route: string } {
  const kept: [name: string, value: string][] = []
  let route = /^#(?:!|\/.)/.test(url.hash) ? `#${canonicalEncoding(url.hash.slice(1), /[#]/)}` : ''
  for (const pair of url.search.slice(1).split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const [name, value] = (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]).map((part) =>
      canonicalEncoding(part.replaceAll('+', '%20'), QUERY_RESERVED),
    ) as [string, string]
    // What Google's crawler once asked for instead of "#!": the same page.
    if (name === '_escaped_fragment_') route = `#!${canonicalEncoding(value, /[#]/)}`
    else if (!isDecoration(name, value, segments)) kept.push([name, value])
  }
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&')
  return { query: query === '' ? '' : `?${query}`, route }
}
