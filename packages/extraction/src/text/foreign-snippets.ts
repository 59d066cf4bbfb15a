import type { Extraction } from '@dateline/domain'
import type { MarkedLine } from './marked-line.ts'
import { endsSentence } from './text-line.ts'

type Snippet = Extraction['foreignSnippets'][number]

const SNIPPETS_MAX = 100
/** "Reuters · 3 hours ago", "The North Times - Jan 2". */
const SOURCE_AND_AGE =
  /^(?<source>[^·•|]{2,50}?)\s*[·•|]\s*(?:\d|just now|yesterday|heute|gestern|hier|ayer|вчера).{0,30}$/iu

/**
 * Takes the teasers of other publishers apart: a title, the publisher's name before or after it, a first paragraph, tags.
 *
 * The texts of such a page come in chunks divided by empty lines: a title alone, then the paragraph with its tags and, last
 * in the chunk, the label of the next teaser.
 *
 * @param lines from the heading over the block to the end of the page, the heading without.
 */
export function foreignSnippets(lines: readonly MarkedLine[]): Snippet[] {
  const chunks = chunked(lines.filter(({ kind }) => kind !== 'furniture'))
  const snippets: Snippet[] = []
  let label: string | null = null
  let title: string | null = null
  for (const [index, chunk] of chunks.entries()) {
    const texts = chunk.map(({ text }) => text)
    const long = chunk.findIndex((line) => isSnippetText(line))
    if (long < 0) {
      const next = chunks[index + 1]
      const [first, second] = [texts[0]!, texts[1]]
      if (texts.length === 1 && next !== undefined && !hasSnippetText(next) && title === null && label === null)
        label = plainLabel(first)
      else if (texts.length > 1 && second !== undefined && title === null)
        [label, title] = [label ?? plainLabel(first), second]
      else title = first
      if (title !== null && (next === undefined || !hasSnippetText(next))) {
        // A list of titles alone.
        if (snippets.length < SNIPPETS_MAX && title.length > 15)
          snippets.push({ publisher: label, title, text: null, url: null })
        ;[label, title] = [null, null]
      }
      continue
    }
    const head = texts.slice(0, long)
    const own = title ?? head.pop() ?? null
    if (title === null && head.length > 0) label = plainLabel(head[0]!)
    const tail = texts.slice(long + 1)
    if (own !== null && snippets.length < SNIPPETS_MAX)
      snippets.push({ publisher: label, title: own, text: texts[long]!, url: null })
    const isLast = index === chunks.length - 1
    label = isLast ? null : plainLabel(tail.at(-1) ?? '') || null
    title = null
  }
  return snippets
}

function chunked(lines: readonly MarkedLine[]): MarkedLine[][] {
  const chunks: MarkedLine[][] = []
  for (const line of lines) {
    if (line.isApart || chunks.length === 0) chunks.push([line])
    else chunks.at(-1)!.push(line)
  }
  return chunks
}

const isSnippetText = ({ text, words }: MarkedLine): boolean =>
  words >= 18 || (words >= 10 && endsSentence(text) && text.length > 90)
const hasSnippetText = (chunk: readonly MarkedLine[]): boolean => chunk.some(isSnippetText)

function plainLabel(text: string): string {
  return (SOURCE_AND_AGE.exec(text)?.groups?.source ?? text).trim().slice(0, 100)
}
