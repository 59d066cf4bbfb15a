import { getDomainWithoutSuffix } from 'tldts'
import { squeeze } from './block-features.ts'
import { stringOf } from './json-ld.ts'
import { articleParties, metaOf, type PageFacts } from './page-facts.ts'

/** Folders of what all pages of a site share. */
const SITE_FOLDER = /\/(?:themes?|skins?|templates?|typo3conf|plugins|icons|(?:bl|gr)?avatars?)\//i
/** File names of stand-ins. */
const STAND_IN =
  /^(?:og|opengraph|open-graph|social|share|facebook|fb|twitter)[-_]?default(?:[-_.]|$)|^(?:\w+[-_])?(?:placeholder|fallback|blank|spacer)(?:[-_.]|$)|^default[-_]?(?:og|share|social|user|image|img|thumb)|^no[-_]?(?:img|image|photo|picture)(?:[-_.]|$)|^(?:fav|ms-|app|apple-touch-|og-|site-|og-site-)icon|^icon[-_]/i
const LOGO = /(?:^|[-_.])logos?(?:[-_.\d]|$)/i
/** What stands in a logo's file name beside the name of whose it is. */
const LOGO_WORD =
  /^(?:\p{N}+(?:x\p{N}+)?|\p{L}{1,3}|logos?|cropped|banner|header|footer|square|social|share|site|main|white|black|color|icon|large|small|default|open|graph|opengraph|facebook|twitter|scaled)$/iu

/**
 * Whether a picture is the site's own and not the article's: of its theme, a stand-in for pieces without a picture, the
 * logo that the markup states, or a file that bears the site's name and no other, "logo" or not.
 */
export function isSiteImage(address: string, facts: PageFacts, url: string | null): boolean {
  const path = URL.parse(address)?.pathname ?? ''
  const file = path.slice(path.lastIndexOf('/') + 1)
  const isOfSite =
    SITE_FOLDER.test(path) || STAND_IN.test(file) || logosOf(facts).has(address) || bearsSiteName(file, facts, url)
  return isOfSite && !isNamedAfter(file, url)
}

function bearsSiteName(file: string, facts: PageFacts, url: string | null): boolean {
  const names = [
    url === null ? null : getDomainWithoutSuffix(url),
    metaOf(facts, 'og:site_name')?.value,
    ...articleParties(facts, 'publisher').map(({ name }) => name),
  ].map((name) => squeeze(name ?? ''))
  const stem = file.replace(/\.\w{2,5}$/, '')
  if (!LOGO.test(file)) {
    const bare = squeeze(stem).replace(/\d+$/, '')
    return bare.length >= NAME_CHARS_MIN && names.some((name) => name.startsWith(bare))
  }
  const tokens = stem.split(/[^\p{L}\p{N}]+/u)
  return tokens.every((token) => LOGO_WORD.test(token) || names.some((name) => name.includes(squeeze(token))))
}

/** Shorter ones turn up inside other words. */
const NAME_CHARS_MIN = 5

const SLUG_CHARS_MIN = 8

/** Some sites keep the pictures of their articles among their theme's. */
function isNamedAfter(file: string, url: string | null): boolean {
  const slug = squeeze(
    URL.parse(url ?? '')
      ?.pathname.split('/')
      .findLast((part) => part !== '') ?? '',
  )
  return slug.length >= SLUG_CHARS_MIN && squeeze(file).includes(slug)
}

function logosOf({ nodes }: PageFacts): Set<string> {
  const logos = nodes.flatMap(({ logo }) => {
    const stated = typeof logo === 'object' && logo !== null && 'url' in logo ? logo.url : logo
    return [stringOf((stated ?? null) as never)]
  })
  return new Set(logos.filter((address) => address !== null))
}
