import type { PageElement } from './page-tree.ts'

/**
 * What class names, ids and data attributes say about an element, by the words in them. Template authors the world over
 * name their boxes in English; the groups are the field's common knowledge (readability, trafilatura, boilerpipe).
 */
const WORDS = {
  body: 'articlebody article-body story-body storybody entry-content post-content article-content article-text articletext story-content storycontent body-text bodytext post-body postbody maincontent main-content content-body article__body article-main story-text page-content single-content richtext rich-text wysiwyg prose td-post-content entry post text story article content body copy paragraph',
  comment:
    'comment comments disqus respond reply commentlist comment-list livefyre discussion kommentare kommentar comentarios commentaires reactions viafoura coral',
  related:
    'related recommended recommendation recommendations more-stories morestories readmore read-more read-next readnext also-read see-also seealso outbrain taboola trending popular most-read mostread latest recirc recirculation teaser teasers promo upnext up-next next-article similar more-from further-reading you-may-like weitere ähnliche artikelteaser mehr-zum-thema lire-aussi carousel slider widget zergnet revcontent plista suggestions',
  share:
    'share sharing social socials sharebar addthis addtoany shariff follow facebook twitter whatsapp pinterest likes vote votes rating ratings toolbar tools print actions utility',
  ad: 'ad ads advert advertisement advertising adsense banner sponsor sponsored promoted dfp gpt anzeige werbung publicidad publicite commercial adslot ad-slot ad-container adbox',
  form: 'newsletter subscribe subscription signup sign-up login register paywall regwall piano donate donation cookie cookies consent gdpr modal popup overlay dialog form app-promo cta callout membership',
  furniture:
    'nav navigation navbar menu breadcrumb breadcrumbs footer header masthead sidebar aside topbar toolbar pagination pager skip hidden sr-only screen-reader visually-hidden copyright legal disclaimer tags tag-list taglist categories topics sitemap search logo language weather ticker stock rail right-rail sidebar-right toc table-of-contents',
  byline:
    'byline author authors autor auteur writer contributor contributors dateline meta metadata timestamp date pubdate published updated posted entry-meta post-meta article-meta publish-date bio author-bio about-author kicker',
  media:
    'caption figcaption image-caption wp-caption credit photo-credit gallery slideshow image photo figure media video player embed lightbox copyright-info',
  standfirst:
    'standfirst lead lede lead-text intro deck dek subhead subheadline subtitle subtitulo sous-titre chapo summary abstract excerpt description bajada entradilla sapo vorspann teaser-text kicker article-lead',
  hidden: 'hidden hide sr-only visually-hidden screen-reader-text visuallyhidden invisible print-only d-none noprint',
} as const

export type Hint = keyof typeof WORDS

export const HINTS = Object.keys(WORDS) as Hint[]

const BITS = new Map<string, number>()
for (const [bit, hint] of HINTS.entries()) {
  for (const word of WORDS[hint].split(' ')) BITS.set(word, (BITS.get(word) ?? 0) | (1 << bit))
}

const NAME_CHARS_MAX = 400
const cache = new Map<string, number>()
const CACHE_ENTRIES_MAX = 20_000

/** Bits of the hints (in the order of HINTS) that the element's own class, id and role give. */
export function hintsOf({ attributes }: PageElement): number {
  let names = attributes.class ?? ''
  if (attributes.id !== undefined) names += ` ${attributes.id}`
  if (attributes.role !== undefined) names += ` ${attributes.role}`
  const component =
    attributes['data-component'] ?? attributes['data-testid'] ?? attributes['data-module'] ?? attributes['data-type']
  if (component !== undefined) names += ` ${component}`
  return names === '' ? 0 : hintsOfNames(names.slice(0, NAME_CHARS_MAX))
}

/** Pure; the cache only saves work, since one template's names come again and again. */
export function hintsOfNames(names: string): number {
  const known = cache.get(names)
  if (known !== undefined) return known
  let bits = 0
  for (const name of names
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .split(/\s+/)) {
    if (name === '') continue
    const words = name.split(/[-_:./]+/)
    bits |= BITS.get(name) ?? 0
    for (let i = 0; i < words.length; i += 1) {
      bits |= BITS.get(words[i]!) ?? 0
      if (i + 1 >= words.length) continue
      bits |= (BITS.get(`${words[i]}-${words[i + 1]}`) ?? 0) | (BITS.get(`${words[i]}${words[i + 1]}`) ?? 0)
    }
  }
  if (cache.size >= CACHE_ENTRIES_MAX) cache.clear()
  // Letter by letter: a name as it was cut out of the page would keep all of the page in memory.
  cache.set([...names].join(''), bits)
  return bits
}

export const hintBit = (hint: Hint): number => 1 << HINTS.indexOf(hint)
