import { type CurrentArticle, currentArticle } from './current-article.ts'
import { toWindows1252 } from './encode-body.ts'
import { listingEntries } from './feeds/listing-entries.ts'
import { renderListing } from './feeds/render-listing.ts'
import { elsewhere, linkOf, pageOf, publishedBy, urlOf } from './newsstand.ts'
import { type Outlet, outlets, SHORTENER_HOST } from './outlets.ts'
import { shortLinks, specialPages } from './special-pages.ts'
import { articleOf } from './stories/stories.ts'
import { frontPage, sectionPath } from './templates/front-page.ts'
import { renderSpecialPage } from './templates/special-page.ts'
import { templates } from './templates/templates.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** When the content last changed, in simulated time. */
  readonly lastModified: string
}

const HTML = 'text/html; charset=utf-8'

/** All hosts that answer. */
export const hosts: readonly string[] = [
  ...outlets.flatMap(({ host, otherHosts }) => [host, ...(otherHosts ?? [])]),
  SHORTENER_HOST,
]

/** What a host of the newsroom says to a path (with its query) at a simulated time. Pure. */
export function answer(host: string, target: string, now: string): Answer {
  if (host === SHORTENER_HOST) return shortLink(target, now)
  const outlet = outlets.find((candidate) => candidate.host === host || candidate.otherHosts?.includes(host))
  if (outlet === undefined) return page(421, `No outlet of the newsroom has the host "${host}".`, now, 'text/plain')
  const special = specialPages.find(
    (candidate) => candidate.outlet === outlet.id && candidate.path === withoutTracking(target),
  )
  if (special !== undefined && special.published <= now) {
    return page(200, renderSpecialPage(outlet, special, elsewhere(outlet, now)), special.published)
  }
  const path = target.split('?')[0]!
  return fixedPage(outlet, path, now) ?? articlePage(outlet, path, host, now) ?? notFound(now)
}

/** A server hands out the same page whatever a feed adds to count its readers. */
function withoutTracking(target: string): string {
  return target.replace(/[?&]utm_.*$/, '')
}

function fixedPage(outlet: Outlet, path: string, now: string): Answer | null {
  if (path === '/robots.txt') return page(200, outlet.robots, '2026-01-01T00:00:00Z', 'text/plain')
  if (path.startsWith('/images/')) return page(200, image(path), '2026-01-01T00:00:00Z', 'image/svg+xml')
  const newest = publishedBy(outlet.id, now)[0]?.published ?? now
  const listing = outlet.listings.find((candidate) => candidate.path === path && candidate.format !== 'sections')
  if (listing !== undefined) {
    const { contentType, body } = renderListing(outlet, listing, listingEntries(outlet, listing, now), now)
    return page(200, body, newest, contentType)
  }
  const isListed = (article: CurrentArticle) => article.disallowed !== true && article.gone === undefined
  const links = publishedBy(outlet.id, now).filter(isListed)
  // The front page of an outlet without a feed leads to its sections only.
  const shown = outlet.listings[0]?.format === 'sections' ? links.slice(0, 2) : links
  if (path === '/') return page(200, frontPage(outlet, outlet.name, shown.map(linkOf)), newest)
  const section = outlet.sections.find((name) => sectionPath(name).slice(0, -1) === path.replace(/\/$/, ''))
  if (section === undefined) return null
  const inSection = links.filter((article) => article.section === section)
  return page(200, frontPage(outlet, section, inSection.map(linkOf)), newest)
}

function articlePage(outlet: Outlet, path: string, host: string, now: string): Answer | null {
  const isAmp = path.startsWith('/amp/')
  const wanted = isAmp ? path.slice('/amp'.length) : path
  for (const article of publishedBy(outlet.id, now)) {
    if (isAmp && !article.quirks?.includes('amp')) continue
    if (article.path !== wanted && article.currentPath !== wanted) continue
    if (article.gone !== undefined && article.gone <= now)
      return page(410, '<h1>410 Gone</h1><p>This page has been withdrawn.</p>', article.gone)
    if (article.currentPath !== wanted) return redirect(urlOf(article), now)
    return rendered(article, outlet, host, isAmp, now)
  }
  return null
}

function rendered(article: CurrentArticle, outlet: Outlet, host: string, isAmp: boolean, now: string): Answer {
  const html = templates[outlet.template](pageOf(article, now, host, isAmp))
  const isRelative = outlet.template === 'aggregator' || article.quirks?.includes('relative-date')
  const lastModified = isRelative ? now : (article.edit?.at ?? article.modified ?? article.published)
  if (outlet.template === 'tables') {
    return { ...page(200, '', lastModified, 'text/html'), body: toWindows1252(html) }
  }
  return page(
    200,
    html,
    lastModified,
    article.quirks?.includes('wrong-charset') ? 'text/html; charset=ISO-8859-1' : HTML,
  )
}

function shortLink(target: string, now: string): Answer {
  if (target === '/robots.txt') return page(200, 'User-agent: *\nDisallow:\n', '2026-01-01T00:00:00Z', 'text/plain')
  const link = shortLinks[target]
  const article = link === undefined ? null : currentArticle(articleOf(link.article), now)
  if (link === undefined || article === null) return notFound(now)
  const url = new URL(urlOf(article))
  if (link.to === 'other-host') url.host = url.host.replace(/^www\./, '')
  if (link.to === 'amp') url.pathname = `/amp${url.pathname}`
  return redirect(url.href, now)
}

function redirect(location: string, now: string): Answer {
  const moved = page(301, `<a href="${location}">Moved</a>`, now)
  return { ...moved, headers: { ...moved.headers, Location: location } }
}

function notFound(now: string): Answer {
  return page(404, '<!DOCTYPE html><title>Not found</title><h1>Not found</h1><p>There is no such page here.</p>', now)
}

function page(status: number, body: string, lastModified: string, contentType = HTML): Answer {
  return { status, headers: { 'Content-Type': contentType }, body: Buffer.from(body), lastModified }
}

/** A grey picture with its name on it. */
function image(path: string): string {
  const name = path.slice('/images/'.length).replace(/[^a-z0-9-]/g, ' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><rect width="100%" height="100%" fill="#9aa"/><text x="40" y="80" font-size="40">${name}</text></svg>\n`
}
