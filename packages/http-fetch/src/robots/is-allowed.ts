import type { Robots, RobotsAgents, RobotsRule } from './parse-robots.ts'

/** Shorter needles are searched natively: the worst case is then this factor, and the native search is far faster. */
const NATIVE_SEARCH_CHARS_MAX = 32

/**
 * True if the rules let this crawler fetch the URL. Time is linear in the length of the URL and of the file.
 *
 * @param url absolute, escaped as it would be sent; a path alone will do. Percent escapes in upper case, as patterns are.
 * @param productToken name of the crawler, e.g. "DatelineBot"; groups for it replace those for `*`.
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.2.2
 */
export function isAllowed(robots: Robots, url: string, productToken: string): boolean {
  const path = Buffer.from(pathAndQuery(url), 'utf8').toString('latin1')
  let decision: RobotsRule | null = null
  for (const group of naming(robots.groups, productToken)) {
    const rule = group.rules.find((candidate) => matches(candidate, path))
    if (rule === undefined) continue
    const isStronger =
      decision === null || rule.priority > decision.priority || (rule.priority === decision.priority && rule.allow)
    if (isStronger) decision = rule
  }
  return decision === null || decision.allow
}

/** Seconds to leave between two requests, as the file asks of this crawler; null: it asks nothing. */
export function crawlDelaySeconds(robots: Robots, productToken: string): number | null {
  return naming(robots.delays, productToken).find(({ seconds }) => seconds !== null)?.seconds ?? null
}

/** All groups that name the crawler; only where none does, those for every crawler. */
function naming<Group extends RobotsAgents>(groups: readonly Group[], productToken: string): readonly Group[] {
  const name = productToken.toLowerCase()
  const specific = groups.filter((group) => group.agents.includes(name))
  return specific.length > 0 ? specific : groups.filter((group) => group.isGlobal)
}

function matches({ segments, isAnchoredAtEnd }: RobotsRule, path: string): boolean {
  const first = segments[0]!
  if (segments.length === 1) return isAnchoredAtEnd ? path === first : path.startsWith(first)
  if (!path.startsWith(first)) return false
  let at = first.length
  for (let index = 1; index < segments.length - 1; index++) {
    const found = indexOfLinear(path, segments[index]!, at)
    if (found === -1) return false
    at = found + segments[index]!.length
  }
  const last = segments.at(-1)!
  if (isAnchoredAtEnd) return path.length - last.length >= at && path.endsWith(last)
  return indexOfLinear(path, last, at) !== -1
}

/** String.indexOf whose worst case is linear (Knuth, Morris, Pratt), since a hostile site writes both texts. */
function indexOfLinear(text: string, needle: string, from: number): number {
  if (needle.length <= NATIVE_SEARCH_CHARS_MAX) return text.indexOf(needle, from)
  if (needle.length > text.length - from) return -1
  const borders = new Uint32Array(needle.length)
  for (let index = 1, border = 0; index < needle.length; index++) {
    while (border > 0 && needle[index] !== needle[border]) border = borders[border - 1]!
    if (needle[index] === needle[border]) border++
    borders[index] = border
  }
  for (let index = from, matched = 0; index < text.length; index++) {
    while (matched > 0 && text[index] !== needle[matched]) matched = borders[matched - 1]!
    if (text[index] === needle[matched]) matched++
    if (matched === needle.length) return index - matched + 1
  }
  return -1
}

/** Path, parameters and query of a URL, as Google's parser cuts them out: starts with "/", ends before "#". */
function pathAndQuery(url: string): string {
  const start = url.startsWith('//') ? 2 : 0
  const firstOfPath = indexOfAny(url, start)
  const schemeEnd = url.indexOf('://', start)
  const hasScheme = schemeEnd !== -1 && (firstOfPath === -1 || schemeEnd < firstOfPath)
  const pathStart = hasScheme ? indexOfAny(url, schemeEnd + 3) : firstOfPath
  const hash = url.indexOf('#', start)
  if (pathStart === -1 || (hash !== -1 && hash < pathStart)) return '/'
  const path = url.slice(pathStart, hash === -1 ? undefined : hash)
  return path.startsWith('/') ? path : `/${path}`
}

function indexOfAny(url: string, from: number): number {
  const found = url.slice(from).search(/[/?;]/)
  return found === -1 ? -1 : from + found
}
