import type { Extraction } from '@dateline/domain'
import { getDomain } from 'tldts'
import { hintBit, hintsOf } from './class-hints.ts'
import { absoluteUrl, clip } from './field.ts'
import type { PageElement } from './page-tree.ts'
import { hasPhrase } from './phrases.ts'
import type { TextBlock } from './text-blocks.ts'

const LINKS_MAX = 300
const RELATED_MAX = 60
const TITLE_CHARS_MIN = 20
const TITLE_CHARS_MAX = 250

/** A line over teasers: "Read more", "関連記事". */
const HEADING_CHARS_MAX = 60

/** A character of Chinese, Japanese and Korean says about three times as much. */
const headlineChars = (text: string) =>
  text.length + 2 * (text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu)?.length ?? 0)

/** Links in the article's own lines. */
export function bodyLinks(chosen: readonly TextBlock[], base: string | null): Extraction['links'] {
  const links = new Map<string, { url: string; text: string }>()
  for (const { pieces } of chosen) {
    for (const { link, text } of pieces) {
      const url = link === null ? null : absoluteUrl(link.attributes.href, base)
      if (url === null || text.trim() === '' || links.size >= LINKS_MAX) continue
      const before = links.get(url)
      if (before === undefined) links.set(url, { url, text: clip(text.trim(), 300) })
    }
  }
  return [...links.values()]
}

const RELATED = hintBit('related')
const LEVELS_MAX = 5

/**
 * Teasers on the page. Those of the same site are `related`; a teaser that leads to another site, in a box of teasers, is
 * another publisher's: a foreign snippet, never part of the article.
 */
export function teasers(blocks: readonly TextBlock[], kept: readonly boolean[], url: string | null) {
  const related: Extraction['related'] = []
  const foreignSnippets: Extraction['foreignSnippets'] = []
  const own = url === null ? null : getDomain(url)
  const seen = new Set<string>()
  let isUnderHeading = false
  for (const [i, { text, pieces, linkChars, element }] of blocks.entries()) {
    if (linkChars < text.length * 0.8) {
      isUnderHeading = text.length <= HEADING_CHARS_MAX && hasPhrase('related', text)
      continue
    }
    if (kept[i] || text.length > TITLE_CHARS_MAX * TEASERS_A_LINE_MAX) continue
    if (!isUnderHeading && !isTeaserBox(element)) continue
    for (const { link, title } of linkedTitles(pieces)) {
      const address = absoluteUrl(link.attributes.href, url)
      if (address === null || seen.has(address)) continue
      if (headlineChars(title) < TITLE_CHARS_MIN || title.length > TITLE_CHARS_MAX) continue
      seen.add(address)
      const domain = getDomain(address)
      if (own !== null && domain !== null && domain !== own) {
        if (foreignSnippets.length < RELATED_MAX)
          foreignSnippets.push({ publisher: domain, title, text: followingText(blocks, kept, i), url: address })
      } else if (related.length < RELATED_MAX) related.push({ label: null, title, url: address })
    }
  }
  return { related, foreignSnippets }
}

/** Several teasers may share a line, each a link of its own. */
const TEASERS_A_LINE_MAX = 10

function linkedTitles(pieces: TextBlock['pieces']): { link: PageElement; title: string }[] {
  const titles = new Map<PageElement, string>()
  for (const { link, text } of pieces) if (link !== null) titles.set(link, (titles.get(link) ?? '') + text)
  return [...titles].map(([link, title]) => ({ link, title: title.trim() })).slice(0, TEASERS_A_LINE_MAX)
}

function isTeaserBox(element: PageElement): boolean {
  let at: PageElement | null = element
  for (let level = 0; at !== null && level < LEVELS_MAX; level += 1, at = at.parent) {
    if (at.tag === 'nav' || at.tag === 'footer' || at.tag === 'header') return false
    if (at.tag === 'aside' || at.tag === 'article' || hintsOf(at) & RELATED || /^h[2-5]$/.test(at.tag)) return true
  }
  return false
}

function followingText(blocks: readonly TextBlock[], kept: readonly boolean[], index: number): string | null {
  const next = blocks[index + 1]
  return next === undefined || kept[index + 1] || next.linkChars > next.text.length * 0.5 || next.text.length < 40
    ? null
    : clip(next.text, 400)
}
