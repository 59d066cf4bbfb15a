import type { Robots, RobotsAgents, RobotsRule } from './parse-robots.ts'

/** Up to this length V8 searches in about linear time; longer needles can cost it their product with the text. */
const NATIVE_SEARCH_CHARS_MAX = 6

/**
 * Characters that wildcards may make us look at for one URL: some milliseconds. 10,000 rules with wildcards take 1.5 million on a
 * URL of 150 characters; who writes more means no, or harm.
 */
const SEARCH_CHARS_MAX = 2_000_000

/** What is left to be looked at for one URL. */
type Work = { charsLeft: number }

/**
 * True if the rules let this crawler fetch the URL. Time is linear in the length of the URL and of the file, and bounded:
 * beyond SEARCH_CHARS_MAX the answer is no.
 *
 * @param url absolute, escaped as it would be sent; a path alone will do. Percent escapes in upper case, as patterns are.
 * @param productToken name of the crawler, e.g. "DatelineBot"; groups for it replace those for `*`.
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.2.2
 */
export function isAllowed(robots: Robots, url: string, productToken: string): boolean {
  const path = Buffer.from(pathAndQuery(url), 'utf8').toString('latin1')
  const work = { charsLeft: SEARCH_CHARS_MAX }
  let decision: RobotsRule | null = null
  for (const group of naming(robots.groups, productToken)) {
    const rule = group.rules.find((candidate) => matches(candidate, path, work))
    if (work.charsLeft < 0) return false
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

function matches({ segments, isAnchoredAtEnd }: RobotsRule, path: string, work: Work): boolean {
  const first = segments[0]!
  if (segments.length === 1) return isAnchoredAtEnd ? path === first : path.startsWith(first)
  if (!path.startsWith(first)) return false
  let at = first.length
  for (let index = 1; index < segments.length - 1; index++) {
    const found = indexOfLinear(path, segments[index]!, at, work)
    if (found === -1) return false
    at = found + segments[index]!.length
  }
  const last = segments.at(-1)!
  if (isAnchoredAtEnd) return path.length - last.length >= at && path.endsWith(last)
  return indexOfLinear(path, last, at, work) !== -1
}

/** String.indexOf whose worst case is linear (Knuth, Morris, Pratt), since a hostile site writes both texts. */
function indexOfLinear(text: string, needle: string, from: number, work: Work): number {
  if (needle.length > text.length - from || work.charsLeft < 0) return -1
  if (needle.length <= NATIVE_SEARCH_CHARS_MAX) {
    const found = text.indexOf(needle, from)
    work.charsLeft -= (found === -1 ? text.length : found) - from
    return found
  }
  const borders = bordersOf(needle)
  let matched = 0
  let index = from
  for (; index < text.length && matched < needle.length; index++) {
    const code = text.charCodeAt(index)
    while (matched > 0 && code !== needle.charCodeAt(matched)) matched = borders[matched - 1]!
    if (code === needle.charCodeAt(matched)) matched++
  }
  work.charsLeft -= index - from + needle.length
  return matched === needle.length ? index - needle.length : -1
}

/** For each prefix of the needle, the length of its longest beginning that is also its end. */
function bordersOf(needle: string): Uint16Array {
  const borders = new Uint16Array(needle.length)
  for (let index = 1, border = 0; index < needle.length; index++) {
    const code = needle.charCodeAt(index)
    while (border > 0 && code !== needle.charCodeAt(border)) border = borders[border - 1]!
    if (code === needle.charCodeAt(border)) border++
    borders[index] = border
  }
  return borders
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
