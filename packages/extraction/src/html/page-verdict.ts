import type { Extraction, RejectReason } from '@dateline/domain'
import { clip } from './field.ts'
import { typesOf } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import type { PageTree } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

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
const SCRIPT_CHARS_MIN = 2_000
const TEASERS_MIN = 15
/** So many paragraphs that each stand under a headline leading elsewhere are summaries, not a text. */
const SUMMARIES_MIN = 5
const SUMMARY_SHARE_MIN = 0.7

const BOT_WALL =
  /just a moment\.\.\.|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|unusual (?:traffic|activity)|enable javascript and cookies|please complete the security check|attention required! \| cloudflare|access to this page has been denied|pardon our interruption|request unsuccessful\. incapsula|captcha-delivery|ddos protection by|bot detection|human verification/i
const ERROR_TITLE =
  /^\W*(?:(?:error\s*)?(?:40[0-9]|410|50[0-4])\b|page not found|not found|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|sidan (?:hittades|kunde) inte|nie znaleziono|страница не найдена|страницу не найдено|access denied|forbidden|bad gateway|service (?:temporarily )?unavailable|internal server error|oops|ページが見つかりません|页面不存在|페이지를 찾을 수 없)/iu
const ERROR_WORDS =
  /(?:\b(?:page|article|story) (?:you(?:'re| are)? (?:looking for|requested)|cannot be found|could not be found|no longer (?:exists|available)|doesn'?t exist)|nicht gefunden|n'existe pas|no existe)/iu
const CONSENT =
  /\b(?:we (?:and our (?:\d+ )?partners|value your privacy)|before you continue|manage (?:your )?(?:cookies|consent|privacy)|accept all|zustimm\w+|einwillig\w+|alle akzeptieren|accepter et continuer|tout accepter|consentement|aceptar (?:todo|y continuar)|accetta (?:tutti|e continua)|toestemming|akkoord|accepter alle|godta alle|godkänn alla|zgadzam się)\b/iu

/** Why this page is no article, or null: it is one. The reasons are tried from the surest to the vaguest. */
export function pageRejection(judged: Judged): Rejection | null {
  const { tree, facts, blocks, extraction } = judged
  const chars = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const title = extraction.title.value ?? tree.title ?? ''
  const body = bodyChars(extraction.text)
  if (chars <= WALL_TEXT_CHARS_MAX) {
    const all = `${tree.title ?? ''}\n${blocks.map(({ text }) => text).join('\n')}`
    const wall = wallOf(all, title, body)
    if (wall !== null) return wall
  }
  const isShort = body < (isArticlePage(facts) ? BRIEF_CHARS_MIN : BODY_CHARS_MIN)
  const listing = listingOf(judged, body)
  if (listing !== null) return listing
  if (!isShort) return null
  if (chars < 400 && tree.scriptChars > SCRIPT_CHARS_MIN)
    return { reason: 'empty-without-scripts', evidence: `${chars} characters of text, ${tree.scriptChars} of scripts` }
  const type = `${metaOf(facts, 'og:type')?.value ?? ''} ${facts.nodes.flatMap(typesOf).join(' ')}`
  if (
    /video\.|VideoObject/i.test(type) ||
    extraction.blocks.some((block) => block.type === 'embed' && /video|player|youtube/i.test(block.url))
  )
    return { reason: 'video-only', evidence: `a video and ${body} characters of text` }
  if (/ImageGallery|MediaGallery|gallery/i.test(type) || extraction.images.length >= 6)
    return { reason: 'gallery-only', evidence: `${extraction.images.length} images and ${body} characters of text` }
  if (body === 0) return { reason: 'not-an-article', evidence: 'no block of the page reads as an article' }
  return { reason: 'too-short', evidence: `${body} characters: ${clip(extraction.text, 120)}` }
}

function wallOf(all: string, title: string, body: number): Rejection | null {
  const bot = BOT_WALL.exec(all)
  if (bot !== null && body < 1_500) return { reason: 'bot-wall', evidence: bot[0] }
  const error = ERROR_TITLE.exec(title) ?? (body < 600 ? ERROR_WORDS.exec(all) : null)
  if (error !== null && body < 1_000) return { reason: 'error-page', evidence: error[0] }
  const consent = CONSENT.exec(all)
  if (consent !== null && body < 400) return { reason: 'consent-wall', evidence: consent[0] }
  return null
}

/** Fronts and sections: teasers, and no text of their own that outweighs them. */
function listingOf({ facts, blocks, url, extraction }: Judged, body: number): Rejection | null {
  if (isArticlePage(facts)) return null
  const teasers = blocks.filter(isTeaser)
  const teaserChars = teasers.reduce((sum, { text }) => sum + text.length, 0)
  const path = url === null ? null : (URL.parse(url)?.pathname ?? null)
  const isRoot = path !== null && /^\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(path)
  if (isRoot && (teasers.length >= TEASERS_MIN || body < BODY_CHARS_MIN))
    return { reason: 'front-page', evidence: `${path} with ${teasers.length} teasers` }
  if (teasers.length >= TEASERS_MIN && teaserChars > body * 1.5 && body < 1_500)
    return {
      reason: 'section-page',
      evidence: `${teasers.length} teasers of ${teaserChars} characters, ${body} of text`,
    }
  const summaries = summariesIn(blocks, extraction)
  if (summaries.count >= SUMMARIES_MIN && summaries.share >= SUMMARY_SHARE_MIN)
    return {
      reason: 'section-page',
      evidence: `${summaries.count} summaries, each under a headline that leads elsewhere`,
    }
  return null
}

/** A block that is nothing but a link of headline length. */
function isTeaser({ text, linkChars }: TextBlock): boolean {
  return text.length >= 25 && text.length <= 220 && linkChars >= text.length * 0.9
}

/** Paragraphs of the text that stand under a headline which leads elsewhere, a source or date at most between the two. */
function summariesIn(blocks: readonly TextBlock[], { blocks: body }: Extraction): { count: number; share: number } {
  const paragraphs = new Set(body.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])))
  let [count, chars, all] = [0, 0, 0]
  for (const [index, block] of blocks.entries()) {
    if (!paragraphs.has(block.text)) continue
    all += block.text.length
    if (!blocks.slice(Math.max(0, index - 2), index).some(isTeaser)) continue
    count += 1
    chars += block.text.length
  }
  return { count, share: all === 0 ? 0 : chars / all }
}

export function isArticlePage(facts: PageFacts): boolean {
  const type = metaOf(facts, 'og:type')?.value ?? ''
  return facts.article !== null || /article|news/i.test(type) || facts.meta.has('article:published_time')
}

function bodyChars(text: string): number {
  const wide = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu)?.length ?? 0
  return text.length + Math.round((wide * (BODY_CHARS_MIN - BODY_CHARS_MIN_CJK)) / BODY_CHARS_MIN_CJK)
}
