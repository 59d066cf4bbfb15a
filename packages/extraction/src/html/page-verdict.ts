import type { Extraction, RejectReason } from '@dateline/domain'
import { clip } from './field.ts'
import { typesOf } from './json-ld.ts'
import { isArticlePage, metaOf, type PageFacts, plainText } from './page-facts.ts'
import { type PageProps, pageProps } from './page-props.ts'
import type { PageTree } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'
import { BOT_TITLE, BOT_WORDS, CONSENT_WORDS, ERROR_TITLE, ERROR_WORDS, GALLERY_TITLE } from './wall-phrases.ts'

export type Rejection = { reason: RejectReason; evidence: string }

/** What the verdict is judged by. `teaserLinks`: blocks that are nothing but a link of headline length. */
export type Judged = {
  tree: PageTree
  facts: PageFacts
  blocks: readonly TextBlock[]
  extraction: Extraction
  url: string | null
}

/** Below this a body is a menu, a wall or a caption; han and kana say about twice as much a character. */
const BODY_CHARS_MIN = 200
const BODY_CHARS_MIN_CJK = 80
/** A page that names itself an article may be this short: news in brief. */
const BRIEF_CHARS_MIN = 120
/** Walls and error pages hold little else. */
const WALL_TEXT_CHARS_MAX = 3_000
/** A text longer than this quotes the words of a wall; shorter ones may be the wall's own. */
const WALL_BODY_CHARS_MAX = 250
/** Forms and feet of whole pages hold such words, too. */
const BRIEF_PAGE_CHARS_MAX = 1_500
/** With a witness beside the words (a button, a test, a headline that says nothing else) a wall may talk so long. */
const WITNESSED_BODY_CHARS_MAX = 1_500
const SCRIPT_CHARS_MIN = 2_000
const TEASERS_MIN = 15
/** Text of its own, not under somebody else's headline, that makes an article of a page with many teasers. */
const OWN_TEXT_CHARS_MIN = 500
/** At a site's root that is asked of more, since fronts hold leaders and notes. */
const OWN_ROOT_TEXT_CHARS_MIN = 2_000
/** So many paragraphs that each stand under a headline leading elsewhere are summaries, not a text. */
const SUMMARIES_MIN = 5
const SUMMARY_SHARE_MIN = 0.7
const PICTURES_MIN = 6
const TITLED_PICTURES_MIN = 4

/** Why this page is no article, or null: it is one. The reasons are tried from the surest to the vaguest. */
export function pageRejection(judged: Judged): Rejection | null {
  const { facts, blocks, extraction } = judged
  const chars = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const body = bodyChars(proseOf(extraction))
  const isShort = body < (isArticlePage(facts) ? BRIEF_CHARS_MIN : BODY_CHARS_MIN)
  const isFew = chars <= WALL_TEXT_CHARS_MAX
  const props = isShort || isFew ? pageProps(judged.tree.root) : null
  const wall = isFew && props !== null ? wallOf(judged, chars, body, props) : null
  if (wall !== null) return wall
  const listing = listingOf(judged, body)
  if (listing !== null) return listing
  return isShort && props !== null ? shortPage(judged, chars, body, props) : null
}

/** What a page is that has hardly any text. */
function shortPage({ tree, facts, extraction }: Judged, chars: number, body: number, props: PageProps): Rejection {
  if (chars < 400 && (tree.scriptChars > SCRIPT_CHARS_MIN || (props.appRoot !== null && body === 0)))
    return {
      reason: 'empty-without-scripts',
      evidence: `${chars} characters of text, ${tree.scriptChars} of scripts${props.appRoot === null ? '' : `, an empty #${props.appRoot}`}`,
    }
  const type = `${metaOf(facts, 'og:type')?.value ?? ''} ${facts.nodes.flatMap(typesOf).join(' ')}`
  if (/video\.|VideoObject/i.test(type) || props.players > 0)
    return { reason: 'video-only', evidence: `a video and ${body} characters of text` }
  const pictures = Math.max(props.pictures, extraction.images.length)
  const isTitled = GALLERY_TITLE.test(`${tree.title} ${extraction.title.value}`) && pictures >= TITLED_PICTURES_MIN
  if (/ImageGallery|MediaGallery|gallery/i.test(type) || isTitled || extraction.images.length >= PICTURES_MIN)
    return { reason: 'gallery-only', evidence: `${pictures} images and ${body} characters of text` }
  if (body === 0) return { reason: 'not-an-article', evidence: 'no block of the page reads as an article' }
  return { reason: 'too-short', evidence: `${body} characters: ${clip(extraction.text, 120)}` }
}

/** A page that says only why its article is not to be had. Reports quote the same words, so a second witness is asked for. */
function wallOf({ tree, blocks }: Judged, chars: number, body: number, { test, button }: PageProps): Rejection | null {
  if (body >= WITNESSED_BODY_CHARS_MAX) return null
  const lines = blocks.map(({ text }) => text)
  const all = `${tree.title ?? ''}\n${lines.join('\n')}`
  const isBrief = body < WALL_BODY_CHARS_MAX && chars < BRIEF_PAGE_CHARS_MAX
  const heads = headsOf(tree, blocks)
  const botTitle = heads.find((head) => BOT_TITLE.test(head))
  const bot = BOT_WORDS.exec(all)?.[0] ?? null
  if (bot !== null && (isBrief || botTitle !== undefined || (test !== null && body < WALL_BODY_CHARS_MAX)))
    return { reason: 'bot-wall', evidence: [bot, test, botTitle].filter(Boolean).join('; ') }
  if (botTitle !== undefined && isBrief) return { reason: 'bot-wall', evidence: botTitle }
  const error = heads.find((head) => ERROR_TITLE.test(head)) ?? (isBrief ? ERROR_WORDS.exec(all)?.[0] : undefined)
  if (error !== undefined && body < 1_000) return { reason: 'error-page', evidence: error }
  const consent = CONSENT_WORDS.exec(all)?.[0] ?? null
  // Text that does not speak of consent is an article's, though a banner stands over it.
  const own = lines.filter((line) => bodyChars(line) >= 80 && !CONSENT_WORDS.test(line) && !/cookies?/i.test(line))
  const ownChars = own.reduce((sum, line) => sum + bodyChars(line), 0)
  if (consent !== null && ownChars < BODY_CHARS_MIN && (isBrief || button !== null))
    return { reason: 'consent-wall', evidence: [consent, button].filter(Boolean).join('; ') }
  return null
}

/** Headings, and the parts of `<title>`: "Page not found – The Post" says the one and names the other. */
function headsOf(tree: PageTree, blocks: readonly TextBlock[]): string[] {
  const headings = blocks.flatMap(({ element, text }) => (/^h[12]$/.test(element.tag) ? [text] : []))
  const title = plainText(tree.title ?? '')
  return [...headings, title, ...title.split(/\s+[|·•–—-]\s+/)].filter((head) => head.length <= 120)
}

/** Text in sentences: headings that lead elsewhere are no article's. */
function proseOf({ blocks, text }: Extraction): string {
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
  return headings.length < SUMMARIES_MIN ? text : text.slice(0, text.length - headings.join('\n\n').length)
}

/** Fronts and sections: teasers, and no text of their own that outweighs them. */
function listingOf({ facts, blocks, url, extraction }: Judged, body: number): Rejection | null {
  if (isArticlePage(facts)) return null
  const teasers = blocks.filter(isTeaser)
  const teaserChars = teasers.reduce((sum, { text }) => sum + text.length, 0)
  const path = url === null ? null : (URL.parse(url)?.pathname ?? null)
  const isRoot = path !== null && /^\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(path)
  const summaries = summariesIn(blocks, extraction)
  const isFull = teasers.length >= TEASERS_MIN && summaries.own < OWN_ROOT_TEXT_CHARS_MIN
  if (isRoot && (isFull || body < BODY_CHARS_MIN))
    return { reason: 'front-page', evidence: `${path} with ${teasers.length} teasers` }
  if (teasers.length >= TEASERS_MIN && teaserChars > body * 1.5 && summaries.own < OWN_TEXT_CHARS_MIN)
    return {
      reason: 'section-page',
      evidence: `${teasers.length} teasers of ${teaserChars} characters, ${body} of text`,
    }
  if (summaries.count >= SUMMARIES_MIN && summaries.share >= SUMMARY_SHARE_MIN)
    return {
      reason: 'section-page',
      evidence: `${summaries.count} summaries, each under a headline that leads elsewhere`,
    }
  return null
}

/** A block that is hardly more than a link of headline length; a date may stand beside it. */
function isTeaser({ text, linkChars }: TextBlock): boolean {
  if (text.length < 25 || text.length > 220) return false
  return linkChars >= text.length * 0.9 || (linkChars >= 20 && text.length - linkChars <= 20 && /\d/.test(text))
}

type Summaries = { count: number; share: number /** Characters that stand under no such headline. */; own: number }

/** Paragraphs of the text that stand under a headline which leads elsewhere, a source or date at most between the two. */
function summariesIn(blocks: readonly TextBlock[], { blocks: body }: Extraction): Summaries {
  const paragraphs = new Set(body.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])))
  let [count, chars, all] = [0, 0, 0]
  for (const [index, block] of blocks.entries()) {
    if (!paragraphs.has(block.text)) continue
    all += block.text.length
    if (!blocks.slice(Math.max(0, index - 2), index).some(isTeaser)) continue
    count += 1
    chars += block.text.length
  }
  return { count, share: all === 0 ? 0 : chars / all, own: all - chars }
}

/** Of a text this much is looked at for its share of letters. */
const SAMPLE_CHARS = 4_000

/** Characters as a text of letters would have them: signs in a row, however many, are none. */
function bodyChars(text: string): number {
  const sample = text.slice(0, SAMPLE_CHARS)
  const letters = sample.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').length
  // Half of a text may be spaces, stops and marks.
  const speaking = Math.min(1, (2 * letters) / Math.max(1, sample.length))
  const wide = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu)?.length ?? 0
  return (
    Math.round(text.length * speaking) + Math.round((wide * (BODY_CHARS_MIN - BODY_CHARS_MIN_CJK)) / BODY_CHARS_MIN_CJK)
  )
}
