import { normalUrl, siteOf, urlKind } from '@dateline/domain'
import { type PageLink, readPageLinks } from './read-page-links.ts'

const LINKS_MAX = 1_000
/** Shorter link texts are names of sections, "more" and "read on". */
const HEADLINE_WORDS_MIN = 4

export type SectionLink = {
  readonly url: string
  /** The longest text that links to it; null: pictures alone do. */
  readonly title: string | null
}

/**
 * Links to articles on a site's front or section page, in its order, each article once: pages of the same site whose
 * address looks like an article's, or that are linked by a headline.
 *
 * @param html decoded page.
 * @param url where it was found, after redirects.
 */
export function findSectionLinks(html: string, url: string): SectionLink[] {
  return select(html, url, (link) => {
    const kind = urlKind(link.url)
    if (kind === 'file' || kind === 'front-page') return false
    if (kind === 'article') return !link.isFurniture || isHeadline(link)
    const isHeadlined = link.isHeading || link.text.split(' ').length > HEADLINE_WORDS_MIN
    return !link.isFurniture && isHeadline(link) && (kind === 'page' || isHeadlined)
  })
}

/** Section pages of the same site that a page's navigation links to: where a `site` source may look further. */
export function findSections(html: string, url: string): SectionLink[] {
  return select(html, url, (link) => {
    const isNear = link.isFurniture || new URL(link.url).pathname.split('/').filter(Boolean).length === 1
    return isNear && urlKind(link.url) === 'section' && !isHeadline(link) && !UNFIT.test(link.url)
  })
}

/** Sections that list no articles. */
const UNFIT =
  /\/(?:log-?in|sign-?(?:in|up)|register|account|subscri\w+|abo|newsletters?|cart|shop|store|jobs|careers|contact[\w-]*|kontakt|about[\w-]*|impressum|imprint|privacy[\w-]*|datenschutz|terms[\w-]*|cookies?[\w-]*|legal|agb|help|faq|support|advertis\w+|sitemaps?|search|suche|wp-[\w-]+|static|assets|rss|feeds?)(?:[/?#]|$)/i

function isHeadline({ text }: PageLink): boolean {
  return (
    text.split(' ').length >= HEADLINE_WORDS_MIN ||
    (text.length >= 12 &&
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]|[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
  )
}

function select(html: string, url: string, isWanted: (link: PageLink) => boolean): SectionLink[] {
  const site = siteOf(url)
  const self = normalUrl(url)
  const found = new Map<string, SectionLink>()
  for (const link of readPageLinks(html, url)) {
    if (link.element !== 'a' || siteOf(link.url) !== site || !isWanted(link)) continue
    const normal = normalUrl(link.url)
    if (normal === null || normal === self) continue
    const before = found.get(normal)
    if (before === undefined && found.size >= LINKS_MAX) break
    const title = link.text.length > (before?.title?.length ?? 0) ? link.text : (before?.title ?? null)
    found.set(normal, { url: before?.url ?? link.url, title: title || null })
  }
  return [...found.values()]
}
