import type { Field } from '@dateline/domain'
import { squeeze } from './block-features.ts'
import { known, unknown } from './field.ts'
import {
  articleValue,
  type Fact,
  itempropText,
  metaOf,
  overlap,
  type PageFacts,
  plainText,
  words,
} from './page-facts.ts'
import { collapse, type PageTree } from './page-tree.ts'
import type { PageBlocks, TextBlock } from './text-blocks.ts'

const TITLE_CHARS_MAX = 400

/** Marks between a headline and the outlet's name in `<title>` and og:title. */
const SEPARATOR = /\s+[|•·»›«:—–-]{1,2}\s+|\s*[|｜_]\s*/u

/**
 * The headline. The one printed on the page (h1) wins when the markup's headline is near to it, since readers see it;
 * a headline that only machines are told often carries the outlet's name or is written for search engines.
 */
export function pageTitle(tree: PageTree, facts: PageFacts, { blocks }: PageBlocks, titleIndex: number): Field<string> {
  const stated = statedTitles(tree, facts)
  const heading = blocks[titleIndex]
  const printed = heading === undefined ? null : headingText(blocks, titleIndex)
  const ownHeading = itempropHeadline(facts)
  const twice = statedTwice(facts, stated)
  if (printed !== null && twice !== null && !squeeze(twice.value).startsWith(squeeze(printed)))
    return known(twice.value, `${twice.source}, og:title: ${twice.value}`, 0.85)
  if (printed !== null) {
    const near = stated.map(({ value }) => overlap(words(value), words(printed)))
    const agreement = Math.max(0, ...near)
    if (agreement >= 0.4 || stated.length === 0) return known(printed, `h1: ${printed}`, agreement >= 0.9 ? 0.99 : 0.9)
  }
  if (ownHeading !== null) return known(ownHeading, `itemprop headline: ${ownHeading}`, 0.9)
  const best = stated[0]
  if (best === undefined)
    return printed === null ? unknown('no headline in text or markup') : known(printed, `h1: ${printed}`, 0.6)
  return known(
    withoutOutlet(best.value, facts, stated),
    `${best.source}: ${best.value}`,
    printed === null ? 0.85 : 0.75,
  )
}

/** The headline that JSON-LD and og:title agree on, without the outlet's name: the publisher's word, given twice. */
function statedTwice(facts: PageFacts, stated: readonly Fact[]): Fact | null {
  const [headline, og] = [articleValue(facts, 'headline'), metaOf(facts, 'og:title')]
  if (headline === null || og === null) return null
  const value = withoutOutlet(headline.value, facts, stated)
  return squeeze(value) === squeeze(withoutOutlet(og.value, facts, stated)) ? { value, source: headline.source } : null
}

function statedTitles(tree: PageTree, facts: PageFacts): Fact[] {
  const list = [
    articleValue(facts, 'headline'),
    metaOf(facts, 'og:title'),
    metaOf(facts, 'twitter:title', 'dc.title', 'dcterms.title', 'title'),
  ]
  const title = tree.title === null ? null : { value: plainText(tree.title), source: 'title' }
  return [...list, title]
    .filter((fact) => fact !== null)
    .filter(({ value }) => value !== '' && value.length <= TITLE_CHARS_MAX)
}

function itempropHeadline({ itemprops }: PageFacts): string | null {
  const element = itemprops.get('headline')?.find(({ tag }) => /^h[1-3]$/.test(tag))
  const text = element === undefined ? '' : itempropText(element)
  return text === '' || text.length > TITLE_CHARS_MAX ? null : text
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

/** "Headline | Outlet" without the outlet: cut where a part is the site's name, or where another title ends. */
export function withoutOutlet(title: string, facts: PageFacts, others: readonly Fact[]): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  const site = words([metaOf(facts, 'og:site_name')?.value, metaOf(facts, 'application-name')?.value].join(' '))
  const last = parts.at(-1)!
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|•·»›«:—–_｜-]+$/u, '')
  if (cut === '') return title
  const isSite = site.size > 0 && overlap(words(last), site) >= 0.5
  const isKnown = others.some(({ value }) => value !== title && value.length < title.length && title.startsWith(value))
  return isSite || isKnown || (words(last).size <= 3 && /[|｜]/.test(title)) ? cut : title
}
