import { parse } from 'tldts'
import { siteOf, urlKind } from './article-url.ts'
import { normalUrl } from './normal-url.ts'
import { readUrl } from './read-url.ts'
import { unwrapUrl } from './unwrap-url.ts'
import { URL_RULES } from './url-rules.ts'

/** What is known of where a page stands. All but one may be missing. */
export type OriginalWitnesses = {
  /** As listed or submitted. */
  readonly pageUrl?: string | null
  /** After redirects. */
  readonly finalUrl?: string | null
  /** `<link rel="canonical">`, absolute or relative. */
  readonly canonicalUrl?: string | null
  readonly ogUrl?: string | null
  /** `<link rel="canonical">` of an AMP page, which must name the full page. */
  readonly ampCanonical?: string | null
  /** "Original url: …" line of a text scrape. */
  readonly originalUrlLine?: string | null
}

export type Original = {
  /** Absolute, unwrapped, otherwise as the witness wrote it; null: nobody names a URL. */
  readonly url: string | null
  readonly rule:
    | 'original-url-line'
    | 'canonical'
    | 'amp-canonical'
    | 'og-url'
    | 'unwrapped'
    | 'final-url'
    | 'page-url'
    | 'none'
  /** What decided it, and what was not believed and why; at most EVIDENCE_CHARS_MAX characters. */
  readonly evidence: string
  readonly rules: string
}

const EVIDENCE_CHARS_MAX = 600

/** Sites that carry other publishers' articles under their own addresses and say so in the canonical link. */
const SYNDICATORS: ReadonlySet<string> = new Set(
  `msn.com yahoo.com aol.com news.google.com smartnews.com newsbreak.com flipboard.com apple.news ground.news upday.com
  dailyhunt.in headtopics.com archive.org archive.today archive.ph archive.is googleusercontent.com ampproject.org medium.com
  feedburner.com pressreader.com`.split(/\s+/),
)

/** A URL within the path, a variable that was empty. */
const BROKEN = /[/=](?:undefined|null|nan|none|\[object%20object\])(?:[/?#]|$)|[^/?=]\/https?(?::|%3a)|\{\{|%7b%7b/i

type Candidate = { rule: Original['rule']; url: string; label: string }

/**
 * Which URL is the article's own.
 *
 * A page's word is believed as far as it can be checked: on the same site unless it points to the front page, to a section
 * or to what is plainly another article; on another site only if the page stands with an aggregator or cache, if that site
 * bears the same name ("example.de" and "example.com"), or if canonical and og:url agree and their address carries this
 * page's slug or id. What is not believed is named in the evidence, and the address the page was fetched from stands.
 */
export function chooseOriginal(witnesses: OriginalWitnesses): Original {
  const listed = absolute(witnesses.finalUrl) ?? absolute(witnesses.pageUrl)
  const own = listed === null ? null : unwrapUrl(listed)
  const candidates = [
    candidate('original-url-line', witnesses.originalUrlLine, 'Original url line', null),
    candidate('amp-canonical', witnesses.ampCanonical, 'canonical link of the AMP page', own),
    candidate('canonical', witnesses.canonicalUrl, 'canonical link', own),
    candidate('og-url', witnesses.ogUrl, 'og:url', own),
  ].filter((found) => found !== null)
  const refused: string[] = []
  for (const found of candidates) {
    const verdict = judge(found, own, candidates)
    if (verdict.believed)
      return original(found.url, found.rule, `${found.label} ${found.url}: ${verdict.because}`, refused)
    refused.push(`${found.label} ${found.url} not believed: ${verdict.because}`)
  }
  if (own === null || listed === null) return original(null, 'none', 'no URL is named', refused)
  if (own !== listed) return original(own, 'unwrapped', `${listed} leads to it`, refused)
  const rule = absolute(witnesses.finalUrl) === null ? 'page-url' : 'final-url'
  return original(own, rule, rule === 'page-url' ? 'as listed' : 'where the page was found', refused)
}

function original(url: string | null, rule: Original['rule'], because: string, refused: readonly string[]): Original {
  return { url, rule, evidence: [because, ...refused].join('; ').slice(0, EVIDENCE_CHARS_MAX), rules: URL_RULES }
}

function candidate(rule: Original['rule'], url: string | null | undefined, label: string, own: string | null) {
  if (!url) return null
  const read = readUrl(url, own ?? undefined)
  return read === null ? null : { rule, url: unwrapUrl(read.href), label }
}

type Verdict = { believed: boolean; because: string }
const believe = (because: string): Verdict => ({ believed: true, because })
const refuse = (because: string): Verdict => ({ believed: false, because })

function judge(found: Candidate, own: string | null, all: readonly Candidate[]): Verdict {
  if (own === null) return believe('no other address is known')
  const normal = normalUrl(found.url)
  if (normal === normalUrl(own)) return believe('same page in its own spelling')
  const [kind, ownKind] = [urlKind(found.url), urlKind(own)]
  if (kind === 'file') return refuse('a file, not a page')
  if (BROKEN.test(found.url)) return refuse('a template was filled in wrongly')
  if (kind === 'front-page') return refuse('it is a front page')
  if (kind === 'section' && ownKind === 'article') return refuse('it is a section page')
  if (found.rule === 'original-url-line') return believe('the document says so')
  if (siteOf(found.url) === siteOf(own)) {
    return isOtherArticle(found.url, own) ? refuse('it names another article of the site') : believe('same site')
  }
  return judgeForeign(found, own, all)
}

function judgeForeign(found: Candidate, own: string, all: readonly Candidate[]): Verdict {
  const ownHost = new URL(own).hostname
  if (SYNDICATORS.has(siteOf(own) ?? '') || SYNDICATORS.has(ownHost))
    return believe('the page stands with an aggregator')
  const isSame = sharesIdentity(found.url, own)
  const isSamePath = new URL(found.url).pathname === new URL(own).pathname
  if (nameOf(found.url) === nameOf(own) && (isSame || isSamePath)) return believe('same publisher under another suffix')
  const agreeing = all.filter(({ url }) => normalUrl(url) === normalUrl(found.url))
  if (agreeing.length > 1 && isSame)
    return believe(`${agreeing.map(({ label }) => label).join(' and ')} agree on the same slug`)
  return refuse('it points to another site')
}

function nameOf(url: string): string | null {
  return parse(url, { allowPrivateDomains: true }).domainWithoutSuffix
}

/** What in a URL identifies an article: long numbers, and the words of its slug, wherever they stand. */
function identityOf(url: string): { ids: Set<string>; words: Set<string> } {
  const { pathname, search } = new URL(url)
  const text = `${pathname} ${search}`.toLowerCase()
  const slugs = text.split(/[/?&=]/).filter((part) => part.split(/[-_]/).length > 2 && /[a-z%]/.test(part))
  const words = slugs.join('-').split(/[^\p{L}\p{N}%]+/u)
  return {
    ids: new Set(text.match(/\d{5,}/g) ?? []),
    words: new Set(words.filter((word) => word.length > 2 && !/\d/.test(word))),
  }
}

function sharesIdentity(a: string, b: string): boolean {
  const [left, right] = [identityOf(a), identityOf(b)]
  if (left.ids.intersection(right.ids).size > 0) return true
  const common = left.words.intersection(right.words).size
  return common >= 3 && common >= Math.min(left.words.size, right.words.size) / 2
}

/** Both addresses carry a slug or an id, and have nothing in common. */
function isOtherArticle(a: string, b: string): boolean {
  const [left, right] = [identityOf(a), identityOf(b)]
  if (left.ids.intersection(right.ids).size > 0) return false
  const bothSlugs = left.words.size >= 3 && right.words.size >= 3
  if (bothSlugs) return left.words.intersection(right.words).size === 0
  return left.ids.size > 0 && right.ids.size > 0 && left.words.size === 0 && right.words.size === 0
}

function absolute(url: string | null | undefined): string | null {
  return url ? (readUrl(url)?.href ?? null) : null
}
