import { type Block, timeAsStated, type When } from '@dateline/domain'
import { type Html, html, safeHref } from '@dateline/markup'
import type { ArticleDetail, Finding, RevisionDetail, RevisionSummary } from '@dateline/read-models'
import { dayAndTime } from './day-and-time.ts'

/** One article as of one revision, every field with its evidence, and the revisions to choose from. */
export function articlePage(
  article: ArticleDetail,
  revisions: readonly RevisionSummary[],
  revision: RevisionDetail | null,
  findings: readonly Finding[],
): Html {
  const extraction = revision?.extraction ?? null
  const address = safeHref(article.url)
  return html`<h1>${revision?.title ?? article.title ?? article.url ?? 'Untitled'}</h1>
<p class="dim"><span class="tag">${article.status}</span>
${article.storyId && html` <a href="/stories/${article.storyId}">its story</a> ·`}
${article.copyOf && html` ${article.copyKind} copy of <a href="/articles/${article.copyOf}">this text</a> ·`}
${address ? html` <a href="${address}" rel="nofollow noreferrer">${article.url}</a>` : ' no address known'}</p>
${findings.filter(({ contentSha256 }) => contentSha256 === (revision ?? article).contentSha256).map(findingLine)}
${article.status !== 'extracted' && html`<p>${stateOf(article)}</p>`}
${
  extraction &&
  html`<section class="body">${extraction.blocks.map(block)}</section>
<section><h2>What the page says, and where</h2><dl>${fields(extraction)}${useOf(article)}</dl></section>`
}
<section><h2>Revisions</h2><ul>${revisions.map((item) => revisionLine(article, item, revision?.number))}</ul></section>`
}

function findingLine(finding: Finding): Html {
  const { kind, changeKinds, recordedAt, originalArticleId, correction, evidence, sentences } = finding
  if (kind === 'stealth-edit')
    return html`<p class="alarm"><b>Stealth edit</b>, ${dayAndTime(recordedAt)}: ${changeKinds.join(', ')}; ${evidence}.</p>`
  if (kind === 'altered-copy')
    return html`<p class="alarm"><b>Not what its original says</b>, ${dayAndTime(recordedAt)}: ${changeKinds.join(', ')}.</p>
${sentences.map(({ original, copy }) => html`<p>Here: “${copy}” <a href="/articles/${originalArticleId}">There</a>: “${original}”</p>`)}`
  return html`<p class="alarm"><b>Out of date</b>, ${dayAndTime(recordedAt)}:
<a href="/articles/${originalArticleId}">the original</a> no longer says ${evidence}.
${correction && html`It says: ${correction}`}</p>`
}

function stateOf({ rejectReason, failure, aliasOf, goneAt }: ArticleDetail): Html {
  if (aliasOf !== null) return html`This address leads to <a href="/articles/${aliasOf}">another one</a>.`
  if (rejectReason !== null) return html`Not kept as an article: ${rejectReason}.`
  if (goneAt !== null) return html`The page is gone since ${dayAndTime(goneAt)}.`
  return html`${failure === null ? 'Not read yet.' : `Not reachable: ${failure}.`}`
}

function block(item: Block): Html {
  switch (item.type) {
    case 'heading':
      return html`<h3>${item.text}</h3>`
    case 'list':
      return html`<ul>${item.items.map((text) => html`<li>• ${text}</li>`)}</ul>`
    case 'quote':
      return html`<blockquote>${item.text}</blockquote>`
    case 'table':
      return html`<p class="dim">${item.rows.map((row) => html`${row.join(' | ')}<br>`)}</p>`
    case 'image':
      return html`<p class="dim">Image: ${[item.caption, item.credit].filter((part) => part !== null).join(' — ')}</p>`
    case 'embed':
      return html`<p class="dim">Embedded: ${item.url}</p>`
    case 'paragraph':
      return html`<p>${item.text}</p>`
  }
}

function fields(extraction: NonNullable<RevisionDetail['extraction']>): Html[] {
  const { title, byline, agency, publisher, dateline, publishedAt, modifiedAt, section, canonicalUrl } = extraction
  const named = {
    title,
    byline,
    agency,
    publisher,
    dateline,
    published: publishedAt,
    modified: modifiedAt,
    section,
    'canonical URL': canonicalUrl,
  }
  return Object.entries(named).map(([name, field]) =>
    field.value === null
      ? html`<dt>${name}</dt><dd class="dim">not known: ${field.reason}</dd>`
      : html`<dt>${name}</dt><dd>${shown(field.value)} <span class="dim">${field.basis}: ${field.evidence}</span></dd>`,
  )
}

/** What its publisher asks for, and why its address is its own. */
function useOf({ usage, original }: ArticleDetail): Html[] {
  const asked = (usage ?? []).map(
    ({ use, evidence }) => html`<dt>asks for</dt><dd>${use} <span class="dim">${evidence}</span></dd>`,
  )
  const own =
    original && html`<dt>its own address</dt><dd>${original.rule} <span class="dim">${original.evidence}</span></dd>`
  return own ? [...asked, own] : asked
}

function shown(value: string | When | { place: string } | { name: string }): string {
  if (typeof value === 'string') return value
  if ('at' in value) return timeAsStated(value)
  return 'place' in value ? value.place : value.name
}

function revisionLine(
  { articleId }: ArticleDetail,
  { number, recordedAt, changed, stealth }: RevisionSummary,
  open?: number,
): Html {
  const what = changed.length > 0 ? `changed: ${changed.join(', ')}` : 'first'
  const label = html`${number}. ${dayAndTime(recordedAt)}`
  return html`<li>${number === open ? html`<b>${label}</b>` : html`<a href="/articles/${articleId}?revision=${number}">${label}</a>`} <span class="dim">${what}</span>
${number > 1 && html` <a href="/articles/${articleId}/diff?to=${number}">what changed</a>`}${stealth && html` <span class="tag">stealth edit</span>`}</li>`
}
