import { parse } from 'tldts'
import { readUrl } from './read-url.ts'
import { REDIRECT_NAMES, REDIRECT_SEGMENT, WRAPPERS, type Wrapper } from './wrappers.ts'

/** Wrappers are found inside wrappers, but not deeper than this. */
const DEPTH_MAX = 5

/**
 * The URL that an aggregator, redirector, AMP cache, mail filter or `?url=` link leads to, as far as the URL itself says
 * so; shorteners and newer ids of Google News must be fetched to know.
 *
 * @returns the same text if it wraps nothing.
 */
export function unwrapUrl(url: string): string {
  let current = url
  for (let depth = 0; depth < DEPTH_MAX; depth++) {
    const parsed = readUrl(current)
    const target = parsed === null ? null : (knownTarget(parsed) ?? redirectTarget(parsed))
    if (target === null) break
    current = target
  }
  return current
}

function knownTarget(url: URL): string | null {
  for (const wrapper of WRAPPERS) {
    if (!isHostOf(wrapper, url.hostname) || !wrapper.path.test(url.pathname)) continue
    const text = wrapper.target?.(url) ?? firstOf(url, wrapper.names ?? [])
    const target = text === null ? null : absolute(text)
    if (target !== null) return target
  }
  return null
}

/** "google.*": under any suffix, e.g. google.co.uk. */
function isHostOf({ host }: Wrapper, hostname: string): boolean {
  if (!host.endsWith('.*')) return hostname === host || hostname.endsWith(`.${host}`)
  const { domainWithoutSuffix, subdomain } = parse(hostname, { extractHostname: false })
  const name = [subdomain, domainWithoutSuffix].filter(Boolean).join('.')
  return name === host.slice(0, -2) || name.endsWith(`.${host.slice(0, -2)}`)
}

/** An unknown site's redirect: believed only where it leads to another site. */
function redirectTarget(url: URL): string | null {
  const segment = url.pathname.split('/').findLast((part) => part !== '') ?? ''
  if (url.search === '' || !REDIRECT_SEGMENT.test(segment)) return null
  const text = firstOf(url, REDIRECT_NAMES)
  const target = text === null ? null : absolute(text)
  if (target === null) return null
  const own = parse(url.hostname, { extractHostname: false }).domain
  return own === null || parse(target).domain === own ? null : target
}

function firstOf({ searchParams }: URL, names: readonly string[]): string | null {
  for (const name of names) {
    for (const [given, value] of searchParams) if (given.toLowerCase() === name && isAbsolute(value)) return value
  }
  return null
}

function isAbsolute(text: string): boolean {
  return /^https?(?::\/\/|%3a%2f%2f)/i.test(text)
}

/** Escaped once too often, it is still an absolute URL. */
function absolute(text: string): string | null {
  let url = text.trim()
  if (/^https?%3a%2f%2f/i.test(url)) {
    try {
      url = decodeURIComponent(url)
    } catch {
      return null
    }
  }
  return /^https?:\/\//i.test(url) && readUrl(url) !== null ? url : null
}
