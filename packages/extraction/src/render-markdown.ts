import type { Block } from '@dateline/domain'
import { webUrl } from './render-html.ts'

type Paragraph = Extract<Block, { type: 'paragraph' }>

/** CommonMark of an article. Characters with a meaning in Markdown are escaped; no raw HTML comes out. */
export function renderMarkdown(blocks: readonly Block[]): string {
  let out = ''
  let isOther = false
  let before: Block | null = null
  for (const block of blocks) {
    // Lists in a row are two lists only where their marks differ.
    isOther = block.type === 'list' && before?.type === 'list' && !isOther
    const text = blockMarkdown(block, isOther)
    if (text === '') continue
    out += out === '' ? text : `\n\n${text}`
    before = block
  }
  return out
}

function blockMarkdown(block: Block, isOther: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphMarkdown(block)
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.text)}`
    case 'quote':
      return `> ${withoutIndents(escapeMarkdown(block.text)).replaceAll('\n', '\n> ')}`
    case 'list':
      return block.items.map((item, i) => `${markOf(block.ordered, i, isOther)} ${line(item)}`).join('\n')
    case 'table':
      return tableMarkdown(block.rows)
    case 'image': {
      const url = webUrl(block.url)
      const words = [block.caption, block.credit]
        .filter((part) => part !== null)
        .map(line)
        .join(' · ')
      return url === null ? words : `![${words}](<${url}>)`
    }
    case 'embed': {
      const url = webUrl(block.url)
      return url === null ? '' : `[${line(block.text ?? url)}](<${url}>)`
    }
  }
}

function paragraphMarkdown({ text, spans = [] }: Paragraph): string {
  const links = spans.filter(({ kind }) => kind === 'link').sort((a, b) => a.start - b.start)
  let out = ''
  let at = 0
  for (const { start, end, url } of links) {
    const address = webUrl(url ?? null)
    if (start < at || end > text.length || address === null) continue
    out += `${escapeMarkdown(text.slice(at, start))}[${line(text.slice(start, end))}](<${address}>)`
    at = end
  }
  return withoutIndents(out + escapeMarkdown(text.slice(at))).replaceAll('\n', '  \n')
}

function markOf(isOrdered: boolean, index: number, isOther: boolean): string {
  if (!isOrdered) return isOther ? '*' : '-'
  return `${index + 1}${isOther ? ')' : '.'}`
}

function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  if (width === 0) return ''
  const row = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => line(cells[i] ?? '')).join(' | ')} |`
  const [head = [], ...rest] = rows
  return [row(head), `|${' --- |'.repeat(width)}`, ...rest.map(row)].join('\n')
}

/** Four spaces at the head of a line would begin code. */
const withoutIndents = (text: string) => text.replace(/^[ \t]+/gm, '')

/** Also a digit's dot and a dash at the head of a line, which would begin a list. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])/gm, '$1\\$2')
    .replace(/^([-+=])/gm, '\\$1')

const line = (text: string) => escapeMarkdown(text.replaceAll('\n', ' ').trim())
