import { extraction } from '@dateline/domain'
import { diffRevisions, extract, renderHtml, renderMarkdown, sanitize } from '@dateline/extraction'
import { removedByPurify, unsafeIn } from './judge-html.ts'

/** Every so many pages the costlier questions are asked as well. */
const AGAIN_EVERY = 4
const PURIFY_EVERY = 20
const SCRAPE_EVERY = 10

/**
 * Everything that is promised of any page: a verdict and no throw, values of the shapes the log holds, text that Postgres
 * can store, HTML that is safe, and the same answer when asked again.
 *
 * @param index of the page in its run.
 * @returns what was broken, or null.
 */
export function tryPage(html: string, original: string, index: number): string | null {
  try {
    const input = { html, url: 'https://gazette.example/2026/03/05/a', capturedAt: '2026-03-06T20:00:00Z' } as const
    const found = extract({ ...input, kind: 'html' })
    const problem = problemOf(found, html, index)
    if (problem !== null) return problem
    if (index % AGAIN_EVERY === 0 && JSON.stringify(extract({ ...input, kind: 'html' })) !== JSON.stringify(found))
      return 'another answer when asked again'
    if (index % SCRAPE_EVERY === 0) {
      extract({ ...input, kind: 'text' })
      const before = extract({ ...input, html: original, kind: 'html' })
      if (before.verdict === 'article' && found.verdict === 'article')
        diffRevisions(before.extraction, found.extraction)
    }
    return null
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`
  }
}

function problemOf(found: ReturnType<typeof extract>, html: string, index: number): string | null {
  const outputs = [sanitize(html)]
  if (found.verdict === 'article') {
    const shape = extraction.safeParse(found.extraction)
    if (!shape.success)
      return `not of its shape: ${shape.error.issues[0]?.path.join('.')} ${shape.error.issues[0]?.message}`
    outputs.push(renderHtml(found.extraction.blocks))
    renderMarkdown(found.extraction.blocks)
  }
  for (const output of outputs) {
    const unsafe = unsafeIn(output) ?? (index % PURIFY_EVERY === 0 ? removedByPurify(output) : null)
    if (unsafe !== null) return `unsafe HTML: ${unsafe}`
  }
  return null
}
