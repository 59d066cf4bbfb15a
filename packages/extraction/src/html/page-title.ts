import type { Field } from '@dateline/domain'
import { squeeze } from './block-features.ts'
import { headlineUnderCrumbs } from './crumb-heading.ts'
import { known, unknown } from './field.ts'
import { isHomeName, type OutletNames, outletNames, withoutOutlet } from './outlet-name.ts'
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
import type { PageTree } from './page-tree.ts'
import { headingOverText, printedPart } from './printed-part.ts'
import {
  isFrontPage,
  isHomeLink,
  TITLE_CHARS_MAX,
  type TitleHeading,
  type TitleSources,
  titleHeading,
} from './title-heading.ts'

/**
 * The headline. The one printed on the page (h1) wins when the markup's headline is near to it, or when it is the only one
 * and stands over the text, since readers see it; a headline that only machines are told often carries the outlet's name or
 * is written for search engines. What JSON-LD and og:title give alike is the publisher's word, and wins over both. An h1 that
 * is a step of the page's trail is for search engines as well: the headline is then the h2 under it.
 *
 * Confidence is how often each way is right on pages with truth (`npm run quality -- confidence`).
 */
export function pageTitle(sources: TitleSources): PageTitle {
  const { tree, facts, url, blocks } = sources
  const homeLinks = isFrontPage(url) ? [] : blocks.filter((block) => isHomeLink(block, url)).map(({ text }) => text)
  const outlet = outletNames(facts, url, homeLinks)
  const stated = statedTitles(tree, facts)
  const heading = titleHeading(sources, outlet)
  if (heading === null) return withoutHeading(sources, outlet, stated)
  const under = headlineUnderCrumbs(sources, heading, plainTitles(facts, outlet, stated))
  if (under === null) return { title: besideHeading(heading, sources, outlet, stated), titleIndex: heading.index }
  const title = known(under.value, `${under.source}: ${under.value}; h1: ${heading.text}`, 0.8)
  return { title, titleIndex: under.index }
}

/** What is stated, by what the page prints of it as a line that is no heading. */
function withoutHeading(sources: TitleSources, outlet: OutletNames, stated: readonly Fact[]): PageTitle {
  const { facts, titleIndex } = sources
  const title = unprinted(facts, outlet, stated)
  const [best] = stated
  if (title.value === null || best === undefined || itempropHeadline(facts) !== null) return { title, titleIndex }
  const part = printedPart(best.value, sources, outlet)
  if (part !== null)
    return {
      title: known(part.value, `${best.source}: ${best.value}; line: ${part.line.text}`, 0.7),
      titleIndex: part.line.index,
    }
  if (!isHomeName(title.value, outlet)) return { title, titleIndex }
  const over = headingOverText(sources, outlet)
  return over === null
    ? { title: unknown('the page states the name of its outlet alone'), titleIndex }
    : { title: known(over.text, `${over.element.tag}: ${over.text}`, 0.6), titleIndex: over.index }
}

/** `titleIndex`: number of the block that prints the headline, or -1. */
export type PageTitle = { title: Field<string>; titleIndex: number }

/** The printed headline, unless what is stated has better grounds. */
function besideHeading(
  heading: TitleHeading,
  sources: TitleSources,
  outlet: OutletNames,
  stated: readonly Fact[],
): Field<string> {
  const { tree, facts } = sources
  const twice = statedTwice(facts, outlet, stated)
  if (twice !== null && isOwnWord(twice.value, heading, tree))
    return known(twice.value, `${twice.source}, og:title: ${twice.value}`, 0.78)
  const near = Math.max(0, ...stated.map(({ value }) => overlap(words(value), words(heading.text))))
  if (near < NEAR_WITHIN_MIN && isWithinText(heading, sources)) {
    const plain = plainTitles(facts, outlet, stated).find(({ value }) => isPrintedOver(value, heading, sources))
    if (plain !== undefined) return known(plain.value, `${plain.source}, printed over the text: ${plain.value}`, 0.8)
  }
  if (near >= NEAR_MIN || stated.length === 0 || heading.isAlone || isHeadOfAll(heading, stated))
    return withoutKicker(heading, near, outlet, stated)
  return unprinted(facts, outlet, stated)
}

/** A lesser heading within the text is a section's, unless it is the headline word for word. */
const NEAR_WITHIN_MIN = 0.9

const isWithinText = ({ tag, index }: TitleHeading, { first }: TitleSources) =>
  tag !== 'h1' && first >= 0 && index > first

const isPrintedOver = (title: string, { index }: TitleHeading, { blocks, first }: TitleSources) =>
  blocks.slice(0, Math.min(index, first)).some(({ text }) => squeeze(text) === squeeze(title))

/** All that the markup states, the second headline too, without the outlet's name. */
function plainTitles(facts: PageFacts, outlet: OutletNames, stated: readonly Fact[]): Fact[] {
  const others = stated.map(({ value }) => value)
  return [...stated, articleValue(facts, 'alternativeHeadline')]
    .filter((fact) => fact !== null)
    .map(({ value, source }) => ({ value: withoutOutlet(value, outlet, others), source }))
}

/** Words shared by the printed and the stated headline over the words of both: less is another headline. */
const NEAR_MIN = 0.4
/** Where `<title>` repeats the stated headline, the two are one setting, made for search engines: less than this is none of the page's. */
const NEAR_TWICE_MIN = 0.55

/** A headline that is stated twice, and is not just the printed one with something behind it. */
function isOwnWord(value: string, { text }: TitleHeading, { title }: PageTree): boolean {
  const [own, printed] = [squeeze(value), squeeze(text)]
  if (own.startsWith(printed)) return false
  if (printed.startsWith(own)) return true
  const isTitle = title !== null && squeeze(plainText(title)).startsWith(own)
  return !isTitle || overlap(words(value), words(text)) >= NEAR_TWICE_MIN
}

/** All that is stated begins with the printed headline, and goes on at length about section and outlet. */
const isHeadOfAll = ({ text, isNear }: TitleHeading, stated: readonly Fact[]) =>
  isNear &&
  (words(text).size >= 3 || text.length >= 20) &&
  stated.every(({ value }) => squeeze(value).startsWith(squeeze(text)))

/** At least so much of the printed headline is left without the kicker. */
const HEADLINE_SHARE_MIN = 0.5

/** "Energy: Dam to be raised" where og:title says "Dam to be raised": what stands before it is a kicker, a date or a label. Where `<title>` has it too, two are of one mind. */
function withoutKicker(
  { text, tag }: TitleHeading,
  near: number,
  outlet: OutletNames,
  stated: readonly Fact[],
): Field<string> {
  const printed = squeeze(text)
  const isTitle = stated.some(({ value, source }) => source === 'title' && squeeze(value).startsWith(printed))
  for (const { value, source } of isTitle ? [] : stated) {
    const shorter = withoutOutlet(value, outlet)
    const squeezed = squeeze(shorter)
    const isTail = squeezed.length < printed.length && printed.endsWith(squeezed)
    if (isTail && source !== 'title' && squeezed.length >= printed.length * HEADLINE_SHARE_MIN)
      return known(shorter, `${source}: ${value}; ${tag}: ${text}`, 0.65)
  }
  const value = withoutOutlet(text, { ...outlet, section: null })
  return known(value, `${tag}: ${text}`, near >= 0.9 ? 0.94 : near >= NEAR_MIN ? 0.86 : 0.75)
}

function unprinted(facts: PageFacts, outlet: OutletNames, stated: readonly Fact[]): Field<string> {
  const own = itempropHeadline(facts)
  if (own !== null) return known(own, `itemprop headline: ${own}`, 0.8)
  const best = stated[0]
  if (best === undefined) return unknown('no headline in text or markup')
  const others = stated.map(({ value }) => value)
  const value = withoutOutlet(best.value, outlet, others)
  return best.source === 'title'
    ? known(value, `title: ${best.value}`, 0.3, 'derived')
    : known(value, `${best.source}: ${best.value}`, 0.7)
}

/** The headline that JSON-LD, or a heading marked as headline, and og:title agree on: the publisher's word, given twice. */
function statedTwice(facts: PageFacts, outlet: OutletNames, stated: readonly Fact[]): Fact | null {
  const og = metaOf(facts, 'og:title')
  if (og === null) return null
  const others = stated.map(({ value }) => value)
  const wanted = squeeze(withoutOutlet(og.value, outlet, others))
  const marked = itempropHeadline(facts)
  for (const fact of [
    articleValue(facts, 'headline'),
    marked === null ? null : { value: marked, source: 'itemprop headline' },
  ]) {
    const value = fact === null ? null : withoutOutlet(fact.value, outlet, others)
    if (value !== null && squeeze(value) === wanted) return { value, source: fact!.source }
  }
  return null
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
