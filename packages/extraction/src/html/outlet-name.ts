import { getDomainWithoutSuffix } from 'tldts'
import { squeeze } from './block-features.ts'
import { stringOf, typesOf } from './json-ld.ts'
import { articleParties, articleValue, metaOf, overlap, type PageFacts, plainText, words } from './page-facts.ts'

/** What a page calls its outlet: names stated in the markup, the main label of its host, and what links to its front page, squeezed. */
export type OutletNames = {
  names: readonly string[]
  label: string | null
  section: string | null
  home: readonly string[]
}

/** Some sites put the headline where their name belongs. */
const NAME_WORDS_MAX = 7
/** Shorter labels turn up inside other words. */
const LABEL_CHARS_MIN = 5

/** @param homeLinks texts of the page's links to the front page. */
export function outletNames(facts: PageFacts, url: string | null, homeLinks: readonly string[] = []): OutletNames {
  const site = facts.nodes.find((node) => typesOf(node).includes('WebSite'))
  const stated = [
    metaOf(facts, 'og:site_name')?.value,
    metaOf(facts, 'application-name')?.value,
    ...articleParties(facts, 'publisher').map(({ name }) => name),
    stringOf(site?.name ?? null),
  ]
  const label = url === null ? null : getDomainWithoutSuffix(url)
  return {
    names: stated.flatMap((name) => {
      const plain = plainText(name ?? '')
      return plain === '' || words(plain).size > NAME_WORDS_MAX ? [] : [plain]
    }),
    label: label === null ? null : squeeze(label),
    section: articleValue(facts, 'articleSection')?.value ?? metaOf(facts, 'article:section')?.value ?? null,
    home: [...homeLinks, hostOf(url) ?? ''].map(squeeze).filter((name) => name !== ''),
  }
}

const hostOf = (url: string | null) => (url === null ? null : (URL.parse(url)?.hostname.replace(/^www\./, '') ?? null))

/** The outlet's name and nothing more: that of its host, or what its home link says. */
export const isHomeName = (title: string, { home, label }: OutletNames): boolean => {
  const squeezed = squeeze(title)
  return squeezed === label || home.includes(squeezed)
}

/** True if a part of a title is the outlet's name: "The Post", "The Post Online" or "post.example". */
export function isOutletName(part: string, outlet: OutletNames): boolean {
  const { names, label } = outlet
  const mine = words(part)
  if (names.some((name) => overlap(mine, words(name)) >= 0.5) || isHomeName(part, outlet)) return true
  const squeezed = squeeze(part)
  return label !== null && label.length >= LABEL_CHARS_MIN && squeezed.includes(label) && mine.size <= 4
}

/** Marks between a headline and the outlet's name in `<title>` and og:title; "ㅣ" and "ǀ" stand in for the bar. */
const SEPARATOR = /\s+[|•·»›«‹:—–/-]{1,2}\s+|\s*[|｜ㅣǀ_]\s*/u
const EDGE_MARKS = /^[\s|•·»›«‹:—–_｜ㅣǀ/-]+|[\s|•·»›«‹:—–_｜ㅣǀ/-]+$/gu
/** "Headline-정치": a section in front of an outlet that is cut, in scripts that leave no space at the hyphen. */
const WIDE_SECTION = /(?<=[\p{scx=Han}\p{scx=Hangul}」』”’!?！？])[-_—]{1,2}[\p{scx=Han}\p{scx=Hangul}]{1,4}$/u
/** Headline, section, sub-section and outlet. */
const PARTS_CUT_MAX = 3

/**
 * "Headline | Outlet" without the outlet: cut where a part is the site's name or section, or where another title ends.
 *
 * @param others headlines that the page gives elsewhere.
 */
export function withoutOutlet(title: string, outlet: OutletNames, others: readonly string[] = []): string {
  let value = title
  for (let cuts = 0; cuts < PARTS_CUT_MAX; cuts += 1) {
    const shorter = withoutLastPart(value, outlet, others)
    if (shorter === value) break
    value = shorter
  }
  value = withoutFirstPart(value, outlet)
  return withoutSection(value === title ? value : value.replace(WIDE_SECTION, ''), outlet)
}

/** What stands between the marks of a `<title>`: headline, section, outlet. */
export const titleParts = (title: string): string[] => title.split(SEPARATOR)

function withoutLastPart(title: string, outlet: OutletNames, others: readonly string[]): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  const last = parts.at(-1)!
  const cut = title.slice(0, title.lastIndexOf(last)).replace(EDGE_MARKS, '')
  if (cut === '') return title
  const isKnown = others.some((other) => other.length < title.length && title.startsWith(other))
  const isBarred = words(last).size <= 3 && /[|｜ㅣǀ]/.test(title)
  return isKnown || isBarred || isOutletName(last, outlet) ? cut : title
}

/** "Outlet » Headline": only where the first part is the outlet's name and nothing else. */
function withoutFirstPart(title: string, outlet: OutletNames): string {
  const [first, ...rest] = title.split(SEPARATOR)
  if (rest.length === 0 || first === undefined) return title
  const squeezed = squeeze(first)
  if (squeezed === '' || !(isHomeName(first, outlet) || outlet.names.map(squeeze).includes(squeezed))) return title
  const cut = title.slice(first.length).replace(EDGE_MARKS, '')
  return words(cut).size >= 2 ? cut : title
}

/** "Headline-Section" as the markup names the section. */
function withoutSection(title: string, { section }: OutletNames): string {
  if (section === null || !title.endsWith(section)) return title
  const cut = title.slice(0, -section.length)
  return /[|»›/–—-]\s*$/.test(cut) ? cut.replace(EDGE_MARKS, '') : title
}
