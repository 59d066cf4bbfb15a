/** RFC 9309 asks for at least 500 KiB; Google reads exactly so much and ignores the rest. */
export const ROBOTS_BYTES_MAX = 500 * 1024

/** Google's bound on one line, terminator of its C string included: eight times the longest URL of old browsers. */
const LINE_BYTES_MAX = 2083 * 8 - 1

/** What stands for one rule: `*` divides the pattern into segments, a final `$` ties it to the end of the path. */
export type RobotsRule = {
  readonly allow: boolean
  /** Length of the pattern as written, `*` and `$` included: the longer pattern wins. */
  readonly priority: number
  readonly segments: readonly string[]
  readonly isAnchoredAtEnd: boolean
}

export type RobotsAgents = {
  /** Product tokens in lower case. */
  readonly agents: readonly string[]
  /** True if one of the agents is `*`. */
  readonly isGlobal: boolean
}
export type RobotsGroup = RobotsAgents & { readonly rules: readonly RobotsRule[] }
export type RobotsDelay = RobotsAgents & { readonly seconds: number | null }

export type Robots = {
  readonly groups: readonly RobotsGroup[]
  /** Apart from the rules, because a crawl-delay ends its list of agents for delays and, by RFC 9309, not for rules. */
  readonly delays: readonly RobotsDelay[]
  /** As written in the file, in its order. */
  readonly sitemaps: readonly string[]
}

type OpenGroup = { agents: string[]; isGlobal: boolean; isClosed: boolean; rules: RobotsRule[]; seconds: number | null }
type Line = { key: string; value: string }

/**
 * Reads a robots.txt as Google's parser does: typing errors in keys, missing colons, any line ending, a byte order mark.
 * Only an allow or disallow ends a list of user agents, so that sitemaps and unknown records stand anywhere.
 *
 * Never fails: what is not a record is skipped, so an HTML page gives no rules.
 *
 * @param body read up to ROBOTS_BYTES_MAX.
 * @see https://github.com/google/robotstxt/blob/master/robots.cc
 */
export function parseRobots(body: Uint8Array): Robots {
  const groups: OpenGroup[] = []
  const delays: OpenGroup[] = []
  const sitemaps: string[] = []
  for (const { key, value } of lines(body)) {
    const kind = kindOf(key)
    const group = groups.at(-1)
    const delay = delays.at(-1)
    if (kind === 'user-agent') {
      addAgent(groups, value)
      addAgent(delays, value)
    } else if (kind === 'sitemap') {
      sitemaps.push(value)
    } else if (kind !== 'unknown' && group !== undefined && delay !== undefined) {
      delay.isClosed = true
      if (kind === 'crawl-delay') {
        delay.seconds ??= secondsOf(value)
      } else {
        group.isClosed = true
        addRules(group.rules, kind, value)
      }
    }
  }
  for (const { rules } of groups) rules.sort(byPriority)
  return { groups, delays, sitemaps }
}

/** The part of a user agent that robots.txt files name: its leading letters, `-` and `_`. */
export function productToken(userAgent: string): string {
  return /^[a-zA-Z_-]*/.exec(userAgent)![0]
}

/** To the list that is still open, or to a new one. */
function addAgent(groups: OpenGroup[], value: string): void {
  if (groups.at(-1)?.isClosed !== false) {
    groups.push({ agents: [], isGlobal: false, isClosed: false, rules: [], seconds: null })
  }
  const group = groups.at(-1)!
  if (/^\*(\s|$)/.test(value)) group.isGlobal = true
  else group.agents.push(productToken(value).toLowerCase())
}

function* lines(body: Uint8Array): Generator<Line> {
  // One character a byte: patterns are compared as octets, and anything above ASCII is escaped below.
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, ROBOTS_BYTES_MAX)).toString('latin1')
  const withoutMark = text.replace(/^\u00ef(\u00bb\u00bf?)?/, '')
  for (const line of withoutMark.split(/\r\n|\n|\r/)) {
    const parsed = keyAndValue(line.slice(0, LINE_BYTES_MAX))
    if (parsed !== null) yield parsed
  }
}

function keyAndValue(line: string): Line | null {
  const end = line.search(/[\0#]/)
  const record = strip(end === -1 ? line : line.slice(0, end))
  const colon = record.indexOf(':')
  if (colon !== -1) {
    const key = strip(record.slice(0, colon))
    return key === '' ? null : { key, value: strip(record.slice(colon + 1)) }
  }
  // Some forget the colon: white space will do where there are exactly two words.
  const words = record.split(/[ \t]+/)
  return words.length === 2 && words[0] !== '' ? { key: words[0]!, value: strip(words[1]!) } : null
}

type Kind = 'user-agent' | 'allow' | 'disallow' | 'sitemap' | 'crawl-delay' | 'unknown'

/** By how keys begin, typing errors included; the order is that of how often they come. */
const KINDS: readonly (readonly [beginning: RegExp, Kind])[] = [
  [/^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)/i, 'disallow'],
  [/^allow/i, 'allow'],
  [/^user[- ]?agent/i, 'user-agent'],
  [/^site-?map/i, 'sitemap'],
  [/^crawl-?delay$/i, 'crawl-delay'],
]

function kindOf(key: string): Kind {
  return KINDS.find(([beginning]) => beginning.test(key))?.[1] ?? 'unknown'
}

function addRules(rules: RobotsRule[], kind: 'allow' | 'disallow', value: string): void {
  const pattern = escaped(value)
  if (pattern === '') return // matches with priority 0, which allows what is allowed anyway
  rules.push(ruleOf(kind === 'allow', pattern))
  const slash = pattern.lastIndexOf('/')
  if (kind === 'allow' && slash !== -1 && pattern.startsWith('/index.htm', slash)) {
    rules.push(ruleOf(true, `${pattern.slice(0, slash + 1)}$`)) // the front page of a folder is allowed under its short name too
  }
}

function ruleOf(allow: boolean, pattern: string): RobotsRule {
  const isAnchoredAtEnd = pattern.endsWith('$')
  const text = isAnchoredAtEnd ? pattern.slice(0, -1) : pattern
  if (!text.includes('*')) return { allow, priority: pattern.length, segments: [text], isAnchoredAtEnd }
  const segments = text.split('*')
  // `**` is `*`: empty segments in the middle match anywhere and only cost time.
  const kept = segments.filter((segment, at) => segment !== '' || at === 0 || at === segments.length - 1)
  return { allow, priority: pattern.length, segments: kept, isAnchoredAtEnd }
}

/** Longest first, an allow before a disallow of equal length: then the first rule that matches decides. */
function byPriority(a: RobotsRule, b: RobotsRule): number {
  return b.priority - a.priority || Number(b.allow) - Number(a.allow)
}

/** `/é` as `/%C3%A9` (it came as two octets), `%aa` as `%AA`. */
function escaped(value: string): string {
  if (!/[%\u0080-\u00ff]/.test(value)) return value
  return value.replace(/%[0-9a-fA-F]{2}|[\u0080-\u00ff]/g, (found) =>
    found.length === 3 ? found.toUpperCase() : `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function secondsOf(value: string): number | null {
  const seconds = /^\d+(\.\d+)?$|^\.\d+$/.test(value) ? Number(value) : Number.NaN
  return Number.isFinite(seconds) ? seconds : null
}

/** ASCII white space only, as in C: a no-break space belongs to the value. */
function strip(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}
