import { isIP } from 'node:net'
import type { FetchFailure } from '../fetch-reasons.ts'
import type { AddressPolicy } from './address-policy.ts'
import { isPublicAddress } from './is-public-address.ts'

/** Servers refuse longer ones (8 KiB is the usual bound of a request line), and patterns are matched against them. */
export const URL_CHARS_MAX = 8_000

/**
 * Names that never lead to a public host: RFC 6761 and 6762, RFC 8375, RFC 9476, ICANN's "internal", and what routers use.
 */
const PRIVATE_NAMES =
  /(^|\.)(localhost|local|internal|intranet|private|corp|home|lan|test|example|invalid|onion|alt|home\.arpa)$/

export type CheckedUrl = {
  readonly url: URL
  /** Without brackets or a final dot. */
  readonly hostname: string
  readonly port: number
  /** True if an operator has named this host and port: no address is refused. */
  readonly isPrivateAllowed: boolean
}

/**
 * The part of the guard that needs no network: scheme, port, and hosts that are private by their name or literal address.
 * Host names are checked again by the address they resolve to, when a connection is made.
 *
 * @param url absolute; credentials and fragment are dropped, so that they are never sent.
 */
export function checkUrl(policy: AddressPolicy, url: string): CheckedUrl | FetchFailure {
  const parsed = url.length > URL_CHARS_MAX ? null : URL.parse(url)
  if (parsed === null || parsed.href.length > URL_CHARS_MAX) {
    return { reason: 'url-invalid', detail: url.slice(0, 200) }
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    return { reason: 'url-scheme', detail: parsed.protocol }
  }
  parsed.username = ''
  parsed.password = ''
  parsed.hash = ''
  const hostname = parsed.hostname.replace(/^\[|\]$|\.$/g, '')
  const port = Number(parsed.port || (parsed.protocol === 'https:' ? 443 : 80))
  const isPrivateAllowed = policy.privateHostsAllowed.has(`${parsed.hostname}:${port}`)
  const checked = { url: parsed, hostname, port, isPrivateAllowed }
  if (isPrivateAllowed || policy.hostOverrides.has(hostname)) return checked
  if (isIP(hostname) !== 0) {
    if (!isPublicAddress(hostname)) return { reason: 'address-not-public', detail: hostname }
  } else if (!hostname.includes('.') || PRIVATE_NAMES.test(hostname)) {
    return { reason: 'host-not-public', detail: hostname }
  }
  return policy.portsAllowed.has(port) ? checked : { reason: 'url-port', detail: String(port) }
}
