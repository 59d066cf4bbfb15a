import type { Block, Extraction } from '@dateline/domain'
import { parsePhotoCredit } from '../credits/parse-photo-credit.ts'
import { HINTS, hintBit, hintsOf } from './class-hints.ts'
import { absoluteUrl, clip, known, unknown } from './field.ts'
import { listOf, stringOf } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { collapse, type PageElement, textOf, walkElements } from './page-tree.ts'
import { isSiteImage } from './site-image.ts'
import type { MediaBlock } from './text-blocks.ts'

type ImageBlock = Extract<Block, { type: 'image' }>
type EmbedBlock = Extract<Block, { type: 'embed' }>

const CAPTION_CHARS_MAX = 1_000
/** Smaller pictures are icons, avatars and counting pixels. */
const SIDE_PX_MIN = 100

const FOREIGN = (['comment', 'related', 'share', 'ad', 'form', 'furniture'] as const).reduce(
  (bits, hint) => bits | hintBit(hint),
  0,
)
const BYLINE = hintBit('byline')
const LEVELS_MAX = 6

/** An image of the article or an embed of another site, or null for what is neither. */
export function mediaBlock({ element }: MediaBlock, base: string | null): ImageBlock | EmbedBlock | null {
  if (element.tag === 'iframe' || element.tag === 'amp-iframe' || element.tag === 'embed') return embedOf(element, base)
  if (element.tag === 'video' || element.tag === 'audio' || element.tag === 'amp-video') return playerOf(element, base)
  if (isForeign(element) || isSmall(element)) return null
  const url = imageUrl(element, base)
  if (url === null) return null
  const figure = ancestorFigure(element)
  const { caption, credit } = figure === null ? { caption: null, credit: null } : captionOf(figure)
  return { type: 'image', url, caption, credit }
}

function isForeign(element: PageElement): boolean {
  let hints = 0
  let at: PageElement | null = element
  for (let level = 0; at !== null && level < LEVELS_MAX; level += 1, at = at.parent) {
    if (at.tag === 'body' || at.tag === 'article' || at.tag === 'main') break
    if (at.tag === 'aside' || at.tag === 'nav' || at.tag === 'footer') return true
    const own = hintsOf(at)
    if (level <= 1 && own & BYLINE) return true
    hints |= own
  }
  return (hints & FOREIGN) !== 0
}

function isSmall(element: PageElement): boolean {
  const image = element.tag === 'picture' ? firstImage(element) : element
  const [width, height] = [Number(image?.attributes.width), Number(image?.attributes.height)]
  return (width > 0 && width < SIDE_PX_MIN) || (height > 0 && height < SIDE_PX_MIN)
}

function firstImage(root: PageElement): PageElement | null {
  let found: PageElement | null = null
  walkElements(root, (element) => {
    if (found === null && element.tag === 'img') found = element
    return found === null
  })
  return found
}

/** Lazy pages keep the address in a data attribute and a placeholder in `src`. */
function imageUrl(element: PageElement, base: string | null): string | null {
  const image = element.tag === 'picture' ? (firstImage(element) ?? element) : element
  const { attributes } = image
  const source =
    element.tag === 'picture'
      ? element.children.find((child) => typeof child !== 'string' && child.tag === 'source')
      : undefined
  const sets = [
    attributes['data-srcset'],
    attributes.srcset,
    typeof source === 'object' ? (source.attributes.srcset ?? source.attributes['data-srcset']) : undefined,
  ]
  const candidates = [
    attributes['data-src'],
    attributes['data-lazy-src'],
    attributes['data-original'],
    attributes.src,
    ...sets.map(largestOf),
  ]
  for (const candidate of candidates) {
    if (candidate === undefined || /^data:|\.(?:svg|gif)(?:\?|$)|(?:spacer|placeholder|blank|pixel)\b/i.test(candidate))
      continue
    const url = absoluteUrl(candidate, base)
    if (url !== null) return url
  }
  return null
}

function largestOf(srcset: string | undefined): string | undefined {
  let best: string | undefined
  let bestSize = -1
  for (const entry of (srcset ?? '').slice(0, 10_000).split(/,\s+/)) {
    const [address, size] = entry.trim().split(/\s+/)
    const value = Number.parseFloat(size ?? '0') || 0
    if (address && value > bestSize) {
      best = address
      bestSize = value
    }
  }
  return best
}

function ancestorFigure(element: PageElement): PageElement | null {
  let at = element.parent
  for (let level = 0; at !== null && level < LEVELS_MAX; level += 1, at = at.parent) {
    if (
      at.tag === 'figure' ||
      /(?:^|[\s_-])(?:wp-caption|figure|image-wrapper|photo|media)(?:$|[\s_-])/i.test(at.attributes.class ?? '')
    )
      return at
    if (at.tag === 'article' || at.tag === 'main' || at.tag === 'body') return null
  }
  return null
}

const MEDIA_HINT = 1 << HINTS.indexOf('media')

/** Longer ones are captions. */
const CREDIT_CHARS_MAX = 120

/** The caption below a figure, and the credit in it or beside it. */
export function captionOf(figure: PageElement): { caption: string | null; credit: string | null } {
  let captionText = ''
  let creditText = ''
  walkElements(figure, (element) => {
    const name = element.attributes.class ?? ''
    if (/credit|copyright|source|photographer|agency/i.test(name) && element.tag !== 'figcaption' && creditText === '')
      creditText = textOf(element, CAPTION_CHARS_MAX)
    const isCaption = element.tag === 'figcaption' || (hintsOf(element) & MEDIA_HINT && /caption/i.test(name))
    if (isCaption && captionText === '') captionText = textOf(element, CAPTION_CHARS_MAX)
  })
  if (captionText === '' && creditText === '') return { caption: null, credit: null }
  if (creditText.length > CREDIT_CHARS_MAX || /\p{L}{4,}[.!?]\s/u.test(creditText)) {
    // The box that is named for the credit holds the caption too.
    const parsed = parsePhotoCredit(creditText)
    const caption = parsed?.caption ?? (parsed === null ? creditText : null)
    return { caption: captionText === '' ? caption : captionText, credit: parsed?.credit ?? null }
  }
  if (creditText !== '') {
    const rest = collapse(captionText.replace(creditText, ' ').replace(/[\s(|]+$/u, ''))
    return {
      caption: rest === '' ? null : clip(rest, CAPTION_CHARS_MAX),
      credit: creditOf(creditText),
    }
  }
  const parsed = parsePhotoCredit(captionText)
  return parsed === null ? { caption: captionText, credit: null } : { caption: parsed.caption, credit: parsed.credit }
}

/** "Photo: Jane Roe" → "Jane Roe"; "Jane Roe (AP)" names both, and neither is a caption. */
function creditOf(text: string): string {
  const parsed = parsePhotoCredit(text)
  return parsed === null || parsed.caption !== null ? text : (parsed.credit ?? text)
}

function embedOf(element: PageElement, base: string | null): EmbedBlock | null {
  const { attributes } = element
  const url = absoluteUrl(attributes['data-src'] ?? attributes.src ?? attributes['data-lazy-src'], base)
  if (url === null || isForeign(element) || /doubleclick|googletagmanager|googlesyndication|\/ads?[/.?]/i.test(url))
    return null
  return { type: 'embed', url, text: attributes.title?.trim() || null }
}

function playerOf(element: PageElement, base: string | null): EmbedBlock | null {
  const source = element.children.find((child) => typeof child !== 'string' && child.tag === 'source')
  const url = absoluteUrl(
    element.attributes.src ?? (typeof source === 'object' ? source.attributes.src : undefined),
    base,
  )
  return url === null ? null : { type: 'embed', url, text: element.attributes.title?.trim() || null }
}

/**
 * The picture the page leads with: the first one captioned in the text, else the one it names for sharing. Not the site's
 * own, which pages without a picture name.
 */
export function leadImage(
  facts: PageFacts,
  images: Extraction['images'],
  base: string | null,
  url: string | null,
): Extraction['leadImage'] {
  const first = images[0]
  if (first !== undefined && first.caption !== null) return known(first, first.caption, 0.85)
  const stated = [
    ...['og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'].map((name) => metaOf(facts, name)),
    { value: stringOf(listOf(facts.article?.image)[0] ?? null), source: 'JSON-LD image' },
  ]
  for (const fact of stated) {
    const address = absoluteUrl(fact?.value ?? null, base)
    if (address === null || isSiteImage(address, facts, url)) continue
    const image = { url: address, caption: first?.caption ?? null, credit: first?.credit ?? null }
    return known(image, `${fact!.source}: ${address}`, 0.8)
  }
  return first === undefined || (first.url !== null && isSiteImage(first.url, facts, url))
    ? unknown('no image in the article')
    : known(first, first.url ?? '', 0.6)
}
