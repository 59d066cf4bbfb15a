import { checkUrl, isPublicAddress, PUBLIC_ONLY, resolvePublic } from '@dateline/http-fetch'

type UrlCase = { url: string; addresses?: string[] }

export function ipBlocked(ip: string): boolean {
  return !isPublicAddress(ip)
}

/** What the fetcher does before it connects: the URL, then every address of its host. A name without an answer is blocked. */
export async function urlBlocked({ url, addresses = [] }: UrlCase): Promise<boolean> {
  return (await addressesConnected(url, async () => addresses)).length === 0
}

export async function redirectBlocked({ from, location }: { from: string; location: string }): Promise<boolean> {
  const target = URL.parse(location, from)
  return target === null || (await urlBlocked({ url: target.href }))
}

/** A resolver that answers differently each time: the connection is made to what was checked, so it is asked once. */
export async function rebinding({ url, answers }: { url: string; answers: string[][] }): Promise<readonly string[]> {
  let asked = 0
  return await addressesConnected(url, async () => answers[Math.min(asked++, answers.length - 1)]!)
}

async function addressesConnected(url: string, resolve: () => Promise<string[]>): Promise<readonly string[]> {
  const checked = checkUrl(PUBLIC_ONLY, url)
  if ('reason' in checked) return []
  return await resolvePublic(resolve, checked.hostname).catch(() => [])
}
