import { extract } from '../../quality/adapters/extraction.ts'

export type Extract = (html: string, url: string) => Promise<string> | string

type Found = { content?: unknown } | null

/** What is needed of a node, whatever DOM it comes from. */
type DomNode = {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  firstChild: DomNode | null
  nextSibling: DomNode | null
}

/**
 * Ours and the extractors of the npm registry, each from HTML to plain text. Peers are loaded only where they run. Not among
 * them: @postlight/parser, which cannot be installed from the registry alone (it depends on a repository).
 */
export const PEERS: Readonly<Record<string, () => Promise<Extract>>> = {
  async dateline() {
    return (html, url) => extract(html, url).text
  },

  async 'readability on linkedom'() {
    const { parseHTML } = await import('linkedom')
    const { Readability } = await import('@mozilla/readability')
    return (html) => {
      const { document } = parseHTML(html)
      const article = new Readability<DomNode>(document, { serializer: (node) => node as DomNode }).parse()
      return article?.content ? blockText(article.content) : ''
    }
  },

  async 'readability on jsdom'() {
    const { JSDOM, VirtualConsole } = await import('jsdom')
    const { Readability } = await import('@mozilla/readability')
    return (html, url) => {
      const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
      try {
        const article = new Readability<DomNode>(dom.window.document, { serializer: (node) => node as DomNode }).parse()
        return article?.content ? blockText(article.content) : ''
      } finally {
        dom.window.close()
      }
    }
  },

  async 'article-extractor'() {
    const { extractFromHtml } = await import('@extractus/article-extractor')
    const { parseHTML } = await import('linkedom')
    return async (html, url) => {
      const options = { contentLengthThreshold: 0, descriptionLengthThreshold: 0 }
      const found = (await extractFromHtml(html, url, options)) as Found
      return blockText(parseHTML(`<html><body>${String(found?.content ?? '')}</body></html>`).document.body)
    }
  },

  async defuddle() {
    const { Defuddle } = await import('defuddle/node')
    const { parseHTML } = await import('linkedom')
    return async (html, url) => {
      const found = await Defuddle(html, url, { useAsync: false })
      return blockText(parseHTML(`<html><body>${found.content ?? ''}</body></html>`).document.body)
    }
  },
}

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

/** Text with a line for each block, so that peers which give HTML are judged by their words and not by glued ones. */
function blockText(root: DomNode): string {
  let text = ''
  const walk = (node: DomNode) => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) text += child.nodeValue ?? ''
      if (child.nodeType !== 1 || /^(?:script|style)$/i.test(child.nodeName)) continue
      const edge = BLOCKS.has(child.nodeName.toLowerCase()) ? '\n' : ''
      text += edge
      walk(child)
      text += edge
    }
  }
  walk(root)
  return text
}
