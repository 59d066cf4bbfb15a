import { currentArticle } from '../current-article.ts'
import { publishedBy, teaserOf, urlOf } from '../newsstand.ts'
import { type Listing, type Outlet, SHORTENER_HOST, urlOn } from '../outlets.ts'
import { shortLinks, specialPages } from '../special-pages.ts'
import { articleOf } from '../stories/stories.ts'
import type { Entry } from './entry.ts'

const UTM = 'utm_source=feed&utm_medium=rss'

/** What a listing names at a simulated time, newest first, with the oddities of its outlet. */
export function listingEntries(outlet: Outlet, listing: Listing, now: string): readonly Entry[] {
  const own = publishedBy(outlet.id, now).map((article): Entry => {
    // Feeds keep the address under which they announced an article; sitemaps and front pages follow a move.
    const url = listing.kind === 'feed' ? urlOn(outlet, article.path) : urlOf(article)
    const { title, authors, published, section } = article
    return { url, title, teaser: teaserOf(article), authors, published, section }
  })
  const special = specialPages
    .filter((page) => page.outlet === outlet.id && page.published <= now && listing.kind === 'feed')
    .map(({ path, listedTitle, published }): Entry => {
      return {
        url: urlOn(outlet, path),
        title: listedTitle,
        teaser: listedTitle,
        authors: [],
        published,
        section: outlet.sections[0]!,
      }
    })
  const entries = [...own, ...special, ...shortened(outlet, now)].sort((a, b) => (a.published < b.published ? 1 : -1))
  if (listing.format === 'rss' && outlet.id === 'herald') {
    return entries.map((entry) => ({ ...entry, url: `${entry.url}?${UTM}&utm_campaign=latest` }))
  }
  return listing.format === 'odd-rss' ? withDuplicates(entries) : entries
}

/** The aggregator's feed names other papers' articles by short links. */
function shortened(outlet: Outlet, now: string): readonly Entry[] {
  if (outlet.id !== 'frontpages') return []
  return Object.entries(shortLinks).flatMap(([path, { article: id }]) => {
    const article = currentArticle(articleOf(id), now)
    if (article === null) return []
    const { title, published } = article
    return [
      {
        url: `http://${SHORTENER_HOST}${path}`,
        title,
        teaser: teaserOf(article),
        authors: [],
        published,
        section: 'Today',
      },
    ]
  })
}

/** Every third entry stands twice, with other tracking parameters: the portal's feed is made of several. */
function withDuplicates(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry, index) =>
    index % 3 === 0
      ? [
          { ...entry, url: `${entry.url}?utm_source=rss&fbclid=IwAR${index}x` },
          { ...entry, url: `${entry.url}?utm_campaign=top&utm_source=rss#comments` },
        ]
      : [entry],
  )
}
