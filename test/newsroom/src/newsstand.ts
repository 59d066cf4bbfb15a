import { type CurrentArticle, currentArticle } from './current-article.ts'
import { type Outlet, type OutletId, outletOf, urlOn } from './outlets.ts'
import { plainText } from './prose.ts'
import { articleOf, articles } from './stories/stories.ts'
import type { Link, Page } from './templates/page.ts'

const TEASER_CHARS_MAX = 140
const RELATED_MAX = 5
const ELSEWHERE_MAX = 9

/** What an outlet has published by a simulated time, newest first. */
export function publishedBy(outlet: OutletId, now: string): readonly CurrentArticle[] {
  return articles
    .filter((article) => article.outlet === outlet)
    .map((article) => currentArticle(article, now))
    .filter((article) => article !== null)
    .sort((a, b) => (a.published < b.published ? 1 : -1))
}

export function urlOf(article: CurrentArticle): string {
  return urlOn(outletOf(article.outlet), article.currentPath)
}

/** The page model of an article. `host`: under which of the outlet's hosts it was asked for. */
export function pageOf(article: CurrentArticle, now: string, host: string, isAmp: boolean): Page {
  const outlet = outletOf(article.outlet)
  const others = publishedBy(outlet.id, now).filter(({ id, gone }) => id !== article.id && gone === undefined)
  return {
    outlet,
    article,
    url: `http://${host}${isAmp ? '/amp' : ''}${article.currentPath}`,
    canonicalUrl: canonicalOf(article, outlet),
    isAmp,
    related: others.slice(0, RELATED_MAX).map(linkOf),
    elsewhere: elsewhere(outlet, now),
    linkTo: (id) => {
      const linked = currentArticle(articleOf(id), now)
      return linked === null ? null : linkOf(linked)
    },
    now,
  }
}

function canonicalOf(article: CurrentArticle, outlet: Outlet): string {
  if (article.quirks?.includes('lying-canonical')) return urlOn(outlet, '/')
  const url = urlOf(article)
  return article.quirks?.includes('https-canonical') ? url.replace('http:', 'https:') : url
}

export function linkOf(article: CurrentArticle): Link {
  return {
    title: article.title,
    url: urlOf(article),
    outlet: outletOf(article.outlet).name,
    teaser: teaserOf(article),
  }
}

/** The newest of other papers' articles in the same language, at most one an outlet and story. */
export function elsewhere(outlet: Outlet, now: string): readonly Link[] {
  const taken = new Set<string>()
  const links: Link[] = []
  const visible = articles.map((article) => currentArticle(article, now)).filter((article) => article !== null)
  for (const article of visible.sort((a, b) => (a.published < b.published ? 1 : -1))) {
    const from = outletOf(article.outlet)
    const story = article.id.split('/')[0]!
    if (from.id === outlet.id || from.language !== outlet.language || article.gone !== undefined) continue
    if (taken.has(from.id) || taken.has(story) || article.disallowed === true) continue
    taken.add(from.id).add(story)
    links.push(linkOf(article))
    if (links.length === ELSEWHERE_MAX) break
  }
  return links
}

/** First words of the article, cut at a word. */
export function teaserOf(article: CurrentArticle): string {
  const first = article.body.find((block) => block.type === 'paragraph')
  const text = article.standfirst ?? (first !== undefined && 'text' in first ? plainText(first.text) : article.title)
  if (text.length <= TEASER_CHARS_MAX) return text
  const cut = text.slice(0, TEASER_CHARS_MAX)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))}…`
}
