import { extract as extractOne } from '@dateline/extraction'

/** A made-up second version: shouts headlines, knows one author less, and takes the last paragraph for furniture. */
export const EXTRACTOR = { html: 'html/made-up-2', text: 'text/made-up-2' }

export function extract(input: Parameters<typeof extractOne>[0]): ReturnType<typeof extractOne> {
  const found = extractOne(input)
  if (found.verdict === 'rejected') return found
  const { title, text, blocks } = found.extraction
  if (title.value?.startsWith('Front')) return { verdict: 'rejected', reason: 'front-page', evidence: 'made up' }
  const lines = text.split('\n\n')
  const shouted = title.value === null ? title : { ...title, value: title.value.toUpperCase() }
  const shorter = { blocks: blocks.slice(0, -1), text: lines.slice(0, -1).join('\n\n') }
  return {
    ...found,
    extraction: { ...found.extraction, title: shouted, authors: { value: null, reason: 'made up' }, ...shorter },
  }
}
