/** Query parameters that only say where the reader came from. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|cmpid|ocid)$/i

/**
 * The form of a URL that identifies an article: two URLs with the same normal form are the same page.
 *
 * @param url absolute http(s) URL.
 * @returns null if it is not one.
 */
export function normalUrl(url: string): string | null {
  const parsed = URL.parse(url.trim())
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  for (const name of [...parsed.searchParams.keys()]) if (TRACKING.test(name)) parsed.searchParams.delete(name)
  parsed.searchParams.sort()
  return parsed.href
}
