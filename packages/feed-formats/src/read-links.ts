import { baseOf, resolveUrl } from './resolve-url.ts'
import { elementsOf, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

export type Link = { readonly rel: string; readonly type: string; readonly url: string; readonly element: XmlElement }

/** All Atom links of a feed or entry, and RSS's own, in the document's order. */
export function linksOf(element: XmlElement, documentBase: string | null): Link[] {
  const links: Link[] = []
  for (const link of elementsOf(element, 'atom:link', 'link', 'xhtml:link', 'link:link')) {
    const reference = link.attributes.href ?? link.attributes['rdf:resource'] ?? textOf(link)
    const url = resolveUrl(reference, baseOf(link, documentBase))
    const rel = (link.attributes.rel ?? 'alternate')
      .toLowerCase()
      .replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '')
    if (url !== null) links.push({ rel, type: (link.attributes.type ?? '').toLowerCase(), url, element: link })
  }
  return links
}

/** The page itself: an alternate link, of type HTML before one of another type; of several the last, as feedparser has it. */
export function alternateOf(links: readonly Link[]): string | null {
  const alternates = links.filter(({ rel }) => rel === 'alternate')
  const best = alternates.findLast(({ type }) => type === '' || type.includes('html')) ?? alternates[0]
  return best?.url ?? null
}

export function relOf(links: readonly Link[], ...rels: string[]): string | null {
  return links.find(({ rel }) => rels.includes(rel))?.url ?? null
}
