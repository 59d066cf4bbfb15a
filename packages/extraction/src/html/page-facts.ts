import { decodeHTML } from 'entities'
import { isArticleNode, isNewsNode, type JsonLdNode, jsonLdNodes, listOf, stringOf, typesOf } from './json-ld.ts'
import { collapse, type PageElement, type PageTree, textOf, walkElements } from './page-tree.ts'

/** A statement of the page's markup about its article, with where it stands. */
export type Fact = { value: string; source: string }

export type NamedParty = { name: string; kind: 'person' | 'organization' | 'unknown'; source: string }

/** Everything the markup states for machines: JSON-LD, meta tags, microdata, links in the head. */
export type PageFacts = {
  /** The JSON-LD node of the page's own article, or null. */
  article: JsonLdNode | null
  nodes: JsonLdNode[]
  /** Contents of meta tags by lower-case name, property or itemprop. */
  meta: Map<string, string[]>
  /** Elements by microdata's itemprop or RDFa's property. */
  itemprops: Map<string, PageElement[]>
  canonicalLinks: string[]
  /** Text of `<title>`, as written. */
  title: string | null
  scripts: readonly string[]
  lang: string | null
  base: string | null
}

const METAS_MAX = 500
const ITEMPROPS_MAX = 2_000
const VALUE_CHARS_MAX = 5_000

/** Reads all of it once. @param url where the page was fetched, or null. */
export function pageFacts(tree: PageTree, url: string | null): PageFacts {
  const nodes = jsonLdNodes(tree.jsonLd)
  const facts: PageFacts = {
    article: null,
    nodes,
    meta: new Map(),
    itemprops: new Map(),
    canonicalLinks: [],
    title: tree.title,
    scripts: tree.scripts,
    lang: null,
    base: null,
  }
  let metas = 0
  let itemprops = 0
  walkElements(tree.root, (element) => {
    const { tag, attributes } = element
    if (tag === 'meta' && metas < METAS_MAX) {
      metas += 1
      addMeta(facts.meta, element)
    } else if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '') && attributes.href) {
      facts.canonicalLinks.push(attributes.href.trim())
    } else if (tag === 'html') facts.lang = attributes.lang ?? attributes['xml:lang'] ?? null
    else if (tag === 'base') facts.base ??= attributes.href ?? null
    const itemprop = attributes.itemprop ?? (tag === 'meta' ? undefined : attributes.property)
    if (itemprop === undefined || itemprops >= ITEMPROPS_MAX || isOfOther(element)) return
    for (const prefixed of itemprop.split(/\s+/)) {
      const name = prefixed.replace(/^schema:/, '')
      itemprops += 1
      const list = facts.itemprops.get(name)
      if (list) list.push(element)
      else facts.itemprops.set(name, [element])
    }
  })
  facts.article = chooseArticle(nodes, facts, url)
  return facts
}

/** Properties of an article that are things of their own, with days and names of their own. */
const OTHER_PROP = /(?:^|\s)(?:review|comment|\w*answer|video|image|author|offers)(?:\s|$)/i
const OTHER_TYPE = /\/(?:Comment|Answer|UserComments)$/i

/** Whether a microdata property stands in a thing that is itself a property of the page's: a review's date, a comment's. */
function isOfOther(element: PageElement): boolean {
  for (let at = element.parent; at !== null && at.tag !== 'body'; at = at.parent) {
    const { itemscope, itemprop, itemtype } = at.attributes
    if (itemscope === undefined && itemtype === undefined) continue
    return OTHER_PROP.test(itemprop ?? '') || OTHER_TYPE.test(itemtype ?? '')
  }
  return false
}

function addMeta(meta: Map<string, string[]>, element: PageElement): void {
  const { attributes } = element
  const content = attributes.content?.trim()
  if (!content) return
  const itemprop = attributes.itemprop === undefined || isOfOther(element) ? undefined : attributes.itemprop
  for (const key of [attributes.property, attributes.name, itemprop, attributes['http-equiv']]) {
    if (!key) continue
    const name = key.trim().toLowerCase()
    const list = meta.get(name)
    const value = content.slice(0, VALUE_CHARS_MAX)
    if (list === undefined) meta.set(name, [value])
    else if (!list.includes(value)) list.push(value)
  }
}

/** First content of the first of the named metas that has one. */
export function metaOf({ meta }: PageFacts, ...names: readonly string[]): Fact | null {
  for (const name of names) {
    const value = meta.get(name)?.[0]
    if (value !== undefined && value.trim() !== '') return { value: plainText(value), source: `meta ${name}` }
  }
  return null
}

/**
 * The node about this page's article: one that names the page, or whose headline the page repeats, before others, since
 * pages also describe their teasers.
 */
function chooseArticle(nodes: readonly JsonLdNode[], facts: PageFacts, url: string | null): JsonLdNode | null {
  const titles = [facts.meta.get('og:title')?.[0], facts.meta.get('twitter:title')?.[0]]
    .map(words)
    .filter((set) => set.size > 0)
  const addresses = [url, facts.canonicalLinks[0], facts.meta.get('og:url')?.[0]]
    .map(pathKey)
    .filter((key) => key !== null)
  let best: JsonLdNode | null = null
  let bestScore = 0
  for (const node of nodes) {
    if (!isArticleNode(node)) continue
    const headline = words(stringOf(node.headline) ?? stringOf(node.name) ?? undefined)
    const named = [node.url, node.mainEntityOfPage, node['@id']].map((value) => pathKey(stringOf(value)))
    let score = isNewsNode(node) ? 2 : 1
    if (isEntry(node)) score -= 4
    else if (named.some((key) => key !== null && addresses.includes(key))) score += 4
    else if (named[0] !== null && addresses.length > 0) score -= 1
    if (titles.some((title) => overlap(title, headline) > 0.6)) score += 3
    if (stringOf(node.datePublished) !== null) score += 1
    if (node.author !== undefined) score += 1
    if (typeof node.articleBody === 'string') score += 1
    if (score > bestScore) {
      best = node
      bestScore = score
    }
  }
  return best
}

/** An update of a live blog, which has the page's address and a place on it: "…/live#entry-12". */
const isEntry = ({ url }: JsonLdNode): boolean => /[^/]#\w/.test(stringOf(url) ?? '')

/** Its words in their order, in lower case. */
export const tokensOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

export const words = (text: string | undefined | null): Set<string> => new Set(tokensOf(text ?? ''))

/** Shared words over the words of both. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared / (a.size + b.size - shared)
}

function pathKey(url: string | null | undefined): string | null {
  if (!url) return null
  const parsed = URL.parse(url)
  if (parsed === null) return null
  return parsed.hostname.replace(/^(?:www|m|amp)\./, '') + parsed.pathname.replace(/\/(?:amp\/?)?$/, '')
}

/** Text of a value that may hold entities or markup: publishers put both into JSON and attributes. */
export function plainText(value: string): string {
  const decoded = value.includes('&') ? decodeHTML(decodeHTML(value)) : value
  return collapse(decoded.includes('<') ? decoded.replace(/<[^<>]{0,500}>/g, ' ') : decoded)
}

/** Values of a property of the article's node, as plain text. */
export function articleValue({ article }: PageFacts, ...keys: readonly string[]): Fact | null {
  if (article === null) return null
  for (const key of keys) {
    const value = stringOf(article[key])
    if (value !== null && plainText(value) !== '')
      return { value: plainText(value), source: `JSON-LD ${typesOf(article)[0] ?? ''} ${key}` }
  }
  return null
}

/** Whether the page says that it is an article. */
export function isArticlePage(facts: PageFacts): boolean {
  const type = metaOf(facts, 'og:type')?.value ?? ''
  return facts.article !== null || /article|news/i.test(type) || facts.meta.has('article:published_time')
}

/** People and organisations under a property of the article's node. */
export function articleParties({ article }: PageFacts, key: string): NamedParty[] {
  if (article === null) return []
  const source = `JSON-LD ${typesOf(article)[0] ?? ''} ${key}`
  return listOf(article[key]).flatMap((entry): NamedParty[] => {
    if (typeof entry === 'string') return [{ name: plainText(entry), kind: 'unknown', source }]
    if (typeof entry !== 'object' || entry === null) return []
    const node = entry as JsonLdNode
    const types = typesOf(node)
    const kind = types.includes('Person')
      ? 'person'
      : types.some((type) => /Organization|Brand|Corporation/.test(type))
        ? 'organization'
        : 'unknown'
    return listOf(node.name ?? node.givenName).flatMap((name) => {
      const text = stringOf(name)
      return text === null ? [] : [{ name: plainText(text), kind, source } as const]
    })
  })
}

/** What a microdata element says: its content, datetime or text. */
export function itempropText(element: PageElement): string {
  const { content, datetime } = element.attributes
  return plainText(content ?? datetime ?? textOf(element, 2_000))
}

/** Letters only, lower case and without accents: two spellings of one name. */
export const squeezeName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
