import { agencies } from './agencies.ts'
import type { CopyKind } from './article.ts'
import { type CurrentArticle, currentArticle } from './current-article.ts'
import { listingEntries } from './feeds/listing-entries.ts'
import { urlOf } from './newsstand.ts'
import { type OutletId, outletOf, outlets, SHORTENER_HOST, type TemplateId, urlOn } from './outlets.ts'
import { PHASE_LAST, phaseTime } from './phases.ts'
import { plainText } from './prose.ts'
import { shortLinks, specialPages } from './special-pages.ts'
import { articleOf, articles, stories } from './stories/stories.ts'

/** What a reader who looks closely can say of an article's page. null: the page does not say. */
export type TruthArticle = {
  readonly expected: 'article'
  /** Id in the newsroom. */
  readonly id: string
  readonly url: string
  readonly outlet: OutletId
  readonly publisher: { readonly name: string; readonly domain: string }
  readonly language: string
  readonly title: string
  /** People; a desk or an agency is none. */
  readonly authors: readonly string[]
  /** inferred: no word on the page, only the text's likeness to the agency's. */
  readonly agency: { readonly id: string; readonly name: string; readonly basis: 'explicit' | 'inferred' } | null
  readonly dateline: { readonly place: string; readonly raw: string } | null
  /** At day precision, only the day counts. derived: from "3 hours ago" and the time of capture. */
  readonly published: {
    readonly at: string
    readonly precision: 'second' | 'day'
    readonly basis: 'explicit' | 'derived'
  }
  /** null also where the page repeats the time of publication. */
  readonly modified: string | null
  /** The text, block by block, without dateline, captions, "also read" lines and everything around. */
  readonly paragraphs: readonly string[]
  /** May stand in the text as well without being wrong: a correction notice, the heads of live updates. */
  readonly tolerated: readonly string[]
  readonly storyId: string
  readonly copyOf: { readonly url: string; readonly kind: CopyKind } | null
  readonly truncated: boolean
  readonly liveBlog: boolean
  /** Correction notice as printed. */
  readonly correction: string | null
  /** The substance has changed since publication and the page does not say so. */
  readonly stealthEdited: boolean
}

export type TruthPage =
  | TruthArticle
  /** Another address of the article at `of`, known by redirect or canonical link. */
  | { readonly expected: 'alias'; readonly url: string; readonly of: string }
  /** Answers 200 and is no article; any of the reasons is right. */
  | { readonly expected: 'reject'; readonly url: string; readonly reasons: readonly string[] }
  /** Answers 410. `title`: what it was. */
  | { readonly expected: 'gone'; readonly url: string; readonly title: string; readonly storyId: string }
  /** robots.txt forbids it: must never be asked for. */
  | { readonly expected: 'disallowed'; readonly url: string }

export type TruthStory = {
  readonly id: string
  readonly label: string
  /** IPTC Media Topics, main one first. */
  readonly topics: readonly string[]
  /** Articles that can be read at this time. */
  readonly urls: readonly string[]
  /** Texts that are nobody's copy. */
  readonly origins: number
}

export type TruthListing = {
  readonly kind: 'feed' | 'sitemap' | 'site'
  readonly url: string
  readonly outlet: OutletId
  /** Addresses as listed, newest first, with tracking parameters and doubles. */
  readonly lists: readonly string[]
}

export type Truth = {
  readonly pages: readonly TruthPage[]
  readonly stories: readonly TruthStory[]
  readonly listings: readonly TruthListing[]
}

/** Written truth about the newsroom at a phase, by default the last. */
export function truthAt(phase: number = PHASE_LAST): Truth {
  const now = phaseTime(phase)
  const current = articles.map((article) => currentArticle(article, now)).filter((article) => article !== null)
  return {
    pages: [
      ...current.flatMap((article) => truthPages(article, now)),
      ...specialPages
        .filter(({ published }) => published <= now)
        .map(({ outlet, path, reasons }) => ({
          expected: 'reject' as const,
          url: urlOn(outletOf(outlet), path),
          reasons,
        })),
      ...Object.entries(shortLinks).flatMap(([path, link]) => {
        const article = currentArticle(articleOf(link.article), now)
        return article === null
          ? []
          : [{ expected: 'alias' as const, url: `http://${SHORTENER_HOST}${path}`, of: urlOf(article) }]
      }),
    ],
    stories: stories.map((story) => truthStory(story.id, current, now)).filter(({ urls }) => urls.length > 0),
    listings: outlets.flatMap((outlet) =>
      outlet.listings.map((listing) => ({
        kind: listing.kind,
        url: urlOn(outlet, listing.path),
        outlet: outlet.id,
        lists: listingEntries(outlet, listing, now).map(({ url }) => url),
      })),
    ),
  }
}

function storyOf(id: string): (typeof stories)[number] {
  return stories.find((story) => story.articles.some((article) => article.id === id))!
}

function truthStory(id: string, current: readonly CurrentArticle[], now: string): TruthStory {
  const { label, topics } = stories.find((story) => story.id === id)!
  const members = current.filter((article) => storyOf(article.id).id === id && isReadable(article, now))
  const urls = members.map(urlOf)
  return { id, label, topics, urls, origins: members.filter(({ copyOf }) => copyOf === undefined).length }
}

function isReadable({ gone, disallowed }: CurrentArticle, now: string): boolean {
  return disallowed !== true && (gone === undefined || gone > now)
}

function truthPages(article: CurrentArticle, now: string): readonly TruthPage[] {
  const url = urlOf(article)
  const outlet = outletOf(article.outlet)
  if (article.disallowed === true) return [{ expected: 'disallowed', url }]
  if (!isReadable(article, now))
    return [{ expected: 'gone', url, title: article.title, storyId: storyOf(article.id).id }]
  const pages: TruthPage[] = [truthArticle(article, url)]
  if (article.quirks?.includes('amp'))
    pages.push({ expected: 'alias', url: urlOn(outlet, `/amp${article.currentPath}`), of: url })
  if (article.currentPath !== article.path) pages.push({ expected: 'alias', url: urlOn(outlet, article.path), of: url })
  return pages
}

/** Templates that print only the day, and those that print a time of change. */
const DAY_ONLY: ReadonlySet<TemplateId> = new Set(['tables', 'blog', 'plain', 'aggregator'])
const SHOWS_MODIFIED: ReadonlySet<TemplateId> = new Set(['modern', 'microdata', 'amp-pair', 'wire'])

function truthArticle(article: CurrentArticle, url: string): TruthArticle {
  const outlet = outletOf(article.outlet)
  const original =
    article.copyOf === undefined ? null : currentArticle(articleOf(article.copyOf.article), article.published)
  const modified = SHOWS_MODIFIED.has(outlet.template) ? (article.modified ?? null) : null
  return {
    expected: 'article',
    id: article.id,
    url,
    outlet: outlet.id,
    publisher: { name: outlet.name, domain: outlet.host.replace(/^www\./, '') },
    language: outlet.language,
    title: article.title,
    authors: article.authors,
    agency: truthAgency(article),
    dateline: article.dateline ?? null,
    published: publishedOf(article, outlet.template),
    modified: modified === article.published ? null : modified,
    paragraphs: article.body.flatMap((block) => {
      if (block.type === 'list') return block.items.map(plainText)
      return 'text' in block ? [plainText(block.text)] : []
    }),
    tolerated: toleratedIn(article),
    storyId: storyOf(article.id).id,
    copyOf: original === null ? null : { url: urlOf(original), kind: article.copyOf!.kind },
    truncated: article.quirks?.includes('paywall') ?? false,
    liveBlog: article.quirks?.includes('live-blog') ?? false,
    correction: article.edit?.notice ?? null,
    stealthEdited: article.edit?.kind === 'stealth',
  }
}

function toleratedIn({ body, edit }: CurrentArticle): readonly string[] {
  const heads = body.flatMap((block) =>
    block.type === 'time' ? [block.title, `${block.at.slice(11, 16)} ${block.title}`] : [],
  )
  return edit?.notice === undefined ? heads : [...heads, edit.notice]
}

function truthAgency({ agency: credit }: CurrentArticle): TruthArticle['agency'] {
  const agency = agencies.find(({ id }) => id === credit?.id)
  if (credit === undefined || agency === undefined) return null
  return { id: agency.id, name: agency.name, basis: credit.credit === 'none' ? 'inferred' : 'explicit' }
}

function publishedOf({ published, quirks }: CurrentArticle, template: TemplateId): TruthArticle['published'] {
  const isRelative = template === 'aggregator' || (quirks?.includes('relative-date') ?? false)
  if (isRelative) return { at: published.slice(0, 10), precision: 'day', basis: 'derived' }
  if (DAY_ONLY.has(template)) return { at: published.slice(0, 10), precision: 'day', basis: 'explicit' }
  return { at: published, precision: 'second', basis: 'explicit' }
}
