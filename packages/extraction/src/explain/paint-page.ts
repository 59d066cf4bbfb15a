import { sha256Hex } from '@dateline/domain'
import { squeeze } from '../html/block-features.ts'
import type { PageElement } from '../html/page-tree.ts'
import { parsePage } from '../html/page-tree.ts'
import { type Piece, type TextBlock, textBlocks } from '../html/text-blocks.ts'
import { escapeHtml } from '../render-html.ts'
import type { ExplainedField, Explanation } from './explanation.ts'
import { paintStyle } from './paint-style.ts'

/** Boxes shown around the text, as the page nests them. */
const BOXES = new Set('header nav main article section aside footer figure ul ol table form blockquote dl'.split(' '))
const BOXES_DEEP_MAX = 8
const SHOWN_AS = new Set('p h1 h2 h3 h4 h5 h6 li blockquote pre figcaption td th dt dd'.split(' '))
const BLOCKS_PAINTED_MAX = 4_000

/**
 * The page as it was read, painted: kept blocks green, dropped ones red with the rule in the title, fields beside. One HTML
 * document without a script, a link or anything loaded from elsewhere, and with a policy that forbids all of it: pages are
 * hostile, also to those who look into them.
 *
 * @param page as `explainPage` read it; `url` is only shown.
 */
export function paintPage(page: { html: string; url: string | null }, explanation: Explanation): string {
  const { blocks, media } = textBlocks(parsePage(page.html))
  const out: string[] = []
  let open: PageElement[] = []
  let shownMedia = 0
  for (const [index, block] of blocks.slice(0, BLOCKS_PAINTED_MAX).entries()) {
    for (; (media[shownMedia]?.at ?? Number.POSITIVE_INFINITY) <= index; shownMedia++)
      out.push(mediaBox(media[shownMedia]!.element))
    const boxes = boxesOf(block.element)
    open = turnTo(boxes, open, out)
    out.push(paintBlock(block, explanation))
  }
  turnTo([], open, out)
  return documentOf(page.url, explanation, out.join('\n'), blocks.length)
}

function boxesOf(element: PageElement): PageElement[] {
  const boxes: PageElement[] = []
  for (let each: PageElement | null = element; each !== null; each = each.parent)
    if (BOXES.has(each.tag)) boxes.unshift(each)
  return boxes.slice(0, BOXES_DEEP_MAX)
}

/** Closes and opens boxes until the given ones are open. */
function turnTo(wanted: readonly PageElement[], open: readonly PageElement[], out: string[]): PageElement[] {
  let same = 0
  while (same < wanted.length && wanted[same] === open[same]) same += 1
  for (let depth = open.length; depth > same; depth--) out.push('</div>')
  for (const box of wanted.slice(same)) {
    const name = box.attributes.class?.trim().split(/\s+/)[0]
    out.push(
      `<div class="box"><span class="name">${escapeHtml(name ? `${box.tag}.${name.slice(0, 40)}` : box.tag)}</span>`,
    )
  }
  return [...wanted]
}

function paintBlock({ index, element, pieces, text }: TextBlock, { blocks, fields }: Explanation): string {
  const decided = blocks[index]
  const isKept = decided?.droppedBy === null
  const named = fieldsIn(text, fields)
  const score = decided === undefined ? '' : `, score ${decided.score.toFixed(2)}`
  const title = `${isKept ? 'kept' : `dropped: ${decided?.droppedBy ?? 'not judged'}`}${score}\n${decided?.path ?? ''}`
  const tag = SHOWN_AS.has(element.tag) && !/^(?:td|th|li|d[td])$/.test(element.tag) ? element.tag : 'p'
  const labels = [
    ...named.map((name) => `<b class="field">${escapeHtml(name)}</b>`),
    isKept || named.length > 0 ? '' : `<b class="rule">${escapeHtml(decided?.droppedBy ?? '?')}</b>`,
  ]
  const mark = named.length > 0 ? ' named' : ''
  return `<${tag} class="${isKept ? 'kept' : 'dropped'}${mark}" title="${escapeHtml(title)}">${labels.join('')}${pieces.map(paintPiece).join('')}</${tag}>`
}

function paintPiece({ text, link, strong, emphasis }: Piece): string {
  let html = escapeHtml(text).replaceAll('\n', '<br>')
  if (emphasis) html = `<em>${html}</em>`
  if (strong) html = `<strong>${html}</strong>`
  return link === null ? html : `<u>${html}</u>`
}

/** Printed fields that this block says. */
function fieldsIn(text: string, fields: readonly ExplainedField[]): string[] {
  const key = squeeze(text)
  return fields.flatMap(({ name, value }) => {
    if (value === null || !['title', 'standfirst', 'byline'].includes(name)) return []
    const wanted = squeeze(value)
    return wanted !== '' && (key === wanted || (name === 'byline' && key.includes(wanted) && text.length < 200))
      ? [name]
      : []
  })
}

/** Nothing is loaded: a picture is a grey line with what the page says of it. */
function mediaBox({ tag, attributes }: PageElement): string {
  const about = attributes.alt?.trim() || attributes.title?.trim() || ''
  return `<p class="media">${escapeHtml(tag)}${about === '' ? '' : `: ${escapeHtml(about.slice(0, 200))}`}</p>`
}

function documentOf(url: string | null, explanation: Explanation, body: string, blockCount: number): string {
  const { verdict, fields, rules, blocks, textChars } = explanation
  const kept = blocks.filter(({ droppedBy }) => droppedBy === null).length
  const policy = `default-src 'none'; style-src 'sha256-${base64OfHex(sha256Hex(paintStyle))}'; base-uri 'none'; form-action 'none'`
  const judged =
    verdict.kind === 'article'
      ? '<b class="good">article</b>'
      : `<b class="bad">${escapeHtml(verdict.reason)}</b> ${escapeHtml(verdict.evidence)}`
  const title = fields.find(({ name }) => name === 'title')?.value ?? 'Untitled'
  const cut =
    blockCount > BLOCKS_PAINTED_MAX ? `<p class="media">${blockCount - BLOCKS_PAINTED_MAX} more blocks</p>` : ''
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${escapeHtml(policy)}">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · explained</title><style>${paintStyle}</style></head>
<body><main>${body}${cut}</main>
<aside><h1>How this page was read</h1><p class="url">${escapeHtml(url ?? 'no address')}</p>
<p>${judged}</p>
<p class="legend"><span class="kept">kept</span> <span class="dropped">dropped</span> <span class="named">a field</span></p>
<p>${kept} of ${blocks.length} blocks kept, ${textChars.toLocaleString('en')} characters. Point at a block to see its score and place.</p>
<h2>Fields</h2>${fields.map(fieldBox).join('')}
<h2>Rules that dropped</h2><table>${rules.map(({ rule, blocks: count, chars }) => `<tr><td>${escapeHtml(rule)}</td><td>${count}</td><td>${chars.toLocaleString('en')} characters</td></tr>`).join('')}</table>
</aside></body></html>
`
}

function fieldBox({ name, value, basis, confidence, because, candidates }: ExplainedField): string {
  const head =
    value === null
      ? `<i>not known</i>`
      : `${escapeHtml(value.slice(0, 300))} <small>${escapeHtml(basis ?? '')} ${confidence?.toFixed(2) ?? ''}</small>`
  const offers = candidates
    .map(
      ({ source, value: offered, agrees }) =>
        `<li${agrees ? ' class="chosen"' : ''}><code>${escapeHtml(source)}</code> ${escapeHtml(offered)}</li>`,
    )
    .join('')
  const list =
    offers === '' ? '' : `<details><summary>${candidates.length} offered</summary><ul>${offers}</ul></details>`
  return `<section${value === null ? ' class="none"' : ''}><h3>${escapeHtml(name)}</h3><p>${head}</p><p class="because">${escapeHtml(because)}</p>${list}</section>`
}

const base64OfHex = (hex: string) =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))
