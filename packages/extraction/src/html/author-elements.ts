import { parseByline } from '../credits/parse-byline.ts'
import { hintBit, hintsOf } from './class-hints.ts'
import { INLINE_TAGS, type PageElement, textOf, walkElements } from './page-tree.ts'
import { isPictureName } from './side-boxes.ts'
import type { TextBlock } from './text-blocks.ts'

/** An element that the template marks as the author's, with the words in it. `isAbout`: it tells of the author (a bio, a role).
 * `isFiled`: it links to what the piece is filed under. */
export type AuthorElement = {
  text: string
  mark: string
  rank: number
  order: number
  isAbout: boolean
  isFiled: boolean
}

const ELEMENTS_MAX = 60
const TEXT_CHARS_MAX = 160

const NAME_CLASS =
  /(?:^|[\s_-])(?:author|byline|writer|contributor|autor|auteur)s?[\s_-]*(?:full)?[\s_-]*(?:name|link|title)(?:$|[\s_-])|(?:^|\s)(?:fn|authorname|vcard)(?:$|\s)/i
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|authors|byline|bylines|by-line|writer|autor|autoren|auteur|auteurs|posted-by|written-by|article-author|post-author|entry-author)(?:$|[\s_-])/i
const AUTHOR_PATH =
  /\/(?:authors?|by|staff|people|person|profiles?|autor(?:en|es)?|auteurs?|redaktion|redakteur|columnists?|contributors?|journalists?|reporters?|experts?|team|users?)\/[^/?#]{2,}|\/@[^/?#]{2,}/i
const NOT_NAME_CLASS =
  /(?:image|img|avatar|photo|thumb|bio|desc|social|role|job|position|date|time|share|follow|label|icon|count|comments?|box-title|log-?out|log-?in)/i
const FOREIGN = hintBit('comment') | hintBit('related') | hintBit('ad') | hintBit('share') | hintBit('form')

/**
 * Elements marked as the author's (rel, itemprop, class, the path of a link), the likeliest first: names before boxes, and
 * those between headline and text before those at the foot.
 */
export function authorElements(
  root: PageElement,
  blocks: readonly TextBlock[],
  titleIndex: number,
  first: number,
  last: number,
  url: string | null,
): AuthorElement[] {
  const path = (url === null ? null : URL.parse(url)?.pathname) ?? ''
  const start = blocks[Math.max(0, (titleIndex < 0 ? first : titleIndex) - 8)]?.element.order ?? 0
  const body = blocks[Math.max(first, 0)]?.element.order ?? 0
  const end = blocks[Math.min(blocks.length - 1, last + 12)]?.element.order ?? Number.POSITIVE_INFINITY
  const found: AuthorElement[] = []
  walkElements(root, (element) => {
    const { tag, order } = element
    if (found.length >= ELEMENTS_MAX || order > end || tag === 'nav') return false
    if (tag === 'aside' && !AUTHOR_CLASS.test(element.attributes.class ?? '')) return false
    if (
      tag !== 'body' &&
      tag !== 'html' &&
      tag !== 'article' &&
      tag !== 'main' &&
      (hintsOf(element) & FOREIGN) !== 0 &&
      !AUTHOR_CLASS.test(element.attributes.class ?? '')
    )
      return false
    if (order < start) return true
    const rank = rankOf(element)
    if (rank === 0 || (tag === 'a' && leadsOverPage(element.attributes.href, path))) return true
    const text = textOf(element, TEXT_CHARS_MAX * 4)
    if (text.length < 2 || text.length > TEXT_CHARS_MAX) return true
    if (isPictureName(element) && parseByline(text)?.isMarked !== true) return true
    if (rank === 5 && tag === 'a' && isAmidText(element, text)) return true
    const isFoot = first >= 0 && order > body + (blocks[first + 1]?.element.order ?? body) - body
    if (isFoot && rank === 5 && tag === 'a') return true // a link to somebody's page: whoever the text is about
    found.push({
      text,
      mark: markOf(element),
      rank: rank - (isFoot ? 4 : 0),
      order,
      isAbout: rank <= ADDRESS_RANK,
      isFiled: isFiled(element),
    })
    return true
  })
  return found.sort((a, b) => b.rank - a.rank || a.order - b.order)
}

const FILED_PATH = /\/(?:tags?|categor(?:y|ies)|topics?|sections?|kategorien?|rubrik(?:en)?|thema|themen)\//i

function isFiled(root: PageElement): boolean {
  let found = false
  walkElements(root, ({ tag, attributes }) => {
    found ||= tag === 'a' && FILED_PATH.test(attributes.href ?? '')
    return !found
  })
  return found
}

/** People are linked in stories about them too: an author's link is most of its line. */
function isAmidText(element: PageElement, text: string): boolean {
  let block: PageElement | null = element.parent
  while (block !== null && INLINE_TAGS.has(block.tag)) block = block.parent
  return block !== null && textOf(block, AMID_CHARS_MAX * 2).length > text.length + AMID_CHARS_MAX
}

const AMID_CHARS_MAX = 120

const ABOUT_RANK = 2
/** How to reach the author of the nearest article, or the house: https://html.spec.whatwg.org/#the-address-element */
const ADDRESS_RANK = 4

/** A link whose path the page's own begins with leads to its section: "/people/royals" on "/people/royals/a-visit". */
function leadsOverPage(href: string | undefined, path: string): boolean {
  const target = href === undefined ? undefined : URL.parse(href, 'https://page.invalid/')?.pathname.replace(/\/$/, '')
  return target !== undefined && target !== '' && path.startsWith(`${target}/`)
}

function rankOf({ tag, attributes }: PageElement): number {
  const { rel, itemprop, href } = attributes
  const name = `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes['data-testid'] ?? ''}`
    .slice(0, 300)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
  if (rel !== undefined && /(?:^|\s)author(?:\s|$)/i.test(rel) && tag === 'a') return 8
  if (itemprop === 'author' && tag !== 'meta') return 7
  if (NAME_CLASS.test(name) && !NOT_NAME_CLASS.test(name)) return 7
  if (tag === 'a' && href !== undefined && AUTHOR_PATH.test(href)) return AUTHOR_CLASS.test(name) ? 7 : 5
  if (tag === 'address') return ADDRESS_RANK
  if (AUTHOR_CLASS.test(name)) return NOT_NAME_CLASS.test(name) ? ABOUT_RANK : 5
  return 0
}

function markOf({ tag, attributes }: PageElement): string {
  if (attributes.rel !== undefined && /author/i.test(attributes.rel)) return `${tag} rel=author`
  if (attributes.itemprop === 'author') return `${tag} itemprop=author`
  return attributes.class === undefined
    ? `${tag} href=${attributes.href ?? ''}`
    : `${tag}.${attributes.class.trim().split(/\s+/)[0]}`
}
