import type { Extraction, ExtractionVerdict, HostKnowledge } from '@dateline/domain'
import { renderText } from '../block-text.ts'
import { blockFeatures } from './block-features.ts'
import { bodyBox } from './body-box.ts'
import { type BlockTrace, dropLeftovers } from './drop-leftovers.ts'
import { OWN_CHANGE_CLASS, OWN_DATE_CLASS } from './fallback-dates.ts'
import { absoluteUrl, known, unknown } from './field.ts'
import { liveEntries } from './live-entries.ts'
import { type BlockScorer, type MainText, mainText } from './main-text.ts'
import { withoutOtherHands } from './other-hands.ts'
import { pageCredits } from './page-authors.ts'
import { pageDates } from './page-dates.ts'
import { pageFacts } from './page-facts.ts'
import { leadImage } from './page-images.ts'
import { bodyLinks, teasers } from './page-links.ts'
import { pageMarks } from './page-marks.ts'
import { pageCanonical, pageKeywords, pageLanguage, pagePublisher, pageSection } from './page-outlet.ts'
import { pageStandfirst } from './page-standfirst.ts'
import { pageTitle } from './page-title.ts'
import { type PageElement, parsePage, walkElements } from './page-tree.ts'
import { pageRejection, type Rejection } from './page-verdict.ts'
import type { PrintedDate } from './printed-dates.ts'
import { showScriptText } from './script-text.ts'
import { type PageBlocks, type TextBlock, textBlocks } from './text-blocks.ts'
import { agencyField, signedByDateline, takeDateline, takeFootCredits } from './text-credits.ts'
import { typedBlocks } from './typed-blocks.ts'

export type PageInput = {
  html: string
  url: string | null
  capturedAt: string | null
  hostKnowledge?: HostKnowledge | null
}

/** Everything one page gave, before the verdict: what `explain` shows. */
export type PageReading = {
  extraction: Extraction
  rejection: Rejection | null
  /** The day printed with the headline: of publication, or where only that is shown, of the last change. */
  shownDate: PrintedDate | null
  blocks: readonly TextBlock[]
  scores: Float32Array
}

/** Reads a decoded page. Pure and deterministic; never throws on markup; time is linear in the page. */
export function readPage(
  { html, url, capturedAt, hostKnowledge = null }: PageInput,
  scorer?: BlockScorer,
  trace?: BlockTrace,
): PageReading {
  const tree = parsePage(html)
  const facts = pageFacts(tree, url)
  const base = absoluteUrl(facts.base, url) ?? url
  const shown = scored()
  const isScripted = keptChars(shown) < SHOWN_CHARS_MIN && showScriptText(tree, facts)
  const { page, features, main } = isScripted ? scored() : shown
  const bodyStart = Math.max(main.first, 0)
  const { title, titleIndex } = pageTitle({
    tree,
    facts,
    url,
    blocks: page.blocks,
    titleIndex: features.titleIndex,
    first: main.first,
  })
  const language = pageLanguage(facts, page.blocks.slice(bodyStart, main.last + 1))
  const printed = withoutOtherHands(
    pageCredits({
      root: tree.root,
      facts,
      url,
      blocks: page.blocks,
      titleIndex,
      first: main.first,
      last: main.last,
      language: language.value,
    }),
    page.blocks,
  )
  const standfirst = pageStandfirst(facts, page.blocks, titleIndex, bodyStart)
  const { chosen, dropped } = dropLeftovers(
    page.blocks,
    main,
    {
      title: title.value,
      byline: printed.byline.value,
      standfirst: standfirst.value,
    },
    trace,
  )
  const box = bodyBox(page.blocks, main.kept)
  const typed = typedBlocks({ blocks: chosen, media: page.media, box, base })
  const { dateline, agency: datelineAgency, authors: signers } = takeDateline(typed)
  const credits = signedByDateline(printed, signers, dateline.value?.raw)
  const foot = takeFootCredits(typed, page.blocks.slice(main.last + 1), dropped)
  const images = typed.flatMap((block) =>
    block.type === 'image' ? [{ url: block.url, caption: block.caption, credit: block.credit }] : [],
  )
  const text = renderText(typed)
  const { shown: shownDate, ...dates } = pageDates({
    facts,
    times: timesOf(tree.root),
    blocks: page.blocks,
    titleIndex,
    first: main.first,
    last: main.last,
    language: language.value,
    url,
    capturedAt,
  })
  const live = liveEntries(tree.root, facts, page.blocks, main, { title, publishedAt: dates.publishedAt })
  const extraction: Extraction = {
    title,
    standfirst,
    byline: credits.byline,
    authors: credits.authors,
    contributors:
      foot.contributors.length > 0 ? known(foot.contributors, foot.evidence, 0.9) : unknown('no contributor is named'),
    agency: agencyField(datelineAgency, foot, credits),
    publisher: pagePublisher(facts, url, title.value),
    dateline,
    ...dates,
    canonicalUrl: pageCanonical(facts, url),
    language,
    section: pageSection(facts, title.value),
    leadImage: leadImage(facts, images, base, url),
    images,
    blocks: typed,
    text,
    links: bodyLinks(chosen, base),
    ...teasers(page.blocks, main.kept, url),
    keywords: pageKeywords(facts),
    marks: {
      ...pageMarks(facts, text, typed, { page: page.blocks, first: main.first, last: main.last }),
      ...(live !== null && { liveBlog: true }),
      ...(isScripted && { scripted: true }),
    },
    ...(live !== null && { liveEntries: live }),
    dropped,
  }
  const rejection = pageRejection({ tree, facts, blocks: page.blocks, extraction, url })
  return { extraction, rejection, shownDate, blocks: page.blocks, scores: main.scores }

  function scored() {
    const page = textBlocks(tree)
    const features = blockFeatures(page, facts)
    return { page, features, main: mainText(page, features, hostKnowledge, scorer) }
  }
}

/** A page that shows less has its text elsewhere, if it has one. */
const SHOWN_CHARS_MIN = 100

const keptChars = ({ page, main }: { page: PageBlocks; main: MainText }) =>
  page.blocks.reduce((sum, { index, text }) => sum + (main.kept[index] ? text.length : 0), 0)

export function pageVerdict(input: PageInput): ExtractionVerdict {
  const { extraction, rejection } = readPage(input)
  return rejection === null ? { verdict: 'article', extraction } : { verdict: 'rejected', ...rejection }
}

const TIMES_MAX = 50

function timesOf(root: PageElement): PageElement[] {
  const times: PageElement[] = []
  walkElements(root, (element) => {
    const name = element.attributes.class
    const isTime =
      element.tag === 'time' || (name !== undefined && (OWN_DATE_CLASS.test(name) || OWN_CHANGE_CLASS.test(name)))
    if (isTime && times.length < TIMES_MAX) times.push(element)
  })
  return times
}
