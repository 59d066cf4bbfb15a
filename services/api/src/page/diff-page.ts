import { type Extraction, timeAsStated } from '@dateline/domain'
import { diffRevisions, type MarkedParagraph, markChanges } from '@dateline/extraction'
import { type Html, html } from '@dateline/markup'
import type { RevisionDetail } from '@dateline/read-models'
import { dayAndTime } from './day-and-time.ts'

/** Unchanged paragraphs shown on each side of a change. */
const CONTEXT_PARAGRAPHS = 1

/** Two revisions laid over each other: what was taken out struck through, what came underlined. */
export function diffPage(before: RevisionDetail, after: RevisionDetail): Html {
  const title = html`<h1>What changed</h1>
<p class="dim"><a href="/articles/${after.articleId}">${after.title ?? 'Untitled'}</a> ·
revision ${before.number}, ${dayAndTime(before.recordedAt)} → ${after.number}, ${dayAndTime(after.recordedAt)}</p>`
  if (before.extraction === null || after.extraction === null)
    return html`${title}<p class="empty">The text of one of the two has been withdrawn.</p>`
  const { changes, isStealth, isSubstantial, notice } = diffRevisions(before.extraction, after.extraction)
  const paragraphs = markChanges(before.extraction, after.extraction)
  const fields = changes.filter(({ kind }) => ['headline', 'standfirst', 'byline', 'correction-notice'].includes(kind))
  const dates = [
    { kind: 'published', before: said(before.extraction.publishedAt), after: said(after.extraction.publishedAt) },
    { kind: 'modified', before: said(before.extraction.modifiedAt), after: said(after.extraction.modifiedAt) },
  ].filter((date) => date.before !== date.after)
  return html`${title}
<p class="${isStealth ? 'alarm' : 'dim'}">${verdictOf(isStealth, isSubstantial, notice)}</p>
${
  fields.length + dates.length > 0 &&
  html`<section><dl>${[...fields, ...dates].map(
    ({ kind, before: one, after: other }) =>
      html`<dt>${kind.replace('-', ' ')}</dt><dd>${one && html`<del>${one}</del> `}${other && html`<ins>${other}</ins>`}</dd>`,
  )}</dl></section>`
}
<section class="body">${paragraphs.map((paragraph, index) => shownParagraph(paragraphs, paragraph, index))}</section>
<p class="dim">${changes.length === 0 ? 'The text is the same.' : changes.map(({ kind }) => html`<span class="tag">${kind}</span> `)}</p>`
}

const said = ({ value }: Extraction['publishedAt']) => value && timeAsStated(value)

function verdictOf(
  isStealth: boolean,
  isSubstantial: boolean,
  notice: ReturnType<typeof diffRevisions>['notice'],
): string {
  if (isStealth) return 'Stealth edit: the substance changed, and the page neither says so nor shows a later time.'
  if (!isSubstantial) return 'Nothing of substance changed.'
  if (notice?.kind === 'time') return `The page shows a new time: ${notice.text}.`
  return `The page says so: ${notice?.text}`
}

function shownParagraph(
  all: readonly MarkedParagraph[],
  { kind, parts }: MarkedParagraph,
  index: number,
): Html | false {
  if (kind === 'same') {
    const near = all.slice(Math.max(0, index - CONTEXT_PARAGRAPHS), index + CONTEXT_PARAGRAPHS + 1)
    if (near.every((paragraph) => paragraph.kind === 'same'))
      return all[index - 1]?.kind === 'same' ? false : html`<p class="dim">…</p>`
  }
  return html`<p>${parts.map((part) =>
    part.kind === 'same'
      ? html`${part.text}`
      : part.kind === 'removed'
        ? html`<del>${part.text}</del>`
        : html`<ins>${part.text}</ins>`,
  )}</p>`
}
