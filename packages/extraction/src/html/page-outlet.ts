import type { Field } from '@dateline/domain'
import { getDomain } from 'tldts'
import { topicKeywords } from '../keywords.ts'
import { squeeze } from './block-features.ts'
import { absoluteUrl, known, unknown } from './field.ts'
import { type JsonLdNode, listOf, stringOf, typesOf } from './json-ld.ts'
import { articleParties, articleValue, metaOf, overlap, type PageFacts, plainText, words } from './page-facts.ts'
import type { TextBlock } from './text-blocks.ts'
import { isFrontPage } from './title-heading.ts'

/** Whose page it is: the publisher the markup names, with the domain it was fetched from. */
export function pagePublisher(
  facts: PageFacts,
  url: string | null,
  title: string | null,
): Field<{ name: string; domain: string | null }> {
  const domain = url === null ? null : getDomain(url)
  const party = articleParties(facts, 'publisher').find(({ name }) => isName(name))
  if (party !== undefined) return known({ name: unquoted(party.name), domain }, `${party.source}: ${party.name}`, 0.95)
  const site = metaOf(
    facts,
    'og:site_name',
    'application-name',
    'dc.publisher',
    'dcterms.publisher',
    'article:publisher',
  )
  const isPageName =
    site !== null &&
    ((site.source.includes('application-name') && isHeadline(site.value, facts)) || holdsTitle(site.value, title))
  if (site !== null && isName(site.value) && !isPageName)
    return known({ name: unquoted(site.value), domain }, `${site.source}: ${site.value}`, 0.9)
  const organisation = facts.nodes.find(
    (node) =>
      typesOf(node).some((type) => /^(?:News)?(?:Media)?Organization$|^WebSite$/.test(type)) &&
      stringOf(node.name) !== null,
  )
  const name = organisation === undefined ? null : stringOf(organisation.name)
  if (name !== null)
    return known({ name: plainText(name), domain }, `JSON-LD ${typesOf(organisation!)[0]}: ${name}`, 0.8)
  return unknown('the page does not name its publisher')
}

/** Some systems put the whole `<title>` where the site's name belongs. */
const holdsTitle = (name: string, title: string | null) =>
  words(title).size >= TITLE_WORDS_MIN && squeeze(name).startsWith(squeeze(title!))

const TITLE_WORDS_MIN = 3

/** An address is no name, nor is a variable of a template that nobody filled. */
const isName = (name: string) => name !== '' && !/^https?:|^[{[<$%]+[\w$.: -]+[}\]>%]+$/.test(name)

/** Templates quote what is quoted already. */
const unquoted = (name: string) => /^"([^"]+)"$/.exec(name)?.[1] ?? name

/** Some templates name the page for the site, or put the page last but one among the crumbs. */
const isHeadline = (name: string, { title, meta }: PageFacts) =>
  words(name).size >= HEADLINE_WORDS_MIN &&
  [title, meta.get('og:title')?.[0]].some((other) => overlap(words(name), words(other)) >= 0.7)

const HEADLINE_WORDS_MIN = 4

/** What systems say where nothing was filed: every piece is a post, all of them are listed under "All". */
const NO_SECTION =
  /^\W*(?:undefined|null|none|all|alle|tags?|posts?|articles?|artikel|article|(?:category: )?uncategorized|allgemein|unkategorisiert|non classé|sin categoría|senza categoria|front[ -]?page|home[ -]?page|à la une|destacad[oa]s?|featured|slider|(?:all|alle) (?:news|articles|posts|artikel|beiträge))\W*$|^[{[<$%]/iu

/** Section as the markup names it: article:section, articleSection, the last crumb but one. */
export function pageSection(facts: PageFacts, title: string | null): Field<string> {
  const headline = words(title).size >= TITLE_WORDS_MIN ? squeeze(title!) : null
  const isNoSection = (name: string) => NO_SECTION.test(name) || isHeadline(name, facts) || squeeze(name) === headline
  const stated =
    articleValue(facts, 'articleSection') ??
    metaOf(
      facts,
      'article:section',
      'section',
      'parsely-section',
      'cxenseparse:section',
      'news:section',
      'og:section',
      'page-section',
      'category',
    )
  const section = stated === null ? undefined : categoriesOf(stated.value).find((name) => !isNoSection(name))
  if (stated !== null && section !== undefined && section.length <= 100)
    return known(section, `${stated.source}: ${stated.value}`, 0.95)
  const crumbs = facts.nodes.find((node) => typesOf(node).includes('BreadcrumbList'))
  const names =
    crumbs === undefined
      ? []
      : listOf(crumbs.itemListElement)
          .map((entry) => crumbName(entry))
          .filter((name) => name !== null)
  const crumb = names.length >= 3 ? names[names.length - 2]! : names.length === 2 ? names[1]! : null
  if (crumb !== null && crumb.length <= 60 && !isNoSection(crumb))
    return known(crumb, `JSON-LD BreadcrumbList: ${names.join(' > ')}`, 0.7, 'derived')
  return unknown('no section in the markup')
}

const CATEGORIES_MIN = 3
const CONJUNCTION = /(?:^|\s)(?:&|and|und|et|y|e|en|och|og|oraz|i|и)\s/iu

/** All categories of a piece in one value, "Coast,News" or "Coast, Storms, News". "Food, Wine & Travel" is one section. */
function categoriesOf(value: string): string[] {
  const joined = value.split(/(?<!\p{N}),(?=\S)|,\s*$/u).filter((part) => part.trim() !== '')
  if (joined.length > 1) return joined.map((part) => part.trim())
  const listed = (joined[0] ?? '').split(/,\s+/)
  return listed.length >= CATEGORIES_MIN && !CONJUNCTION.test(listed.at(-1)!) ? listed : joined
}

function crumbName(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null
  const node = entry as JsonLdNode
  const name =
    stringOf(node.name) ?? (typeof node.item === 'object' ? stringOf((node.item as JsonLdNode | null)?.name) : null)
  return name === null ? null : plainText(name)
}

/**
 * Language as declared, in BCP 47 form. Templates declare English over any text: none that is not written in its letters
 * is believed.
 *
 * @param body blocks of the text.
 */
export function pageLanguage(facts: PageFacts, body: readonly TextBlock[]): Field<string> {
  const candidates = [
    { value: facts.lang, source: 'html lang' },
    { value: articleValue(facts, 'inLanguage')?.value ?? null, source: 'JSON-LD inLanguage' },
    { value: metaOf(facts, 'content-language', 'language', 'dc.language', 'og:locale')?.value ?? null, source: 'meta' },
  ]
  for (const { value, source } of candidates) {
    const tag = value === null ? null : canonicalTag(value)
    if (tag !== null && !isInOtherLetters(tag, body)) return known(tag, `${source}: ${value}`, 0.9)
  }
  return unknown('the page declares no language')
}

function canonicalTag(value: string): string | null {
  try {
    const tag = Intl.getCanonicalLocales(value.split(',')[0]!.trim().replaceAll('_', '-'))[0]
    // "english" is well-formed, and stands for nothing.
    return tag === undefined || /^und|^\p{L}{4}/u.test(tag) ? null : tag
  } catch {
    return null
  }
}

/** Languages that are written in Latin letters, and in others. */
const BOTH_SCRIPTS = /^(?:az|bs|ha|ku|mn|ms|ro|sh|sr|tg|tk|tt|ug|uz)\b/
const LETTERS_MIN = 100
const SAMPLE_CHARS_MAX = 2_000

const ASCII_WORD = /[a-z]+/gi

/** A language of Latin letters over a text that has hardly any. */
function isInOtherLetters(tag: string, body: readonly TextBlock[]): boolean {
  const sample = body
    .map(({ text }) => text)
    .join(' ')
    .slice(0, SAMPLE_CHARS_MAX)
  // Most texts are plainly in Latin letters, which is cheaper to tell than the script of a language.
  if ((sample.match(ASCII_WORD)?.join('').length ?? 0) >= sample.length / 4) return false
  if (BOTH_SCRIPTS.test(tag) || new Intl.Locale(tag).maximize().script !== 'Latn') return false
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return letters >= LETTERS_MIN && (sample.match(/\p{scx=Latin}/gu)?.length ?? 0) < letters / 4
}

/** The original's address as the page names it. Not yet believed: the reactor decides that. */
export function pageCanonical(facts: PageFacts, url: string | null): Field<string> {
  const base = url ?? facts.base
  const candidates = [
    { value: facts.canonicalLinks[0], source: 'link rel=canonical' },
    { value: metaOf(facts, 'og:url')?.value, source: 'meta og:url' },
    { value: stringOf(facts.article?.mainEntityOfPage ?? facts.article?.url ?? null), source: 'JSON-LD url' },
  ]
  for (const { value, source } of candidates) {
    const absolute = absoluteUrl(value, base)
    // Templates name the front page for any page.
    if (absolute !== null && (!isFrontPage(absolute) || isFrontPage(base)))
      return known(absolute, `${source}: ${value}`, 0.95)
  }
  return unknown('the page names no canonical URL')
}

export function pageKeywords(facts: PageFacts): string[] {
  const fromArticle = listOf(facts.article?.keywords).flatMap((entry) => stringOf(entry)?.split(/[,;]/) ?? [])
  const tags =
    fromArticle.length > 0
      ? fromArticle
      : (facts.meta.get('article:tag') ?? facts.meta.get('news_keywords') ?? facts.meta.get('keywords') ?? []).flatMap(
          (value) => value.split(/[,;]/),
        )
  return topicKeywords(tags)
}
