import { Parser } from 'htmlparser2'

/** What the head of a page says of its own address and of its use: witnesses, none of them believed yet. */
export type PageSignals = {
  /** `<link rel=canonical>`, as written. */
  canonicalUrl: string | null
  ogUrl: string | null
  /** `<html amp>`: its canonical link must name the full page. */
  isAmp: boolean
  /** `<meta name=…>` that may speak of use: robots, crawlers' names, tdm-reservation. */
  metas: { name: string; content: string }[]
}

export const NO_SIGNALS: PageSignals = { canonicalUrl: null, ogUrl: null, isAmp: false, metas: [] }

/** Heads are short; what comes later than this is a page that was built wrongly. */
const HEAD_CHARS_MAX = 500_000
const METAS_MAX = 50
const VALUE_CHARS_MAX = 2_000

/** Names of meta tags that are not for crawlers: sites have dozens. */
const OTHER = /[.:]|^(description|keywords|viewport|author|generator|theme-color|referrer|date|title|news_keywords)$/

/** Pure. @param html decoded page. */
export function readPageSignals(html: string): PageSignals {
  const signals: PageSignals = { ...NO_SIGNALS, metas: [] }
  let isInBody = false
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'html' && ('amp' in attributes || '⚡' in attributes)) signals.isAmp = true
      if (tag === 'body') isInBody = true
      // What stands in the body may be another's: a comment, an embedded page.
      if (isInBody) return
      if (tag === 'link' && /(^|\s)canonical(\s|$)/i.test(attributes.rel ?? '')) {
        signals.canonicalUrl ??= clip(attributes.href)
      }
      if (tag !== 'meta') return
      const name = (attributes.name ?? attributes.property ?? '').trim().toLowerCase()
      const content = clip(attributes.content)
      if (content === null || name === '') return
      if (name === 'og:url') signals.ogUrl ??= content
      else if (!OTHER.test(name) && signals.metas.length < METAS_MAX) signals.metas.push({ name, content })
    },
  })
  parser.write(html.slice(0, HEAD_CHARS_MAX))
  parser.end()
  return signals
}

function clip(value: string | undefined): string | null {
  const text = value?.trim() ?? ''
  return text === '' || text.length > VALUE_CHARS_MAX ? null : text.toWellFormed()
}
