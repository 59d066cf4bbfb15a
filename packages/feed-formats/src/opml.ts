import { decodeXml } from './decode-xml.ts'
import { escapeXml } from './escape-xml.ts'
import { feedDate } from './feed-date.ts'
import { DOCUMENT_BYTES_MAX } from './limits.ts'
import { plainText } from './plain-text.ts'
import { resolveUrl } from './resolve-url.ts'
import { elementsOf, firstOf, firstValue } from './xml-query.ts'
import { readXml, type XmlElement } from './xml-tree.ts'

const OUTLINES_MAX = 20_000

export type OpmlOutline = {
  readonly title: string | null
  readonly feedUrl: string
  /** The site the feed is of. */
  readonly siteUrl: string | null
  /** Names of the folders it stands in, outermost first. */
  readonly folders: readonly string[]
}

export type Opml = {
  readonly title: string | null
  readonly createdAt: string | null
  /** Feeds in the document's order, each once, at most OUTLINES_MAX. */
  readonly outlines: readonly OpmlOutline[]
  /** Outlines that name a feed a second time. */
  readonly duplicates: number
  /** Outlines whose feed cannot be fetched, as written: no http(s) URL, or one too many. */
  readonly refused: readonly { readonly title: string | null; readonly feedUrl: string }[]
}

type Found = {
  feeds: Map<string, OpmlOutline>
  duplicates: number
  refused: { title: string | null; feedUrl: string }[]
}

/** Reads a list of subscriptions. @see http://opml.org/spec2.opml */
export function parseOpml(body: Uint8Array): Opml | { error: { code: 'too-large' | 'not-opml'; message: string } } {
  if (body.length > DOCUMENT_BYTES_MAX) {
    return { error: { code: 'too-large', message: `The file has more than ${DOCUMENT_BYTES_MAX} bytes` } }
  }
  const { root } = readXml(decodeXml(body).text)
  const list = root === null ? null : firstOf(root, 'body')
  if (root?.name !== 'opml' || list === null) {
    return { error: { code: 'not-opml', message: 'The file is no OPML: it has no <opml> with a <body>' } }
  }
  const head = firstOf(root, 'head')
  const found: Found = { feeds: new Map(), duplicates: 0, refused: [] }
  collect(list, [], found)
  return {
    title: plainText((head === null ? null : firstValue(head, 'title')) ?? '') || null,
    createdAt: head === null ? null : feedDate(firstValue(head, 'datecreated')),
    outlines: [...found.feeds.values()],
    duplicates: found.duplicates,
    refused: found.refused,
  }
}

function collect(parent: XmlElement, folders: readonly string[], found: Found): void {
  for (const outline of elementsOf(parent, 'outline')) {
    const { text, title, xmlurl, htmlurl, url, type } = outline.attributes
    const name = plainText(title ?? text ?? '') || null
    const written = xmlurl ?? (/^(?:rss|atom|feed)$/i.test(type ?? '') ? (url ?? null) : null)
    const feedUrl = resolveUrl(written, null)
    if (feedUrl !== null && found.feeds.has(feedUrl)) found.duplicates += 1
    else if (feedUrl !== null && found.feeds.size < OUTLINES_MAX) {
      found.feeds.set(feedUrl, { title: name, feedUrl, siteUrl: resolveUrl(htmlurl ?? null, null), folders })
    } else if (written !== null && found.refused.length < OUTLINES_MAX) {
      found.refused.push({ title: name, feedUrl: written })
    }
    // Depth is bounded by XML_DEPTH_MAX.
    collect(outline, written === null && name !== null ? [...folders, name] : folders, found)
  }
}

/** Writes a list of subscriptions as OPML 2.0, folders nested. */
export function renderOpml({ title, createdAt, outlines }: Pick<Opml, 'title' | 'createdAt' | 'outlines'>): string {
  const date = createdAt === null ? '' : `\n    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeXml(title ?? '')}</title>${date}
  </head>
  <body>
${renderFolder(outlines, 0, '    ')}  </body>
</opml>
`
}

function renderFolder(outlines: readonly OpmlOutline[], depth: number, indent: string): string {
  const groups = Map.groupBy(outlines, ({ folders }) => folders[depth])
  return [...groups].map(([folder, within]) => renderGroup(folder, within, depth, indent)).join('')
}

function renderGroup(
  folder: string | undefined,
  outlines: readonly OpmlOutline[],
  depth: number,
  indent: string,
): string {
  if (folder === undefined) return outlines.map((outline) => `${indent}${renderOutline(outline)}\n`).join('')
  const inner = renderFolder(outlines, depth + 1, `${indent}  `)
  return `${indent}<outline text="${escapeXml(folder)}">\n${inner}${indent}</outline>\n`
}

function renderOutline({ title, feedUrl, siteUrl }: OpmlOutline): string {
  const site = siteUrl === null ? '' : ` htmlUrl="${escapeXml(siteUrl)}"`
  return `<outline type="rss" text="${escapeXml(title ?? feedUrl)}" xmlUrl="${escapeXml(feedUrl)}"${site}/>`
}
