import type { Block } from '../article.ts'
import type { CurrentArticle } from '../current-article.ts'
import type { Link, Page } from './page.ts'

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A paragraph's words as HTML, see `plainText` for the marks. */
export function inline(text: string): string {
  return escapeHtml(text)
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>')
}

/** JSON for a script element: "<" would end it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replaceAll('<', '\\u003c')
}

type Image = Extract<Block, { type: 'image' }>

/** How a template writes each kind of block. */
export type BodyStyle = {
  readonly paragraph: (html: string) => string
  readonly heading: (html: string) => string
  readonly quote: (html: string) => string
  readonly image: (image: Image, url: string) => string
  readonly also: (link: Link) => string
  readonly time: (at: string, title: string) => string
  /** Furniture after the n-th paragraph: prompts, offers, boxes. */
  readonly after?: Readonly<Record<number, string>>
}

export const plainStyle: BodyStyle = {
  paragraph: (html) => `<p>${html}</p>`,
  heading: (html) => `<h2>${html}</h2>`,
  quote: (html) => `<blockquote><p>${html}</p></blockquote>`,
  image: ({ caption, credit }, url) =>
    `<figure><img src="${url}" alt=""><figcaption>${escapeHtml(caption)} ${escapeHtml(credit)}</figcaption></figure>`,
  also: ({ title, url }) => `<p><a href="${url}">Read also: ${escapeHtml(title)}</a></p>`,
  time: (at, title) => `<h3><time datetime="${at}">${at.slice(11, 16)}</time> ${escapeHtml(title)}</h3>`,
}

/** The body in a template's own markup; the dateline stands at the head of the first paragraph. */
export function bodyHtml(page: Page, style: BodyStyle): string {
  const lead = page.article.dateline === undefined ? '' : `${escapeHtml(page.article.dateline.raw)} `
  const html: string[] = []
  let paragraphs = 0
  for (const block of page.article.body) {
    html.push(blockHtml(block, page, style, paragraphs === 0 ? lead : ''))
    if (block.type !== 'paragraph') continue
    paragraphs += 1
    html.push(style.after?.[paragraphs] ?? '')
  }
  return html.filter((piece) => piece !== '').join('\n')
}

function blockHtml(block: Block, page: Page, style: BodyStyle, lead: string): string {
  switch (block.type) {
    case 'paragraph':
      return style.paragraph(lead + inline(block.text))
    case 'heading':
      return style.heading(inline(block.text))
    case 'quote':
      return style.quote(inline(block.text))
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`
    case 'image':
      return style.image(block, imageUrl(page, block.file))
    case 'also': {
      const link = page.linkTo(block.article)
      return link === null ? '' : style.also(link)
    }
    case 'time':
      return style.time(block.at, block.title)
  }
}

export function imageUrl({ outlet }: Page, file: string): string {
  return `http://${outlet.host}/images/${file}.svg`
}

/** "A, B and C" */
export function namesOf(authors: readonly string[], and = 'and'): string {
  if (authors.length < 2) return authors.join('')
  return `${authors.slice(0, -1).join(', ')} ${and} ${authors.at(-1)}`
}

/** Who wrote it, as printed: people, or a desk. */
export function printedNames({ authors, desk }: CurrentArticle, and = 'and'): string {
  return authors.length === 0 ? (desk ?? '') : namesOf(authors, and)
}

/** e.g. "2 March 2026" */
export function longDate(instant: string, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant))
}

/** e.g. "3 hours ago", "2 days ago": whole units, rounded down. */
export function relativeDate(instant: string, now: string): string {
  const hours = Math.floor((Date.parse(now) - Date.parse(instant)) / 3_600_000)
  const [count, unit] = hours < 24 ? [Math.max(hours, 1), 'hour'] : [Math.floor(hours / 24), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}

export function linkList(links: readonly Link[], item: (link: Link) => string): string {
  return links.map(item).join('\n')
}
