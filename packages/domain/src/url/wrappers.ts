/**
 * Services that put an article's URL inside one of their own. Rules as data: raise URL_RULES with every change.
 *
 * `host` ends the wrapper's host name at a label's border; `path` matches its whole path; the target stands in the first
 * of `names` that is given, or is made from the path by `target`.
 */
export type Wrapper = {
  readonly host: string
  readonly path: RegExp
  readonly names?: readonly string[]
  readonly target?: (url: URL) => string | null
}

const ANY = /^/

export const WRAPPERS: readonly Wrapper[] = [
  // Search engines and news aggregators.
  { host: 'google.*', path: /^\/(?:url|imgres|interstitial)$/, names: ['url', 'q', 'imgrefurl', 'continue'] },
  { host: 'google.*', path: /^\/amp\//, target: ({ pathname, search }) => pathTarget(pathname.slice(5), search) },
  {
    host: 'news.google.com',
    path: /^\/(?:(?:__i\/)?rss\/(?:rd\/)?)?(?:articles|read)\/[^/]+$/,
    target: googleNewsTarget,
  },
  { host: 'news.google.com', path: /^\/news\/url$/, names: ['url'] },
  { host: 'bing.com', path: /^\/(?:news\/)?apiclick\.aspx$/, names: ['url'] },
  { host: 'search.yahoo.com', path: /\/RU=/, target: ({ pathname }) => decoded(/\/RU=([^/]+)/.exec(pathname)?.[1]) },
  { host: 'duckduckgo.com', path: /^\/l\/?$/, names: ['uddg'] },
  { host: 'startpage.com', path: /^\/cgi-bin\/serveimage$/, names: ['url'] },
  { host: 'yandex.*', path: /^\/(?:clck|turbo)/, names: ['url', 'text'] },
  { host: 'flipboard.com', path: /^\/redirect$/, names: ['url'] },
  { host: 'getpocket.com', path: /^\/redirect$/, names: ['url'] },
  { host: 'newsblur.com', path: /^\/(?:redirect|out)/, names: ['url'] },
  // AMP caches: the publisher's host and path follow in the path, "s" for https.
  { host: 'cdn.ampproject.org', path: ANY, target: ampCacheTarget },
  { host: 'bing-amp.com', path: ANY, target: ampCacheTarget },
  // Social networks and messengers.
  { host: 'facebook.com', path: /^\/(?:l|flx\/warn)(?:\.php)?\/?$/, names: ['u'] },
  { host: 'l.messenger.com', path: ANY, names: ['u'] },
  { host: 'l.instagram.com', path: ANY, names: ['u'] },
  { host: 'l.threads.net', path: ANY, names: ['u'] },
  { host: 'l.threads.com', path: ANY, names: ['u'] },
  { host: 'l.workplace.com', path: ANY, names: ['u'] },
  { host: 'youtube.com', path: /^\/redirect$/, names: ['q'] },
  { host: 'out.reddit.com', path: ANY, names: ['url'] },
  { host: 'linkedin.com', path: /^\/(?:redir\/redirect|safety\/go|slink)\/?$/, names: ['url'] },
  { host: 't.umblr.com', path: /^\/redirect$/, names: ['z'] },
  { host: 'tumblr.com', path: /^\/redirect$/, names: ['z'] },
  { host: 'vk.com', path: /^\/away(?:\.php)?$/, names: ['to'] },
  { host: 'ok.ru', path: /^\/dk$/, names: ['st.link'] },
  { host: 'link.zhihu.com', path: ANY, names: ['target'] },
  { host: 'weibo.cn', path: /^\/sinaurl/, names: ['u', 'toasturl'] },
  { host: 'disq.us', path: /^\/url$/, target: disqusTarget },
  { host: 'slack-redir.net', path: /^\/link$/, names: ['url'] },
  { host: 'discord.com', path: /^\/redirect$/, names: ['url'] },
  { host: 'steamcommunity.com', path: /^\/linkfilter\/?$/, names: ['u', 'url'] },
  { host: 'medium.com', path: /^\/r\/?$/, names: ['url'] },
  { host: 'vimeo.com', path: /^\/redirect$/, names: ['url'] },
  { host: 'pixiv.net', path: /^\/jump\.php$/, target: ({ search }) => decoded(search.slice(1)) },
  { host: 'deviantart.com', path: /^\/users\/outgoing$/, target: ({ search }) => decoded(search.slice(1)) },
  { host: 'curseforge.com', path: /^\/linkout$/, names: ['remoteurl'] },
  { host: 'exit.sc', path: ANY, names: ['url'] },
  { host: 'gate.sc', path: ANY, names: ['url'] },
  // Mail filters.
  { host: 'safelinks.protection.outlook.com', path: ANY, names: ['url'] },
  { host: 'urldefense.com', path: /^\/v3\/__/, target: urlDefenseTarget },
  { host: 'urldefense.proofpoint.com', path: /^\/v2\//, target: proofpointTarget },
  { host: 'linkprotect.cudasvc.com', path: ANY, names: ['a'] },
  // Referrer hiders: the whole query is the URL.
  ...['href.li', 'anonym.to', 'anon.to', 'nullrefer.com', 'hideref.org', 'dereferer.org', 'dereferer.me'].map(
    (host) => ({
      host,
      path: ANY,
      target: ({ search }: URL) => decoded(search.slice(1)),
    }),
  ),
  // Affiliate networks.
  { host: 'redirect.viglink.com', path: ANY, names: ['u'] },
  { host: 'go.skimresources.com', path: ANY, names: ['url'] },
  { host: 'go.redirectingat.com', path: ANY, names: ['url'] },
  { host: 'click.linksynergy.com', path: ANY, names: ['murl'] },
  { host: 'awin1.com', path: /^\/(?:cread|awclick)\.php$/, names: ['ued', 'p'] },
  { host: 'shareasale.com', path: /^\/r\.cfm$/, names: ['urllink'] },
  { host: 'dpbolvw.net', path: ANY, names: ['url'] },
  { host: 'anrdoezrs.net', path: ANY, names: ['url'] },
  // Translations and previews of the page at `u`.
  { host: 'translate.google.*', path: /^\/(?:translate|website)$/, names: ['u'] },
  { host: 'translatetheweb.com', path: ANY, names: ['a'] },
]

/** Elsewhere: a path that ends in one of these words, with an absolute URL in one of those parameters. */
export const REDIRECT_SEGMENT =
  /^(?:url|redirect(?:ed|or|ion|url)?|redir|rd|out(?:bound|going|link)?|exit|away|leave|leaving|go|goto|jump|link|click|track(?:ing|click)?|forward|fwd|external|l|r|t|u|tr|cl|ck|ct)(?:\.(?:php|aspx?|jsp|cgi|html?))?$/i
export const REDIRECT_NAMES: readonly string[] = [
  ...[
    'url',
    'u',
    'q',
    'to',
    'target',
    'targeturl',
    'target_url',
    'dest',
    'destination',
    'desturl',
    'redirect',
    'redirecturl',
  ],
  ...[
    'redirect_url',
    'redirect_to',
    'redirect_uri',
    'redir',
    'r',
    'link',
    'href',
    'goto',
    'go',
    'out',
    'uri',
    'location',
  ],
]

function decoded(text: string | undefined): string | null {
  if (text === undefined) return null
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** "s/host/path" or "host/path" as AMP caches write it. */
function pathTarget(rest: string, search: string): string | null {
  const match = /^(s\/)?([\w.-]+\.[a-z][\w-]*(?::\d+)?(?:\/.*)?)$/i.exec(rest)
  return match === null ? null : `${match[1] === undefined ? 'http' : 'https'}://${match[2]}${search}`
}

/** @see https://developers.google.com/amp/cache/overview */
function ampCacheTarget({ pathname, search }: URL): string | null {
  const match = /^\/(?:[a-z]|ii?|wp|ad)\/(.+)$/.exec(pathname)
  const query = search
    .slice(1)
    .split('&')
    .filter((pair) => !/^(?:amp_|usqp=)/.test(pair))
    .join('&')
  return match === null ? null : pathTarget(match[1]!, query === '' ? '' : `?${query}`)
}

/** Old article ids are a protocol buffer with the URL in field 4; newer ones only their server can read. */
function googleNewsTarget({ pathname }: URL): string | null {
  const id = pathname.split('/').at(-1)!
  try {
    const bytes = atob(id.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''))
    const at = bytes.indexOf('\x22', 2)
    if (!bytes.startsWith('\x08\x13') || at !== 2) return null
    // A varint of one or two bytes: URLs are shorter than 16,384.
    const first = bytes.charCodeAt(3)
    const isLong = first >= 0x80
    const length = isLong ? (first & 0x7f) | (bytes.charCodeAt(4) << 7) : first
    const start = isLong ? 5 : 4
    const url = bytes.slice(start, start + length)
    return url.length === length ? url : null
  } catch {
    return null
  }
}

/** Disqus signs behind a colon. */
function disqusTarget({ searchParams }: URL): string | null {
  return searchParams.get('url')?.replace(/:[\w-]+$/, '') ?? null
}

function urlDefenseTarget({ pathname, search }: URL): string | null {
  const match = /^\/v3\/__(.+?)__;/.exec(pathname + search)
  return match === null ? null : match[1]!.replace(/^(https?):\/(?!\/)/, '$1://')
}

function proofpointTarget({ searchParams }: URL): string | null {
  return decoded(
    searchParams
      .get('u')
      ?.replaceAll('_', '/')
      .replace(/-([0-9A-F]{2})/gi, '%$1'),
  )
}
