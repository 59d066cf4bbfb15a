import { readUrl } from '@dateline/domain'
import { Parser } from 'htmlparser2'
import { plainText } from './plain-text.ts'

/** UTF-16 units of a page that are looked at, and links that are kept. */
const HTML_CHARS_MAX = 8_000_000
const ANCHORS_MAX = 10_000
const TEXT_CHARS_MAX = 1_000

export type PageLink = {
  readonly element: 'link' | 'a'
  readonly url: string
  readonly rel: string
  readonly type: string
  /** `title` of a link, text of an anchor, on one line. */
  readonly text: string
  /** Within a heading. */
  readonly isHeading: boolean
  /** Within navigation or the foot of the page. */
  readonly isFurniture: boolean
}

const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'svg'])
const HEADING = new Set(['h1', 'h2', 'h3', 'h4'])
const FURNITURE = new Set(['nav', 'footer'])

type State = {
  base: string | null
  depths: Record<'hidden' | 'heading' | 'furniture', number>
  open: Open | null
  links: PageLink[]
}
type Open = { href: string; rel: string; text: string; label: string; isHeading: boolean; isFurniture: boolean }

/** All http(s) links of a page that may lead somewhere, in its order, at most ANCHORS_MAX. Never throws on markup. */
export function readPageLinks(html: string, url: string): PageLink[] {
  const state: State = { base: url, depths: { hidden: 0, heading: 0, furniture: 0 }, open: null, links: [] }
  const parser = new Parser({
    onopentag: (name, attributes) => openTag(state, name, attributes),
    onclosetag: (name) => closeTag(state, name),
    ontext: (text) => {
      const { open } = state
      if (open !== null && state.depths.hidden === 0 && open.text.length < TEXT_CHARS_MAX) open.text += text
    },
  })
  parser.end(html.slice(0, HTML_CHARS_MAX))
  return state.links
}

function openTag(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const { depths } = state
  if (HIDDEN.has(name)) depths.hidden++
  else if (HEADING.has(name)) {
    depths.heading++
    // A heading in a link that is a whole card is what the link is called.
    if (state.open !== null) Object.assign(state.open, { isHeading: true, text: '' })
  } else if (FURNITURE.has(name)) depths.furniture++
  else if (name === 'base' && attributes.href)
    state.base = readUrl(attributes.href, state.base ?? undefined)?.href ?? state.base
  else if (name === 'link' && attributes.href) {
    const { href, rel = '', type = '', title = '' } = attributes
    add(state, { element: 'link', href, rel, type, text: title, isHeading: false, isFurniture: false })
  } else if (name === 'a' && attributes.href) {
    const label = attributes['aria-label'] ?? attributes.title ?? ''
    const where = { isHeading: depths.heading > 0, isFurniture: depths.furniture > 0 }
    state.open = { href: attributes.href, rel: attributes.rel ?? '', text: '', label, ...where }
  } else if (state.open !== null && !INLINE.has(name)) state.open.text += ' '
}

const INLINE = new Set(['b', 'i', 'em', 'strong', 'span', 'mark', 'u', 'sup', 'sub', 'font', 'small', 'wbr'])

function closeTag(state: State, name: string): void {
  const { depths, open } = state
  if (HIDDEN.has(name)) depths.hidden = Math.max(0, depths.hidden - 1)
  else if (HEADING.has(name)) depths.heading = Math.max(0, depths.heading - 1)
  else if (FURNITURE.has(name)) depths.furniture = Math.max(0, depths.furniture - 1)
  else if (name === 'a' && open !== null) {
    state.open = null
    add(state, { element: 'a', type: '', ...open, text: open.text.trim() === '' ? open.label : open.text })
  }
}

function add(state: State, { href, ...link }: Omit<PageLink, 'url'> & { href: string }): void {
  if (state.links.length >= ANCHORS_MAX || /^\s*(?:#|javascript:|mailto:|tel:|data:)/i.test(href)) return
  const url = readUrl(href, state.base ?? undefined)
  if (url === null) return
  const { element, rel, type, text, isHeading, isFurniture } = link
  state.links.push({
    ...{ element, url: url.href, rel: rel.toLowerCase(), type: type.toLowerCase().trim() },
    ...{ text: plainText(text).slice(0, TEXT_CHARS_MAX).toWellFormed(), isHeading, isFurniture },
  })
}
