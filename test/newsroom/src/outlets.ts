export type OutletId =
  | 'herald'
  | 'post'
  | 'ledger'
  | 'harbour'
  | 'today'
  | 'citizen'
  | 'bulletin'
  | 'northwire'
  | 'meridian'
  | 'frontpages'
  | 'anzeiger'
  | 'gazette'
  | 'correo'
  | 'rayhan'
  | 'aomine'

export type TemplateId =
  | 'modern'
  | 'tables'
  | 'microdata'
  | 'blog'
  | 'cms'
  | 'amp-pair'
  | 'plain'
  | 'wire'
  | 'bulletin-board'
  | 'aggregator'
  | 'continental'

/** How an outlet says what it has published. */
export type Listing = {
  readonly kind: 'feed' | 'sitemap' | 'site'
  readonly format: 'rss' | 'odd-rss' | 'atom' | 'json-feed' | 'rdf' | 'news-sitemap' | 'sections'
  readonly path: string
}

export type Outlet = {
  readonly id: OutletId
  readonly name: string
  readonly host: string
  /** Other hosts that show the same pages; their canonical link names `host`. */
  readonly otherHosts?: readonly string[]
  readonly language: string
  readonly template: TemplateId
  readonly tagline: string
  /** First one first: what a reader finds in the navigation. */
  readonly sections: readonly string[]
  readonly listings: readonly Listing[]
  readonly robots: string
}

const OPEN = 'User-agent: *\nDisallow:\n'

/** The press of Valmere and its neighbours. All names and hosts are invented; .example and .test are reserved names. */
export const outlets: readonly Outlet[] = [
  {
    id: 'herald',
    name: 'The Corvane Herald',
    host: 'www.corvane-herald.example',
    otherHosts: ['corvane-herald.example'],
    language: 'en',
    template: 'modern',
    tagline: 'The capital’s newspaper since 1871',
    sections: ['News', 'Politics', 'World', 'Culture', 'Sport'],
    listings: [
      { kind: 'feed', format: 'rss', path: '/rss/latest.xml' },
      { kind: 'sitemap', format: 'news-sitemap', path: '/news-sitemap.xml' },
    ],
    robots: `${OPEN}\nSitemap: http://www.corvane-herald.example/news-sitemap.xml\n`,
  },
  {
    id: 'post',
    name: 'Tarnholm Post',
    host: 'tarnholm-post.example',
    language: 'en',
    template: 'tables',
    tagline: 'News from both banks of the Orrel',
    sections: ['Local', 'Courts', 'Sport', 'Letters'],
    listings: [{ kind: 'feed', format: 'rdf', path: '/index.rdf' }],
    robots: OPEN,
  },
  {
    id: 'ledger',
    name: 'The Lindmouth Ledger',
    host: 'ledger.example',
    language: 'en',
    template: 'microdata',
    tagline: 'Business, shipping and markets',
    sections: ['Markets', 'Companies', 'Shipping', 'Work'],
    listings: [{ kind: 'feed', format: 'atom', path: '/atom' }],
    robots: 'User-agent: *\nDisallow: /account/\nDisallow: /search\n',
  },
  {
    id: 'harbour',
    name: 'Harbour Notes',
    host: 'harbour-notes.example',
    language: 'en',
    template: 'blog',
    tagline: 'Bettina Sorrel writes about ships, skies and the people in between',
    sections: ['Notes', 'Archive', 'About'],
    listings: [{ kind: 'feed', format: 'json-feed', path: '/feed.json' }],
    robots: OPEN,
  },
  {
    id: 'today',
    name: 'Valmere Today',
    host: 'valmere-today.example',
    language: 'en',
    template: 'cms',
    tagline: 'All of it, all day',
    sections: ['Top stories', 'Money', 'Health', 'Football', 'Members'],
    listings: [{ kind: 'feed', format: 'odd-rss', path: '/feed/' }],
    robots: 'User-agent: *\nAllow: /\nDisallow: /members/\nDisallow: /*?print=\n',
  },
  {
    id: 'citizen',
    name: 'The Merrin Citizen',
    host: 'citizen.example',
    language: 'en',
    template: 'amp-pair',
    tagline: 'Independent. Local. Yours.',
    sections: ['Merrin', 'Nation', 'Health', 'Arts'],
    listings: [{ kind: 'sitemap', format: 'news-sitemap', path: '/sitemaps/news.xml' }],
    robots: 'User-agent: *\nCrawl-delay: 1\n\nSitemap: http://citizen.example/sitemaps/news.xml\n',
  },
  {
    id: 'bulletin',
    name: 'Pellworth Bulletin',
    host: 'bulletin.example',
    language: 'en',
    template: 'plain',
    tagline: 'Published by the Pellworth Reading Room',
    sections: ['Town', 'Farm', 'Notices'],
    listings: [{ kind: 'site', format: 'sections', path: '/' }],
    robots: OPEN,
  },
  {
    id: 'northwire',
    name: 'Northwire',
    host: 'northwire.example',
    language: 'en',
    template: 'wire',
    tagline: 'News agency',
    sections: ['National', 'World', 'Business', 'Science', 'Sport'],
    listings: [{ kind: 'feed', format: 'rss', path: '/feeds/all.rss' }],
    robots: OPEN,
  },
  {
    id: 'meridian',
    name: 'Meridian Press Agency',
    host: 'meridian.example',
    language: 'en',
    template: 'bulletin-board',
    tagline: 'MPA · news for newspapers',
    sections: ['General', 'Economy', 'Sport'],
    listings: [{ kind: 'feed', format: 'atom', path: '/mpa/atom.xml' }],
    robots: OPEN,
  },
  {
    id: 'frontpages',
    name: 'Frontpages',
    host: 'frontpages.example',
    language: 'en',
    template: 'aggregator',
    tagline: 'What the papers say, all on one page',
    sections: ['Today', 'World', 'Money'],
    listings: [{ kind: 'feed', format: 'rss', path: '/rss' }],
    robots: OPEN,
  },
  {
    id: 'anzeiger',
    name: 'Neustrander Anzeiger',
    host: 'anzeiger.example',
    language: 'de',
    template: 'continental',
    tagline: 'Tageszeitung für Neustrand und Umgebung',
    sections: ['Politik', 'Wirtschaft', 'Wissen'],
    listings: [{ kind: 'feed', format: 'rss', path: '/feed.xml' }],
    robots: OPEN,
  },
  {
    id: 'gazette',
    name: 'La Gazette de Mire',
    host: 'gazette.example',
    language: 'fr',
    template: 'continental',
    tagline: 'Le quotidien de la vallée',
    sections: ['Culture', 'Économie', 'Monde'],
    listings: [{ kind: 'feed', format: 'atom', path: '/atom.xml' }],
    robots: OPEN,
  },
  {
    id: 'correo',
    name: 'El Correo de Lirio',
    host: 'correo.example',
    language: 'es',
    template: 'continental',
    tagline: 'Diario de Puerto Lirio',
    sections: ['Sucesos', 'Mar', 'Economía'],
    listings: [{ kind: 'feed', format: 'rss', path: '/rss.xml' }],
    robots: OPEN,
  },
  {
    id: 'rayhan',
    name: 'صحيفة الريحان',
    host: 'rayhan.test',
    language: 'ar',
    template: 'continental',
    tagline: 'يومية مستقلة',
    sections: ['محليات', 'اقتصاد'],
    listings: [{ kind: 'feed', format: 'rss', path: '/rss.xml' }],
    robots: OPEN,
  },
  {
    id: 'aomine',
    name: '青嶺新聞',
    host: 'aomine.test',
    language: 'ja',
    template: 'continental',
    tagline: '風早諸島のニュース',
    sections: ['科学', '社会'],
    listings: [{ kind: 'feed', format: 'atom', path: '/atom.xml' }],
    robots: OPEN,
  },
]

/** Sends readers on: /herald1 answers 302 with the article's address, as link shorteners do. */
export const SHORTENER_HOST = 'go.example'

const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]))

export function outletOf(id: OutletId): Outlet {
  return byId.get(id)!
}

export function urlOn(outlet: Outlet, path: string): string {
  return `http://${outlet.host}${path}`
}
