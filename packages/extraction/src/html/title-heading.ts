import { squeeze } from './block-features.ts'
import { isOutletName, type OutletNames, titleParts } from './outlet-name.ts'
import { type PageFacts, plainText, words } from './page-facts.ts'
import { collapse, type PageTree } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

export const TITLE_CHARS_MAX = 400

export type TitleSources = {
  tree: PageTree
  facts: PageFacts
  url: string | null
  blocks: readonly TextBlock[]
  /** Number of the heading that is nearest to the markup's headline, or -1. */
  titleIndex: number
  /** Number of the first block of the text, or -1. */
  first: number
}

/**
 * A headline as printed, in block `index`. `isNear`: it stands over the text. `isAlone`: it is also the only h1 of the page,
 * and no outlet's or section's name.
 */
export type TitleHeading = { text: string; tag: string; index: number; isNear: boolean; isAlone: boolean }

/** Byline, date, picture and standfirst may stand between headline and text. */
const LINES_TO_TEXT_MAX = 20
/** A heading of fewer words over a text may name a section or an outlet. */
const WORDS_MIN = 4
/** A headline without spaces between its words. */
const WIDE_HEADLINE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]{10}/u

const isLong = (text: string) => words(text).size >= WORDS_MIN || WIDE_HEADLINE.test(text)

export function titleHeading(sources: TitleSources, outlet: OutletNames): TitleHeading | null {
  const { blocks, first } = sources
  const index = headingIndex(sources, outlet)
  if (index < 0) return null
  const text = headingText(blocks, index)
  const others = blocks.filter((block) => isH1(block) && !isPartOf(block, blocks[index]!))
  const isNear = first >= index && first - index <= LINES_TO_TEXT_MAX
  const isAlone = isH1(blocks[index]!) && others.length === 0 && isNear && isLong(text) && !isOutletName(text, outlet)
  return { text, tag: isH1(blocks[index]!) ? 'h1' : blocks[index]!.element.tag, index, isNear, isAlone }
}

/**
 * The heading nearest to the stated headline. A lesser heading within the text gives way to an h1 over it. Where the nearest
 * is none of `<title>`'s words, or the outlet's name, the longest that is: an h1 anywhere in `<title>`, or a lesser heading
 * that is the whole of a part of it. Sites print their own name as an h1, and the headline as an h2.
 */
function headingIndex({ blocks, titleIndex, first, tree, url }: TitleSources, outlet: OutletNames): number {
  const title = plainText(tree.title ?? '')
  const squeezed = squeeze(title)
  const isName = (block: TextBlock) => isHomeLink(block, url) || isOutletName(block.text, outlet)
  const nearest = blocks[titleIndex]
  if (nearest !== undefined && !isH1(nearest) && first >= 0 && titleIndex > first) {
    const over = blocks.slice(0, first + 1).findIndex((block) => isH1(block) && isLong(block.text) && !isName(block))
    if (over >= 0) return over
  }
  if (nearest !== undefined && !isName(nearest) && squeezed.includes(squeeze(nearest.text))) return titleIndex
  const parts = titleParts(title).map(squeeze)
  let best = -1
  for (const [index, block] of blocks.entries()) {
    if (!isH1(block) && (!HEADING.test(block.element.tag) || (first >= 0 && index > first))) continue
    if (block.text.length > TITLE_CHARS_MAX || isName(block)) continue
    const mine = squeeze(block.text)
    if (mine.length < 3 || !(isH1(block) ? squeezed.includes(mine) : parts.includes(mine))) continue
    if (best < 0 || mine.length > squeeze(blocks[best]!.text).length) best = index
  }
  return best >= 0 ? best : nearest === undefined || isName(nearest) ? -1 : titleIndex
}

const HEADING = /^h[1-3]$/

const isH1 = ({ element }: TextBlock) => element.tag === 'h1' || element.parent?.tag === 'h1'

/** Lines of one h1 cut by spans or breaks, or the same headline printed again for small screens. */
const isPartOf = (block: TextBlock, heading: TextBlock) =>
  block.element === heading.element ||
  (block.element.parent === heading.element.parent && heading.element.tag !== 'h1') ||
  block.text === heading.text

/** An archive puts the address of its copy in front of the path. */
const ARCHIVED = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/https?:\/\/[^/]+/

/** The address of a block that is one link. */
const hrefOf = ({ text, linkChars, pieces }: TextBlock): string | undefined =>
  linkChars < text.length * 0.9 ? undefined : pieces.find(({ link }) => link !== null)?.link?.attributes.href

/** Where a block that is one link leads, without the archive's part, or null. */
function linkedPath(block: TextBlock, url: string | null): string | null {
  const href = hrefOf(block)
  if (href === undefined) return null
  const target = URL.parse(href, url ?? 'https://page.invalid/')
  return target === null ? null : (target.pathname.replace(ARCHIVED, '') || '/') + target.search
}

/** An address with a step in its path and none back: most of a page's links, and no front page, without parsing it. */
const STEP = /^(?:https?:\/\/[\w.-]+)?\/(?!web\/)[\w-](?![^?#]*(?:\.\.|%2e|\s))/i

/** The outlet's name over the page, as a link to its front page. */
export const isHomeLink = (block: TextBlock, url: string | null): boolean =>
  !STEP.test(hrefOf(block) ?? '') && linkedPath(block, url) === '/'

export function isFrontPage(url: string | null): boolean {
  const path = url === null ? undefined : URL.parse(url)?.pathname.replace(ARCHIVED, '')
  return path === '' || path === '/'
}

/** A line that links to its own page, as headlines of blogs do. */
export function isLinkTo(block: TextBlock, url: string | null): boolean {
  const page = url === null ? null : URL.parse(url)
  if (page === null) return false
  return linkedPath(block, url) === page.pathname.replace(ARCHIVED, '') + page.search && page.pathname !== '/'
}

/** An h1 cut into lines by spans or breaks is one headline. */
function headingText(blocks: readonly TextBlock[], index: number): string {
  const first = blocks[index]!
  const box = first.element.tag === 'h1' || first.element.parent?.tag !== 'h1' ? first.element : first.element.parent
  const lines = [first.text]
  for (let i = index + 1; i < blocks.length && i < index + 4; i += 1) {
    const { element, text } = blocks[i]!
    if (element !== box && element.parent !== box) break
    lines.push(text)
  }
  return collapse(lines.join(' ')).slice(0, TITLE_CHARS_MAX)
}
