import type { Block } from '@dateline/domain'

type Paragraph = Extract<Block, { type: 'paragraph' }>
type Span = NonNullable<Paragraph['spans']>[number]

/**
 * HTML of an article, safe to show on a page of one's own: it is written from the block tree, never copied from the
 * source, so nothing can survive that is not in the tree. All text is escaped; links and images are http(s) only.
 */
export function renderHtml(blocks: readonly Block[]): string {
  return blocks
    .map(blockHtml)
    .filter((html) => html !== '')
    .join('\n')
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${spansHtml(block)}</p>`
    case 'heading':
      return `<h${block.level}>${textHtml(block.text)}</h${block.level}>`
    case 'quote':
      return `<blockquote><p>${textHtml(block.text)}</p></blockquote>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${textHtml(item)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return `<table><tbody>${block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${textHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`
    case 'image':
      return imageHtml(block)
    case 'embed': {
      const url = webUrl(block.url)
      return url === null
        ? ''
        : `<p><a href="${escapeHtml(url)}" rel="noopener nofollow">${textHtml(block.text ?? url)}</a></p>`
    }
  }
}

/** Would end a comment, CDATA or an element of raw text, were the attribute ever read as XML or as text of such an element. */
const BREAKOUT = /(?:--!?|\])>|<\//

function imageHtml({ url, caption, credit }: Extract<Block, { type: 'image' }>): string {
  const source = webUrl(url)
  // The caption stands below the image in any event.
  const alt = caption === null || BREAKOUT.test(caption) ? '' : escapeHtml(caption)
  const image = source === null ? '' : `<img src="${escapeHtml(source)}" alt="${alt}">`
  const words = [caption, credit].filter((part) => part !== null).map((part) => textHtml(part))
  if (image === '' && words.length === 0) return ''
  return `<figure>${image}${words.length === 0 ? '' : `<figcaption>${words.join(' · ')}</figcaption>`}</figure>`
}

/** Spans may overlap; the text is cut at every border, and each piece gets the marks that cover it. */
function spansHtml({ text, spans = [] }: Paragraph): string {
  const borders = new Set([0, text.length])
  for (const { start, end } of spans) {
    if (start < end && end <= text.length) borders.add(start).add(end)
  }
  const cuts = [...borders].sort((a, b) => a - b)
  return cuts
    .slice(0, -1)
    .map((start, i) =>
      pieceHtml(
        text.slice(start, cuts[i + 1]),
        spans.filter((span) => span.start <= start && span.end > start),
      ),
    )
    .join('')
}

function pieceHtml(text: string, marks: readonly Span[]): string {
  let html = textHtml(text)
  if (marks.some(({ kind }) => kind === 'emphasis')) html = `<em>${html}</em>`
  if (marks.some(({ kind }) => kind === 'strong')) html = `<strong>${html}</strong>`
  const url = webUrl(marks.find(({ kind }) => kind === 'link')?.url ?? null)
  return url === null ? html : `<a href="${escapeHtml(url)}" rel="noopener nofollow">${html}</a>`
}

/** The URL as the parser writes it, or null for anything but http and https. */
export function webUrl(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (char) => ENTITIES[char]!)

const textHtml = (text: string) => escapeHtml(text).replaceAll('\n', '<br>')
