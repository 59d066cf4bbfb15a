import type { Block } from './article.ts'

/**
 * Writes a body as text: blocks are divided by a blank line, line breaks within a block are spaces.
 *
 * `## heading`, `> quote`, `- list item` (one a line), `!file | caption | credit`, `also: article id`,
 * `@time title` (head of a live update); everything else is a paragraph, see `plainText` for the marks in it.
 */
export function prose(strings: TemplateStringsArray, ...values: readonly string[]): readonly Block[] {
  return String.raw({ raw: strings }, ...values)
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map(toBlock)
}

function toBlock(chunk: string): Block {
  if (chunk.startsWith('- '))
    return { type: 'list', items: chunk.split(/\n\s*- /).map((item) => oneLine(item.replace(/^- /, ''))) }
  const line = oneLine(chunk)
  if (line.startsWith('## ')) return { type: 'heading', text: line.slice(3) }
  if (line.startsWith('> ')) return { type: 'quote', text: line.slice(2) }
  if (line.startsWith('also: ')) return { type: 'also', article: line.slice(6) }
  if (line.startsWith('@')) {
    const [at = '', ...title] = line.slice(1).split(' ')
    return { type: 'time', at, title: title.join(' ') }
  }
  if (line.startsWith('!')) {
    const [file = '', caption = '', credit = ''] = line.slice(1).split(' | ')
    return { type: 'image', file, caption, credit }
  }
  return { type: 'paragraph', text: line }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** The words of a paragraph, without its marks: `[words](url)` is a link, `*words*` are emphasised. */
export function plainText(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/\*([^*]+)\*/g, '$1')
}
