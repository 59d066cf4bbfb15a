/** A node of a JSON-LD graph, as found: nothing about its shape can be relied on. */
export type JsonLdNode = Record<string, unknown>

const NODES_MAX = 3_000
const DEPTH_MAX = 12

/** Types whose node may describe the page's own article. */
const ARTICLE_TYPE =
  /(?:Article|BlogPosting|Posting|Report|Blog|Review|Recipe|HowTo|QAPage|ScholarlyArticle|TechArticle)$/
const NEWS_TYPE = /(?:NewsArticle|LiveBlogPosting|ReportageNewsArticle|BlogPosting|Article)$/

/** All nodes of all blocks, nested ones included. Blocks that are no JSON, even after repair, are passed over. */
export function jsonLdNodes(blocks: readonly string[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = []
  for (const block of blocks) {
    const value = parseLenient(block)
    if (value !== undefined) collect(value, nodes, 0)
  }
  return resolveReferences(nodes)
}

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > DEPTH_MAX || nodes.length >= NODES_MAX || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, nodes, depth + 1)
    return
  }
  const node = value as JsonLdNode
  if (node['@type'] !== undefined || node['@id'] !== undefined) nodes.push(node)
  for (const [key, inner] of Object.entries(node)) {
    if (key !== '@context' && typeof inner === 'object') collect(inner, nodes, depth + 1)
  }
}

/** `{"@id": x}` alone stands for the node that carries that id and its data elsewhere. */
function resolveReferences(nodes: JsonLdNode[]): JsonLdNode[] {
  const byId = new Map<string, JsonLdNode>()
  for (const node of nodes) {
    const id = node['@id']
    if (typeof id === 'string' && Object.keys(node).length > 2 && !byId.has(id)) byId.set(id, node)
  }
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    const id = (value as JsonLdNode)['@id']
    return typeof id === 'string' && Object.keys(value).length <= 2 ? (byId.get(id) ?? value) : value
  }
  return nodes.map((node) => {
    const copy: JsonLdNode = {}
    for (const [key, value] of Object.entries(node)) copy[key] = resolve(value)
    return copy
  })
}

function parseLenient(block: string): unknown {
  const text = block
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '')
  for (const repair of [(raw: string) => raw, escapeControls, dropTrailingCommas]) {
    try {
      return JSON.parse(repair(text))
    } catch {
      // The next repair may help; many publishers write line breaks and tabs inside strings.
    }
  }
  return undefined
}

/** Control characters are illegal in JSON strings and harmless outside of them as spaces. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const escapeControls = (text: string) => text.replace(/[\u0000-\u001f]+/g, ' ')
const dropTrailingCommas = (text: string) =>
  escapeControls(text)
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')

export function typesOf(node: JsonLdNode): string[] {
  const type = node['@type']
  const list = Array.isArray(type) ? type : [type]
  return list.filter((entry) => typeof entry === 'string').map((entry) => entry.replace(/^.*[/#:]/, ''))
}

export const isArticleNode = (node: JsonLdNode): boolean => typesOf(node).some((type) => ARTICLE_TYPE.test(type))
export const isNewsNode = (node: JsonLdNode): boolean => typesOf(node).some((type) => NEWS_TYPE.test(type))

/** A string value: of `{"@value": …}` and `{"name": …}` objects and one-entry lists too. */
export function stringOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length > 0 ? stringOf(value[0]) : null
  if (typeof value === 'object' && value !== null) {
    const node = value as JsonLdNode
    return stringOf(node['@value'] ?? node.name ?? node.url ?? node['@id'] ?? null)
  }
  return null
}

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
