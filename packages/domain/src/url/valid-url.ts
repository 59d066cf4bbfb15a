import { parse } from 'tldts'
import { readUrl } from './read-url.ts'

/**
 * True if a page on the public web could stand at this URL: http or https, and an IP address or a host name under a
 * suffix of the ICANN part of the public suffix list. No guard: addresses are judged where connections are made.
 */
export function validUrl(url: string): boolean {
  if (!/^\s*https?:\/\/[^/?#\s]/i.test(url)) return false
  const parsed = readUrl(url)
  if (parsed === null) return false
  const { domain, isIcann, isIp } = parse(parsed.hostname, { extractHostname: false })
  return isIp === true || (domain !== null && isIcann === true)
}
