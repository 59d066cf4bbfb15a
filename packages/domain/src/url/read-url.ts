import { URL_CHARS_MAX } from './url-rules.ts'

/** Only the end is searched, so that no URL takes time by the square of its length. */
const JUNK_CHARS_MAX = 50

/**
 * Reads a URL as it is found in feeds, markup and scrapes: white space around and line breaks within, "&amp;" for "&",
 * quotes and brackets that came along, two addresses run together ("http://https://…", "…/storyhttps://…").
 *
 * @param base for relative references; without it only absolute URLs are read.
 * @returns null if it is no http(s) URL, or longer than URL_CHARS_MAX.
 */
export function readUrl(text: string, base?: string): URL | null {
  if (text.length > URL_CHARS_MAX) return null
  let repaired = text.trim().replace(/[\t\r\n]/g, '')
  repaired = repaired.replace(/&(?:amp|#0*38|#x0*26);/gi, '&')
  repaired = repaired.replace(/^https?:\/\/[^/?#.]*(?=https?:\/\/)/i, '')
  repaired = repaired.replace(/^(https?:\/\/[^/?#]+\/[^?#]*?[\w-])https?:\/\/.*$/i, '$1')
  if (!repaired.includes('?')) repaired = withoutJunk(repaired)
  const url = URL.parse(repaired, base)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
}

/** Quotes, brackets and template variables that came along from the markup around it. */
function withoutJunk(url: string): string {
  const tail = url.slice(-JUNK_CHARS_MAX)
  return url.slice(0, url.length - tail.length) + tail.replace(/(?:["<>&]|%22|\{[\w-]*\})+$/i, '')
}
