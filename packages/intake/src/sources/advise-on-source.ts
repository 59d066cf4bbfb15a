import type { FeedError, SitemapError } from '@dateline/feed-formats'
import type { FetchReason } from '@dateline/http-fetch'

/** Why a poll fails: of fetching, of reading what came, or that it is gone. */
export type SourceReason =
  | FetchReason
  | FeedError['code']
  | SitemapError['code']
  | 'gone-404'
  | 'gone-410'
  | 'over-limit'

const MOVED = 'It has probably moved: look in a browser, add the new address, pause this source.'
const THEIRS = 'Nothing: the fault is theirs, and polls go on by themselves.'
const OURS_OR_THEIRS = 'Nothing, if only this host does so. If many do, look at the network of this machine.'
const REFUSED = 'The publisher refuses: ask them (set FETCH_CONTACT first), or pause this source.'
const SLOW = 'Nothing, if it passes. Where a host is always so slow, raise FETCH_TIMEOUT_MS.'
const NO_FEED = 'Give the address of the feed itself, or add this one with --kind site: it looks for feeds by itself.'
const BROKEN = 'Nothing, if it passes: what came cannot be read. Look at the address in a browser if it lasts.'

/** What an operator can do about a source that fails, by the stable code of its `healthReason`. */
export const SOURCE_ADVICE: Readonly<Record<SourceReason, string>> = {
  'url-invalid': MOVED,
  'url-scheme': MOVED,
  'url-port': 'If it is right, name the port in FETCH_PORTS.',
  'host-not-public': 'If the host is your own, name it in FETCH_PRIVATE_HOSTS; otherwise pause this source.',
  'address-not-public': 'If the host is your own, name it in FETCH_PRIVATE_HOSTS; otherwise pause this source.',
  'dns-not-found': MOVED,
  'dns-failed': OURS_OR_THEIRS,
  'connect-refused': OURS_OR_THEIRS,
  'connect-timeout': OURS_OR_THEIRS,
  'connect-failed': OURS_OR_THEIRS,
  'tls-expired': THEIRS,
  'tls-untrusted':
    'If a proxy of your own signs, give its certificate in NODE_EXTRA_CA_CERTS; otherwise the fault is theirs.',
  'tls-wrong-host': MOVED,
  'tls-failed': THEIRS,
  'proxy-failed': 'Look at the proxy that FETCH_PROXY_URL names: nothing is fetched without it.',
  'connection-closed': OURS_OR_THEIRS,
  'headers-timeout': SLOW,
  'idle-timeout': SLOW,
  'total-timeout': SLOW,
  'response-malformed': THEIRS,
  'headers-too-large': THEIRS,
  'body-too-large': 'If the address is right, raise FETCH_BODY_BYTES_MAX.',
  'body-ratio': THEIRS,
  'body-encoding': THEIRS,
  'content-type': NO_FEED,
  'usage-refused': 'FETCH_USAGE_HONOURED honours what the publisher asks for: pause this source, or ask them.',
  'redirect-invalid': THEIRS,
  'redirects-too-many': MOVED,
  'robots-disallowed': 'robots.txt forbids this address: ask the publisher, or pause this source.',
  'robots-unreachable': 'Nothing: robots.txt must answer first, and is asked again by itself.',
  'host-too-slow': THEIRS,
  'rate-limited': 'Ask more rarely: a longer --every, or a larger FETCH_GAP_MS.',
  'http-unauthorized': REFUSED,
  'http-client-error': MOVED,
  'http-server-error': THEIRS,
  'http-unexpected': THEIRS,
  'gone-404': MOVED,
  'gone-410': MOVED,
  empty: BROKEN,
  'too-large': 'Choose a smaller feed or sitemap of the site, or add the site with --kind site.',
  'html-page': NO_FEED,
  sitemap: 'It is a sitemap: add it again with --kind sitemap.',
  'not-a-feed': NO_FEED,
  'bad-json': BROKEN,
  'bad-gzip': BROKEN,
  'not-a-sitemap': NO_FEED,
  'over-limit': BROKEN,
}

/** What to do about a source; null where it does well, and for a code of another release. */
export function adviseOnSource({
  health,
  healthReason,
}: {
  readonly health: 'healthy' | 'failing' | 'silent' | 'paused'
  readonly healthReason: string | null
}): string | null {
  if (health === 'silent') return 'Look at it in a browser: has the news moved to another address?'
  const isKnown = health === 'failing' && healthReason !== null && Object.hasOwn(SOURCE_ADVICE, healthReason)
  return isKnown ? SOURCE_ADVICE[healthReason as SourceReason] : null
}
