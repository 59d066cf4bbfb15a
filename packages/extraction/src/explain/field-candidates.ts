import { articleParties, articleValue, itempropText, type PageFacts } from '../html/page-facts.ts'
import { type PageElement, textOf, walkElements } from '../html/page-tree.ts'

export type Offer = { source: string; value: string }

const METAS: Readonly<Record<string, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline', 'sailthru.title', 'parsely-title'],
  standfirst: ['og:description', 'description', 'twitter:description', 'dc.description'],
  byline: ['author', 'article:author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author', 'twitter:creator'],
  publisher: ['og:site_name', 'application-name', 'publisher', 'dc.publisher'],
  publishedAt: [
    'article:published_time',
    'og:published_time',
    'date',
    'pubdate',
    'publish-date',
    'dc.date',
    'dc.date.issued',
    'parsely-pub-date',
    'sailthru.date',
  ],
  modifiedAt: ['article:modified_time', 'og:updated_time', 'last-modified', 'dc.date.modified'],
  canonicalUrl: ['og:url'],
  language: ['og:locale', 'content-language', 'language'],
  section: ['article:section', 'section', 'parsely-section'],
  leadImage: ['og:image', 'twitter:image'],
}
const JSON_LD: Readonly<Record<string, readonly string[]>> = {
  title: ['headline', 'alternativeHeadline', 'name'],
  standfirst: ['description'],
  publishedAt: ['datePublished', 'dateCreated'],
  modifiedAt: ['dateModified'],
  canonicalUrl: ['url', 'mainEntityOfPage', '@id'],
  language: ['inLanguage'],
  section: ['articleSection'],
}
const ITEMPROPS: Readonly<Record<string, string>> = {
  title: 'headline',
  byline: 'author',
  publishedAt: 'datePublished',
  modifiedAt: 'dateModified',
  publisher: 'publisher',
}
/** Shown of one field; pages repeat themselves. */
const OFFERS_MAX = 24
const VALUE_CHARS_MAX = 200

/** Everything a page offers for its fields, with where it stands. A superset of what the rules look at, for people to read. */
export function fieldOffers(root: PageElement, facts: PageFacts): Map<string, Offer[]> {
  const offers = new Map<string, Offer[]>()
  const add = (field: string, source: string, text: string) => {
    const value = text.replace(/\s+/g, ' ').trim().slice(0, VALUE_CHARS_MAX)
    const list = offers.get(field) ?? []
    if (value === '' || list.length >= OFFERS_MAX) return
    if (!list.some((offer) => offer.source === source && offer.value === value)) list.push({ source, value })
    offers.set(field, list)
  }
  for (const [field, keys] of Object.entries(JSON_LD)) {
    for (const key of keys) {
      const fact = articleValue(facts, key)
      if (fact !== null) add(field, fact.source, fact.value)
    }
  }
  for (const { name, source } of articleParties(facts, 'author')) add('byline', source, name)
  for (const { name, source } of articleParties(facts, 'publisher')) add('publisher', source, name)
  for (const [field, names] of Object.entries(METAS)) {
    for (const name of names) for (const value of facts.meta.get(name) ?? []) add(field, `meta ${name}`, value)
  }
  for (const [field, name] of Object.entries(ITEMPROPS)) {
    for (const element of facts.itemprops.get(name) ?? []) add(field, `itemprop ${name}`, itempropText(element))
  }
  if (facts.title !== null) add('title', '<title>', facts.title)
  if (facts.lang !== null) add('language', '<html lang>', facts.lang)
  for (const href of facts.canonicalLinks) add('canonicalUrl', '<link rel=canonical>', href)
  walkElements(root, (element) => printedOffers(element, add))
  return offers
}

const BYLINE_CLASS = /(?:^|[\s_-])(?:by-?line|author|writer|autor|auteur)(?:$|[\s_-])/i

function printedOffers(element: PageElement, add: (field: string, source: string, text: string) => void): void {
  const { tag, attributes } = element
  const name = attributes.class?.trim().split(/\s+/)[0]
  const source = name ? `${tag}.${name}` : tag
  if (tag === 'h1') add('title', source, textOf(element, VALUE_CHARS_MAX))
  if (tag === 'time') add('publishedAt', source, attributes.datetime ?? textOf(element, VALUE_CHARS_MAX))
  if (BYLINE_CLASS.test(attributes.class ?? '') || /(?:^|\s)author(?:\s|$)/.test(attributes.rel ?? ''))
    add('byline', source, textOf(element, VALUE_CHARS_MAX))
}
