import type { Block, Extraction, ExtractionVerdict, Field } from '@dateline/domain'
import { renderText } from '../block-text.ts'
import type { Agency } from '../credits/find-agency.ts'
import { findFootCredit } from '../credits/find-foot-credit.ts'
import { parseDateline } from '../credits/parse-dateline.ts'
import { blockFeatures } from './block-features.ts'
import { bodyBox } from './body-box.ts'
import { type Dropped, dropLeftovers } from './drop-leftovers.ts'
import { OWN_DATE_CLASS } from './fallback-dates.ts'
import { absoluteUrl, known, unknown } from './field.ts'
import { listOf, stringOf, typesOf } from './json-ld.ts'
import { type BlockScorer, mainText } from './main-text.ts'
import { pageCredits } from './page-authors.ts'
import { pageDates } from './page-dates.ts'
import { metaOf, type PageFacts, pageFacts } from './page-facts.ts'
import { bodyLinks, teasers } from './page-links.ts'
import { pageCanonical, pageKeywords, pageLanguage, pagePublisher, pageSection } from './page-outlet.ts'
import { pageStandfirst } from './page-standfirst.ts'
import { pageTitle } from './page-title.ts'
import { type PageElement, parsePage, walkElements } from './page-tree.ts'
import { pageRejection, type Rejection } from './page-verdict.ts'
import { type TextBlock, textBlocks } from './text-blocks.ts'
import { typedBlocks } from './typed-blocks.ts'

export type PageInput = { html: string; url: string | null; capturedAt: string | null }

/** Everything one page gave, before the verdict: what `explain` shows. */
export type PageReading = {
  extraction: Extraction
  rejection: Rejection | null
  blocks: readonly TextBlock[]
  scores: Float32Array
}

/** Reads a decoded page. Pure and deterministic; never throws on markup; time is linear in the page. */
export function readPage({ html, url, capturedAt }: PageInput, scorer?: BlockScorer): PageReading {
  const tree = parsePage(html)
  const facts = pageFacts(tree, url)
  const base = absoluteUrl(facts.base, url) ?? url
  const page = textBlocks(tree)
  const features = blockFeatures(page, facts)
  const main = mainText(page.blocks, features, scorer)
  const bodyStart = Math.max(main.first, 0)
  const title = pageTitle(tree, facts, page, features.titleIndex)
  const language = pageLanguage(facts)
  const credits = pageCredits({
    root: tree.root,
    facts,
    url,
    blocks: page.blocks,
    titleIndex: features.titleIndex,
    first: main.first,
    last: main.last,
  })
  const standfirst = pageStandfirst(facts, page.blocks, features.titleIndex, bodyStart)
  const { chosen, dropped } = dropLeftovers(page.blocks, main, {
    title: title.value,
    byline: credits.byline.value,
    standfirst: standfirst.value,
  })
  const box = bodyBox(page.blocks, main.kept)
  const typed = typedBlocks({ blocks: chosen, media: page.media, box, base })
  const { dateline, agency: datelineAgency } = takeDateline(typed)
  const foot = takeFootCredits(typed, dropped)
  const images = typed.flatMap((block) =>
    block.type === 'image' ? [{ url: block.url, caption: block.caption, credit: block.credit }] : [],
  )
  const text = renderText(typed)
  const extraction: Extraction = {
    title,
    standfirst,
    byline: credits.byline,
    authors: credits.authors,
    contributors:
      foot.contributors.length > 0 ? known(foot.contributors, foot.evidence, 0.9) : unknown('no contributor is named'),
    agency: agencyField(datelineAgency, foot.agency, credits),
    publisher: pagePublisher(facts, url),
    dateline,
    ...pageDates({
      facts,
      times: timesOf(tree.root),
      blocks: page.blocks,
      titleIndex: features.titleIndex,
      first: main.first,
      last: main.last,
      language: language.value,
      url,
      capturedAt,
    }),
    canonicalUrl: pageCanonical(facts, url),
    language,
    section: pageSection(facts),
    leadImage: leadImage(facts, images, base),
    images,
    blocks: typed,
    text,
    links: bodyLinks(chosen, base),
    ...teasers(page.blocks, main.kept, url),
    keywords: pageKeywords(facts),
    marks: { truncated: isTruncated(facts, text), liveBlog: isLiveBlog(facts), correction: correctionOf(typed) },
    dropped,
  }
  const rejection = pageRejection({ tree, facts, blocks: page.blocks, extraction, url })
  return { extraction, rejection, blocks: page.blocks, scores: main.scores }
}

export function pageVerdict(input: PageInput): ExtractionVerdict {
  const { extraction, rejection } = readPage(input)
  return rejection === null ? { verdict: 'article', extraction } : { verdict: 'rejected', ...rejection }
}

/** Cuts the dateline off the first paragraph, and keeps its words in the field. */
function takeDateline(blocks: Block[]): {
  dateline: Extraction['dateline']
  agency: { agency: Agency; evidence: string } | null
} {
  const index = blocks.findIndex(({ type }) => type === 'paragraph')
  const first = blocks[index]
  const found = first?.type === 'paragraph' ? parseDateline(first.text) : null
  if (first?.type !== 'paragraph' || found === null || found.length >= first.text.length)
    return { dateline: unknown('the text opens without a dateline'), agency: null }
  const cut = found.length
  const spans = first.spans
    ?.filter(({ end }) => end > cut)
    .map((span) => ({ ...span, start: Math.max(0, span.start - cut), end: span.end - cut }))
  blocks[index] = { type: 'paragraph', text: first.text.slice(cut), ...(spans && spans.length > 0 ? { spans } : {}) }
  const agency = found.agency === null ? null : { agency: found.agency, evidence: `dateline: ${found.raw}` }
  if (found.place === null) return { dateline: unknown(`the dateline names no place: ${found.raw}`), agency }
  return { dateline: known({ place: found.place, raw: found.raw }, found.raw, 0.9), agency }
}

const FOOT_BLOCKS_MAX = 6

/** Credits at the foot of the text ("Jane Roe contributed to this report") are fields, not text. */
function takeFootCredits(blocks: Block[], dropped: Dropped[]) {
  const contributors: NonNullable<Extraction['contributors']['value']> = []
  let agency: Agency | null = null
  let evidence = ''
  for (let i = blocks.length - 1, seen = 0; i > 0 && seen < FOOT_BLOCKS_MAX; i -= 1) {
    const block = blocks[i]!
    if (block.type !== 'paragraph') continue
    seen += 1
    const found = findFootCredit(block.text)
    if (found === null) continue
    contributors.push(...found.contributors)
    agency ??= found.agency
    evidence ||= found.raw
    blocks.splice(i, 1)
    dropped.push({ text: found.raw.slice(0, 160), rule: 'foot-credit' })
  }
  return { contributors, agency, evidence }
}

function agencyField(
  dateline: { agency: Agency; evidence: string } | null,
  foot: Agency | null,
  credits: { agency: Agency | null; agencyEvidence: string | null },
): Field<Agency> {
  if (credits.agency !== null) return known(credits.agency, credits.agencyEvidence ?? '', 0.95)
  if (dateline !== null) return known(dateline.agency, dateline.evidence, 0.95)
  if (foot !== null) return known(foot, 'foot of the text', 0.85)
  return unknown('no agency is credited for the text')
}

const TIMES_MAX = 50

function timesOf(root: PageElement): PageElement[] {
  const times: PageElement[] = []
  walkElements(root, (element) => {
    const isTime = element.tag === 'time' || OWN_DATE_CLASS.test(element.attributes.class ?? '')
    if (isTime && times.length < TIMES_MAX) times.push(element)
  })
  return times
}

function leadImage(facts: PageFacts, images: Extraction['images'], base: string | null): Extraction['leadImage'] {
  const stated = metaOf(facts, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src')
  const first = images[0]
  const fromLd = stringOf(listOf(facts.article?.image)[0] ?? null)
  const url = absoluteUrl(stated?.value ?? fromLd, base)
  if (first !== undefined && first.caption !== null) return known(first, first.caption, 0.85)
  if (url !== null)
    return known(
      { url, caption: first?.caption ?? null, credit: first?.credit ?? null },
      `${stated?.source ?? 'JSON-LD image'}: ${url}`,
      0.8,
    )
  return first === undefined ? unknown('no image in the article') : known(first, first.url ?? '', 0.6)
}

const WORDS_OF = /[\p{L}\p{N}]+/gu
/** The page states many more words than it shows. */
const TRUNCATED_SHARE_MAX = 0.5

function isTruncated(facts: PageFacts, text: string): boolean {
  const words = text.match(WORDS_OF)?.length ?? 0
  const stated = Number(stringOf(facts.article?.wordCount ?? null) ?? 0)
  if (stated > 150 && words < stated * TRUNCATED_SHARE_MAX) return true
  const free =
    stringOf(facts.article?.isAccessibleForFree ?? null) ??
    (facts.article?.isAccessibleForFree === false ? 'false' : null)
  const tier = metaOf(facts, 'article:content_tier')?.value
  const isPaid = (free !== null && /^false$/i.test(free)) || tier === 'locked'
  return isPaid && (words < 250 || /(?:…|\.\.\.)\s*$/.test(text))
}

const isLiveBlog = (facts: PageFacts) => facts.nodes.some((node) => typesOf(node).includes('LiveBlogPosting'))

const CORRECTION =
  /^\W{0,3}(?:corrections?|clarifications?|corrected|editor['’]?s['’]? (?:note|correction)|this (?:article|story|post|version) (?:was|has been) (?:corrected|amended|updated to (?:correct|clarify))|an earlier version of this|korrektur|berichtigung|in einer früheren (?:version|fassung)|rectificati(?:f|on)|erratum|correcci[oó]n|fe de erratas|rettifica|correção|errata|correctie|rättelse|rettelse|oikaisu|sprostowanie|исправление|уточнение|düzeltme|訂正|更正|정정)(?=[\s:：.,(]|$)/iu

function correctionOf(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.type === 'paragraph' && CORRECTION.test(block.text) && block.text.length > 30)
      return block.text.slice(0, 1_000)
  }
  return null
}
